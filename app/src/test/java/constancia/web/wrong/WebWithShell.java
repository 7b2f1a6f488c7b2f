package constancia.web.wrong;

import constancia.command.institutions.InstitutionShell;

/** Wrong on purpose: reaches past the command into Axon's shell. */
public class WebWithShell {

    public int version(InstitutionShell shell) {
        return shell.version();
    }
}
