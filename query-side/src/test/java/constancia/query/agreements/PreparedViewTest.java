package constancia.query.agreements;

import static constancia.query.agreements.AgreementHistories.FIRST;
import static constancia.query.agreements.AgreementHistories.fold;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.agreements.Addressee;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.AgreementStatus;
import constancia.kernel.agreements.Clause;
import constancia.kernel.agreements.ClauseKind;
import constancia.kernel.agreements.Party;
import constancia.kernel.agreements.RelationKind;
import constancia.kernel.agreements.ResponseKind;
import constancia.kernel.agreements.ReviewStatus;
import constancia.query.agreements.AgreementItem.*;
import constancia.query.history.Names;
import constancia.query.history.Names.AgreementName;
import constancia.query.history.Names.InstitutionName;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PreparedViewTest {

    static final LocalDate LATER = FIRST.plusDays(30);
    static final UUID PERSON = AgreementViewTest.PERSON;

    final Names names = new AgreementViewTest().names;
    final InstitutionName mjsp = names.institution(AgreementViewTest.MJSP);
    final InstitutionName pnud = names.institution(AgreementViewTest.PNUD);
    final AgreementEvent convenio = new AgreementRecorded("INS-2014-0001", AgreementKind.COOPERATION_AGREEMENT, "Convenio", "Primero.", null, null, null, null, null,
            List.of(new Party(AgreementViewTest.MJSP, true, false)), null, null, null, null, List.of(clause("Las partes obligan a sus instituciones.")), FIRST);
    final AgreementEvent pronouncement = new AgreementRecorded("INS-2014-0002", AgreementKind.PRONOUNCEMENT, "Pronunciamiento", "Primero.", null, null, null, null, null,
            List.of(), null, null, true, List.of(new Addressee(null, "Asamblea Legislativa")), null, FIRST);

    @Test
    void the_versions_of_a_draft_are_kept_and_the_last_one_is_its_text() {
        var item = answer(LATER, convenio, new DraftRevised(2, null, "Segundo.", null, null, FIRST.plusDays(2)), new DraftRevised(3, "Convenio marco", null, null, null, LATER));
        assertThat(item.title()).isEqualTo("Convenio marco");
        assertThat(item.text()).isEqualTo("Segundo.");
        assertThat(item.textInForce()).isEqualTo("Segundo.");
        assertThat(item.drafts()).containsExactly(new Draft(1, "Convenio", "Primero.", List.of(), FIRST), new Draft(2, "Convenio", "Segundo.", List.of(), FIRST.plusDays(2)),
                new Draft(3, "Convenio marco", "Segundo.", List.of(), LATER));
        assertThat(answer(LATER, convenio).drafts()).isEmpty();
    }

    @Test
    void each_review_is_shown_with_the_days_it_was_held() {
        var events = new AgreementEvent[] {convenio, new LegalReviewSubmitted(null, null, AgreementViewTest.PNUD, FIRST.plusDays(1)), new ReturnedForChanges(null, null, FIRST.plusDays(8)),
                new LegalReviewSubmitted(null, null, AgreementViewTest.PNUD, FIRST.plusDays(10))};
        var item = answer(LATER, events);
        assertThat(item.review()).isEqualTo(ReviewStatus.UNDER_REVIEW);
        assertThat(item.reviews()).containsExactly(new ReviewShown(pnud, FIRST.plusDays(1), ReviewStatus.RETURNED, FIRST.plusDays(8), 7, null),
                new ReviewShown(pnud, FIRST.plusDays(10), null, null, 20, null));
        assertThat(answer(FIRST.plusDays(15), events).reviews().getLast().daysHeld()).isEqualTo(5);
    }

    @Test
    void a_pronouncement_is_shown_with_its_addressees_and_when_it_was_issued() {
        var revised = new DraftRevised(2, null, null, List.of(new Addressee(AgreementViewTest.MJSP, null)), null, FIRST.plusDays(2));
        var item = answer(LATER, pronouncement, revised, new PronouncementIssued(null, LATER));
        assertThat(item.addressees()).containsExactly(new Answer(mjsp, null, null, null, null, null, false));
        assertThat(item.drafts().getFirst().addressees()).containsExactly(new AddresseeShown(null, "Asamblea Legislativa"));
        assertThat(item.issuedOn()).isEqualTo(LATER);
        assertThat(item.status()).isEqualTo(AgreementStatus.IN_FORCE);
        assertThat(answer(LATER, pronouncement).status()).isEqualTo(AgreementStatus.PENDING_SIGNATURES);
    }

    @Test
    void what_addressees_and_those_consulted_answered_or_not_yet() {
        var put = new UUID(9, 1);
        var consulted = new InstitutionsConsulted(put, List.of(AgreementViewTest.MJSP, AgreementViewTest.PNUD), "¿Qué opina?", FIRST.plusDays(10), FIRST.plusDays(1));
        var answered = new ResponseReceived(put, AgreementViewTest.PNUD, null, ResponseKind.OBSERVATIONS, "Falta el plazo.", "d".repeat(64), FIRST.plusDays(5));
        var item = answer(FIRST.plusDays(10), pronouncement, consulted, answered);
        assertThat(item.consultations()).containsExactly(new ConsultationShown(put, "¿Qué opina?", FIRST.plusDays(1), FIRST.plusDays(10), List.of(
                new Answer(mjsp, null, null, null, null, null, false), new Answer(pnud, null, ResponseKind.OBSERVATIONS, "Falta el plazo.", "d".repeat(64), FIRST.plusDays(5), false))));
        assertThat(answer(FIRST.plusDays(11), pronouncement, consulted).consultations().getFirst().answers()).extracting(Answer::overdue).containsExactly(true, true);
        var issued = new PronouncementIssued(FIRST.plusDays(40), FIRST.plusDays(20));
        var silent = answer(FIRST.plusDays(41), pronouncement, issued);
        assertThat(silent.answersUntil()).isEqualTo(FIRST.plusDays(40));
        assertThat(silent.addressees()).containsExactly(new Answer(null, "Asamblea Legislativa", null, null, null, null, true));
        assertThat(answer(FIRST.plusDays(41), pronouncement, issued, new ResponseReceived(null, null, "Asamblea Legislativa", ResponseKind.ACCEPTED, null, null, LATER)).addressees())
                .containsExactly(new Answer(null, "Asamblea Legislativa", ResponseKind.ACCEPTED, null, null, LATER, false));
    }

    @Test
    void an_addendum_is_shown_as_revised_with_its_reviews() {
        var addendum = new AddendumAdded(new UUID(7, 1), 1, "Adenda", "Dice.", null, null, List.of(), List.of(), List.of(AgreementViewTest.MJSP), null, null, FIRST);
        var events = new AgreementEvent[] {convenio, addendum, new LegalReviewSubmitted(new UUID(7, 1), 1, AgreementViewTest.PNUD, FIRST.plusDays(1)),
                new ReturnedForChanges(new UUID(7, 1), 1, FIRST.plusDays(4)),
                new AddendumRevised(new UUID(7, 1), 1, 2, null, "Dice mejor.", "Nuevo texto.", LATER.plusYears(1), null, null, FIRST.plusDays(5)),
                new AddendumSigned(new UUID(7, 1), 1, AgreementViewTest.MJSP, null, null, null, LATER)};
        var item = answer(LATER, events);
        var shown = item.addenda().getFirst();
        assertThat(shown.title()).isEqualTo("Adenda");
        assertThat(shown.text()).isEqualTo("Dice mejor.");
        assertThat(shown.version()).isEqualTo(2);
        assertThat(shown.review()).isEqualTo(ReviewStatus.RETURNED);
        assertThat(shown.reviews()).containsExactly(new ReviewShown(pnud, FIRST.plusDays(1), ReviewStatus.RETURNED, FIRST.plusDays(4), 3, null));
        assertThat(item.textInForce()).isEqualTo("Nuevo texto.");
        assertThat(item.validUntil()).isEqualTo(LATER.plusYears(1));
        assertThat(item.review()).as("of its own text").isNull();
    }

    @Test
    void the_clauses_are_those_in_force_on_the_day() {
        var addendum = new AddendumAdded(new UUID(7, 1), 1, "Adenda", null, null, null, List.of(), List.of(), List.of(AgreementViewTest.MJSP), List.of(clause("Otra.")), null, FIRST);
        var signed = new AddendumSigned(new UUID(7, 1), 1, AgreementViewTest.MJSP, null, null, null, LATER);
        assertThat(answer(LATER.minusDays(1), convenio, addendum).clauses()).containsExactly(shown("Las partes obligan a sus instituciones."));
        var item = answer(LATER, convenio, addendum, signed);
        assertThat(item.clauses()).containsExactly(shown("Otra."));
        assertThat(item.addenda().getFirst().effects().clauses()).containsExactly(shown("Otra."));
    }

    @Test
    void who_terminated_it_and_what_it_is_to_others() {
        var item = answer(LATER, convenio, new AgreementRelated(AgreementViewTest.NEWER, RelationKind.DERIVES_FROM, FIRST),
                new AgreementTerminated(AgreementViewTest.MJSP, FIRST.plusDays(3), LATER));
        assertThat(item.termination()).isEqualTo(new Termination(mjsp, FIRST.plusDays(3), LATER));
        assertThat(item.relations()).containsExactly(new RelationShown("derives-from", new AgreementName(AgreementViewTest.NEWER, "ACU-CNSCC-2016-0002"), FIRST));
        assertThat(answer(LATER, convenio, new AgreementTerminated(null, null, LATER)).termination()).isEqualTo(new Termination(null, null, LATER));
    }

    @Test
    void what_was_merged_names_its_successor_and_what_was_split_names_all() {
        var merged = answer(LATER, convenio, new AgreementMerged(AgreementViewTest.NEWER, LATER));
        assertThat(merged.supersededBy().id()).isEqualTo(AgreementViewTest.NEWER);
        assertThat(merged.relations()).extracting(RelationShown::kind).containsExactly("merged-into");
        var split = answer(LATER, convenio, new AgreementSplit(List.of(AgreementViewTest.NEWER, AgreementViewTest.NEWER), LATER));
        assertThat(split.supersededBy()).isNull();
        assertThat(split.relations()).extracting(RelationShown::kind).containsExactly("split-into", "split-into");
        assertThat(split.status()).isEqualTo(AgreementStatus.SUPERSEDED);
    }

    @Test
    void who_joined_by_an_addendum_may_ratify() {
        var joins = new AddendumAdded(new UUID(7, 1), 1, "Adenda", null, null, null, List.of(new Party(AgreementViewTest.PNUD, true, false)), List.of(),
                List.of(AgreementViewTest.PNUD), null, null, FIRST);
        var parties = answer(LATER, convenio, joins, new AddendumSigned(new UUID(7, 1), 1, AgreementViewTest.PNUD, PERSON, null, null, FIRST.plusDays(2)),
                new AgreementRatified(AgreementViewTest.PNUD, PERSON, null, null, LATER)).parties();
        assertThat(parties.getLast()).isEqualTo(new PartyShown(pnud, true, false, FIRST.plusDays(2), PERSON, null, LATER, PERSON, null, null, null));
    }

    private ClauseShown shown(String text) {
        return new ClauseShown(new UUID(8, 1), ClauseKind.DELEGATES, text, List.of(new DelegateShown(mjsp, PERSON)));
    }

    private static Clause clause(String text) {
        return new Clause(new UUID(8, 1), ClauseKind.DELEGATES, text, List.of(new Clause.Delegate(AgreementViewTest.MJSP, PERSON)));
    }

    private AgreementItem answer(LocalDate on, AgreementEvent... events) {
        return (AgreementItem) new AgreementView().answer(fold(AgreementHistories.of(events)), on, names);
    }
}
