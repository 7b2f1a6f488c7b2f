package constancia.command.meetings;

import static constancia.kernel.bodies.SeatRole.*;

import constancia.command.Fixtures;
import constancia.command.bodies.KnownBodies;
import constancia.command.bodies.Sectors;
import constancia.command.meetings.MeetingCommand.*;
import constancia.command.meetings.Meetings.KnownMeeting;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.bodies.BodyEvent.*;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.meetings.Quorum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** "Levanta minutas de las sesiones de trabajo, envío y finalización" (2014), and what may be said of them in between. */
class MinutesTest {

    static final MeetingId ID = new MeetingId(new UUID(1, 1));
    static final MeetingId NEXT = new MeetingId(new UUID(1, 2));
    static final BodyId COUNCIL = new BodyId(new UUID(2, 1));
    static final BodyId TABLE = new BodyId(new UUID(2, 2));
    static final InstitutionId MINISTRY = new InstitutionId(new UUID(3, 1));
    static final InstitutionId UNDP = new InstitutionId(new UUID(3, 2));
    static final InstitutionId SPAIN = new InstitutionId(new UUID(3, 3));
    static final InstitutionId ABSENT = new InstitutionId(new UUID(3, 4));
    static final UUID EXPERT = new UUID(4, 1);
    static final UUID OBSERVATION = new UUID(5, 1);
    static final UUID OTHER = new UUID(5, 2);
    static final UUID CORRIGENDUM = new UUID(6, 1);
    static final LocalDate FOUNDED = LocalDate.of(2014, 9, 1);
    static final LocalDate HELD = LocalDate.of(2014, 10, 1);
    static final LocalDate SENT = LocalDate.of(2014, 10, 3);
    static final LocalDate LATER = LocalDate.of(2014, 10, 8);

    final KnownMeetings meetings = new KnownMeetings();
    final KnownBodies bodies = new KnownBodies().with(COUNCIL, new BodyEstablished("Consejo", "C", BodyKind.COUNCIL, null, FOUNDED),
            new SeatTaken(new UUID(8, 1), MINISTRY, null, LEADS, FOUNDED, null, FOUNDED),
            new SeatTaken(new UUID(8, 2), SPAIN, null, FRIEND, FOUNDED, null, FOUNDED));
    final Fixtures<MeetingShell> meeting = Fixtures.of(MeetingShell.class, bodies, meetings, new Sectors(Map.of()));

    final MeetingEvent convened = new MeetingConvened(COUNCIL, Instant.parse("2014-10-01T15:00:00Z"), null, null, List.of(), null, null, FOUNDED);
    final MeetingEvent opened = new MeetingOpened(List.of(new Attendee(MINISTRY, null, AttendanceRole.LEADS, null), new Attendee(SPAIN, null, AttendanceRole.FRIEND, null),
            new Attendee(null, EXPERT, AttendanceRole.GUEST, null)), Quorum.of(1, 1), HELD);
    final MeetingEvent drafted = new MinutesDrafted(1, KnownMeetings.WRITTEN, SENT);
    final MeetingEvent circulated = new MinutesCirculated(1, null, SENT);
    final MeetingEvent observed = new MinutesObserved(OBSERVATION, 1, MINISTRY, null, "Falta la salvedad.", SENT);
    final MeetingEvent taken = new ObservationAnswered(OBSERVATION, true, "Consta en el audio.", SENT);
    final MeetingEvent notTaken = new ObservationAnswered(OBSERVATION, false, "No consta en el audio.", SENT);
    final MeetingEvent approved = approvedAs(1, null, KnownMeetings.WRITTEN);

    @Nested
    class They_are_drafted {

        @Test
        void from_the_meetings_own_records_or_as_edited() {
            closed().when(draft(null, SENT)).records(drafted);
            closed().when(draft("A mano.", SENT)).records(new MinutesDrafted(1, "A mano.", SENT));
            closed(drafted).when(draft("Mejor así.", SENT)).records(new MinutesDrafted(2, "Mejor así.", SENT));
        }

        @Test
        void once_the_meeting_is_closed() {
            meeting.given(convened, opened).when(draft(null, SENT)).refuses("meeting-not-closed");
            meeting.given(convened, new MeetingCancelled(HELD)).when(draft(null, SENT)).refuses("meeting-not-closed");
            closed().when(draft(null, HELD.minusDays(1))).refuses("effective-before-previous", HELD);
            closed(drafted).when(draft(null, HELD)).refuses("effective-before-previous", SENT);
        }

        @Test
        void by_the_technical_secretariat_or_the_unit() {
            closed().when(draft(null, SENT), by(MINISTRY)).records(drafted);
            closed().when(draft(null, SENT), by(SPAIN)).refuses("not-the-secretariat");
            bodies.with(COUNCIL, new SeatTaken(new UUID(8, 3), UNDP, null, TECHNICAL_SECRETARIAT, FOUNDED, null, FOUNDED));
            closed().when(draft(null, SENT), by(UNDP)).records(drafted);
            closed().when(draft(null, SENT), by(MINISTRY)).refuses("not-the-secretariat");
        }

        @Test
        void anew_when_observations_were_taken_and_all_are_answered() {
            closed(drafted, circulated).when(draft("Otra.", LATER)).refuses("no-observation-taken");
            closed(drafted, circulated, observed).when(draft("Otra.", LATER)).refuses("observations-unanswered");
            closed(drafted, circulated, observed, notTaken).when(draft("Otra.", LATER)).refuses("no-observation-taken");
            closed(drafted, circulated, observed, taken).when(draft("Otra.", LATER)).records(new MinutesDrafted(2, "Otra.", LATER));
            closed(drafted, circulated, approved).when(draft("Otra.", LATER)).refuses("minutes-approved");
        }
    }

    @Nested
    class They_are_circulated {

        @Test
        void each_draft_once() {
            closed().when(new CirculateMinutes(ID, null, SENT)).refuses("minutes-not-drafted");
            closed(drafted).when(new CirculateMinutes(ID, null, SENT)).records(circulated);
            closed(drafted, circulated).when(new CirculateMinutes(ID, null, SENT)).refuses("minutes-circulated");
            closed(drafted, circulated, observed, taken, new MinutesDrafted(2, "Otra.", LATER)).when(new CirculateMinutes(ID, null, LATER)).records(new MinutesCirculated(2, null, LATER));
            closed(drafted, circulated, approved).when(new CirculateMinutes(ID, null, LATER)).refuses("minutes-approved");
            closed(drafted).when(new CirculateMinutes(ID, null, SENT), by(SPAIN)).refuses("not-the-secretariat");
        }
    }

    @Nested
    class They_are_observed {

        @Test
        void by_those_who_attended_friends_and_guests_as_well() {
            closed(drafted, circulated).when(observe(MINISTRY, null)).records(observed(MINISTRY, null));
            closed(drafted, circulated).when(observe(SPAIN, null)).records(observed(SPAIN, null));
            closed(drafted, circulated).when(observe(null, EXPERT)).records(observed(null, EXPERT));
            closed(drafted, circulated).when(observe(ABSENT, null)).refuses("not-present");
        }

        @Test
        void until_the_last_day_set_for_it() {
            var until = new MinutesCirculated(1, LATER, SENT);
            closed(drafted).when(new CirculateMinutes(ID, LATER, SENT)).records(until);
            closed(drafted).when(new CirculateMinutes(ID, HELD, SENT)).isInvalid("observationsUntil", "until-before-effective", SENT);
            closed(drafted, until).when(new ObserveMinutes(ID, OBSERVATION, MINISTRY, null, "A tiempo.", LATER))
                    .records(new MinutesObserved(OBSERVATION, 1, MINISTRY, null, "A tiempo.", LATER));
            closed(drafted, until).when(new ObserveMinutes(ID, OBSERVATION, MINISTRY, null, "Tarde.", LATER.plusDays(1))).refuses("observations-closed", LATER);
            closed(drafted, until, observed, taken, new MinutesDrafted(2, "Otra.", LATER), new MinutesCirculated(2, null, LATER))
                    .when(new ObserveMinutes(ID, OTHER, MINISTRY, null, "De la otra.", LATER.plusDays(1)))
                    .records(new MinutesObserved(OTHER, 2, MINISTRY, null, "De la otra.", LATER.plusDays(1)));
        }

        @Test
        void while_a_draft_is_circulated() {
            closed().when(observe(MINISTRY, null)).refuses("minutes-not-drafted");
            closed(drafted).when(observe(MINISTRY, null)).refuses("minutes-not-circulated");
            closed(drafted, circulated, approved).when(new ObserveMinutes(ID, OBSERVATION, MINISTRY, null, "Tarde.", LATER)).refuses("minutes-approved");
            meeting.given(convened, opened).when(observe(MINISTRY, null)).refuses("meeting-not-closed");
        }

        @Test
        void as_often_as_there_is_something_to_say() {
            closed(drafted, circulated, observed).when(observe(MINISTRY, null)).refuses("observation-known");
            closed(drafted, circulated, observed).when(new ObserveMinutes(ID, OTHER, MINISTRY, null, "Y el lugar.", SENT))
                    .records(new MinutesObserved(OTHER, 1, MINISTRY, null, "Y el lugar.", SENT));
        }
    }

    @Nested
    class Each_observation_is_answered {

        @Test
        void taken_or_not_and_why() {
            closed(drafted, circulated, observed).when(answer(true, "Consta en el audio.")).records(taken);
            closed(drafted, circulated, observed).when(answer(false, "No consta en el audio.")).records(notTaken);
        }

        @Test
        void once_by_who_keeps_the_minutes() {
            closed(drafted, circulated).when(answer(true, "Sí.")).isInvalid("observation", "unknown-observation", OBSERVATION);
            closed(drafted, circulated, observed, taken).when(answer(false, "No.")).refuses("observation-answered");
            closed(drafted, circulated, observed).when(answer(true, "Sí."), by(SPAIN)).refuses("not-the-secretariat");
        }
    }

    @Nested
    class They_are_approved {

        @Test
        void as_circulated_with_the_hash_of_exactly_that_text() {
            var text = "Minuta de la sesión — «ñ»\nSegunda línea";
            closed(new MinutesDrafted(1, text, SENT), circulated).when(approve(null))
                    .records(new MinutesApproved(1, "MIN-C-2014-0001", null, text, "3c06808d7d5318e65b6ffe2f2b17da33714cec881f4513611bdb25ccdf694b7f", LATER));
        }

        @Test
        void with_every_observation_answered_and_those_taken_in_the_text() {
            closed().when(approve(null)).refuses("minutes-not-drafted");
            closed(drafted).when(approve(null)).refuses("minutes-not-circulated");
            closed(drafted, circulated, observed).when(approve(null)).refuses("observations-unanswered");
            closed(drafted, circulated, observed, taken).when(approve(null)).refuses("observations-not-drafted");
            closed(drafted, circulated, observed, taken, new MinutesDrafted(2, "Otra.", LATER)).when(approve(null)).refuses("minutes-not-circulated");
            closed(drafted, circulated, observed, notTaken).when(approve(null)).records(approvedAs(1, null, KnownMeetings.WRITTEN));
            closed(drafted, circulated, observed, taken, new MinutesDrafted(2, "Otra.", LATER), new MinutesCirculated(2, null, LATER)).when(approve(null))
                    .records(approvedAs(2, null, "Otra."));
            closed(drafted, circulated).when(approve(null), by(SPAIN)).refuses("not-the-secretariat");
            closed(drafted, circulated, approved).when(approve(null)).refuses("minutes-approved");
        }

        @Test
        void when_they_can_be_observed_no_more_unless_all_acknowledged_them_or_there_is_a_reason() {
            var until = new MinutesCirculated(1, LATER, SENT);
            closed(drafted, until).when(approve(null)).refuses("observations-open", LATER);
            closed(drafted, until).when(new ApproveMinutes(ID, null, LATER.plusDays(1)))
                    .records(new MinutesApproved(1, "MIN-C-2014-0001", null, KnownMeetings.WRITTEN, HASHES.get(KnownMeetings.WRITTEN), LATER.plusDays(1)));
            closed(drafted, until).when(approve(null), new Provenance("unidad", null, false, Through.API, "Sesiona mañana la Asamblea.")).records(approved);
            closed(drafted, until, acknowledged(MINISTRY, null, SENT), acknowledged(SPAIN, null, SENT)).when(approve(null)).refuses("observations-open", LATER);
            closed(drafted, until, acknowledged(MINISTRY, null, SENT), acknowledged(SPAIN, null, SENT), acknowledged(null, EXPERT, LATER)).when(approve(null)).records(approved);
            closed(drafted, until, acknowledged(MINISTRY, null, SENT), acknowledged(SPAIN, null, SENT), acknowledged(null, EXPERT, LATER.plusDays(1))).when(approve(null))
                    .refuses("observations-open", LATER);
            closed(drafted, until, observed, notTaken, acknowledged(MINISTRY, null, SENT), acknowledged(SPAIN, null, SENT), acknowledged(null, EXPERT, SENT)).when(approve(null))
                    .refuses("observations-open", LATER);
        }

        @Test
        void with_a_folio_of_the_body_and_of_the_year_of_the_session() {
            closed(drafted, circulated).when(new ApproveMinutes(ID, null, LocalDate.of(2015, 1, 8)))
                    .records(new MinutesApproved(1, "MIN-C-2014-0001", null, KnownMeetings.WRITTEN, HASHES.get(KnownMeetings.WRITTEN), LocalDate.of(2015, 1, 8)));
        }

        @Test
        void by_a_later_meeting_of_the_body_that_could_decide_if_one_did() {
            closed(drafted, circulated).when(approve(NEXT)).isInvalid("meeting", "unknown-meeting", NEXT);
            refusedIn(TABLE, LATER, true, "meeting-of-another-body");
            refusedIn(COUNCIL, null, false, "not-a-later-meeting", LATER);
            refusedIn(COUNCIL, HELD.minusDays(1), true, "not-a-later-meeting", LATER);
            refusedIn(COUNCIL, LATER.plusDays(1), true, "not-a-later-meeting", LATER);
            refusedIn(COUNCIL, LATER, false, "meeting-not-quorate");
            meetings.with(new KnownMeeting(ID, COUNCIL, HELD, true, HELD, false, false));
            closed(drafted, circulated).when(approve(ID)).refuses("not-a-later-meeting", LATER);
            meetings.with(new KnownMeeting(NEXT, COUNCIL, LATER, true, null, false, false));
            closed(drafted, circulated).when(approve(NEXT)).records(approvedAs(1, NEXT, KnownMeetings.WRITTEN));
        }

        private void refusedIn(BodyId body, @Nullable LocalDate openedOn, boolean quorate, String code, Object... args) {
            meetings.with(new KnownMeeting(NEXT, body, openedOn, quorate, null, false, false));
            closed(drafted, circulated).when(approve(NEXT)).refuses(code, args);
        }
    }

    @Nested
    class Whoever_attended {

        @Test
        void acknowledges_the_draft_circulated_once() {
            meeting.given(convened, opened).when(new AcknowledgeMinutes(ID, MINISTRY, null, SENT)).refuses("meeting-not-closed");
            closed().when(new AcknowledgeMinutes(ID, MINISTRY, null, SENT)).refuses("minutes-not-drafted");
            closed(drafted).when(new AcknowledgeMinutes(ID, MINISTRY, null, SENT)).refuses("minutes-not-circulated");
            closed(drafted, circulated).when(new AcknowledgeMinutes(ID, MINISTRY, null, HELD)).refuses("minutes-not-circulated");
            closed(drafted, circulated).when(new AcknowledgeMinutes(ID, MINISTRY, OTHER, SENT)).records(acknowledged(MINISTRY, OTHER, SENT));
            closed(drafted, circulated).when(new AcknowledgeMinutes(ID, null, EXPERT, SENT)).records(acknowledged(null, EXPERT, SENT));
            closed(drafted, circulated).when(new AcknowledgeMinutes(ID, UNDP, EXPERT, SENT)).records(acknowledged(null, EXPERT, SENT));
            closed(drafted, circulated).when(new AcknowledgeMinutes(ID, ABSENT, null, SENT)).refuses("not-present");
            closed(drafted, circulated).when(new AcknowledgeMinutes(ID, null, null, SENT)).isInvalid("institution", "required");
            closed(drafted, circulated, acknowledged(MINISTRY, OTHER, SENT)).when(new AcknowledgeMinutes(ID, MINISTRY, null, LATER)).refuses("minutes-acknowledged", SENT);
            closed(drafted, circulated, acknowledged(MINISTRY, null, SENT), observed, taken, new MinutesDrafted(2, "Otra.", LATER), new MinutesCirculated(2, null, LATER))
                    .when(new AcknowledgeMinutes(ID, MINISTRY, null, LATER)).records(new MinutesAcknowledged(2, MINISTRY, null, LATER));
        }

        @Test
        void acknowledges_whenever_the_receipt_comes_in() {
            closed(drafted, circulated, new MinutesApproved(1, null, null, "Minuta", "0".repeat(64), LATER)).when(new AcknowledgeMinutes(ID, SPAIN, null, SENT))
                    .records(acknowledged(SPAIN, null, SENT));
        }

        @Test
        void signs_once_what_was_approved() {
            closed(drafted, circulated).when(sign(MINISTRY, OTHER, Capacity.REPRESENTATIVE, LATER)).refuses("minutes-signed-when-approved");
            closed(drafted, circulated, approved).when(sign(MINISTRY, OTHER, Capacity.REPRESENTATIVE, SENT)).refuses("effective-before-previous", LATER);
            closed(drafted, circulated, approved).when(sign(MINISTRY, OTHER, Capacity.REPRESENTATIVE, LATER)).records(signed(MINISTRY, OTHER, Capacity.REPRESENTATIVE));
            closed(drafted, circulated, approved).when(sign(null, EXPERT, null, LATER)).records(signed(null, EXPERT, null));
            closed(drafted, circulated, approved).when(sign(null, EXPERT, Capacity.DELEGATE, LATER)).isInvalid("capacity", "capacity-without-institution");
            closed(drafted, circulated, approved).when(sign(ABSENT, null, null, LATER)).refuses("not-present");
            closed(drafted, circulated, approved, signed(MINISTRY, OTHER, Capacity.REPRESENTATIVE)).when(sign(MINISTRY, null, null, LATER)).refuses("minutes-signed", LATER);
            closed(drafted, circulated, approved, acknowledged(SPAIN, null, SENT)).when(sign(SPAIN, null, null, LATER)).records(signed(SPAIN, null, null));
        }

        private SignMinutes sign(@Nullable InstitutionId institution, @Nullable UUID person, @Nullable Capacity capacity, LocalDate on) {
            return new SignMinutes(ID, institution, person, capacity, null, on);
        }

        private MeetingEvent signed(@Nullable InstitutionId institution, @Nullable UUID person, @Nullable Capacity capacity) {
            return new MinutesSigned(institution, person, capacity, null, LATER);
        }
    }

    @Nested
    class Afterwards_there_is_only_a_corrigendum {

        final IssueCorrigendum corrigendum = new IssueCorrigendum(ID, CORRIGENDUM, "Donde dice diez, léase doce.", LATER);
        final MeetingEvent issued = new CorrigendumIssued(CORRIGENDUM, "Donde dice diez, léase doce.", LATER);

        @Test
        void beside_the_minutes_approved() {
            closed(drafted, circulated, approved).when(corrigendum).records(issued);
            closed(drafted, circulated).when(corrigendum).refuses("minutes-not-approved");
            closed(drafted, circulated, approved, issued).when(corrigendum).refuses("corrigendum-known");
            closed(drafted, circulated, approved).when(corrigendum, by(SPAIN)).refuses("not-the-secretariat");
            closed(drafted, circulated, approved).when(new IssueCorrigendum(ID, CORRIGENDUM, "Antes.", SENT)).refuses("effective-before-previous", LATER);
        }
    }

    private Fixtures<MeetingShell>.Given closed(MeetingEvent... minutes) {
        return meeting.given(convened, opened, new MeetingClosed(HELD)).and(minutes);
    }

    private static DraftMinutes draft(@Nullable String text, LocalDate on) {
        return new DraftMinutes(ID, text, on);
    }

    private static ObserveMinutes observe(@Nullable InstitutionId institution, @Nullable UUID person) {
        return new ObserveMinutes(ID, OBSERVATION, institution, person, "Falta la salvedad.", SENT);
    }

    private static MeetingEvent observed(@Nullable InstitutionId institution, @Nullable UUID person) {
        return new MinutesObserved(OBSERVATION, 1, institution, person, "Falta la salvedad.", SENT);
    }

    private static AnswerObservation answer(boolean taken, String why) {
        return new AnswerObservation(ID, OBSERVATION, taken, why, SENT);
    }

    private static ApproveMinutes approve(@Nullable MeetingId meeting) {
        return new ApproveMinutes(ID, meeting, LATER);
    }

    private static MeetingEvent acknowledged(@Nullable InstitutionId institution, @Nullable UUID person, LocalDate on) {
        return new MinutesAcknowledged(1, institution, person, on);
    }

    /** The hashes are those that {@code sha256sum} gives. */
    static final Map<String, String> HASHES = Map.of(KnownMeetings.WRITTEN, "bcf059ece816f39ab3b2adc435ef0edc77bddff4a8948af2f1669f6787fce3db", "Otra.",
            "5e5286d0e96643b4ee0e1f66a9bad0dbf771331e468d5f38ace8afe4edd78892");

    private static MeetingEvent approvedAs(int draft, @Nullable MeetingId meeting, String text) {
        return new MinutesApproved(draft, "MIN-C-2014-0001", meeting, text, HASHES.get(text), LATER);
    }

    /** The account of an institution, acting for it. */
    private static Provenance by(InstitutionId institution) {
        return new Provenance("enlace", institution, false, Through.API, null);
    }
}
