package constancia.command.actions;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.actions.ActionCommand.*;
import constancia.command.institutions.Institutions.Succession;
import constancia.command.policies.WhenInstitutionSucceededTransferCommitments;
import constancia.kernel.actions.ActionEvent.*;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.Role;
import constancia.kernel.institutions.InstitutionEvent.InstitutionDeactivated;
import constancia.kernel.institutions.InstitutionEvent.InstitutionSucceeded;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.institutions.SuccessionKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SucceedingTest extends Scene {

    static final InstitutionId HEIR = new InstitutionId(uuid(16));
    static final InstitutionId OTHER_HEIR = new InstitutionId(uuid(17));
    static final LocalDate DAY = day(5, 1);
    static final CommitmentTransferred TRANSFERRED = new CommitmentTransferred(MJSP_PART, MJSP, HEIR, DAY);
    static final FollowSuccession FOLLOW = new FollowSuccession(ID, DAY);

    @BeforeEach
    void heirs() {
        known.institutions.addAll(List.of(HEIR, OTHER_HEIR));
    }

    private void succeeded(InstitutionId institution, LocalDate on, InstitutionId... by) {
        known.successions.put(institution, new Succession(on, List.of(by)));
    }

    @Nested
    class Follow {

        @Test
        void a_commitment_goes_on_to_the_only_successor_since_its_day() {
            succeeded(MJSP, DAY, HEIR);
            action.given(proposed()).when(FOLLOW).records(TRANSFERRED);
        }

        @Test
        void once() {
            succeeded(MJSP, DAY, HEIR);
            action.given(proposed(), TRANSFERRED).when(FOLLOW).recordsNothing();
        }

        @Test
        void though_the_former_holder_did_something_after_that_day_and_the_action_is_cancelled() {
            succeeded(MJSP, DAY, HEIR);
            action.given(proposed(), delivered(MJSP_PART, MJSP, DAY.plusDays(9)), cancelled(DAY.plusDays(10))).when(FOLLOW).records(TRANSFERRED);
        }

        @Test
        void and_on_to_the_successor_of_the_successor() {
            succeeded(MJSP, DAY, HEIR);
            succeeded(HEIR, day(8, 1), OTHER_HEIR);
            action.given(proposed()).when(FOLLOW).records(TRANSFERRED, new CommitmentTransferred(MJSP_PART, HEIR, OTHER_HEIR, day(8, 1)));
            action.given(proposed(), TRANSFERRED).when(FOLLOW).records(new CommitmentTransferred(MJSP_PART, HEIR, OTHER_HEIR, day(8, 1)));
        }

        @Test
        void never_in_a_circle() {
            succeeded(MJSP, DAY, HEIR);
            succeeded(HEIR, day(8, 1), MJSP);
            action.given(proposed()).when(FOLLOW).records(TRANSFERRED);
        }

        @Test
        void not_what_ended_before() {
            succeeded(MJSP, DAY, HEIR);
            action.given(proposed(), new ResponsibleReleased(MJSP_PART, MJSP, day(2, 1))).when(FOLLOW).recordsNothing();
        }

        @Test
        void not_to_one_of_several_for_that_is_a_decision() {
            succeeded(MJSP, DAY, HEIR, OTHER_HEIR);
            action.given(proposed()).when(FOLLOW).recordsNothing();
        }

        @Test
        void not_to_who_answers_for_the_action_already_and_of_two_that_merge_the_lead_goes_first() {
            succeeded(MJSP, DAY, CONJUVE);
            action.given(proposed()).when(FOLLOW).recordsNothing();
            succeeded(MJSP, DAY, HEIR);
            succeeded(CONJUVE, DAY, HEIR);
            action.given(proposed()).when(FOLLOW).records(TRANSFERRED);
        }

        @Test
        void what_is_assigned_as_of_a_day_before_the_succession_goes_on_at_once() {
            succeeded(MJSP, DAY, HEIR);
            var alone = proposed(dated(DUE), responsible(CONJUVE, Role.LEAD));
            action.given(alone).when(new AssignResponsible(ID, MJSP, Role.CO_RESPONSIBLE, null, DAY.minusDays(1)))
                    .records(new ResponsibleAssigned(MJSP_PART, MJSP, Role.CO_RESPONSIBLE, null, DAY.minusDays(1)), TRANSFERRED);
            action.given(alone).when(new AssignResponsible(ID, MJSP, Role.CO_RESPONSIBLE, null, DAY)).isInvalid("institution", "institution-not-active", DAY);
            action.given().when(new ProposeAction(ID, "Instalar", null, null, null, null, null, null,
                            List.of(new ActionCommand.Responsible(MJSP, Role.LEAD, null)), null, null, null, null, START))
                    .records(new ActionProposed("Instalar", null, null, null, null, null, List.of(), null, List.of(responsible(MJSP, Role.LEAD)), null, List.of(),
                            List.of(), null, START), TRANSFERRED);
        }
    }

    @Nested
    class Holds {

        @BeforeEach
        void succession() {
            succeeded(MJSP, DAY, HEIR);
        }

        @Test
        void the_successor_accepts_reports_and_delivers_from_then_on() {
            var now = action.given(proposed(), TRANSFERRED);
            now.when(new AcceptCommitment(ID, HEIR, DAY)).records(new CommitmentAccepted(MJSP_PART, HEIR, DAY));
            now.when(new ReportProgress(ID, HEIR, 50, null, null, null, DAY)).records(new ProgressReported(MJSP_PART, HEIR, 50, null, null, List.of(), DAY));
            now.when(new MarkDelivered(ID, HEIR, null, null, DAY)).records(delivered(MJSP_PART, HEIR, DAY));
        }

        @Test
        void the_former_holder_no_longer() {
            var now = action.given(proposed(), TRANSFERRED);
            now.when(new AcceptCommitment(ID, MJSP, DAY)).refuses("no-commitment");
            now.when(new ReportProgress(ID, MJSP, 50, null, null, null, DAY)).refuses("no-commitment");
            now.when(new MarkDelivered(ID, MJSP, null, null, DAY)).refuses("no-commitment");
            now.when(new RequestExtension(ID, MJSP, ONE, day(7, 31), null, DAY), WITH_GROUNDS).refuses("no-commitment");
        }

        @Test
        void what_the_former_holder_did_before_may_still_be_recorded_and_not_by_the_successor() {
            var before = DAY.minusDays(1);
            var now = action.given(proposed(), TRANSFERRED);
            now.when(new MarkDelivered(ID, MJSP, null, null, before)).records(delivered(MJSP_PART, MJSP, before));
            now.when(new MarkDelivered(ID, HEIR, null, null, before)).refuses("no-commitment");
        }

        @Test
        void it_is_one_commitment_still() {
            var now = action.given(proposed(), TRANSFERRED);
            now.when(new AssignResponsible(ID, HEIR, Role.SUPPORT, null, DAY)).refuses("already-responsible");
            var asked = new ExtensionRequested(ONE, MJSP_PART, MJSP, day(7, 31), null, day(4, 1));
            action.given(proposed(), asked, TRANSFERRED).when(new RequestExtension(ID, HEIR, OTHER, day(8, 31), null, DAY), WITH_GROUNDS).refuses("extension-open");
            action.given(proposed(), TRANSFERRED, delivered(MJSP_PART, HEIR, DAY), delivered(CONJUVE_PART, CONJUVE, DAY))
                    .when(new ReopenAction(ID, null, day(6, 1)), WITH_GROUNDS)
                    .records(new ActionReopened(List.of(new SentBack(CONJUVE_PART, CONJUVE), new SentBack(MJSP_PART, HEIR)).stream()
                            .sorted(Comparator.comparing(SentBack::commitment)).toList(), day(6, 1)));
        }
    }

    @Nested
    class Transfer {

        final TransferCommitment transfer = new TransferCommitment(ID, MJSP, HEIR, DAY);

        @Test
        void of_several_successors_it_is_said_which_one_holds_it() {
            succeeded(MJSP, DAY, HEIR, OTHER_HEIR);
            action.given(proposed()).when(transfer, WITH_GROUNDS).records(TRANSFERRED);
            action.given(proposed(), TRANSFERRED).when(transfer, WITH_GROUNDS).refuses("no-commitment");
        }

        @Test
        void and_goes_on_if_that_one_was_succeeded_meanwhile() {
            succeeded(MJSP, DAY, HEIR, OTHER_HEIR);
            succeeded(HEIR, day(8, 1), PNUD);
            action.given(proposed()).when(transfer, WITH_GROUNDS).records(TRANSFERRED, new CommitmentTransferred(MJSP_PART, HEIR, PNUD, day(8, 1)));
        }

        @Test
        void only_to_a_successor_and_not_before_there_are_any() {
            action.given(proposed()).when(transfer, WITH_GROUNDS).refuses("not-succeeded");
            succeeded(MJSP, DAY, OTHER_HEIR, PNUD);
            action.given(proposed()).when(transfer, WITH_GROUNDS).isInvalid("to", "not-a-successor");
            action.given(proposed()).when(new TransferCommitment(ID, MJSP, PNUD, DAY.minusDays(1)), WITH_GROUNDS).refuses("not-yet-succeeded", DAY);
        }

        @Test
        void not_before_it_was_assigned() {
            succeeded(PNUD, START, HEIR, OTHER_HEIR);
            action.given(proposed(), new ResponsibleAssigned(PNUD_PART, PNUD, Role.SUPPORT, null, DAY))
                    .when(new TransferCommitment(ID, PNUD, HEIR, DAY.minusDays(1)), WITH_GROUNDS).refuses("before-assignment", DAY);
        }

        @Test
        void not_to_who_has_one_in_the_action_already() {
            succeeded(MJSP, DAY, CONJUVE, HEIR);
            action.given(proposed()).when(new TransferCommitment(ID, MJSP, CONJUVE, DAY), WITH_GROUNDS).refuses("already-responsible");
        }
    }

    @Test
    void each_action_in_which_it_held_a_commitment_is_to_follow_a_succession_and_nothing_else() {
        var other = new ActionId(uuid(2));
        known.held.put(MJSP, List.of(ID, other));
        var event = new InstitutionSucceeded(List.of(HEIR), SuccessionKind.RENAMED, DAY);
        assertThat(WhenInstitutionSucceededTransferCommitments.commands(MJSP, event, known)).containsExactly(FOLLOW, new FollowSuccession(other, DAY));
        assertThat(WhenInstitutionSucceededTransferCommitments.commands(CONJUVE, event, known)).isEmpty();
        assertThat(WhenInstitutionSucceededTransferCommitments.commands(MJSP, new InstitutionDeactivated(DAY), known)).isEmpty();
    }
}
