package constancia.command.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.Fixtures;
import constancia.command.bodies.KnownBodies;
import constancia.command.bodies.Sectors;
import constancia.command.meetings.MeetingCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyEvent.BodyEstablished;
import constancia.kernel.bodies.BodyEvent.SeatTaken;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.Assessment;
import constancia.kernel.meetings.Convocation;
import constancia.kernel.meetings.DeliberationOutcome;
import constancia.kernel.meetings.ItemOutcome;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.reserve.ReservedField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeetingFoldTest {

    static final MeetingId ID = new MeetingId(new UUID(1, 1));
    static final BodyId COUNCIL = new BodyId(new UUID(1, 2));
    static final InstitutionId MINISTRY = new InstitutionId(new UUID(2, 0));
    static final LocalDate CONVENED = LocalDate.of(2014, 9, 17);
    static final Instant START = Instant.parse("2014-09-24T15:00:00Z");

    @Test
    void both_orders_give_the_same_state_after_whatever_was_decided() {
        int records = 0;
        var kinds = new HashSet<Class<?>>();
        for (long seed = 0; seed < 200; seed++) {
            var ledger = decided(new Random(seed));
            var effective = ledger.stream().sorted(Comparator.<Recorded<MeetingEvent>, LocalDate>comparing(Recorded::effectiveOn).thenComparing(Recorded::n)).toList();
            assertThat(fold(effective)).as("history %d", seed).isEqualTo(fold(ledger));
            records += ledger.size();
            ledger.forEach(record -> kinds.add(record.event().getClass()));
        }
        assertThat(records).isGreaterThan(3000);
        assertThat(kinds).containsExactlyInAnyOrder(MeetingEvent.class.getPermittedSubclasses());
    }

    private static List<Recorded<MeetingEvent>> decided(Random random) {
        var bodies = new KnownBodies().with(COUNCIL, new BodyEstablished("Consejo", "C", BodyKind.COUNCIL, null, CONVENED),
                new SeatTaken(new UUID(5, 0), MINISTRY, null, SeatRole.LEADS, CONVENED, null, CONVENED));
        var institutions = new Sectors(Map.of(MINISTRY, LocalDate.MAX));
        var records = new ArrayList<Recorded<MeetingEvent>>();
        var now = Meeting.NOT_CONVENED;
        MeetingCommand command = new ConveneMeeting(ID, COUNCIL, START, null, null, List.of(new NewAgendaItem(new UUID(3, 0), "Uno", null, null, null, null)), null, null, CONVENED);
        for (int i = 0; i < 120; i++) {
            try {
                for (var event : Meeting.decide(command, now, Fixtures.UNIT, new KnownMeetings(), bodies, institutions)) {
                    var record = new Recorded<>(records.size() + 1, event, Fixtures.UNIT);
                    records.add(record);
                    now = Meeting.evolve(now, record);
                }
            } catch (Refused | Invalid refused) {
                // the next one may do
            }
            command = next(random, i);
        }
        return records;
    }

    private static MeetingCommand next(Random random, int step) {
        var day = CONVENED.plusDays(random.nextInt(30) - 2);
        var deliberation = new UUID(4, random.nextInt(2));
        var later = CONVENED.plusDays(4 + step / 4 + random.nextInt(2));
        var late = CONVENED.plusDays(60 + step / 4);
        return switch (random.nextInt(66)) {
            case 0, 1, 2 -> new PostponeMeeting(ID, START.plusSeconds(86_400L * random.nextInt(30)), day);
            case 3 -> random.nextInt(4) == 0 ? new CancelMeeting(ID, day) : open(CONVENED);
            case 4 -> open(day);
            case 5 -> random.nextInt(4) == 0 ? new CloseMeeting(ID, day) : new CloseMeeting(ID, later);
            case 6, 7, 8, 9 -> new PutQuestion(ID, deliberation, null, "¿Qué?", null, later);
            case 10, 11, 12 -> new RecordPosition(ID, deliberation, MINISTRY, null, "Esto.", later);
            case 13, 14, 15, 16 -> new CompileProposal(ID, deliberation, List.of("Uno", "Dos"), later);
            case 17, 18, 19, 20, 21, 22, 23 -> new AssessProposal(ID, deliberation, MINISTRY, null, Assessment.values()[random.nextInt(3)], "Porque sí.", later);
            case 24, 25, 26 -> new PutSecondProposal(ID, deliberation, List.of("Tres"), later);
            case 27, 28, 29 -> new ConcludeDeliberation(ID, deliberation, DeliberationOutcome.values()[random.nextInt(3)], later);
            case 30, 31 -> new AnswerConvocation(ID, MINISTRY, null, Convocation.values()[random.nextInt(3)], null, day);
            case 32, 33 -> new CloseAgendaItem(ID, new UUID(3, random.nextInt(3)), ItemOutcome.values()[random.nextInt(4)], later);
            case 34, 35, 36 -> new DraftMinutes(ID, "Minuta", late);
            case 37, 38, 39 -> new CirculateMinutes(ID, random.nextBoolean() ? null : late.plusDays(2), late);
            case 48, 49 -> new AcknowledgeMinutes(ID, MINISTRY, null, late.minusDays(random.nextInt(9)));
            case 50 -> new SignMinutes(ID, MINISTRY, null, null, null, late.plusDays(random.nextInt(9)));
            case 40, 41 -> new ObserveMinutes(ID, new UUID(6, random.nextInt(9)), MINISTRY, null, "Falta algo.", late);
            case 42, 43, 44 -> new AnswerObservation(ID, new UUID(6, random.nextInt(9)), random.nextBoolean(), "Por esto.", late);
            case 45 -> new ApproveMinutes(ID, null, late);
            case 46, 47 -> new IssueCorrigendum(ID, new UUID(7, random.nextInt(5)), "Donde dice uno, léase dos.", late);
            case 60, 61 -> new ClassifyMeeting(ID, ItemClass.values()[random.nextInt(3)], null, null, null, null, random.nextBoolean() ? null : ReservedField.TEXT, day);
            case 62 -> new ClassifyMeeting(ID, ItemClass.RESERVED, day.plusDays(random.nextInt(20)), "Art. 19", null, null, null, day);
            case 63, 64 -> new ClassifyDeliberation(ID, deliberation, ItemClass.CONFIDENTIAL, null, null, null, null, later);
            case 65 -> new LapseMeetingReserve(ID, late);
            default -> new AddAgendaItem(ID, new UUID(3, random.nextInt(30)), "Punto", MINISTRY, null, null, null, day);
        };
    }

    private static MeetingCommand open(LocalDate day) {
        return new OpenMeeting(ID, List.of(new Present(MINISTRY, null, null, null)), day);
    }

    private static Meeting fold(List<Recorded<MeetingEvent>> records) {
        var now = Meeting.NOT_CONVENED;
        for (var record : records) {
            now = Meeting.evolve(now, record);
        }
        return now;
    }
}
