package constancia.command.meetings;

import static constancia.command.RectifiedHistories.decided;
import static constancia.command.RectifiedHistories.port;

import constancia.command.RectifiedHistories;
import constancia.command.RectifiedHistories.Told;
import constancia.command.bodies.Bodies;
import constancia.command.bodies.Bodies.HeldSeat;
import constancia.command.institutions.Institutions;
import constancia.command.meetings.MeetingCommand.*;
import constancia.command.reserve.ClassRules;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.Recorded;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.*;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.reserve.ReservedField;
import constancia.query.meetings.MeetingView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rectified histories of meetings. */
class MeetingRectifiedTest {

    static final MeetingId ID = new MeetingId(new UUID(1, 1));
    static final LocalDate FIRST = LocalDate.of(2014, 9, 17);
    static final Instant START = Instant.parse("2014-09-24T15:00:00Z");
    static final InstitutionId MINISTRY = new InstitutionId(new UUID(2, 0));
    static final Meetings MEETINGS = port(Meetings.class, Map.of("classes", (ClassRules) (_, _) -> new ClassRules.ClassRule(Set.of(), null, null)));
    static final Institutions INSTITUTIONS = port(Institutions.class, Map.of());
    static final Bodies BODIES = port(Bodies.class, Map.of("seated", List.of(new HeldSeat(new UUID(5, 0), MINISTRY, null, SeatRole.LEADS))));
    static final Provenance BY = new Provenance("coordinacion", null, false, Through.API, "Fundamento");

    @Test
    void what_holds_of_every_rectified_history_holds_of_them() {
        new RectifiedHistories<>(ID, Meeting.NOT_CONVENED, Meeting::evolve, new MeetingView()).hold(200, seed -> new Told<>(history(new Random(seed)),
                Meeting.rectifying(ID, MEETINGS, BODIES, INSTITUTIONS)));
    }

    private static List<Recorded<MeetingEvent>> history(Random random) {
        return decided(random, 90, Meeting.NOT_CONVENED, Meeting::evolve, (MeetingCommand command, Meeting now) -> Meeting.decide(command, now, BY, MEETINGS, BODIES, INSTITUTIONS),
                i -> i == 0 ? new ConveneMeeting(ID, new BodyId(new UUID(1, 2)), START, "Casa Presidencial", null, List.of(new NewAgendaItem(new UUID(3, 0), "Uno", null, null, null, null)), random.nextBoolean() ? null : new UUID(8, 8), null, FIRST)
                        : command(random, FIRST.plusDays(4 + i / 4 + random.nextInt(2)), FIRST.plusDays(random.nextInt(30))));
    }

    private static MeetingCommand command(Random random, LocalDate later, LocalDate day) {
        var of = new UUID(4, random.nextInt(2));
        return switch (random.nextInt(49)) {
            case 0 -> new PostponeMeeting(ID, START.plusSeconds(86_400L * random.nextInt(30)), day);
            case 1 -> random.nextInt(5) == 0 ? new CancelMeeting(ID, day) : new OpenMeeting(ID, List.of(new Present(MINISTRY, null, null, null)), FIRST.plusDays(3));
            case 2, 3 -> new OpenMeeting(ID, List.of(new Present(MINISTRY, null, null, null)), FIRST.plusDays(4));
            case 22 -> new DraftMinutes(ID, "Minuta", later.plusDays(11));
            case 23 -> random.nextBoolean() ? new CirculateMinutes(ID, null, later.plusDays(12)) : new CloseAgendaItem(ID, new UUID(3, 0), ItemOutcome.values()[0], later);
            case 30, 31 -> new CirculateMinutes(ID, random.nextBoolean() ? null : later.plusDays(14), later.plusDays(12));
            case 32, 33 -> new ObserveMinutes(ID, new UUID(6, random.nextInt(5)), MINISTRY, null, "Falta algo.", later.plusDays(12));
            case 34, 35 -> new AnswerObservation(ID, new UUID(6, random.nextInt(5)), random.nextBoolean(), "Por esto.", later.plusDays(13));
            case 36, 37 -> new AcknowledgeMinutes(ID, MINISTRY, null, later.plusDays(random.nextInt(20)));
            case 38 -> new ApproveMinutes(ID, null, later.plusDays(14));
            case 39, 40 -> new SignMinutes(ID, MINISTRY, null, null, null, later.plusDays(14 + random.nextInt(9)));
            case 41 -> new IssueCorrigendum(ID, new UUID(7, random.nextInt(3)), "Donde dice uno, léase dos.", later.plusDays(14));
            case 42, 43 -> new AnswerConvocation(ID, MINISTRY, null, Convocation.values()[random.nextInt(3)], null, day);
            case 4 -> new CloseMeeting(ID, later.plusDays(10));
            case 5, 6, 7 -> new PutQuestion(ID, of, null, "¿Qué?", null, later);
            case 8, 9 -> new RecordPosition(ID, of, MINISTRY, null, "Esto.", later);
            case 10, 11, 12 -> new CompileProposal(ID, of, List.of("Uno", "Dos"), later);
            case 13, 14, 15, 16 -> new AssessProposal(ID, of, MINISTRY, null, Assessment.values()[random.nextInt(3)], "Porque sí.", later);
            case 17, 18 -> new PutSecondProposal(ID, of, List.of("Tres"), later);
            case 19, 20, 21 -> new ConcludeDeliberation(ID, of, DeliberationOutcome.values()[random.nextInt(3)], later);
            case 44 -> new ClassifyMeeting(ID, ItemClass.RESERVED, FIRST.plusDays(random.nextInt(90)), "Art. 19", null, null, random.nextBoolean() ? null : ReservedField.TEXT, FIRST);
            case 45 -> new ClassifyMeeting(ID, ItemClass.PUBLIC, null, null, null, null, null, day);
            case 46, 47 -> new ClassifyDeliberation(ID, of, ItemClass.CONFIDENTIAL, null, null, null, null, later);
            case 48 -> new LapseMeetingReserve(ID, later.plusDays(100));
            default -> new AddAgendaItem(ID, new UUID(3, random.nextInt(20)), "Punto", MINISTRY, null, null, null, day);
        };
    }
}
