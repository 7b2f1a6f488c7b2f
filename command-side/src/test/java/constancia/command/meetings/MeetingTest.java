package constancia.command.meetings;

import static constancia.kernel.bodies.SeatRole.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.Fixtures;
import constancia.command.bodies.KnownBodies;
import constancia.command.bodies.Sectors;
import constancia.command.meetings.MeetingCommand.*;
import constancia.kernel.bodies.BodyEvent.*;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.meetings.MeetingMode;
import constancia.kernel.meetings.Quorum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A session of the council of 2014: convened in September, held in October. */
class MeetingTest {

    static final MeetingId ID = new MeetingId(id(1));
    static final BodyId COUNCIL = new BodyId(id(2));
    static final BodyId UNKNOWN_BODY = new BodyId(id(3));
    static final InstitutionId MINISTRY = new InstitutionId(id(4));
    static final InstitutionId UNDP = new InstitutionId(id(5));
    static final InstitutionId SPAIN = new InstitutionId(id(6));
    static final InstitutionId FORMER = new InstitutionId(id(7));
    static final InstitutionId UNKNOWN = new InstitutionId(id(8));
    static final UUID ITEM = id(9);
    static final UUID OTHER_ITEM = id(10);
    static final LocalDate FOUNDED = LocalDate.of(2014, 9, 1);
    static final LocalDate CONVENED = LocalDate.of(2014, 9, 17);
    static final LocalDate BEFORE = LocalDate.of(2014, 9, 16);
    static final LocalDate POSTPONED = LocalDate.of(2014, 9, 23);
    static final LocalDate HELD = LocalDate.of(2014, 10, 1);
    static final Instant START = Instant.parse("2014-09-24T15:00:00Z");
    static final Instant NEW_START = Instant.parse("2014-10-01T15:00:00Z");

    final KnownMeetings meetings = new KnownMeetings();
    final List<MeetingEvent> kept = meetings.kept;
    final KnownBodies bodies = new KnownBodies().with(COUNCIL,
            new BodyEstablished("Consejo Nacional de Seguridad Ciudadana y Convivencia", "CNSCC", BodyKind.COUNCIL, null, FOUNDED),
            new SeatTaken(id(11), MINISTRY, null, LEADS, FOUNDED, null, FOUNDED),
            new SeatTaken(id(12), SPAIN, null, FRIEND, FOUNDED, null, FOUNDED));
    final Fixtures<MeetingShell> meeting = Fixtures.of(MeetingShell.class, bodies, meetings,
            new Sectors(Map.of(MINISTRY, LocalDate.MAX, UNDP, LocalDate.MAX, SPAIN, LocalDate.MAX, FORMER, CONVENED)));

    final MeetingEvent convened = new MeetingConvened(COUNCIL, START, "Casa Presidencial", MeetingMode.IN_PERSON,
            List.of(new AgendaItem(ITEM, "Propuesta metodológica", UNDP, 45, null, null)), null, null, CONVENED);
    final MeetingEvent postponed = new MeetingPostponed(NEW_START, POSTPONED);
    final MeetingEvent cancelled = new MeetingCancelled(POSTPONED);
    final MeetingEvent opened = new MeetingOpened(List.of(new Attendee(MINISTRY, null, AttendanceRole.LEADS, null)), Quorum.of(1, null), HELD);
    final MeetingEvent closed = new MeetingClosed(HELD);

    @Nested
    class Convene {

        @Test
        void a_meeting_is_convened_with_its_agenda() {
            var command = new ConveneMeeting(ID, COUNCIL, START, "Casa Presidencial", MeetingMode.IN_PERSON,
                    List.of(new NewAgendaItem(ITEM, "Propuesta metodológica", UNDP, 45, null, null)), null, null, CONVENED);
            meeting.given().when(command).records(convened);
            assertThat(kept).containsExactly(convened);
            meeting.given(convened).when(command).refuses("already-exists");
        }

        @Test
        void body_and_time_are_enough() {
            meeting.given().when(convene(COUNCIL, START, CONVENED)).records(new MeetingConvened(COUNCIL, START, null, null, List.of(), null, null, CONVENED));
        }

        @Test
        void of_a_body_that_is_there_on_that_day() {
            meeting.given().when(convene(UNKNOWN_BODY, START, CONVENED)).isInvalid("body", "unknown-body", UNKNOWN_BODY);
            meeting.given().when(convene(COUNCIL, START, FOUNDED.minusDays(1))).isInvalid("body", "body-not-active", FOUNDED.minusDays(1));
        }

        @Test
        void for_a_time_that_can_be_meant() {
            var earliest = LocalDate.of(1900, 1, 1);
            var latest = LocalDate.of(2200, 1, 1);
            meeting.given().when(convene(COUNCIL, Instant.MAX, CONVENED)).isInvalid("startsAt", "out-of-range", earliest, latest);
            meeting.given().when(convene(COUNCIL, Instant.EPOCH.minusSeconds(86400L * 365 * 71), CONVENED)).isInvalid("startsAt", "out-of-range", earliest, latest);
        }

        @Test
        void with_items_that_differ_presented_by_institutions_that_there_are() {
            meeting.given().when(agenda(new NewAgendaItem(ITEM, "Uno", null, null, null, null), new NewAgendaItem(ITEM, "Dos", null, null, null, null)))
                    .isInvalid("agenda/1/item", "agenda-item-known");
            meeting.given().when(agenda(new NewAgendaItem(ITEM, "Uno", UNKNOWN, null, null, null))).isInvalid("agenda/0/presenter", "unknown-institution", UNKNOWN);
            meeting.given().when(agenda(new NewAgendaItem(ITEM, "Uno", FORMER, null, null, null))).isInvalid("agenda/0/presenter", "institution-not-active", CONVENED);
        }
    }

    @Nested
    class Agenda {

        final AddAgendaItem command = new AddAgendaItem(ID, OTHER_ITEM, "Diagnóstico compartido", UNDP, 60, null, null, HELD);
        final AgendaItemAdded added = new AgendaItemAdded(OTHER_ITEM, "Diagnóstico compartido", UNDP, 60, null, null, HELD);

        @Test
        void an_item_is_added_before_the_meeting_or_in_it() {
            meeting.given(convened).when(command).records(added);
            meeting.given(convened, opened).when(command).records(added);
        }

        @Test
        void an_item_is_on_the_agenda_once() {
            meeting.given(convened).when(new AddAgendaItem(ID, ITEM, "Otra vez", null, null, null, null, HELD)).refuses("agenda-item-known");
            meeting.given(convened, added).when(command).refuses("agenda-item-known");
        }

        @Test
        void presented_by_an_institution_that_there_is() {
            meeting.given(convened).when(new AddAgendaItem(ID, OTHER_ITEM, "Diagnóstico", UNKNOWN, null, null, null, HELD))
                    .isInvalid("presenter", "unknown-institution", UNKNOWN);
            meeting.given(convened).when(new AddAgendaItem(ID, OTHER_ITEM, "Diagnóstico", FORMER, null, null, null, HELD))
                    .isInvalid("presenter", "institution-not-active", HELD);
        }

        @Test
        void not_since_it_was_closed_or_cancelled() {
            meeting.given(convened, opened, closed).when(command).refuses("meeting-closed");
            meeting.given(convened, cancelled).when(command).refuses("meeting-cancelled");
        }

        @Test
        void an_item_of_the_time_before_may_still_be_entered() {
            var early = new AddAgendaItem(ID, OTHER_ITEM, "Diagnóstico compartido", null, null, null, null, CONVENED);
            meeting.given(convened, opened, closed).when(early).records(new AgendaItemAdded(OTHER_ITEM, "Diagnóstico compartido", null, null, null, null, CONVENED));
        }

        @Test
        void not_before_it_was_convened() {
            meeting.given(convened).when(new AddAgendaItem(ID, OTHER_ITEM, "Diagnóstico", null, null, null, null, BEFORE)).refuses("effective-before-item");
        }
    }

    @Nested
    class Postpone {

        @Test
        void a_meeting_is_postponed_more_than_once() {
            meeting.given(convened).when(new PostponeMeeting(ID, NEW_START, POSTPONED)).records(postponed);
            meeting.given(convened, postponed).when(new PostponeMeeting(ID, START, POSTPONED)).records(new MeetingPostponed(START, POSTPONED));
        }

        @Test
        void to_another_time_that_can_be_meant() {
            meeting.given(convened).when(new PostponeMeeting(ID, START, POSTPONED)).refuses("same-start");
            meeting.given(convened, postponed).when(new PostponeMeeting(ID, NEW_START, POSTPONED)).refuses("same-start");
            meeting.given(convened).when(new PostponeMeeting(ID, Instant.MIN, POSTPONED))
                    .isInvalid("startsAt", "out-of-range", LocalDate.of(1900, 1, 1), LocalDate.of(2200, 1, 1));
        }

        @Test
        void while_it_is_convened() {
            meeting.given(convened, opened).when(new PostponeMeeting(ID, NEW_START, HELD)).refuses("meeting-open");
            meeting.given(convened, opened, closed).when(new PostponeMeeting(ID, NEW_START, HELD)).refuses("meeting-closed");
            meeting.given(convened, cancelled).when(new PostponeMeeting(ID, NEW_START, HELD)).refuses("meeting-cancelled");
        }

        @Test
        void not_before_the_last_of_its_course() {
            meeting.given(convened, postponed).when(new PostponeMeeting(ID, START, CONVENED)).refuses("effective-before-previous", POSTPONED);
            meeting.given(convened).when(new PostponeMeeting(ID, NEW_START, BEFORE)).refuses("effective-before-item");
        }
    }

    @Nested
    class Cancel {

        @Test
        void a_meeting_is_cancelled() {
            meeting.given(convened).when(new CancelMeeting(ID, POSTPONED)).records(cancelled);
        }

        @Test
        void while_it_is_convened() {
            meeting.given(convened, opened).when(new CancelMeeting(ID, HELD)).refuses("meeting-open");
            meeting.given(convened, opened, closed).when(new CancelMeeting(ID, HELD)).refuses("meeting-closed");
            meeting.given(convened, cancelled).when(new CancelMeeting(ID, HELD)).refuses("meeting-cancelled");
        }

        @Test
        void not_before_the_last_of_its_course() {
            meeting.given(convened, postponed).when(new CancelMeeting(ID, CONVENED)).refuses("effective-before-previous", POSTPONED);
            meeting.given(convened).when(new CancelMeeting(ID, BEFORE)).refuses("effective-before-item");
        }
    }

    @Nested
    class Open {

        @Test
        void a_meeting_is_opened_with_those_who_came() {
            meeting.given(convened, postponed).when(open(HELD, present(MINISTRY), present(SPAIN), present(UNDP)))
                    .records(new MeetingOpened(List.of(new Attendee(MINISTRY, null, AttendanceRole.LEADS, null), new Attendee(SPAIN, null, AttendanceRole.FRIEND, null),
                            new Attendee(UNDP, null, AttendanceRole.GUEST, null)), new Quorum(1, null, null), HELD));
        }

        @Test
        void its_quorum_is_that_of_the_rule_and_the_seats_of_the_day_on_which_it_is_held() {
            bodies.with(COUNCIL, new QuorumSet(null, "2/3", QuorumRule.COUNTING, CONVENED), new QuorumSet(9, null, QuorumRule.COUNTING, HELD.plusDays(1)),
                    new SeatTaken(id(13), UNDP, null, TECHNICAL_SECRETARIAT, FOUNDED, null, FOUNDED),
                    new SeatTaken(id(14), FORMER, null, MEMBER, FOUNDED, null, FOUNDED), new SeatVacated(id(14), HELD),
                    new SeatTaken(id(15), null, id(20), MEMBER, HELD.plusDays(1), null, FOUNDED));
            meeting.given(convened).when(open(HELD, present(MINISTRY), present(SPAIN)))
                    .records(new MeetingOpened(List.of(new Attendee(MINISTRY, null, AttendanceRole.LEADS, null), new Attendee(SPAIN, null, AttendanceRole.FRIEND, null)),
                            new Quorum(1, 2, false), HELD));
        }

        @Test
        void somebody_must_have_come() {
            meeting.given(convened).when(open(HELD)).isInvalid("attendance", "required");
        }

        @Test
        void institutions_that_there_are_on_that_day() {
            meeting.given(convened).when(open(HELD, present(MINISTRY), present(UNKNOWN))).isInvalid("attendance/1/institution", "unknown-institution", UNKNOWN);
            meeting.given(convened).when(open(HELD, present(FORMER))).isInvalid("attendance/0/institution", "institution-not-active", HELD);
        }

        @Test
        void only_once_and_while_it_is_convened() {
            meeting.given(convened, opened).when(open(HELD, present(MINISTRY))).refuses("meeting-open");
            meeting.given(convened, opened, closed).when(open(HELD, present(MINISTRY))).refuses("meeting-closed");
            meeting.given(convened, cancelled).when(open(HELD, present(MINISTRY))).refuses("meeting-cancelled");
        }

        @Test
        void not_before_the_last_of_its_course() {
            meeting.given(convened, postponed).when(open(CONVENED, present(MINISTRY))).refuses("effective-before-previous", POSTPONED);
            meeting.given(convened).when(open(BEFORE, present(MINISTRY))).refuses("effective-before-item");
        }

        @Test
        void not_once_the_body_is_dissolved() {
            bodies.with(COUNCIL, new BodyDissolved(HELD));
            meeting.given(convened).when(open(HELD, present(MINISTRY))).refuses("body-not-active", HELD);
            assertThat(kept).isEmpty();
        }
    }

    @Nested
    class Close {

        @Test
        void a_meeting_is_closed() {
            meeting.given(convened, opened).when(new CloseMeeting(ID, HELD)).records(closed);
        }

        @Test
        void only_when_it_is_open() {
            meeting.given(convened).when(new CloseMeeting(ID, HELD)).refuses("meeting-not-held");
            meeting.given(convened, opened, closed).when(new CloseMeeting(ID, HELD)).refuses("meeting-closed");
            meeting.given(convened, cancelled).when(new CloseMeeting(ID, HELD)).refuses("meeting-cancelled");
        }

        @Test
        void not_before_it_was_opened() {
            meeting.given(convened, opened).when(new CloseMeeting(ID, POSTPONED)).refuses("effective-before-previous", HELD);
            meeting.given(convened, opened).when(new CloseMeeting(ID, BEFORE)).refuses("effective-before-item");
        }
    }

    private static ConveneMeeting convene(BodyId body, Instant startsAt, LocalDate on) {
        return new ConveneMeeting(ID, body, startsAt, null, null, null, null, null, on);
    }

    private static ConveneMeeting agenda(NewAgendaItem... items) {
        return new ConveneMeeting(ID, COUNCIL, START, null, null, List.of(items), null, null, CONVENED);
    }

    private static OpenMeeting open(LocalDate on, Present... attendance) {
        return new OpenMeeting(ID, List.of(attendance), on);
    }

    private static Present present(InstitutionId institution) {
        return new Present(institution, null, null, null);
    }

    private static UUID id(int n) {
        return UUID.fromString("0194d0c2-0000-7000-8000-0000000002%02d".formatted(n));
    }
}
