package constancia.command.actions;

import constancia.command.actions.ActionCommand.*;
import constancia.kernel.actions.ActionEvent.ExpenditureRecorded;
import constancia.kernel.actions.ActionEvent.FundingCommitted;
import constancia.kernel.actions.FundingState;
import constancia.kernel.institutions.InstitutionId;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FundingTest extends Scene {

    final FundingCommitted committed = new FundingCommitted(ONE, "Fondo General", null, FundingState.TO_BE_RAISED, new BigDecimal("12500.50"), "USD", day(2, 1));

    @Nested
    class Commit {

        @Test
        void a_line_of_funding_from_a_source_or_an_institution() {
            action.given(proposed()).when(commit("Fondo General", null, "12500.5", "USD")).records(committed);
            action.given(proposed()).when(commit(null, PNUD, "12500.50", "USD"))
                    .records(new FundingCommitted(ONE, null, PNUD, FundingState.TO_BE_RAISED, new BigDecimal("12500.50"), "USD", day(2, 1)));
        }

        @Test
        void one_of_them_that_exists() {
            action.given(proposed()).when(commit(null, null, "1", "USD")).isInvalid("source", "source-or-funder");
            action.given(proposed()).when(commit("Fondo General", PNUD, "1", "USD")).isInvalid("source", "source-or-funder");
            action.given(proposed()).when(commit(null, NOBODY, "1", "USD")).isInvalid("funder", "unknown-institution", NOBODY);
        }

        @Test
        void said_again_it_may_be_surer_but_not_in_another_currency() {
            var surer = new CommitFunding(ID, ONE, "Fondo General", null, FundingState.AVAILABLE, new BigDecimal("9000"), "USD", day(3, 1));
            action.given(proposed(), committed).when(surer)
                    .records(new FundingCommitted(ONE, "Fondo General", null, FundingState.AVAILABLE, new BigDecimal("9000.00"), "USD", day(3, 1)));
            action.given(proposed(), committed).when(commit("Fondo General", null, "1", "EUR")).isInvalid("currency", "other-currency", "USD");
        }

        @Test
        void the_currency_must_be_known_and_the_amount_be_money() {
            action.given(proposed()).when(commit("Fondo General", null, "1", "XQX")).isInvalid("currency", "unknown-currency", "XQX");
            for (var amount : new String[] {"0", "0.00", "-1", "1000000000000000", "1e999999999"}) {
                action.given(proposed()).when(commit("Fondo General", null, amount, "USD")).isInvalid("amount", "amount-out-of-range");
            }
            action.given(proposed()).when(commit("Fondo General", null, "0.001", "USD")).isInvalid("amount", "amount-too-fine", "USD", 2);
            action.given(proposed()).when(commit("Fondo General", null, "1.5", "JPY")).isInvalid("amount", "amount-too-fine", "JPY", 0);
        }

        @Test
        void not_while_the_action_is_cancelled() {
            action.given(proposed(), cancelled(day(2, 1))).when(commit("Fondo General", null, "1", "USD")).refuses("action-cancelled");
        }
    }

    @Nested
    class Spend {

        @Test
        void an_expenditure_with_or_without_a_line_of_funding() {
            action.given(proposed()).when(spend(null, "300", "USD")).records(spent(null));
            action.given(proposed(), committed).when(spend(ONE, "300", "USD")).records(spent(ONE));
        }

        @Test
        void also_when_the_action_was_cancelled_meanwhile() {
            action.given(proposed(), cancelled(day(2, 1))).when(spend(null, "300", "USD")).records(spent(null));
        }

        @Test
        void its_id_is_used_once() {
            action.given(proposed(), spent(null)).when(spend(null, "300", "USD")).refuses("expenditure-known");
            action.given(proposed(), spent(null)).when(new RecordExpenditure(ID, ONE, new BigDecimal("300"), "USD", "Taller de capacitación", null, null, day(3, 1)))
                    .records(new ExpenditureRecorded(ONE, new BigDecimal("300.00"), "USD", "Taller de capacitación", null, null, day(3, 1)));
        }

        @Test
        void with_the_documents_that_back_it() {
            action.given(proposed()).when(backed(List.of(HASH))).records(spent(null, List.of(HASH)));
            action.given(proposed()).when(backed(List.of())).records(spent(null));
        }

        @Test
        void its_line_must_exist_and_be_in_the_same_currency() {
            action.given(proposed()).when(spend(ONE, "300", "USD")).isInvalid("funding", "unknown-funding");
            action.given(proposed(), committed).when(spend(ONE, "300", "EUR")).isInvalid("currency", "other-currency", "USD");
        }

        @Test
        void the_amount_must_be_money() {
            action.given(proposed()).when(spend(null, "-300", "USD")).isInvalid("amount", "amount-out-of-range");
        }

        RecordExpenditure spend(@Nullable UUID funding, String amount, String currency) {
            return new RecordExpenditure(ID, OTHER, new BigDecimal(amount), currency, "Taller de capacitación", funding, null, day(3, 1));
        }

        ExpenditureRecorded spent(@Nullable UUID funding) {
            return spent(funding, null);
        }

        ExpenditureRecorded spent(@Nullable UUID funding, @Nullable List<String> evidence) {
            return new ExpenditureRecorded(OTHER, new BigDecimal("300.00"), "USD", "Taller de capacitación", funding, evidence, day(3, 1));
        }

        RecordExpenditure backed(List<String> evidence) {
            return new RecordExpenditure(ID, OTHER, new BigDecimal("300"), "USD", "Taller de capacitación", null, evidence, day(3, 1));
        }
    }

    static CommitFunding commit(@Nullable String source, @Nullable InstitutionId funder, String amount, String currency) {
        return new CommitFunding(ID, ONE, source, funder, FundingState.TO_BE_RAISED, new BigDecimal(amount), currency, day(2, 1));
    }
}
