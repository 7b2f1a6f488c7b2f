package constancia.app.demo;

import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.rights.Role;
import constancia.web.security.AccountOffice;
import constancia.web.security.AccountOffice.Holding;
import constancia.web.security.AccountOffice.AccountKind;
import constancia.web.security.AccountOffice.New;
import constancia.web.security.Demonstration.Account;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** One account for each role, all with the one password that everybody is told; each comes in by an invitation, as anybody's. */
@Component
@ConditionalOnBooleanProperty("constancia.demo")
final class DemoAccounts {

    static final String PASSWORD = "dejar constancia 2011";
    private static final String ADMINISTRATOR = "admin";

    private record Played(String account, Role role, @Nullable String institution) {}

    private static final List<Played> PLAYED = List.of(new Played("coordinacion", Role.COORDINATOR, null), new Played("secretaria", Role.TECHNICAL_SECRETARIAT, null),
            new Played("facilitacion", Role.FACILITATOR, null), new Played("enlace.mjsp", Role.LIAISON, "@i.MJSP"), new Played("enlace.conjuve", Role.LIAISON, "@i.CONJUVE"),
            new Played("enlace.amss", Role.LIAISON, "@i.AMSS"), new Played("enlace.segob", Role.LIAISON, "@i.SEGOB"), new Played("verificacion", Role.VERIFIER, null),
            new Played("autorizacion", Role.AUTHORISER, null), new Played("auditoria", Role.AUDITOR, null), new Played("evaluacion", Role.EVALUATOR, null),
            new Played("observacion", Role.OBSERVER, null));
    private static final LocalDate SINCE = LocalDate.of(2011, 1, 1);

    private final AccountOffice office;

    DemoAccounts(AccountOffice office) {
        this.office = office;
    }

    /** Before the story begins; asked for again when that was cut short. */
    void open(DemoStory story) {
        for (var played : PLAYED) {
            var to = played.institution == null ? null : new InstitutionId(story.ids().get(played.institution));
            var link = office.of(played.account).isPresent() ? office.again(ADMINISTRATOR, played.account)
                    : office.invite(ADMINISTRATOR, new New(played.account, AccountKind.PERSON, null, null, List.of(new Holding(played.role, to, SINCE, null))), null);
            office.accept(link.link().substring(link.link().lastIndexOf('/') + 1), PASSWORD).orElseThrow();
        }
    }

    static List<Account> all() {
        return Stream.concat(Stream.of(new Account(ADMINISTRATOR, Role.ADMINISTRATOR.word())),
                PLAYED.stream().map(played -> new Account(played.account, played.role.word()))).toList();
    }
}
