package constancia.command.actions;

import constancia.command.actions.ActionCommand.*;
import constancia.kernel.actions.ActionEvent.CommitmentAccepted;
import constancia.kernel.actions.ActionEvent.CommitmentDeclined;
import constancia.kernel.actions.ActionEvent.ProgressReported;
import constancia.kernel.actions.ActionEvent.ResponsibleAssigned;
import constancia.kernel.actions.ActionEvent.ResponsibleReleased;
import constancia.kernel.actions.Finding;
import constancia.kernel.actions.Role;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CommittingTest extends Scene {

    final ResponsibleReleased mjspReleased = new ResponsibleReleased(MJSP_PART, MJSP, day(3, 10));

    @Nested
    class Assign {

        @Test
        void an_institution_is_assigned_and_may_have_accepted_in_the_meeting() {
            action.given(proposed(null)).when(new AssignResponsible(ID, MJSP, Role.LEAD, day(1, 30), day(2, 1)))
                    .records(new ResponsibleAssigned(MJSP_PART, MJSP, Role.LEAD, day(1, 30), day(2, 1)));
        }

        @Test
        void who_only_watches_in_the_body_may_support() {
            action.given(proposed(null)).when(assign(PNUD, Role.SUPPORT, day(2, 1)))
                    .records(new ResponsibleAssigned(PNUD_PART, PNUD, Role.SUPPORT, null, day(2, 1)));
            action.given(proposed(null)).when(assign(PNUD, Role.LEAD, day(2, 1))).refuses("only-watches");
            action.given(proposed(null)).when(assign(PNUD, Role.CO_RESPONSIBLE, day(2, 1))).refuses("only-watches");
        }

        @Test
        void a_lead_is_taken_while_another_is_not_declined_or_released() {
            action.given(proposed()).when(assign(PNUD, Role.LEAD, day(2, 1))).refuses("only-watches");
            known.watching.clear();
            action.given(proposed()).when(assign(PNUD, Role.LEAD, day(2, 1))).refuses("lead-taken");
            var follows = new ResponsibleAssigned(PNUD_PART, PNUD, Role.LEAD, null, day(3, 10));
            action.given(proposed(), mjspReleased).when(assign(PNUD, Role.LEAD, day(3, 10))).records(follows);
            action.given(proposed(), new CommitmentDeclined(MJSP_PART, MJSP, day(2, 1))).when(assign(PNUD, Role.LEAD, day(3, 10))).records(follows);
        }

        @Test
        void nobody_leads_beside_a_lead_that_was_released_only_later() {
            known.watching.clear();
            action.given(proposed(), mjspReleased).when(assign(PNUD, Role.LEAD, day(3, 9))).refuses("lead-taken");
        }

        @Test
        void an_institution_has_one_commitment_at_a_time() {
            action.given(proposed()).when(assign(CONJUVE, Role.SUPPORT, day(2, 1))).refuses("already-responsible");
        }

        @Test
        void assigned_again_after_its_end_it_has_a_new_one() {
            action.given(proposed(), mjspReleased).when(assign(MJSP, Role.SUPPORT, day(3, 10)))
                    .records(new ResponsibleAssigned(Commitment.idOf(ID, MJSP, 2), MJSP, Role.SUPPORT, null, day(3, 10)));
            action.given(proposed(), mjspReleased).when(assign(MJSP, Role.SUPPORT, day(3, 9))).refuses("effective-before-previous", day(3, 10));
        }

        @Test
        void it_must_exist_and_be_active() {
            action.given(proposed()).when(assign(NOBODY, Role.SUPPORT, day(2, 1))).isInvalid("institution", "unknown-institution", NOBODY);
            action.given(proposed()).when(assign(ENDED, Role.SUPPORT, day(2, 1))).isInvalid("institution", "institution-not-active", day(2, 1));
        }

        @Test
        void not_before_the_action_nor_while_it_is_cancelled() {
            action.given(proposed(null)).when(assign(MJSP, Role.LEAD, START.minusDays(1))).refuses("effective-before-item");
            action.given(proposed(null), cancelled(day(2, 1))).when(assign(MJSP, Role.LEAD, day(2, 1))).refuses("action-cancelled");
        }
    }

    @Nested
    class Accept {

        @Test
        void an_institution_accepts_its_commitment() {
            action.given(proposed()).when(accept(MJSP, day(2, 3)), FROM_MJSP).records(new CommitmentAccepted(MJSP_PART, MJSP, day(2, 3)));
        }

        @Test
        void also_after_its_first_report() {
            action.given(proposed(), report(day(2, 1))).when(accept(MJSP, day(2, 3))).records(new CommitmentAccepted(MJSP_PART, MJSP, day(2, 3)));
        }

        @Test
        void only_once() {
            action.given(proposed(), new CommitmentAccepted(MJSP_PART, MJSP, day(2, 3))).when(accept(MJSP, day(2, 4))).refuses("already-accepted");
            action.given(proposed(null), new ResponsibleAssigned(MJSP_PART, MJSP, Role.LEAD, day(1, 30), day(2, 1)))
                    .when(accept(MJSP, day(2, 4))).refuses("already-accepted");
        }

        @Test
        void only_what_it_has() {
            action.given(proposed()).when(accept(PNUD, day(2, 3))).refuses("no-commitment");
            action.given(proposed(), mjspReleased).when(accept(MJSP, day(4, 1))).refuses("no-commitment");
        }

        @Test
        void not_before_its_previous_record_nor_while_the_action_is_cancelled() {
            action.given(proposed(null), new ResponsibleAssigned(MJSP_PART, MJSP, Role.LEAD, null, day(2, 1)))
                    .when(accept(MJSP, day(1, 31))).refuses("effective-before-previous", day(2, 1));
            action.given(proposed(), cancelled(day(2, 1))).when(accept(MJSP, day(2, 3))).refuses("action-cancelled");
        }

        @Test
        void an_acceptance_before_the_cancellation_may_be_recorded_after_it() {
            action.given(proposed(), cancelled(day(2, 1))).when(accept(MJSP, day(1, 31))).records(new CommitmentAccepted(MJSP_PART, MJSP, day(1, 31)));
        }
    }

    @Nested
    class Decline {

        @Test
        void an_institution_declines_what_it_has_not_answered() {
            action.given(proposed()).when(decline(MJSP, day(2, 3)), WITH_GROUNDS).records(new CommitmentDeclined(MJSP_PART, MJSP, day(2, 3)));
        }

        @Test
        void not_what_it_accepted_or_began() {
            action.given(proposed(), new CommitmentAccepted(MJSP_PART, MJSP, day(2, 3))).when(decline(MJSP, day(2, 4))).refuses("already-taken-up");
            action.given(proposed(), report(day(2, 5))).when(decline(MJSP, day(2, 4))).refuses("already-taken-up");
            action.given(proposed(), delivered(MJSP_PART, MJSP, day(2, 3))).when(decline(MJSP, day(2, 4))).refuses("already-taken-up");
        }

        @Test
        void only_what_it_has_and_not_before_its_previous_record() {
            action.given(proposed()).when(decline(PNUD, day(2, 3))).refuses("no-commitment");
            action.given(proposed(null), new ResponsibleAssigned(MJSP_PART, MJSP, Role.LEAD, null, day(2, 1)))
                    .when(decline(MJSP, day(1, 31))).refuses("effective-before-previous", day(2, 1));
        }
    }

    @Nested
    class Release {

        @Test
        void an_institution_is_released_at_any_stage_before_its_delivery() {
            action.given(proposed()).when(release(MJSP, day(3, 10)), WITH_GROUNDS).records(mjspReleased);
            action.given(proposed(), new CommitmentAccepted(MJSP_PART, MJSP, day(2, 3)), report(day(3, 1))).when(release(MJSP, day(3, 10))).records(mjspReleased);
        }

        @Test
        void not_what_it_delivered() {
            action.given(proposed(), delivered(MJSP_PART, MJSP, day(3, 1))).when(release(MJSP, day(3, 10))).refuses("already-delivered");
            action.given(proposed(), delivered(MJSP_PART, MJSP, day(3, 1)), verified(MJSP_PART, MJSP, Finding.COMPLETE, day(3, 2)))
                    .when(release(MJSP, day(3, 10))).refuses("already-delivered");
        }

        @Test
        void only_what_it_has_and_not_before_its_previous_record() {
            action.given(proposed(), mjspReleased).when(release(MJSP, day(3, 11))).refuses("no-commitment");
            action.given(proposed(), new CommitmentAccepted(MJSP_PART, MJSP, day(2, 3))).when(release(MJSP, day(2, 2)))
                    .refuses("effective-before-previous", day(2, 3));
        }
    }

    static AssignResponsible assign(InstitutionId institution, Role role, LocalDate on) {
        return new AssignResponsible(ID, institution, role, null, on);
    }

    static AcceptCommitment accept(InstitutionId institution, LocalDate on) {
        return new AcceptCommitment(ID, institution, on);
    }

    static DeclineCommitment decline(InstitutionId institution, LocalDate on) {
        return new DeclineCommitment(ID, institution, on);
    }

    static ReleaseResponsible release(InstitutionId institution, LocalDate on) {
        return new ReleaseResponsible(ID, institution, on);
    }

    static ProgressReported report(LocalDate on) {
        return new ProgressReported(MJSP_PART, MJSP, 20, null, null, List.of(), on);
    }
}
