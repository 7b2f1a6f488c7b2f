package constancia.command.actions;

import constancia.command.actions.ActionCommand.*;
import constancia.kernel.actions.ActionEvent.ActionReopened;
import constancia.kernel.actions.ActionEvent.EvidenceAttached;
import constancia.kernel.actions.ActionEvent.SentBack;
import constancia.kernel.actions.Finding;
import constancia.kernel.actions.Role;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClosingTest extends Scene {

    @Nested
    class Cancel {

        @Test
        void an_action_is_cancelled_and_stays_so() {
            action.given(proposed()).when(new CancelAction(ID, day(2, 1)), WITH_GROUNDS).records(cancelled(day(2, 1)));
            action.given(proposed(), cancelled(day(2, 1))).when(new CancelAction(ID, day(2, 3))).refuses("action-cancelled");
            action.given(proposed(), cancelled(day(2, 1))).when(new CancelAction(ID, day(1, 20))).refuses("action-cancelled");
        }

        @Test
        void not_before_what_happened_last_in_its_life() {
            var restored = new ActionReopened(List.of(), day(2, 10));
            action.given(proposed(), cancelled(day(2, 1)), restored).when(new CancelAction(ID, day(2, 9))).refuses("effective-before-previous", day(2, 10));
            action.given(proposed(), cancelled(day(2, 1)), restored).when(new CancelAction(ID, day(2, 10))).records(cancelled(day(2, 10)));
        }
    }

    @Nested
    class Reopen {

        @Test
        void a_cancelled_action_is_restored_as_it_was() {
            action.given(proposed(), cancelled(day(2, 1))).when(reopen(day(2, 10)), WITH_GROUNDS).records(new ActionReopened(List.of(), day(2, 10)));
            action.given(proposed(), cancelled(day(2, 1))).when(reopen(day(2, 10), MJSP)).isInvalid("institutions", "restored-as-it-was");
        }

        @Test
        void a_fulfilled_one_sends_all_binding_deliveries_back() {
            action.given(fulfilled()).when(reopen(day(6, 1))).records(new ActionReopened(both(), day(6, 1)));
        }

        @Test
        void a_delivered_one_too() {
            action.given(Stream.of(fulfilled()).limit(3).toArray(constancia.kernel.Event[]::new)).when(reopen(day(6, 1)))
                    .records(new ActionReopened(both(), day(6, 1)));
        }

        @Test
        void or_only_those_named() {
            action.given(fulfilled()).when(reopen(day(6, 1), CONJUVE, CONJUVE))
                    .records(new ActionReopened(List.of(new SentBack(CONJUVE_PART, CONJUVE)), day(6, 1)));
            action.given(fulfilled()).when(reopen(day(6, 1), CONJUVE, PNUD)).isInvalid("institutions/1", "nothing-delivered");
        }

        @Test
        void support_may_be_named_too_when_it_delivered() {
            action.given(proposed(null, responsible(MJSP, Role.LEAD), responsible(PNUD, Role.SUPPORT)), delivered(MJSP_PART, MJSP, day(5, 1)),
                    delivered(PNUD_PART, PNUD, day(5, 2))).when(reopen(day(6, 1), PNUD))
                    .records(new ActionReopened(List.of(new SentBack(PNUD_PART, PNUD)), day(6, 1)));
        }

        @Test
        void only_what_is_cancelled_delivered_or_fulfilled() {
            action.given(proposed()).when(reopen(day(6, 1))).refuses("nothing-to-reopen");
            action.given(proposed(), delivered(MJSP_PART, MJSP, day(5, 1))).when(reopen(day(6, 1))).refuses("nothing-to-reopen");
        }

        @Test
        void not_before_what_happened_last() {
            action.given(proposed(), cancelled(day(2, 1))).when(reopen(day(1, 31))).refuses("effective-before-previous", day(2, 1));
            action.given(fulfilled()).when(reopen(day(5, 9), MJSP)).refuses("effective-before-previous", day(5, 10));
        }

        @Test
        void what_was_sent_back_may_be_delivered_again() {
            action.given(fulfilled()).and(new ActionReopened(both(), day(6, 1))).when(new MarkDelivered(ID, MJSP, null, null, day(6, 2)))
                    .records(delivered(MJSP_PART, MJSP, day(6, 2)));
        }
    }

    @Nested
    class Evidence {

        @Test
        void evidence_may_be_added_at_any_time() {
            var attached = new EvidenceAttached(List.of(HASH), "Acta firmada", day(3, 1));
            action.given(proposed()).when(new AttachEvidence(ID, List.of(HASH), "Acta firmada", day(3, 1))).records(attached);
            action.given(proposed(), cancelled(day(2, 1))).when(new AttachEvidence(ID, List.of(HASH), "Acta firmada", day(3, 1))).records(attached);
        }

        @Test
        void at_least_one_document() {
            action.given(proposed()).when(new AttachEvidence(ID, List.of(), null, day(3, 1))).isInvalid("evidence", "required");
        }
    }

    static constancia.kernel.Event[] fulfilled() {
        return new constancia.kernel.Event[] {proposed(), delivered(MJSP_PART, MJSP, day(5, 1)), delivered(CONJUVE_PART, CONJUVE, day(5, 2)),
            verified(MJSP_PART, MJSP, Finding.COMPLETE, day(5, 10)), verified(CONJUVE_PART, CONJUVE, Finding.SUBSTANTIAL, day(5, 11))};
    }

    static List<SentBack> both() {
        return Stream.of(new SentBack(MJSP_PART, MJSP), new SentBack(CONJUVE_PART, CONJUVE)).sorted(Comparator.comparing(SentBack::commitment)).toList();
    }

    static ReopenAction reopen(LocalDate on, InstitutionId... institutions) {
        @Nullable List<InstitutionId> named = institutions.length == 0 ? null : List.of(institutions);
        return new ReopenAction(ID, named, on);
    }
}
