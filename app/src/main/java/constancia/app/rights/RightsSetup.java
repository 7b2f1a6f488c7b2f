package constancia.app.rights;

import constancia.command.accounts.Authorities;
import constancia.command.rights.Entitlement;
import constancia.command.rights.Records;
import constancia.kernel.rights.Rights;
import constancia.kernel.rights.Sight;
import constancia.query.Reader;
import constancia.query.history.Journal;
import constancia.web.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of rights where commands pass: once before a request is read, and finally in the transaction. */
@Configuration
class RightsSetup {

    private static final Set<String> WITHHELD = Set.of("agreement", "meeting", "case-file");

    /** Only of what can be withheld is it asked. */
    @Bean
    Sight sight(Journal journal) {
        return (who, kind, item) -> !WITHHELD.contains(kind) || journal.hiddenAmong(new Reader(who), List.of(item)).isEmpty();
    }

    @Bean
    Entitlement entitlementBeforehand(Authorities authorities, Records records, Sight sight, @Qualifier("readDb") JdbcClient readDb) {
        return new Entitlement(Rights.table(), authorities, new ScopeLookup(readDb), records, sight, Collections::nameOf);
    }

    @Bean
    OnlyWhoMay onlyWhoMay(Authorities authorities, Records records, Sight sight, @Qualifier("commandDb") JdbcClient commandDb) {
        return new OnlyWhoMay(new Entitlement(Rights.table(), authorities, new ScopeLookup(commandDb), records, sight, Collections::nameOf));
    }
}
