package constancia.command.meetings;

import static constancia.kernel.meetings.Assessment.*;
import static constancia.kernel.meetings.DeliberationOutcome.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.Command;
import constancia.command.Correction;
import constancia.command.Fixtures;
import constancia.command.Rectify;
import constancia.command.bodies.KnownBodies;
import constancia.command.bodies.Sectors;
import constancia.command.meetings.MeetingCommand.*;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.Rectified;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyEvent.BodyEstablished;
import constancia.kernel.bodies.BodyEvent.SeatTaken;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.Assessment;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.DeliberationOutcome;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.meetings.Quorum;
import constancia.kernel.meetings.TakenUp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The council's "Procedimiento para la facilitación del intercambio" (2014), sentence by sentence. */
class DeliberationTest {

    static final MeetingId ID = new MeetingId(id(1));
    static final BodyId COUNCIL = new BodyId(id(2));
    static final InstitutionId MINISTRY = new InstitutionId(id(4));
    static final InstitutionId UNDP = new InstitutionId(id(5));
    static final InstitutionId SPAIN = new InstitutionId(id(6));
    static final InstitutionId CHURCHES = new InstitutionId(id(7));
    static final InstitutionId MAYORS = new InstitutionId(id(8));
    static final InstitutionId EXPERT = new InstitutionId(id(9));
    static final InstitutionId ABSENT = new InstitutionId(id(10));
    static final UUID ITEM = id(20);
    static final UUID QUESTION = id(21);
    static final UUID OTHER = id(22);
    static final UUID STRANGER = id(23);
    static final MeetingId OF_THE_TABLE = new MeetingId(id(30));
    static final UUID TABLES = id(31);
    static final UUID UNFINISHED = id(32);
    static final LocalDate CONVENED = LocalDate.of(2014, 9, 17);
    static final LocalDate HELD = LocalDate.of(2014, 10, 1);
    static final LocalDate NEXT_DAY = LocalDate.of(2014, 10, 2);
    static final List<String> OPTIONS = List.of("Diez municipios, por incidencia.", "Cincuenta municipios, por etapas.");
    static final List<String> SECOND = List.of("Diez municipios ahora y los demás según haya recursos.");

    final KnownMeetings meetings = lookup();
    final List<MeetingEvent> kept = meetings.kept;
    final Fixtures<MeetingShell> meeting = Fixtures.of(MeetingShell.class, new KnownBodies(), meetings, new Sectors(Map.of()));

    final MeetingEvent convened = new MeetingConvened(COUNCIL, Instant.parse("2014-10-01T15:00:00Z"), null, null,
            List.of(new AgendaItem(ITEM, "Plan de intervenciones prioritarias", null, null, null, null)), null, null, CONVENED);
    final MeetingEvent opened = opened(Quorum.of(4, 3));
    final MeetingEvent put = new QuestionPut(QUESTION, null, "¿Qué municipios deben atenderse primero?", null, HELD);
    final MeetingEvent compiled = new ProposalCompiled(QUESTION, OPTIONS, HELD);
    final MeetingEvent second = new SecondProposalPut(QUESTION, SECOND, HELD);

    @Nested
    class The_facilitator_will_put_the_question_on_which_the_exchange_is_to_be_held {

        @Test
        void under_an_item_of_the_agenda_or_none() {
            given().when(put(QUESTION, ITEM, null)).records(new QuestionPut(QUESTION, ITEM, "¿Qué?", null, HELD));
            given().when(put(QUESTION, null, null)).records(new QuestionPut(QUESTION, null, "¿Qué?", null, HELD));
            given().when(put(QUESTION, STRANGER, null)).isInvalid("item", "unknown-agenda-item", STRANGER);
            assertThat(kept).hasSize(2);
        }

        @Test
        void more_than_one_in_a_meeting_each_on_its_own() {
            given(put, compiled).when(put(QUESTION, null, null)).refuses("deliberation-known");
            given(put, compiled).when(put(OTHER, null, null)).records(new QuestionPut(OTHER, null, "¿Qué?", null, HELD));
            var other = new QuestionPut(OTHER, null, "¿Cómo se financia?", null, HELD);
            given(put, compiled, other).when(position(OTHER, MINISTRY)).records(new PositionRecorded(OTHER, MINISTRY, null, "Esto.", true, HELD));
        }

        @Test
        void what_the_table_proposed_is_taken_up_once_it_is_concluded() {
            var proposal = new TakenUp(OF_THE_TABLE, TABLES);
            given().when(put(QUESTION, null, proposal)).records(new QuestionPut(QUESTION, null, "¿Qué?", proposal, HELD));
            given().when(put(QUESTION, null, new TakenUp(ID, TABLES))).isInvalid("takesUp/deliberation", "unknown-deliberation", TABLES);
            given().when(put(QUESTION, null, new TakenUp(OF_THE_TABLE, UNFINISHED))).refuses("deliberation-not-concluded", HELD);
        }

        @Test
        void in_a_meeting_that_is_open() {
            meeting.given(convened).when(put(QUESTION, null, null)).refuses("meeting-not-open");
            meeting.given(convened, new MeetingCancelled(CONVENED)).when(put(QUESTION, null, null)).refuses("meeting-cancelled");
            given(new MeetingClosed(HELD)).when(put(QUESTION, null, null)).refuses("meeting-closed");
            given().when(new PutQuestion(ID, QUESTION, null, "¿Qué?", null, HELD.minusDays(1))).refuses("effective-before-meeting", HELD);
        }

        @Test
        void and_nobody_else_puts_it() {
            given().when(put(QUESTION, null, null), by(MAYORS)).refuses("not-the-facilitator");
            given().when(put(QUESTION, null, null), by(ABSENT)).refuses("not-the-facilitator");
            given().when(put(QUESTION, null, null), by(MINISTRY)).records(new QuestionPut(QUESTION, null, "¿Qué?", null, HELD));
        }
    }

    @Nested
    class Each_of_the_members_may_if_it_so_wishes_set_out_its_opinions {

        @Test
        void each_that_is_there() {
            given(put).when(position(QUESTION, MAYORS)).records(new PositionRecorded(QUESTION, MAYORS, null, "Esto.", true, HELD));
            given(put).when(position(QUESTION, ABSENT)).refuses("not-present");
            given(put).when(new RecordPosition(ID, QUESTION, null, null, "Esto.", HELD)).isInvalid("institution", "required");
        }

        @Test
        void more_than_one_opinion_of_each_or_none() {
            var said = new PositionRecorded(QUESTION, MAYORS, null, "Eso.", true, HELD);
            given(put, said).when(position(QUESTION, MAYORS)).records(new PositionRecorded(QUESTION, MAYORS, null, "Esto.", true, HELD));
            given(put).when(new CompileProposal(ID, QUESTION, OPTIONS, HELD)).records(compiled);
        }

        @Test
        void friends_observers_and_guests_speak_and_do_not_count() {
            given(put).when(position(QUESTION, SPAIN)).records(new PositionRecorded(QUESTION, SPAIN, null, "Esto.", false, HELD));
            given(put).when(position(QUESTION, CHURCHES)).records(new PositionRecorded(QUESTION, CHURCHES, null, "Esto.", false, HELD));
            given(put).when(position(QUESTION, EXPERT)).records(new PositionRecorded(QUESTION, EXPERT, null, "Esto.", false, HELD));
        }

        @Test
        void on_a_question_that_was_put_and_before_the_proposal() {
            given().when(position(QUESTION, MAYORS)).isInvalid("deliberation", "unknown-deliberation", QUESTION);
            given(put, compiled).when(position(QUESTION, MAYORS)).refuses("proposal-compiled");
        }
    }

    @Nested
    class The_facilitator_will_gather_the_ideas_and_draw_up_a_proposal_that_takes_them_in {

        @Test
        void once() {
            given(put).when(new CompileProposal(ID, QUESTION, OPTIONS, HELD)).records(compiled);
            given(put, compiled).when(new CompileProposal(ID, QUESTION, SECOND, HELD)).refuses("proposal-compiled");
        }

        @Test
        void and_nobody_else_draws_it_up() {
            given(put).when(new CompileProposal(ID, QUESTION, OPTIONS, HELD), by(MAYORS)).refuses("not-the-facilitator");
        }
    }

    @Nested
    class If_it_is_to_choose_between_options_they_must_be_stated_in_order_of_priority {

        @Test
        void they_are_kept_in_the_order_in_which_they_are_stated() {
            given(put).when(new CompileProposal(ID, QUESTION, OPTIONS.reversed(), HELD)).records(new ProposalCompiled(QUESTION, OPTIONS.reversed(), HELD));
        }

        @Test
        void each_once_and_one_at_least() {
            given(put).when(new CompileProposal(ID, QUESTION, List.of(), HELD)).isInvalid("options", "required");
            given(put).when(new CompileProposal(ID, QUESTION, List.of("Uno", "Dos", "Uno"), HELD)).isInvalid("options/2", "option-twice");
        }
    }

    @Nested
    class The_members_express_their_assessments_of_what_was_gathered {

        @Test
        void they_agree_agree_with_a_reservation_or_disagree() {
            given(put, compiled).when(assess(MAYORS, AGREES, null)).records(assessed(MAYORS, AGREES, null, true));
            given(put, compiled).when(assess(MAYORS, AGREES_WITH_RESERVATION, "Sin fondos no.")).records(assessed(MAYORS, AGREES_WITH_RESERVATION, "Sin fondos no.", true));
            given(put, compiled).when(assess(MAYORS, DISAGREES, "No es la prioridad.")).records(assessed(MAYORS, DISAGREES, "No es la prioridad.", true));
        }

        @Test
        void a_reservation_or_a_disagreement_says_what_it_is() {
            given(put, compiled).when(assess(MAYORS, AGREES_WITH_RESERVATION, null)).isInvalid("text", "assessment-needs-text");
            given(put, compiled).when(assess(MAYORS, DISAGREES, null)).isInvalid("text", "assessment-needs-text");
        }

        @Test
        void only_of_a_proposal_and_only_who_is_there() {
            given(put).when(assess(MAYORS, AGREES, null)).refuses("no-proposal");
            given(put, compiled).when(assess(ABSENT, AGREES, null)).refuses("not-present");
        }

        @Test
        void the_latest_of_an_institution_counts_until_the_next_step() {
            given(put, compiled, disagrees(MAYORS), agrees(MAYORS)).when(conclude(CONSENSUS)).records(new DeliberationConcluded(QUESTION, CONSENSUS, HELD));
            given(put, compiled, agrees(MAYORS), disagrees(MAYORS)).when(conclude(CONSENSUS)).refuses("second-proposal-missing");
            given(put, compiled, disagrees(MAYORS), second, agrees(MAYORS)).when(conclude(CONSENSUS)).records(new DeliberationConcluded(QUESTION, CONSENSUS, HELD));
        }

        @Test
        void friends_and_observers_are_heard_and_never_count() {
            given(put, compiled).when(assess(SPAIN, DISAGREES, "No.")).records(assessed(SPAIN, DISAGREES, "No.", false));
            given(put, compiled, agrees(MAYORS), assessed(SPAIN, DISAGREES, "No.", false)).when(conclude(CONSENSUS))
                    .records(new DeliberationConcluded(QUESTION, CONSENSUS, HELD));
            given(put, compiled, assessed(SPAIN, AGREES, null, false)).when(conclude(CONSENSUS)).refuses("nobody-assessed");
        }
    }

    @Nested
    class If_discrepancies_persist_on_some_points_the_facilitator_will_put_a_second_option_of_decision {

        @Test
        void a_reservation_is_one_and_a_disagreement_is_one() {
            given(put, compiled, disagrees(MAYORS)).when(new PutSecondProposal(ID, QUESTION, SECOND, HELD)).records(second);
            given(put, compiled, reserves(MAYORS)).when(new PutSecondProposal(ID, QUESTION, SECOND, HELD)).records(second);
        }

        @Test
        void only_if_they_persist_among_those_that_count() {
            given(put).when(new PutSecondProposal(ID, QUESTION, SECOND, HELD)).refuses("no-proposal");
            given(put, compiled).when(new PutSecondProposal(ID, QUESTION, SECOND, HELD)).refuses("no-discrepancies");
            given(put, compiled, agrees(MAYORS), assessed(SPAIN, DISAGREES, "No.", false)).when(new PutSecondProposal(ID, QUESTION, SECOND, HELD))
                    .refuses("no-discrepancies");
        }

        @Test
        void never_a_third() {
            given(put, compiled, disagrees(MAYORS), second, disagrees(MAYORS)).when(new PutSecondProposal(ID, QUESTION, OPTIONS, HELD)).refuses("no-third-proposal");
        }

        @Test
        void and_nobody_else_puts_it() {
            given(put, compiled, disagrees(MAYORS)).when(new PutSecondProposal(ID, QUESTION, SECOND, HELD), by(MAYORS)).refuses("not-the-facilitator");
            given(put, compiled, disagrees(MAYORS)).when(new PutSecondProposal(ID, QUESTION, List.of(), HELD)).isInvalid("options", "required");
        }
    }

    @Nested
    class If_they_persist_they_may_be_made_part_of_the_final_report {

        @Test
        void unresolved_is_what_is_disagreed_with_after_the_second_proposal() {
            given(put, compiled, disagrees(MAYORS)).when(conclude(UNRESOLVED)).refuses("second-proposal-missing");
            given(put, compiled, disagrees(MAYORS), second, agrees(MINISTRY), disagrees(MAYORS)).when(conclude(UNRESOLVED))
                    .records(new DeliberationConcluded(QUESTION, UNRESOLVED, HELD));
        }

        @Test
        void the_outcome_is_what_the_assessments_say() {
            given(put, compiled, agrees(MINISTRY), agrees(MAYORS)).when(conclude(UNRESOLVED)).refuses("outcome-not-as-assessed", "consensus");
            given(put, compiled, agrees(MINISTRY), reserves(MAYORS)).when(conclude(CONSENSUS)).refuses("outcome-not-as-assessed", "consensus-with-reservations");
            given(put, compiled, agrees(MINISTRY), reserves(MAYORS)).when(conclude(CONSENSUS_WITH_RESERVATIONS))
                    .records(new DeliberationConcluded(QUESTION, CONSENSUS_WITH_RESERVATIONS, HELD));
            given(put, compiled, disagrees(MAYORS), second, reserves(MINISTRY), disagrees(MAYORS)).when(conclude(CONSENSUS_WITH_RESERVATIONS))
                    .refuses("outcome-not-as-assessed", "unresolved");
        }

        @Test
        void of_what_was_proposed_and_assessed() {
            given(put).when(conclude(CONSENSUS)).refuses("no-proposal");
            given(put, compiled).when(conclude(CONSENSUS)).refuses("nobody-assessed");
            given(put, compiled, disagrees(MAYORS), second).when(conclude(UNRESOLVED)).refuses("nobody-assessed");
        }

        @Test
        void without_quorum_the_meeting_may_be_held_but_decides_nothing() {
            var exchange = meeting.given(convened, opened(Quorum.of(1, 3)), put, compiled, agrees(MAYORS));
            exchange.when(conclude(CONSENSUS)).refuses("meeting-not-quorate");
            exchange.when(assess(MINISTRY, AGREES, null)).records(assessed(MINISTRY, AGREES, null, true));
            meeting.given(convened, opened(Quorum.of(1, null)), put, compiled, agrees(MAYORS)).when(conclude(CONSENSUS))
                    .records(new DeliberationConcluded(QUESTION, CONSENSUS, HELD));
        }

        @Test
        void nothing_comes_after_the_conclusion() {
            var concluded = new DeliberationConcluded(QUESTION, CONSENSUS, HELD);
            var over = given(put, compiled, agrees(MAYORS), concluded);
            over.when(position(QUESTION, MAYORS)).refuses("deliberation-concluded", HELD);
            over.when(assess(MAYORS, AGREES, null)).refuses("deliberation-concluded", HELD);
            over.when(new CompileProposal(ID, QUESTION, OPTIONS, HELD)).refuses("deliberation-concluded", HELD);
            over.when(new PutSecondProposal(ID, QUESTION, SECOND, HELD)).refuses("deliberation-concluded", HELD);
            over.when(conclude(CONSENSUS)).refuses("deliberation-concluded", HELD);
        }

        @Test
        void and_nobody_else_concludes() {
            given(put, compiled, agrees(MAYORS)).when(conclude(CONSENSUS), by(MAYORS)).refuses("not-the-facilitator");
        }
    }

    @Nested
    class The_facilitator_will_have_the_support_of_the_executive_secretariat {

        @Test
        void which_may_put_and_gather_in_its_stead() {
            given().when(put(QUESTION, null, null), by(UNDP)).records(new QuestionPut(QUESTION, null, "¿Qué?", null, HELD));
            given(put).when(new CompileProposal(ID, QUESTION, OPTIONS, HELD), by(UNDP)).records(compiled);
        }
    }

    @Nested
    class Each_deliberation_has_its_own_order {

        @Test
        void no_step_comes_before_the_last_one() {
            var late = new QuestionPut(QUESTION, null, "¿Qué?", null, NEXT_DAY);
            given(late).when(position(QUESTION, MAYORS)).refuses("effective-before-previous", NEXT_DAY);
            given(late).when(put(OTHER, null, null)).records(new QuestionPut(OTHER, null, "¿Qué?", null, HELD));
        }

        @Test
        void a_meeting_is_not_closed_before_what_was_said_in_it() {
            var late = new QuestionPut(QUESTION, null, "¿Qué?", null, NEXT_DAY);
            given(late).when(new CloseMeeting(ID, HELD)).refuses("effective-before-previous", NEXT_DAY);
            given(late).when(new CloseMeeting(ID, NEXT_DAY)).records(new MeetingClosed(NEXT_DAY));
        }
    }

    @Test
    void the_attendance_is_not_corrected_so_that_what_was_said_would_have_counted_otherwise() {
        var bodies = new KnownBodies().with(COUNCIL, new BodyEstablished("Consejo", "C", BodyKind.COUNCIL, null, CONVENED),
                seat(40, SeatRole.LEADS), seat(41, SeatRole.OBSERVER));
        var held = Fixtures.of(MeetingShell.class, bodies, meetings, new Sectors(Map.of(MINISTRY, LocalDate.MAX)))
                .given(convened, new MeetingOpened(List.of(came(MINISTRY, AttendanceRole.LEADS)), Quorum.of(1, null), HELD), put);
        var observing = attended(new Present(MINISTRY, null, SeatRole.OBSERVER, null));
        held.when(observing).records(new Rectified(2, new MeetingOpened(List.of(came(MINISTRY, AttendanceRole.OBSERVER)), Quorum.of(0, null), HELD), NEXT_DAY));
        held.and(new PositionRecorded(QUESTION, MINISTRY, null, "Esto.", true, HELD)).when(observing).refuses(refused -> {
            assertThat(refused.code()).isEqualTo("rectification-breaks-history");
            assertThat(refused.args().getFirst()).isEqualTo(4);
            assertThat(refused.args().get(1)).isInstanceOfSatisfying(Refused.class, because -> assertThat(because.code()).isEqualTo("recorded-otherwise"));
        });
    }

    private static SeatTaken seat(int n, SeatRole role) {
        return new SeatTaken(id(n), MINISTRY, null, role, CONVENED, null, CONVENED);
    }

    private static Rectify attended(Present present) {
        return new Rectify(ID, 2, new Correction() {
            @Override
            @SuppressWarnings("unchecked")
            public <C extends Command> C over(C said) {
                return (C) new OpenMeeting(ID, List.of(present), HELD);
            }
        }, null, NEXT_DAY);
    }

    private Fixtures<MeetingShell>.Given given(MeetingEvent... more) {
        return meeting.given(convened, opened).and(more);
    }

    private static MeetingEvent opened(Quorum quorum) {
        return new MeetingOpened(List.of(came(MINISTRY, AttendanceRole.FACILITATES), came(UNDP, AttendanceRole.TECHNICAL_SECRETARIAT), came(MAYORS, AttendanceRole.MEMBER),
                came(SPAIN, AttendanceRole.FRIEND), came(CHURCHES, AttendanceRole.OBSERVER), came(EXPERT, AttendanceRole.GUEST)), quorum, HELD);
    }

    private static Attendee came(InstitutionId institution, AttendanceRole role) {
        return new Attendee(institution, null, role, null);
    }

    private static PutQuestion put(UUID deliberation, @Nullable UUID item, @Nullable TakenUp takesUp) {
        return new PutQuestion(ID, deliberation, item, "¿Qué?", takesUp, HELD);
    }

    private static RecordPosition position(UUID deliberation, InstitutionId institution) {
        return new RecordPosition(ID, deliberation, institution, null, "Esto.", HELD);
    }

    private static AssessProposal assess(InstitutionId institution, Assessment assessment, @Nullable String text) {
        return new AssessProposal(ID, QUESTION, institution, null, assessment, text, HELD);
    }

    private static ConcludeDeliberation conclude(DeliberationOutcome outcome) {
        return new ConcludeDeliberation(ID, QUESTION, outcome, HELD);
    }

    private static MeetingEvent assessed(InstitutionId institution, Assessment assessment, @Nullable String text, boolean counts) {
        return new ProposalAssessed(QUESTION, institution, null, assessment, text, counts, HELD);
    }

    private static MeetingEvent agrees(InstitutionId institution) {
        return assessed(institution, AGREES, null, true);
    }

    private static MeetingEvent reserves(InstitutionId institution) {
        return assessed(institution, AGREES_WITH_RESERVATION, "Sin fondos no.", true);
    }

    private static MeetingEvent disagrees(InstitutionId institution) {
        return assessed(institution, DISAGREES, "No es la prioridad.", true);
    }

    /** The account of an institution, acting for it. */
    private static Provenance by(InstitutionId institution) {
        return new Provenance("enlace", institution, false, Through.API, null);
    }

    private static KnownMeetings lookup() {
        return new KnownMeetings() {
            @Override
            public Optional<KnownDeliberation> deliberation(MeetingId meeting, UUID deliberation) {
                return !meeting.equals(OF_THE_TABLE) ? Optional.empty() : Optional.ofNullable(Map.of(TABLES, new KnownDeliberation(HELD, CONSENSUS),
                        UNFINISHED, new KnownDeliberation(null, null)).get(deliberation));
            }
        };
    }

    private static UUID id(int n) {
        return UUID.fromString("0194d0c2-0000-7000-8000-0000000003%02d".formatted(n));
    }
}
