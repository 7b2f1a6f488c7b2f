package constancia.command.agreements;

import static constancia.command.agreements.Known.*;

import constancia.command.Fixtures;
import constancia.command.agreements.AgreementCommand.*;
import constancia.kernel.Provenance;
import constancia.kernel.agreements.Addressee;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.Clause;
import constancia.kernel.agreements.ClauseKind;
import constancia.kernel.agreements.Party;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DraftTest {

    static final LocalDate LATER = DAY.plusDays(30);
    static final LocalDate LAST = DAY.plusYears(1);
    static final InstitutionId UNKNOWN = new InstitutionId(STRANGER);
    static final Addressee ASSEMBLY = new Addressee(null, "Asamblea Legislativa");

    final Fixtures<AgreementShell> agreement = Known.agreements(new Known());

    final AgreementEvent convenio = Known.convened(null, LAST);
    final AgreementEvent signed = new AgreementSigned(MJSP, null, null, null, LATER);
    final AgreementEvent submitted = new LegalReviewSubmitted(null, null, MINED, DAY.plusDays(2));
    final AgreementEvent cleared = new LegalReviewCleared(null, null, null, DAY.plusDays(9));
    final AgreementEvent returned = new ReturnedForChanges(null, null, DAY.plusDays(9));
    final AgreementEvent revised = new DraftRevised(2, null, "Otro texto.", null, null, DAY.plusDays(12));
    final AgreementEvent draft = new AgreementRecorded("ACU-CNSCC-2014-0017", AgreementKind.PRONOUNCEMENT, "Pronunciamiento", "El Consejo llama.", null, null, null, COUNCIL,
            null, List.of(), null, null, true, List.of(ASSEMBLY), null, DAY);
    final AgreementEvent issued = new PronouncementIssued(null, LATER);

    @Nested
    class Revise {

        @Test
        void each_revision_is_another_version() {
            agreement.given(convenio).when(text(LATER)).records(new DraftRevised(2, null, "Otro texto.", null, null, LATER));
            agreement.given(convenio, revised).when(new ReviseDraft(ID, "Convenio marco", null, null, List.of(), LATER))
                    .records(new DraftRevised(3, "Convenio marco", null, null, List.of(), LATER));
            agreement.given(draft).when(new ReviseDraft(ID, null, null, List.of(new NewAddressee(PNUD, null)), null, LATER))
                    .records(new DraftRevised(2, null, null, List.of(new Addressee(PNUD, null)), null, LATER));
        }

        @Test
        void until_the_first_signature_or_the_issue() {
            agreement.given(convenio, signed).when(text(LATER)).refuses("draft-closed", LATER);
            agreement.given(draft, issued).when(text(LATER)).refuses("draft-closed", LATER);
            agreement.given(decided()).when(text(LATER)).refuses("draft-closed", DAY);
            agreement.given(convenio, new AgreementTerminated(null, null, LATER)).when(text(LATER)).refuses("agreement-ended", LATER);
            agreement.given(convenio).when(text(LAST.plusDays(1))).refuses("agreement-expired", LAST);
        }

        @Test
        void not_while_it_is_reviewed_and_one_after_the_other() {
            agreement.given(convenio, submitted).when(text(LATER)).refuses("under-review");
            agreement.given(convenio, revised).when(text(DAY.plusDays(11))).refuses("effective-before-previous", DAY.plusDays(12));
            agreement.given(convenio, submitted, returned).when(text(LATER)).records(new DraftRevised(2, null, "Otro texto.", null, null, LATER));
        }

        @Test
        void it_changes_something_that_its_kind_has() {
            agreement.given(convenio).when(new ReviseDraft(ID, null, null, null, null, LATER)).isInvalid("text", "revision-without-content");
            agreement.given(convenio).when(new ReviseDraft(ID, null, null, List.of(), null, LATER)).isInvalid("addressees", "only-for-pronouncements");
            agreement.given(draft).when(new ReviseDraft(ID, null, null, null, List.of(), LATER)).isInvalid("clauses", "only-for-instruments");
        }
    }

    @Nested
    class Review {

        @Test
        void a_draft_goes_to_whoever_reviews_it() {
            agreement.given(convenio).when(submit(MINED, LATER)).records(new LegalReviewSubmitted(null, null, MINED, LATER));
            agreement.given(draft).when(submit(MINED, LATER)).records(new LegalReviewSubmitted(null, null, MINED, LATER));
            agreement.given(convenio).when(submit(UNKNOWN, LATER)).isInvalid("reviewer", "unknown-institution", UNKNOWN);
            agreement.given(convenio, signed).when(submit(MINED, LATER)).refuses("draft-closed", LATER);
        }

        @Test
        void each_version_once_at_a_time() {
            agreement.given(convenio, submitted).when(submit(PNUD, LATER)).refuses("under-review");
            agreement.given(convenio, submitted, cleared).when(submit(MINED, LATER)).refuses("already-cleared");
            agreement.given(convenio, submitted, returned).when(submit(MINED, LATER)).records(new LegalReviewSubmitted(null, null, MINED, LATER));
            agreement.given(convenio, submitted, cleared, revised).when(submit(MINED, LATER)).records(new LegalReviewSubmitted(null, null, MINED, LATER));
            agreement.given(convenio, submitted, returned).when(submit(MINED, DAY.plusDays(8))).refuses("effective-before-previous", DAY.plusDays(9));
        }

        @Test
        void it_is_cleared_or_returned_by_whoever_has_it() {
            agreement.given(convenio, submitted).when(new ClearLegalReview(ID, null, "Conforme.", LATER)).records(new LegalReviewCleared(null, null, "Conforme.", LATER));
            agreement.given(convenio, submitted).when(new ClearLegalReview(ID, null, null, LATER), by(MINED)).records(new LegalReviewCleared(null, null, null, LATER));
            agreement.given(convenio, submitted).when(new ClearLegalReview(ID, null, null, LATER), by(MJSP)).refuses("not-the-reviewer");
            agreement.given(convenio, submitted).when(new ReturnForChanges(ID, null, LATER)).records(new ReturnedForChanges(null, null, LATER));
            agreement.given(convenio, submitted).when(new ReturnForChanges(ID, null, LATER), by(MJSP)).refuses("not-the-reviewer");
        }

        @Test
        void only_while_it_is_there() {
            agreement.given(convenio).when(new ClearLegalReview(ID, null, null, LATER)).refuses("not-under-review");
            agreement.given(convenio, submitted, cleared).when(new ReturnForChanges(ID, null, LATER)).refuses("not-under-review");
            agreement.given(convenio, submitted).when(new ReturnForChanges(ID, null, DAY)).refuses("effective-before-previous", DAY.plusDays(2));
        }
    }

    @Nested
    class Addenda {

        final UUID addendum = new UUID(7, 1);
        final AgreementEvent added = new AddendumAdded(addendum, 1, "Adenda", "Dice.", null, null, List.of(), List.of(), List.of(MJSP), null, null, LATER);
        final AgreementEvent underReview = new LegalReviewSubmitted(addendum, 1, MINED, LATER);
        final AgreementEvent returned = new ReturnedForChanges(addendum, 1, LATER.plusDays(3));
        final AgreementEvent cleared = new LegalReviewCleared(addendum, 1, "Conforme.", LATER.plusDays(3));
        final AgreementEvent revised = new AddendumRevised(addendum, 1, 2, null, "Dice mejor.", null, LAST.plusYears(1), null, null, LATER.plusDays(4));

        @Test
        void go_through_legal_review_like_the_instrument_itself() {
            agreement.given(convenio, signed, added).when(new SubmitForLegalReview(ID, addendum, MINED, LATER)).records(underReview);
            agreement.given(convenio, signed, added, underReview).when(new SubmitForLegalReview(ID, addendum, PNUD, LATER)).refuses("under-review");
            agreement.given(convenio, signed, added, underReview).when(new ClearLegalReview(ID, addendum, "Conforme.", LATER.plusDays(3)), by(MINED)).records(cleared);
            agreement.given(convenio, signed, added, underReview).when(new ClearLegalReview(ID, addendum, null, LATER), by(MJSP)).refuses("not-the-reviewer");
            agreement.given(convenio, signed, added, underReview).when(new ReturnForChanges(ID, addendum, LATER.plusDays(3))).records(returned);
            agreement.given(convenio, signed, added, underReview).when(new ClearLegalReview(ID, null, null, LATER)).refuses("not-under-review");
            agreement.given(convenio, signed, added).when(new SubmitForLegalReview(ID, STRANGER, MINED, LATER)).isInvalid("addendum", "unknown-addendum", STRANGER);
            agreement.given(convenio, signed, added).when(new SubmitForLegalReview(ID, addendum, MINED, DAY)).refuses("effective-before-previous", LATER);
        }

        @Test
        void are_signed_when_they_were_cleared_or_never_submitted() {
            var sign = new SignAddendum(ID, addendum, MJSP, null, null, null, LATER.plusDays(9));
            var signature = new AddendumSigned(addendum, 1, MJSP, null, null, null, LATER.plusDays(9));
            agreement.given(convenio, signed, added).when(sign).records(signature);
            agreement.given(convenio, signed, added, underReview).when(sign).refuses("under-review");
            agreement.given(convenio, signed, added, underReview, returned).when(sign).refuses("returned-for-changes");
            agreement.given(convenio, signed, added, underReview, cleared).when(sign).records(signature);
            agreement.given(convenio, signed, added, underReview, cleared, revised).when(sign).refuses("revised-since-cleared");
            agreement.given(convenio, signed, added, revised).when(new SignAddendum(ID, addendum, MJSP, null, null, null, LATER)).refuses("effective-before-previous", LATER.plusDays(4));
        }

        @Test
        void are_revised_until_somebody_signs_them() {
            agreement.given(convenio, signed, added).when(revise("Dice mejor.", LAST.plusYears(1))).records(revised);
            agreement.given(convenio, signed, added, revised).when(revise("Otra vez.", null))
                    .records(new AddendumRevised(addendum, 1, 3, null, "Otra vez.", null, null, null, null, LATER.plusDays(4)));
            agreement.given(convenio, signed, added).when(revise(null, null)).isInvalid("text", "revision-without-content");
            agreement.given(convenio, signed, added).when(revise(null, DAY)).isInvalid("validUntil", "until-before-effective", LATER.plusDays(4));
            agreement.given(convenio, signed, added, underReview).when(revise("Dice mejor.", null)).refuses("under-review");
            agreement.given(convenio, signed, added, new AddendumSigned(addendum, 1, MJSP, null, null, null, LATER)).when(revise("Dice mejor.", null)).refuses("draft-closed", LATER);
            agreement.given(convenio, signed, added, revised, new AddendumSigned(addendum, 1, MJSP, null, null, null, LATER.plusDays(4))).when(new RenewAgreement(ID, LAST.plusMonths(1), LATER.plusDays(5)))
                    .isInvalid("validUntil", "not-after-former", LAST.plusYears(1));
        }

        private ReviseAddendum revise(@Nullable String text, @Nullable LocalDate validUntil) {
            return new ReviseAddendum(ID, addendum, null, text, null, validUntil, null, null, LATER.plusDays(4));
        }
    }

    @Nested
    class SignAndIssue {

        @Test
        void what_is_reviewed_or_was_returned_is_not_signed() {
            agreement.given(convenio, submitted).when(sign(LATER)).refuses("under-review");
            agreement.given(convenio, submitted, returned).when(sign(LATER)).refuses("returned-for-changes");
            agreement.given(convenio, submitted, returned, revised).when(sign(LATER)).refuses("returned-for-changes");
            agreement.given(convenio, submitted, cleared, revised).when(sign(LATER)).refuses("revised-since-cleared");
        }

        @Test
        void what_was_cleared_or_never_submitted_is() {
            agreement.given(convenio, submitted, cleared).when(sign(LATER)).records(signed);
            agreement.given(convenio, revised).when(sign(LATER)).records(signed);
            agreement.given(convenio, submitted, cleared).when(sign(DAY.plusDays(8))).refuses("effective-before-previous", DAY.plusDays(9));
        }

        @Test
        void a_pronouncement_is_issued_once() {
            agreement.given(draft).when(new IssuePronouncement(ID, null, LATER)).records(issued);
            agreement.given(draft, submitted).when(new IssuePronouncement(ID, null, LATER)).refuses("under-review");
            agreement.given(draft, issued).when(new IssuePronouncement(ID, null, LATER)).refuses("already-issued", LATER);
            agreement.given(decided()).when(new IssuePronouncement(ID, null, LATER)).refuses("not-a-draft");
            agreement.given(draft, new AgreementTerminated(null, null, LATER)).when(new IssuePronouncement(ID, null, LATER)).refuses("agreement-ended", LATER);
            agreement.given(draft, revised).when(new IssuePronouncement(ID, null, DAY)).refuses("effective-before-previous", DAY.plusDays(12));
        }

        @Test
        void until_then_it_is_not_in_force() {
            agreement.given(draft).when(new SuspendAgreement(ID, LATER)).refuses("not-in-force", LATER);
            agreement.given(draft, issued).when(new SuspendAgreement(ID, LATER)).records(new AgreementSuspended(LATER));
        }
    }

    @Nested
    class Contents {

        @Test
        void a_pronouncement_has_addressees_of_the_register_or_by_name() {
            agreement.given().when(drafted(DAY)).records(draft);
            agreement.given().when(to(new NewAddressee(null, null))).isInvalid("addressees/0", "institution-or-name");
            agreement.given().when(to(new NewAddressee(PNUD, "PNUD"))).isInvalid("addressees/0", "institution-or-name");
            agreement.given().when(to(new NewAddressee(PNUD, null), new NewAddressee(UNKNOWN, null)))
                    .isInvalid("addressees/1/institution", "unknown-institution", UNKNOWN);
            agreement.given().when(to(new NewAddressee(null, "A"), new NewAddressee(null, "A"))).isInvalid("addressees/1", "addressee-named-twice");
            agreement.given().when(with(AgreementKind.MEMORANDUM, null, List.of(new NewAddressee(PNUD, null)), null)).isInvalid("addressees", "only-for-pronouncements");
            agreement.given().when(with(AgreementKind.MEMORANDUM, true, null, null)).isInvalid("draft", "only-for-pronouncements");
        }

        @Test
        void an_instrument_has_clauses_that_may_name_delegates_of_its_parties() {
            var clause = new NewClause(STRANGER, ClauseKind.DELEGATES, "Deciden.", List.of(new NewDelegate(MJSP, PERSON)));
            agreement.given().when(with(AgreementKind.MEMORANDUM, null, null, List.of(clause))).records(new AgreementRecorded("INS-2014-0001", AgreementKind.MEMORANDUM,
                    "Acuerdo", "Se acuerda lo siguiente.", null, null, null, null, null, List.of(new Party(MJSP, true, false)), null, null, null, null,
                    List.of(new Clause(STRANGER, ClauseKind.DELEGATES, "Deciden.", List.of(new Clause.Delegate(MJSP, PERSON)))), DAY));
            agreement.given().when(with(AgreementKind.MEMORANDUM, null, null, List.of(clause, clause))).isInvalid("clauses/1/clause", "clause-named-twice");
            agreement.given().when(with(AgreementKind.MEMORANDUM, null, null, List.of(new NewClause(STRANGER, ClauseKind.DELEGATES, "Deciden.", null))))
                    .isInvalid("clauses/0/delegates", "required");
            agreement.given().when(with(AgreementKind.MEMORANDUM, null, null, List.of(new NewClause(STRANGER, ClauseKind.DISASTER, "Se atiende.",
                    List.of(new NewDelegate(PNUD, PERSON)))))).isInvalid("clauses/0/delegates/0/institution", "not-a-party");
            agreement.given().when(with(AgreementKind.DECISION, null, null, List.of(clause))).isInvalid("clauses", "only-for-instruments");
        }

        private static RecordAgreement to(NewAddressee... addressees) {
            return with(AgreementKind.PRONOUNCEMENT, true, List.of(addressees), null);
        }

        private static RecordAgreement with(AgreementKind kind, @Nullable Boolean draft, @Nullable List<NewAddressee> addressees, @Nullable List<NewClause> clauses) {
            return new RecordAgreement(ID, kind, "Acuerdo", "Se acuerda lo siguiente.", null, null, null, kind.instrument() ? null : COUNCIL, null,
                    kind.instrument() ? List.of(new Signatory(MJSP, true, null)) : null, null, null, draft, addressees, clauses, DAY);
        }
    }

    private static ReviseDraft text(LocalDate on) {
        return new ReviseDraft(ID, null, "Otro texto.", null, null, on);
    }

    private static SubmitForLegalReview submit(InstitutionId reviewer, LocalDate on) {
        return new SubmitForLegalReview(ID, null, reviewer, on);
    }

    private static SignAgreement sign(LocalDate on) {
        return new SignAgreement(ID, MJSP, null, null, null, on);
    }

    private static Provenance by(InstitutionId institution) {
        return new Provenance("cuenta", institution, false, Provenance.Through.API, null);
    }
}
