package constancia.command.actions;

import constancia.command.accounts.Accounts;
import constancia.kernel.institutions.InstitutionId;

/** The accounts as far as what is on record already goes: who could do it then is not asked again. */
record AccountsThen() implements Accounts {

    @Override
    public boolean sole(String actor) {
        return true;
    }

    @Override
    public boolean isLiaison(String actor, InstitutionId institution) {
        return false;
    }
}
