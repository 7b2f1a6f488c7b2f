package constancia.query.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.Assessment;
import constancia.kernel.meetings.DeliberationOutcome;
import constancia.kernel.meetings.DeliberationStage;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.meetings.Quorum;
import constancia.kernel.meetings.TakenUp;
import constancia.kernel.reserve.ItemClass;
import constancia.query.history.Names;
import constancia.query.history.Names.*;
import constancia.query.history.Summaries;
import constancia.query.meetings.DeliberationItem.*;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The exchange of a session as people see it, with what persists for the final report. */
class DeliberationViewTest {

    static final InstitutionId MAYORS = new InstitutionId(new UUID(1, 1));
    static final InstitutionId SPAIN = new InstitutionId(new UUID(1, 2));
    static final InstitutionId MINISTRY = new InstitutionId(new UUID(1, 3));
    static final MeetingId TABLES_MEETING = new MeetingId(new UUID(2, 1));
    static final UUID QUESTION = new UUID(3, 1);
    static final UUID OTHER = new UUID(3, 2);
    static final UUID ITEM = new UUID(4, 1);
    static final LocalDate CONVENED = LocalDate.of(2014, 9, 17);
    static final LocalDate HELD = LocalDate.of(2014, 10, 1);
    static final LocalDate NEXT_DAY = LocalDate.of(2014, 10, 2);

    static final UUID PERSON = new UUID(8, 1);

    final MeetingView view = new MeetingView();
    final Names names = names();
    final MeetingEvent put = new QuestionPut(QUESTION, ITEM, "¿Qué municipios primero?", new TakenUp(TABLES_MEETING, OTHER), HELD);
    final MeetingEvent spoke = new PositionRecorded(QUESTION, MAYORS, null, "Los más afectados.", true, HELD);
    final MeetingEvent heard = new PositionRecorded(QUESTION, SPAIN, null, "Hay experiencias.", false, HELD);
    final MeetingEvent compiled = new ProposalCompiled(QUESTION, List.of("Diez municipios", "Cincuenta municipios"), HELD);
    final MeetingEvent disagrees = new ProposalAssessed(QUESTION, MAYORS, null, Assessment.DISAGREES, "Son pocos.", true, HELD);
    final MeetingEvent second = new SecondProposalPut(QUESTION, List.of("Veinte municipios"), NEXT_DAY);

    @Test
    void a_question_with_the_positions_on_it() {
        assertThat(deliberations(put, spoke, heard)).containsExactly(new DeliberationItem(QUESTION, DeliberationStage.QUESTION, ITEM, "¿Qué municipios primero?", HELD,
                new Origin(new MeetingName(TABLES_MEETING, null), OTHER), List.of(new Position(name(MAYORS), null, "Los más afectados.", true, HELD),
                new Position(name(SPAIN), null, "Hay experiencias.", false, HELD)), List.of(), null, null, List.of(), ItemClass.RESERVED, null));
    }

    @Test
    void what_persists_stands_in_it_with_who_holds_what() {
        var one = deliberations(put, compiled, disagrees, second, assessed(MINISTRY, Assessment.AGREES_WITH_RESERVATION, "Sin fondos no.", true), assessed(SPAIN, Assessment.DISAGREES, "No.", false),
                assessed(MAYORS, Assessment.DISAGREES, "Siguen siendo pocos.", true), new DeliberationConcluded(QUESTION, DeliberationOutcome.UNRESOLVED, NEXT_DAY)).getFirst();
        assertThat(one.stage()).isEqualTo(DeliberationStage.CONCLUDED);
        assertThat(one.outcome()).isEqualTo(DeliberationOutcome.UNRESOLVED);
        assertThat(one.concludedOn()).isEqualTo(NEXT_DAY);
        assertThat(one.proposals()).extracting(Proposal::options).containsExactly(List.of("Diez municipios", "Cincuenta municipios"), List.of("Veinte municipios"));
        assertThat(one.proposals().getFirst()).isEqualTo(new Proposal(List.of("Diez municipios", "Cincuenta municipios"), HELD,
                List.of(new Assessed(name(MAYORS), null, Assessment.DISAGREES, "Son pocos.", true, HELD))));
        assertThat(one.discrepancies()).containsExactly(new Discrepancy(name(MINISTRY), null, Assessment.AGREES_WITH_RESERVATION, "Sin fondos no."),
                new Discrepancy(name(MAYORS), null, Assessment.DISAGREES, "Siguen siendo pocos."));
    }

    @Test
    void the_latest_assessment_of_an_institution_stands() {
        var one = deliberations(put, compiled, disagrees, new ProposalAssessed(QUESTION, SPAIN, null, Assessment.AGREES, null, false, HELD),
                new ProposalAssessed(QUESTION, MAYORS, null, Assessment.AGREES, null, true, HELD)).getFirst();
        assertThat(one.stage()).isEqualTo(DeliberationStage.PROPOSAL);
        assertThat(one.proposals().getFirst().assessments()).extracting(Assessed::institution).containsExactly(name(SPAIN), name(MAYORS));
        assertThat(one.discrepancies()).isEmpty();
    }

    @Test
    void a_person_on_its_own_seat_speaks_and_assesses_for_itself() {
        var one = deliberations(put, new PositionRecorded(QUESTION, null, PERSON, "Desde la academia.", true, HELD), compiled,
                new ProposalAssessed(QUESTION, null, PERSON, Assessment.DISAGREES, "No.", true, HELD),
                new ProposalAssessed(QUESTION, null, new UUID(8, 2), Assessment.AGREES, null, true, HELD),
                new ProposalAssessed(QUESTION, null, PERSON, Assessment.AGREES_WITH_RESERVATION, "Sin fondos no.", true, HELD)).getFirst();
        assertThat(one.positions()).containsExactly(new Position(null, PERSON, "Desde la academia.", true, HELD));
        assertThat(one.proposals().getFirst().assessments()).extracting(Assessed::person).containsExactly(new UUID(8, 2), PERSON);
        assertThat(one.discrepancies()).containsExactly(new Discrepancy(null, PERSON, Assessment.AGREES_WITH_RESERVATION, "Sin fondos no."));
        told(new PositionRecorded(QUESTION, null, PERSON, "Desde la academia.", true, HELD), "Una persona con escaño propio expuso su posición.",
                "A person on its own seat gave its position.");
    }

    @Test
    void each_deliberation_has_its_own_course() {
        var all = deliberations(put, new QuestionPut(OTHER, null, "¿Cómo se financia?", null, HELD), compiled, disagrees);
        assertThat(all).extracting(DeliberationItem::id).containsExactly(QUESTION, OTHER);
        assertThat(all).extracting(DeliberationItem::stage).containsExactly(DeliberationStage.PROPOSAL, DeliberationStage.QUESTION);
        assertThat(all.getLast().takesUp()).isNull();
    }

    @Test
    void every_step_is_told_in_a_sentence() {
        told(put, "Se formuló la cuestión «¿Qué municipios primero?».", "The question “¿Qué municipios primero?” was put.");
        told(spoke, "I1 expuso su posición.", "I1 gave its position.");
        told(heard, "I2 expuso su posición, sin que cuente.", "I2 gave its position, which does not count.");
        told(compiled, "Se recopiló una propuesta con 2 opciones, en orden de prioridad.", "A proposal was compiled with 2 options, in order of priority.");
        told(disagrees, "I1 está en desacuerdo con la propuesta.", "I1 disagrees with the proposal.");
        told(assessed(SPAIN, Assessment.AGREES, null, false), "I2 está de acuerdo con la propuesta; su valoración no cuenta.", "I2 agrees with the proposal; its assessment does not count.");
        told(assessed(MAYORS, Assessment.AGREES_WITH_RESERVATION, "Sin fondos no.", true), "I1 está de acuerdo con la propuesta, con reservas.", "I1 agrees with the proposal, with a reservation.");
        told(second, "Persistían discrepancias: se formuló una segunda propuesta con una opción.", "Discrepancies persisted: a second proposal was put, with one option.");
        told(new DeliberationConcluded(QUESTION, DeliberationOutcome.CONSENSUS, HELD), "La deliberación concluyó por consenso.", "The deliberation was concluded by consensus.");
        told(new DeliberationConcluded(QUESTION, DeliberationOutcome.CONSENSUS_WITH_RESERVATIONS, HELD), "La deliberación concluyó por consenso, con reservas.",
                "The deliberation was concluded by consensus, with reservations.");
        told(new DeliberationConcluded(QUESTION, DeliberationOutcome.UNRESOLVED, HELD), "La deliberación concluyó sin resolver: las discrepancias pasan al informe final.",
                "The deliberation was concluded unresolved: the discrepancies go into the final report.");
    }

    private void told(MeetingEvent event, String spanish, String english) {
        assertThat(new Summaries().of(view, event, names, Locale.of("es"))).isEqualTo(spanish);
        assertThat(new Summaries().of(view, event, names, Locale.ENGLISH)).isEqualTo(english);
    }

    private static MeetingEvent assessed(InstitutionId institution, Assessment assessment, String text, boolean counts) {
        return new ProposalAssessed(QUESTION, institution, null, assessment, text, counts, NEXT_DAY);
    }

    private List<DeliberationItem> deliberations(MeetingEvent... steps) {
        var events = new ArrayList<MeetingEvent>(List.of(new MeetingConvened(new BodyId(new UUID(9, 9)), Instant.EPOCH, null, null, List.of(), null, null, CONVENED),
                new MeetingOpened(List.of(), Quorum.of(0, null), HELD)));
        events.addAll(List.of(steps));
        var facts = view.nothing();
        for (var record : MeetingHistories.recorded(events)) {
            facts = view.evolve(facts, record);
        }
        return ((MeetingItem) view.answer(facts, NEXT_DAY, names)).deliberations();
    }

    private static InstitutionName name(InstitutionId id) {
        return new InstitutionName(id, "I" + id.value().getLeastSignificantBits(), null);
    }

    private static Names names() {
        return (Names) Proxy.newProxyInstance(DeliberationViewTest.class.getClassLoader(), new Class<?>[] {Names.class}, (_, method, args) ->
                args[0] == null ? null : switch (method.getName()) {
                    case "institution" -> name((InstitutionId) args[0]);
                    case "body" -> new BodyName((BodyId) args[0], "CNSCC", "Consejo");
                    case "meeting" -> new MeetingName((MeetingId) args[0], null);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
