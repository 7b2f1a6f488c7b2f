package constancia.command.actions;

import constancia.command.actions.ActionCommand.*;
import constancia.kernel.Provenance;
import constancia.kernel.actions.ActionEvent.CommitmentDeclined;
import constancia.kernel.actions.ActionEvent.DeliveryMarked;
import constancia.kernel.actions.ActionEvent.DeliveryReturned;
import constancia.kernel.actions.ActionEvent.DeliveryVerified;
import constancia.kernel.actions.ActionEvent.ProgressReported;
import constancia.kernel.actions.ActionEvent.ResponsibleAssigned;
import constancia.kernel.actions.ActionEvent.ResponsibleReleased;
import constancia.kernel.actions.Finding;
import constancia.kernel.actions.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeliveringTest extends Scene {

    final DeliveryMarked delivered = delivered(MJSP_PART, MJSP, day(5, 1));

    @Nested
    class Report {

        @Test
        void progress_is_reported_with_percentage_narrative_period_and_evidence() {
            action.given(proposed()).when(new ReportProgress(ID, MJSP, 40, "Se contrató al equipo", "T1", List.of(HASH), day(3, 1)), FROM_MJSP)
                    .records(new ProgressReported(MJSP_PART, MJSP, 40, "Se contrató al equipo", "T1", List.of(HASH), day(3, 1)));
        }

        @Test
        void percentage_or_narrative_is_enough_but_one_is_needed() {
            action.given(proposed()).when(report(0, null, day(3, 1))).records(reported(MJSP_PART, 0, day(3, 1)));
            action.given(proposed()).when(report(null, "Sin novedad", day(3, 1)))
                    .records(new ProgressReported(MJSP_PART, MJSP, null, "Sin novedad", null, List.of(), day(3, 1)));
            action.given(proposed()).when(report(null, null, day(3, 1))).isInvalid("percent", "percent-or-narrative");
        }

        @Test
        void it_may_be_recorded_late_before_other_reports_and_even_before_the_acceptance() {
            action.given(proposed(), reported(MJSP_PART, 60, day(4, 1))).when(report(20, null, day(2, 1))).records(reported(MJSP_PART, 20, day(2, 1)));
        }

        @Test
        void not_before_its_commitments_assignment() {
            action.given(proposed(null), new ResponsibleAssigned(MJSP_PART, MJSP, Role.LEAD, null, day(2, 1)))
                    .when(report(20, null, day(1, 31))).refuses("before-assignment", day(2, 1));
        }

        @Test
        void a_report_goes_to_the_commitment_of_its_day() {
            var released = new ResponsibleReleased(MJSP_PART, MJSP, day(3, 10));
            var again = new ResponsibleAssigned(Commitment.idOf(ID, MJSP, 2), MJSP, Role.SUPPORT, null, day(4, 1));
            action.given(proposed(), released, again).when(report(20, null, day(3, 9))).records(reported(MJSP_PART, 20, day(3, 9)));
            action.given(proposed(), released, again).when(report(20, null, day(4, 1))).records(reported(Commitment.idOf(ID, MJSP, 2), 20, day(4, 1)));
            action.given(proposed(), released, again).when(report(20, null, day(3, 20))).refuses("no-commitment");
        }

        @Test
        void who_declined_or_was_never_assigned_reports_nothing() {
            action.given(proposed(), new CommitmentDeclined(MJSP_PART, MJSP, day(2, 1))).when(report(20, null, day(1, 20))).refuses("no-commitment");
            action.given(proposed()).when(new ReportProgress(ID, PNUD, 20, null, null, null, day(3, 1))).refuses("no-commitment");
        }

        @Test
        void its_period_must_be_one_of_the_plan() {
            action.given(proposed()).when(new ReportProgress(ID, MJSP, 20, null, "T9", null, day(3, 1))).isInvalid("period", "unknown-period", "T9");
        }

        @Test
        void not_while_the_action_is_cancelled() {
            action.given(proposed(), cancelled(day(2, 1))).when(report(20, null, day(2, 1))).refuses("action-cancelled");
        }
    }

    @Nested
    class Deliver {

        @Test
        void facts_need_no_acceptance() {
            action.given(proposed()).when(new MarkDelivered(ID, MJSP, "Informe final", List.of(HASH), day(5, 1)), FROM_MJSP)
                    .records(new DeliveryMarked(MJSP_PART, MJSP, "Informe final", List.of(HASH), day(5, 1)));
        }

        @Test
        void only_once_until_it_is_returned() {
            action.given(proposed(), delivered).when(deliver(day(5, 2))).refuses("already-delivered");
            action.given(proposed(), delivered, new DeliveryReturned(MJSP_PART, MJSP, day(5, 3))).when(deliver(day(5, 20)))
                    .records(delivered(MJSP_PART, MJSP, day(5, 20)));
        }

        @Test
        void by_who_has_a_commitment_and_not_before_its_previous_record() {
            action.given(proposed()).when(new MarkDelivered(ID, PNUD, null, null, day(5, 1))).refuses("no-commitment");
            action.given(proposed(), delivered, new DeliveryReturned(MJSP_PART, MJSP, day(5, 3))).when(deliver(day(5, 2)))
                    .refuses("effective-before-previous", day(5, 3));
        }
    }

    @Nested
    class Verify {

        @Test
        void a_delivery_is_verified_with_its_finding() {
            action.given(proposed(), delivered).when(new VerifyDelivery(ID, MJSP, Finding.SUBSTANTIAL, "Falta el anexo", List.of(HASH), day(5, 10)), VERIFIER)
                    .records(new DeliveryVerified(MJSP_PART, MJSP, Finding.SUBSTANTIAL, "Falta el anexo", List.of(HASH), day(5, 10)));
        }

        @Test
        void again_after_a_finding_that_did_not_suffice() {
            action.given(proposed(), delivered, verified(MJSP_PART, MJSP, Finding.LIMITED, day(5, 10))).when(verify(day(5, 12)), VERIFIER)
                    .records(verified(MJSP_PART, MJSP, Finding.COMPLETE, day(5, 12)));
        }

        @Test
        void only_what_is_delivered_and_not_yet_verified() {
            action.given(proposed()).when(verify(day(5, 10)), VERIFIER).refuses("not-delivered");
            action.given(proposed(), delivered, verified(MJSP_PART, MJSP, Finding.COMPLETE, day(5, 10))).when(verify(day(5, 12)), VERIFIER)
                    .refuses("already-verified");
            action.given(proposed()).when(new VerifyDelivery(ID, PNUD, Finding.COMPLETE, null, null, day(5, 10)), VERIFIER).refuses("no-commitment");
        }

        @Test
        void never_by_the_institution_itself() {
            action.given(proposed(), delivered).when(verify(day(5, 10)), FROM_MJSP).refuses("own-delivery");
        }

        @Test
        void never_by_the_account_that_recorded_the_delivery_not_even_on_behalf() {
            var unit = new Provenance("coordinacion", null, false, Provenance.Through.WEB, null);
            action.given(proposed(), delivered).when(verify(day(5, 10)), unit).refuses("own-record");
            var onBehalf = new Provenance("coordinacion", MJSP, true, Provenance.Through.WEB, null);
            action.given(proposed()).by(onBehalf, delivered).when(verify(day(5, 10)), onBehalf).refuses("own-record");
        }

        @Test
        void save_the_first_administrator_of_a_register_without_other_accounts() {
            known.sole = true;
            action.given(proposed(), delivered).when(verify(day(5, 10))).records(verified(MJSP_PART, MJSP, Finding.COMPLETE, day(5, 10)));
        }

        @Test
        void not_before_the_delivery() {
            action.given(proposed(), delivered).when(verify(day(4, 30)), VERIFIER).refuses("effective-before-previous", day(5, 1));
        }
    }

    @Nested
    class Return {

        @Test
        void a_delivery_is_returned() {
            action.given(proposed(), delivered).when(new ReturnDelivery(ID, MJSP, day(5, 3)), WITH_GROUNDS)
                    .records(new DeliveryReturned(MJSP_PART, MJSP, day(5, 3)));
        }

        @Test
        void only_what_is_delivered_and_not_verified() {
            action.given(proposed()).when(new ReturnDelivery(ID, MJSP, day(5, 3))).refuses("not-delivered");
            action.given(proposed(), delivered, verified(MJSP_PART, MJSP, Finding.COMPLETE, day(5, 2))).when(new ReturnDelivery(ID, MJSP, day(5, 3)))
                    .refuses("already-verified");
        }
    }

    static ReportProgress report(@Nullable Integer percent, @Nullable String narrative, LocalDate on) {
        return new ReportProgress(ID, MJSP, percent, narrative, null, null, on);
    }

    static ProgressReported reported(UUID commitment, int percent, LocalDate on) {
        return new ProgressReported(commitment, MJSP, percent, null, null, List.of(), on);
    }

    static MarkDelivered deliver(LocalDate on) {
        return new MarkDelivered(ID, MJSP, null, null, on);
    }

    static VerifyDelivery verify(LocalDate on) {
        return new VerifyDelivery(ID, MJSP, Finding.COMPLETE, null, null, on);
    }
}
