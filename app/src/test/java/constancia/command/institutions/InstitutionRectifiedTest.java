package constancia.command.institutions;

import static constancia.command.RectifiedHistories.decided;
import static constancia.command.RectifiedHistories.port;

import constancia.command.RectifiedHistories;
import constancia.command.RectifiedHistories.Told;
import constancia.command.institutions.InstitutionCommand.*;
import constancia.kernel.Recorded;
import constancia.kernel.institutions.*;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.institutions.InstitutionView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rectified histories of institutions. */
class InstitutionRectifiedTest {

    static final InstitutionId ID = new InstitutionId(new UUID(1, 1));
    static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
    static final Institutions INSTITUTIONS = port(Institutions.class, Map.of());

    @Test
    void what_holds_of_every_rectified_history_holds_of_them() {
        new RectifiedHistories<>(ID, Institution.UNREGISTERED, Institution::evolve, new InstitutionView()).hold(150, seed -> new Told<>(history(new Random(seed)),
                Institution.rectifying(ID, INSTITUTIONS)));
    }

    private static List<Recorded<InstitutionEvent>> history(Random random) {
        return decided(random, 25, Institution.UNREGISTERED, Institution::evolve, (InstitutionCommand command, Institution now) -> Institution.decide(command, now, INSTITUTIONS),
                i -> i == 0 ? new RegisterInstitution(ID, "Ministerio", "M", InstitutionKind.STATE, "SV", List.of("Min"), null, FIRST)
                        : command(random, FIRST.plusDays(random.nextInt(60))));
    }

    private static InstitutionCommand command(Random random, LocalDate on) {
        var mandate = new UUID(3, random.nextInt(6));
        return switch (random.nextInt(8)) {
            case 0, 1 -> new AddAlias(ID, "Alias " + random.nextInt(9), on);
            case 2 -> new RenameInstitution(ID, "Ministerio " + random.nextInt(9), random.nextBoolean() ? null : "M" + random.nextInt(9), on);
            case 3, 4 -> new AppointRepresentative(ID, mandate, new UUID(4, random.nextInt(3)), Capacity.values()[random.nextInt(Capacity.values().length)], "Ministro",
                    random.nextBoolean() ? null : on.plusDays(3), random.nextBoolean() ? null : on.plusDays(50), on);
            case 5, 6 -> new EndMandate(ID, mandate, random.nextBoolean() ? null : on.plusDays(2), on);
            default -> switch (random.nextInt(8)) {
                case 0 -> new DeactivateInstitution(ID, on.plusDays(40));
                case 1 -> new SucceedInstitution(ID, List.of(new InstitutionId(new UUID(1, 2))), SuccessionKind.MERGED, on.plusDays(40));
                default -> new AddAlias(ID, "Otro " + random.nextInt(9), on);
            };
        };
    }
}
