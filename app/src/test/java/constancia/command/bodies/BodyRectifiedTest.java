package constancia.command.bodies;

import static constancia.command.RectifiedHistories.decided;
import static constancia.command.RectifiedHistories.port;

import constancia.command.RectifiedHistories;
import constancia.command.RectifiedHistories.Told;
import constancia.command.agreements.Agreements;
import constancia.command.bodies.BodyCommand.*;
import constancia.command.institutions.Institutions;
import constancia.kernel.Recorded;
import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.bodies.BodyView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rectified histories of bodies. */
class BodyRectifiedTest {

    static final BodyId ID = new BodyId(new UUID(1, 1));
    static final LocalDate FIRST = LocalDate.of(2014, 9, 17);
    static final Institutions INSTITUTIONS = port(Institutions.class, Map.of());
    static final Agreements AGREEMENTS = port(Agreements.class, Map.of());
    static final Bodies BODIES = port(Bodies.class, Map.of());

    @Test
    void what_holds_of_every_rectified_history_holds_of_them() {
        new RectifiedHistories<>(ID, Body.NOT_ESTABLISHED, Body::evolve, new BodyView()).hold(150, seed -> new Told<>(history(new Random(seed)),
                Body.rectifying(ID, BODIES, INSTITUTIONS, AGREEMENTS)));
    }

    private static List<Recorded<BodyEvent>> history(Random random) {
        return decided(random, 25, Body.NOT_ESTABLISHED, Body::evolve, (BodyCommand command, Body now) -> Body.decide(command, now, BODIES, INSTITUTIONS, AGREEMENTS),
                i -> i == 0 ? new EstablishBody(ID, "Consejo", "C", BodyKind.COUNCIL, null, FIRST) : command(random, FIRST.plusDays(random.nextInt(60))));
    }

    private static BodyCommand command(Random random, LocalDate on) {
        var seat = new UUID(3, random.nextInt(8));
        var institution = new InstitutionId(new UUID(2, random.nextInt(3)));
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> new SeatInstitution(ID, seat, institution, null, SeatRole.values()[random.nextInt(7)],
                    random.nextBoolean() ? null : on.plusDays(random.nextInt(9)), random.nextBoolean() ? null : on.plusDays(20), on);
            case 3, 4 -> new VacateSeat(ID, seat, on);
            case 5 -> new SetQuorum(ID, 1 + random.nextInt(9), null, null, on);
            case 8 -> new SetSeriesTemplate(ID, new UUID(6, random.nextInt(2)), "Serie", "Lugar " + random.nextInt(3), null, null, List.of(new NewTemplateItem("Punto", "Varios", institution, 10)), on);
            case 6 -> new AdoptRules(ID, "Normas", "Texto", null, null, on);
            default -> random.nextInt(4) == 0 ? new DissolveBody(ID, on) : new SetQuorum(ID, null, "1/2", null, on);
        };
    }
}
