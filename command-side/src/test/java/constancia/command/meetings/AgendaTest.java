package constancia.command.meetings;

import static constancia.kernel.bodies.SeatRole.*;
import static constancia.kernel.meetings.ItemOutcome.*;

import constancia.command.Fixtures;
import constancia.command.bodies.KnownBodies;
import constancia.command.bodies.Sectors;
import constancia.command.meetings.MeetingCommand.*;
import constancia.command.meetings.Meetings.KnownItem;
import constancia.kernel.bodies.BodyEvent.*;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.TemplateItem;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.CarriedFrom;
import constancia.kernel.meetings.Convocation;
import constancia.kernel.meetings.ItemOutcome;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.meetings.MeetingMode;
import constancia.kernel.meetings.Quorum;
import constancia.kernel.meetings.SeriesPlace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who answers that it comes, what is taken up from former meetings, and what came of each item. */
class AgendaTest {

    static final MeetingId ID = new MeetingId(new UUID(1, 1));
    static final MeetingId FORMER = new MeetingId(new UUID(1, 2));
    static final BodyId COUNCIL = new BodyId(new UUID(2, 1));
    static final BodyId TABLE = new BodyId(new UUID(2, 2));
    static final InstitutionId MINISTRY = new InstitutionId(new UUID(3, 1));
    static final InstitutionId STRANGER = new InstitutionId(new UUID(3, 2));
    static final UUID EXPERT = new UUID(4, 1);
    static final UUID VICE_MINISTER = new UUID(4, 2);
    static final UUID ITEM = new UUID(5, 1);
    static final UUID OTHER_ITEM = new UUID(5, 2);
    static final UUID NOT_REACHED_ITEM = new UUID(5, 3);
    static final UUID SERIES = new UUID(6, 1);
    static final UUID QUESTION = new UUID(7, 1);
    static final LocalDate FOUNDED = LocalDate.of(2014, 9, 1);
    static final LocalDate CONVENED = LocalDate.of(2014, 9, 17);
    static final LocalDate HELD = LocalDate.of(2014, 10, 1);
    static final Instant START = Instant.parse("2014-10-01T15:00:00Z");
    static final CarriedFrom WAITING = new CarriedFrom(FORMER, NOT_REACHED_ITEM);

    final KnownMeetings meetings = new KnownMeetings();
    final KnownBodies bodies = new KnownBodies().with(COUNCIL, new BodyEstablished("Consejo", "C", BodyKind.COUNCIL, null, FOUNDED),
            new SeatTaken(new UUID(8, 1), MINISTRY, null, LEADS, FOUNDED, null, FOUNDED),
            new SeatTaken(new UUID(8, 2), null, EXPERT, MEMBER, FOUNDED, null, FOUNDED));
    final Fixtures<MeetingShell> meeting = Fixtures.of(MeetingShell.class, bodies, meetings, new Sectors(Map.of(MINISTRY, LocalDate.MAX)));

    final MeetingEvent convened = new MeetingConvened(COUNCIL, START, null, null, List.of(new AgendaItem(ITEM, "Diagnóstico", null, null, null, null)), null, null, CONVENED);
    final MeetingEvent opened = opened(Quorum.of(1, 1));
    final MeetingEvent closed = new MeetingClosed(HELD);

    @Nested
    class The_template_of_a_series {

        final SeriesTemplateSet template = new SeriesTemplateSet(SERIES, "Reunión mensual", "Casa Presidencial", MeetingMode.IN_PERSON, "Se ruega confirmar.",
                List.of(new TemplateItem("Acuerdos anteriores", "Informes", MINISTRY, 30), new TemplateItem("Otros asuntos", "Varios", STRANGER, null)), FOUNDED);

        @Test
        void gives_a_new_meeting_what_is_not_stated() {
            meetings.withSeries(SERIES, COUNCIL).withTemplate(template);
            meeting.given().when(new ConveneMeeting(ID, COUNCIL, START, null, null, null, SERIES, null, CONVENED)).records(new MeetingConvened(COUNCIL, START, "Casa Presidencial",
                    MeetingMode.IN_PERSON, List.of(new AgendaItem(made(0), "Acuerdos anteriores", MINISTRY, 30, null, "Informes"),
                            new AgendaItem(made(1), "Otros asuntos", null, null, null, "Varios")), new SeriesPlace(SERIES, 2), "Se ruega confirmar.", CONVENED));
        }

        @Test
        void and_nothing_of_what_is() {
            meetings.withSeries(SERIES, COUNCIL).withTemplate(template);
            meeting.given().when(new ConveneMeeting(ID, COUNCIL, START, "Cancillería", MeetingMode.HYBRID, List.of(), SERIES, "Urgente.", CONVENED))
                    .records(new MeetingConvened(COUNCIL, START, "Cancillería", MeetingMode.HYBRID, List.of(), new SeriesPlace(SERIES, 2), "Urgente.", CONVENED));
        }

        @Test
        void not_before_it_was_set_nor_outside_the_series() {
            meetings.withSeries(SERIES, COUNCIL).withTemplate(template);
            var none = new ConveneMeeting(ID, COUNCIL, START, null, null, null, null, null, CONVENED);
            meeting.given().when(none).records(new MeetingConvened(COUNCIL, START, null, null, List.of(), null, null, CONVENED));
            var later = new SeriesTemplateSet(SERIES, "Reunión mensual", "Otro lugar", null, null, List.of(), CONVENED.plusDays(1));
            meetings.withTemplate(later);
            meeting.given().when(new ConveneMeeting(ID, COUNCIL, START, null, null, null, SERIES, null, CONVENED))
                    .records(new MeetingConvened(COUNCIL, START, null, null, List.of(), new SeriesPlace(SERIES, 2), null, CONVENED));
        }

        private static UUID made(int place) {
            return UUID.nameUUIDFromBytes((ID + "/agenda/" + place).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Nested
    class A_heading {

        @Test
        void is_said_of_an_item_when_it_is_put_on_the_agenda() {
            meeting.given(convened).when(new AddAgendaItem(ID, OTHER_ITEM, "Otros asuntos", null, null, null, "Varios", CONVENED))
                    .records(new AgendaItemAdded(OTHER_ITEM, "Otros asuntos", null, null, null, "Varios", CONVENED));
            meeting.given().when(new ConveneMeeting(ID, COUNCIL, START, null, null, List.of(new NewAgendaItem(ITEM, "Otros asuntos", null, null, null, "Varios")), null, null, CONVENED))
                    .records(new MeetingConvened(COUNCIL, START, null, null, List.of(new AgendaItem(ITEM, "Otros asuntos", null, null, null, "Varios")), null, null, CONVENED));
        }
    }

    @Nested
    class The_convocation {

        @Test
        void is_answered_by_who_holds_a_seat() {
            meeting.given(convened).when(new AnswerConvocation(ID, MINISTRY, VICE_MINISTER, Convocation.ACCEPTS, "Irá el viceministro.", CONVENED))
                    .records(new ConvocationAnswered(MINISTRY, VICE_MINISTER, Convocation.ACCEPTS, "Irá el viceministro.", CONVENED));
            meeting.given(convened).when(answer(null, EXPERT, Convocation.DECLINES, CONVENED)).records(new ConvocationAnswered(null, EXPERT, Convocation.DECLINES, null, CONVENED));
            meeting.given(convened).when(answer(STRANGER, EXPERT, Convocation.DECLINES, CONVENED)).records(new ConvocationAnswered(null, EXPERT, Convocation.DECLINES, null, CONVENED));
            meeting.given(convened).when(answer(STRANGER, null, Convocation.ACCEPTS, CONVENED)).refuses("not-convened");
            meeting.given(convened).when(answer(null, VICE_MINISTER, Convocation.ACCEPTS, CONVENED)).refuses("not-convened");
            meeting.given(convened).when(answer(null, null, Convocation.ACCEPTS, CONVENED)).isInvalid("institution", "required");
        }

        @Test
        void as_often_as_it_changes_its_mind() {
            var first = new ConvocationAnswered(MINISTRY, null, Convocation.TENTATIVE, null, CONVENED.plusDays(2));
            meeting.given(convened, first).when(answer(MINISTRY, null, Convocation.DECLINES, CONVENED.plusDays(3)))
                    .records(new ConvocationAnswered(MINISTRY, null, Convocation.DECLINES, null, CONVENED.plusDays(3)));
            meeting.given(convened, first).when(answer(MINISTRY, null, Convocation.ACCEPTS, CONVENED))
                    .records(new ConvocationAnswered(MINISTRY, null, Convocation.ACCEPTS, null, CONVENED));
        }

        @Test
        void before_the_meeting_though_it_may_be_recorded_later() {
            meeting.given(convened, opened).when(answer(MINISTRY, null, Convocation.ACCEPTS, HELD)).refuses("meeting-open");
            meeting.given(convened, opened, closed).when(answer(MINISTRY, null, Convocation.ACCEPTS, HELD)).refuses("meeting-closed");
            meeting.given(convened, new MeetingCancelled(CONVENED)).when(answer(MINISTRY, null, Convocation.ACCEPTS, CONVENED)).refuses("meeting-cancelled");
            meeting.given(convened, opened, closed).when(answer(MINISTRY, null, Convocation.ACCEPTS, HELD.minusDays(1)))
                    .records(new ConvocationAnswered(MINISTRY, null, Convocation.ACCEPTS, null, HELD.minusDays(1)));
        }
    }

    @Nested
    class A_series {

        @Test
        void begins_with_a_first_meeting_and_goes_on() {
            meeting.given().when(convene(SERIES)).records(new MeetingConvened(COUNCIL, START, null, null, List.of(), new SeriesPlace(SERIES, 1), null, CONVENED));
            meetings.withSeries(SERIES, COUNCIL);
            meeting.given().when(convene(SERIES)).records(new MeetingConvened(COUNCIL, START, null, null, List.of(), new SeriesPlace(SERIES, 2), null, CONVENED));
        }

        @Test
        void is_of_one_body() {
            meetings.withSeries(SERIES, TABLE);
            meeting.given().when(convene(SERIES)).refuses("series-of-another-body");
        }
    }

    @Nested
    class The_backlog {

        @Test
        void gives_an_item_that_was_not_reached_to_a_later_agenda() {
            meetings.with(WAITING, new KnownItem(COUNCIL, CONVENED, false));
            meeting.given().when(convene(take(OTHER_ITEM))).records(new MeetingConvened(COUNCIL, START, null, null,
                    List.of(new AgendaItem(OTHER_ITEM, "Normas", null, null, WAITING, null)), null, null, CONVENED));
            meeting.given(convened).when(new AddAgendaItem(ID, OTHER_ITEM, "Normas", null, null, WAITING, null, HELD))
                    .records(new AgendaItemAdded(OTHER_ITEM, "Normas", null, null, WAITING, null, HELD));
        }

        @Test
        void once() {
            meeting.given().when(convene(take(ITEM), take(OTHER_ITEM))).isInvalid("agenda/0/carriedFrom/item", "unknown-agenda-item", NOT_REACHED_ITEM);
            meetings.with(WAITING, new KnownItem(COUNCIL, CONVENED, false));
            meeting.given().when(convene(take(ITEM), take(OTHER_ITEM))).isInvalid("agenda/1/carriedFrom", "item-taken-up");
            meetings.with(WAITING, new KnownItem(COUNCIL, CONVENED, true));
            meeting.given().when(convene(take(ITEM))).refuses("item-taken-up");
        }

        @Test
        void of_the_same_body_and_as_of_then() {
            meeting.given(convened).when(new AddAgendaItem(ID, OTHER_ITEM, "Normas", null, null, WAITING, null, HELD))
                    .isInvalid("carriedFrom/item", "unknown-agenda-item", NOT_REACHED_ITEM);
            meetings.with(WAITING, new KnownItem(TABLE, CONVENED, false));
            meeting.given().when(convene(take(ITEM))).refuses("item-of-another-body");
            meetings.with(WAITING, new KnownItem(COUNCIL, null, false));
            meeting.given().when(convene(take(ITEM))).refuses("item-not-in-backlog");
            meetings.with(WAITING, new KnownItem(COUNCIL, CONVENED.plusDays(1), false));
            meeting.given().when(convene(take(ITEM))).refuses("item-not-in-backlog");
        }
    }

    @Nested
    class An_item {

        final MeetingEvent question = new QuestionPut(QUESTION, ITEM, "¿Qué?", null, HELD.plusDays(1));

        @Test
        void is_closed_with_its_outcome_once() {
            for (var outcome : ItemOutcome.values()) {
                meeting.given(convened, opened).when(close(ITEM, outcome, HELD)).records(new AgendaItemClosed(ITEM, outcome, HELD));
            }
            meeting.given(convened, opened, new AgendaItemClosed(ITEM, INFORMATION, HELD)).when(close(ITEM, DECISION, HELD)).refuses("agenda-item-closed");
            meeting.given(convened, opened).when(close(OTHER_ITEM, ACTION, HELD)).isInvalid("item", "unknown-agenda-item", OTHER_ITEM);
        }

        @Test
        void in_a_meeting_that_is_open() {
            meeting.given(convened).when(close(ITEM, INFORMATION, HELD)).refuses("meeting-not-open");
            meeting.given(convened, opened, closed).when(close(ITEM, INFORMATION, HELD)).refuses("meeting-closed");
            meeting.given(convened, opened).when(close(ITEM, INFORMATION, CONVENED)).refuses("effective-before-meeting", HELD);
        }

        @Test
        void is_not_unreached_once_a_question_was_put_under_it() {
            meeting.given(convened, opened, question).when(close(ITEM, NOT_REACHED, HELD.plusDays(1))).refuses("agenda-item-reached");
            meeting.given(convened, opened, question).when(close(ITEM, ACTION, HELD)).refuses("effective-before-previous", HELD.plusDays(1));
            meeting.given(convened, opened, question).when(close(ITEM, ACTION, HELD.plusDays(1))).records(new AgendaItemClosed(ITEM, ACTION, HELD.plusDays(1)));
            meeting.given(convened, opened, new AgendaItemClosed(ITEM, NOT_REACHED, HELD)).when(new PutQuestion(ID, QUESTION, ITEM, "¿Qué?", null, HELD))
                    .refuses("agenda-item-closed");
        }

        @Test
        void without_quorum_nothing_is_decided_in_it() {
            meeting.given(convened, opened(Quorum.of(0, 1))).when(close(ITEM, DECISION, HELD)).refuses("meeting-not-quorate");
            meeting.given(convened, opened(Quorum.of(0, 1))).when(close(ITEM, INFORMATION, HELD)).records(new AgendaItemClosed(ITEM, INFORMATION, HELD));
        }

        @Test
        void the_meeting_is_not_closed_before_it() {
            meeting.given(convened, opened, new AgendaItemClosed(ITEM, ACTION, HELD.plusDays(1))).when(new CloseMeeting(ID, HELD))
                    .refuses("effective-before-previous", HELD.plusDays(1));
        }
    }

    private static MeetingEvent opened(Quorum quorum) {
        return new MeetingOpened(List.of(new Attendee(MINISTRY, null, AttendanceRole.LEADS, null)), quorum, HELD);
    }

    private static AnswerConvocation answer(@Nullable InstitutionId institution, @Nullable UUID person, Convocation answer, LocalDate on) {
        return new AnswerConvocation(ID, institution, person, answer, null, on);
    }

    private static CloseAgendaItem close(UUID item, ItemOutcome outcome, LocalDate on) {
        return new CloseAgendaItem(ID, item, outcome, on);
    }

    private static ConveneMeeting convene(UUID series) {
        return new ConveneMeeting(ID, COUNCIL, START, null, null, null, series, null, CONVENED);
    }

    private static ConveneMeeting convene(NewAgendaItem... agenda) {
        return new ConveneMeeting(ID, COUNCIL, START, null, null, List.of(agenda), null, null, CONVENED);
    }

    private static NewAgendaItem take(UUID as) {
        return new NewAgendaItem(as, "Normas", null, null, WAITING, null);
    }
}
