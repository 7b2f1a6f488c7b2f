package constancia.command.agreements;

import static constancia.command.agreements.Known.*;

import constancia.command.Fixtures;
import constancia.command.agreements.AgreementCommand.*;
import constancia.kernel.actions.ActionId;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementId;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AgreementLifeTest {

    static final LocalDate LATER = DAY.plusDays(30);
    static final LocalDate BETWEEN = DAY.plusDays(10);
    static final LocalDate BEFORE = DAY.minusDays(1);
    static final LocalDate LAST = DAY.plusYears(1);

    final Fixtures<AgreementShell> agreement = Known.agreements(new Known());

    final AgreementEvent decided = Known.decided();
    final AgreementEvent unsigned = Known.convened(null, LAST);
    final AgreementEvent[] inForce = {unsigned, new AgreementSigned(MJSP, null, null, null, BETWEEN), new AgreementSigned(PNUD, null, null, null, BETWEEN),
            new AgreementRatified(PNUD, null, null, null, BETWEEN)};
    final AgreementEvent suspended = new AgreementSuspended(LATER);
    final AgreementEvent terminated = new AgreementTerminated(null, null, LATER);

    @Nested
    class Suspend {

        @Test
        void what_is_in_force_is_suspended() {
            agreement.given(decided).when(new SuspendAgreement(ID, LATER)).records(suspended);
            agreement.given(inForce).when(new SuspendAgreement(ID, LATER)).records(suspended);
        }

        @Test
        void not_what_waits_for_signatures() {
            agreement.given(inForce).when(new SuspendAgreement(ID, BETWEEN.minusDays(1))).refuses("not-in-force", BETWEEN.minusDays(1));
        }

        @Test
        void not_twice() {
            agreement.given(decided, suspended).when(new SuspendAgreement(ID, LATER)).refuses("not-in-force", LATER);
        }

        @Test
        void not_once_it_has_expired() {
            agreement.given(inForce).when(new SuspendAgreement(ID, LAST.plusDays(1))).refuses("not-in-force", LAST.plusDays(1));
        }

        @Test
        void not_once_it_has_ended() {
            agreement.given(decided, terminated).when(new SuspendAgreement(ID, LATER)).refuses("agreement-ended", LATER);
            agreement.given(decided, terminated).when(new SuspendAgreement(ID, BETWEEN)).refuses("agreement-ended", LATER);
        }

        @Test
        void not_before_what_came_last() {
            agreement.given(decided, suspended, new AgreementResumed(LATER)).when(new SuspendAgreement(ID, BETWEEN)).refuses("effective-before-previous", LATER);
        }

        @Test
        void not_before_it_was_recorded() {
            agreement.given(decided).when(new SuspendAgreement(ID, BEFORE)).refuses("effective-before-item");
        }
    }

    @Nested
    class Resume {

        @Test
        void what_was_suspended_is_resumed() {
            agreement.given(decided, suspended).when(new ResumeAgreement(ID, LATER)).records(new AgreementResumed(LATER));
        }

        @Test
        void only_what_was_suspended() {
            agreement.given(decided).when(new ResumeAgreement(ID, LATER)).refuses("not-suspended", LATER);
            agreement.given(decided, suspended, new AgreementResumed(LATER)).when(new ResumeAgreement(ID, LAST)).refuses("not-suspended", LAST);
        }

        @Test
        void not_before_the_suspension() {
            agreement.given(decided, suspended).when(new ResumeAgreement(ID, BETWEEN)).refuses("effective-before-previous", LATER);
        }

        @Test
        void not_once_it_has_ended() {
            agreement.given(decided, suspended, terminated).when(new ResumeAgreement(ID, LATER)).refuses("agreement-ended", LATER);
        }
    }

    @Nested
    class Terminate {

        @Test
        void it_ends_whether_in_force_suspended_or_unsigned() {
            agreement.given(inForce).when(new TerminateAgreement(ID, null, null, LATER)).records(terminated);
            agreement.given(decided, suspended).when(new TerminateAgreement(ID, null, null, LATER)).records(terminated);
            agreement.given(unsigned).when(new TerminateAgreement(ID, null, null, LATER)).records(terminated);
        }

        @Test
        void not_what_has_expired() {
            agreement.given(inForce).when(new TerminateAgreement(ID, null, null, LAST.plusDays(1))).refuses("agreement-expired", LAST);
        }

        @Test
        void only_once() {
            agreement.given(decided, terminated).when(new TerminateAgreement(ID, null, null, LATER)).refuses("agreement-ended", LATER);
            agreement.given(decided, new AgreementFulfilled(LATER)).when(new TerminateAgreement(ID, null, null, LATER)).refuses("agreement-ended", LATER);
        }

        @Test
        void not_before_what_came_last() {
            agreement.given(decided, suspended).when(new TerminateAgreement(ID, null, null, BETWEEN)).refuses("effective-before-previous", LATER);
        }
    }

    @Nested
    class Supersede {

        @Test
        void another_takes_its_place() {
            agreement.given(decided).when(supersede(NEWER, LATER)).records(new AgreementSuperseded(NEWER, LATER));
            agreement.given(inForce).when(supersede(NEWER, LAST.plusDays(1))).records(new AgreementSuperseded(NEWER, LAST.plusDays(1)));
        }

        @Test
        void not_itself() {
            agreement.given(decided).when(supersede(ID, LATER)).isInvalid("by", "supersedes-itself");
        }

        @Test
        void only_one_on_record() {
            var unknown = new AgreementId(STRANGER);
            agreement.given(decided).when(supersede(unknown, LATER)).isInvalid("by", "unknown-agreement", unknown);
        }

        @Test
        void that_was_agreed_by_then() {
            agreement.given(decided).when(supersede(LATE, LATER)).isInvalid("by", "not-yet-agreed", DAY.plusYears(5));
        }

        @Test
        void and_has_not_ended_itself() {
            agreement.given(decided).when(supersede(OVER, LATER)).isInvalid("by", "agreement-ended", DAY.plusDays(10));
            agreement.given(decided).when(supersede(OVER, DAY.plusDays(9))).records(new AgreementSuperseded(OVER, DAY.plusDays(9)));
        }

        @Test
        void only_once() {
            agreement.given(decided, new AgreementSuperseded(NEWER, LATER)).when(supersede(NEWER, LATER)).refuses("agreement-ended", LATER);
        }

        @Test
        void not_before_what_came_last() {
            agreement.given(decided, suspended).when(supersede(NEWER, BETWEEN)).refuses("effective-before-previous", LATER);
        }

        private SupersedeAgreement supersede(AgreementId by, LocalDate on) {
            return new SupersedeAgreement(ID, by, on);
        }
    }

    @Nested
    class Fulfil {

        @Test
        void it_is_declared_fulfilled_in_force_or_after_it_expired() {
            agreement.given(decided).when(new DeclareFulfilled(ID, LATER)).records(new AgreementFulfilled(LATER));
            agreement.given(inForce).when(new DeclareFulfilled(ID, LAST.plusDays(1))).records(new AgreementFulfilled(LAST.plusDays(1)));
        }

        @Test
        void not_unsigned_nor_suspended() {
            agreement.given(unsigned).when(new DeclareFulfilled(ID, LATER)).refuses("not-in-force", LATER);
            agreement.given(decided, suspended).when(new DeclareFulfilled(ID, LATER)).refuses("not-in-force", LATER);
        }

        @Test
        void only_once() {
            agreement.given(decided, new AgreementFulfilled(LATER)).when(new DeclareFulfilled(ID, LATER)).refuses("agreement-ended", LATER);
        }

        @Test
        void not_before_what_came_last() {
            agreement.given(decided, suspended, new AgreementResumed(LATER)).when(new DeclareFulfilled(ID, BETWEEN)).refuses("effective-before-previous", LATER);
        }
    }

    @Nested
    class Renew {

        @Test
        void it_is_renewed_before_or_after_it_expired() {
            agreement.given(inForce).when(renew(LAST.plusYears(1), LATER)).records(new AgreementRenewed(LAST.plusYears(1), LATER));
            agreement.given(inForce).when(renew(LAST.plusYears(1), LAST.plusDays(5))).records(new AgreementRenewed(LAST.plusYears(1), LAST.plusDays(5)));
        }

        @Test
        void once_renewed_it_may_be_suspended_again() {
            agreement.given(inForce).and(new AgreementRenewed(LAST.plusYears(1), LAST.plusDays(5))).when(new SuspendAgreement(ID, LAST.plusDays(5)))
                    .records(new AgreementSuspended(LAST.plusDays(5)));
        }

        @Test
        void only_what_had_a_last_day() {
            agreement.given(decided).when(renew(LAST, LATER)).refuses("nothing-to-renew");
        }

        @Test
        void for_longer_than_before() {
            agreement.given(inForce).when(renew(LAST, LATER)).isInvalid("validUntil", "not-after-former", LAST);
            agreement.given(inForce).and(new AgreementRenewed(LAST.plusYears(1), LATER)).when(renew(LAST.plusYears(1), LATER))
                    .isInvalid("validUntil", "not-after-former", LAST.plusYears(1));
        }

        @Test
        void not_into_the_past() {
            agreement.given(inForce).when(renew(LAST.plusDays(1), LAST.plusDays(2))).isInvalid("validUntil", "until-before-effective", LAST.plusDays(2));
        }

        @Test
        void not_once_it_has_ended() {
            agreement.given(unsigned, terminated).when(renew(LAST.plusYears(1), LATER)).refuses("agreement-ended", LATER);
        }

        @Test
        void not_before_what_came_last() {
            agreement.given(inForce).and(suspended).when(renew(LAST.plusYears(1), BETWEEN)).refuses("effective-before-previous", LATER);
        }

        private RenewAgreement renew(LocalDate until, LocalDate on) {
            return new RenewAgreement(ID, until, on);
        }
    }

    @Nested
    class Classify {

        @Test
        void it_is_reserved_until_a_day_on_a_legal_basis() {
            agreement.given(decided).when(classify(ItemClass.RESERVED, LAST, "Art. 19, letra b, LAIP"))
                    .records(classified(ItemClass.RESERVED, LAST, "Art. 19, letra b, LAIP"));
        }

        @Test
        void confidential_or_public_again() {
            agreement.given(decided).when(classify(ItemClass.CONFIDENTIAL, null, "Art. 24, LAIP"))
                    .records(classified(ItemClass.CONFIDENTIAL, null, "Art. 24, LAIP"));
            agreement.given(decided, terminated).when(classify(ItemClass.PUBLIC, null, null)).records(classified(ItemClass.PUBLIC, null, null));
        }

        @Test
        void a_reserve_needs_its_end_and_its_basis() {
            agreement.given(decided).when(classify(ItemClass.RESERVED, null, "Art. 19")).isInvalid("until", "required");
            agreement.given(decided).when(classify(ItemClass.RESERVED, LAST, null)).isInvalid("legalBasis", "required");
        }

        @Test
        void a_reserve_does_not_end_before_it_begins() {
            agreement.given(decided).when(classify(ItemClass.RESERVED, BETWEEN.minusDays(1), "Art. 19"))
                    .isInvalid("until", "until-before-effective", BETWEEN);
        }

        @Test
        void only_a_reserve_has_an_end() {
            agreement.given(decided).when(classify(ItemClass.CONFIDENTIAL, LAST, null)).isInvalid("until", "only-for-reserved");
            agreement.given(decided).when(classify(ItemClass.PUBLIC, LAST, null)).isInvalid("until", "only-for-reserved");
        }

        @Test
        void what_is_public_needs_no_basis() {
            agreement.given(decided).when(classify(ItemClass.PUBLIC, null, "Art. 10")).isInvalid("legalBasis", "public-needs-no-basis");
        }

        @Test
        void not_before_it_was_recorded() {
            agreement.given(decided).when(new ClassifyAgreement(ID, ItemClass.CONFIDENTIAL, null, null, null, null, null, BEFORE)).refuses("effective-before-item");
        }

        private ClassifyAgreement classify(ItemClass as, LocalDate until, String basis) {
            return new ClassifyAgreement(ID, as, until, basis, null, null, null, BETWEEN);
        }

        private AgreementClassified classified(ItemClass as, LocalDate until, String basis) {
            return new AgreementClassified(as, until, basis, null, null, null, BETWEEN);
        }
    }

    @Nested
    class Link {

        @Test
        void an_action_that_follows_from_it_is_linked_even_when_it_has_ended() {
            agreement.given(decided, terminated).when(new LinkAction(ID, ACTION, LATER)).records(new ActionLinked(ACTION, LATER));
        }

        @Test
        void only_one_on_record() {
            var unknown = new ActionId(STRANGER);
            agreement.given(decided).when(new LinkAction(ID, unknown, LATER)).isInvalid("action", "unknown-action", unknown);
        }

        @Test
        void only_once() {
            agreement.given(decided, new ActionLinked(ACTION, LATER)).when(new LinkAction(ID, ACTION, DAY)).refuses("already-linked");
        }

        @Test
        void not_before_it_was_recorded() {
            agreement.given(decided).when(new LinkAction(ID, ACTION, BEFORE)).refuses("effective-before-item");
        }
    }
}
