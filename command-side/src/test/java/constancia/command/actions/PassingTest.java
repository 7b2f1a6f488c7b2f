package constancia.command.actions;

import constancia.command.actions.ActionCommand.PassDueDate;
import constancia.kernel.actions.ActionEvent.*;
import constancia.kernel.actions.Finding;
import constancia.kernel.actions.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassingTest extends Scene {

    static final DueDatePassed PASSED = new DueDatePassed(DUE, DUE.plusDays(1));
    static final ExtensionRequested ASKED = new ExtensionRequested(ONE, MJSP_PART, MJSP, day(7, 31), null, day(6, 1));
    static final ExtensionGranted GRANTED = new ExtensionGranted(ONE, MJSP, day(7, 31), null, day(6, 10));

    @Test
    void the_day_after_a_due_date_it_is_on_record_as_passed() {
        action.given(proposed()).when(new PassDueDate(ID, DUE.plusDays(1))).records(PASSED);
    }

    @Test
    void not_on_the_day_itself() {
        action.given(proposed()).when(new PassDueDate(ID, DUE)).recordsNothing();
    }

    @Test
    void however_late_the_calendar_looks_it_holds_since_the_day_after() {
        action.given(proposed()).when(new PassDueDate(ID, DUE.plusYears(3))).records(PASSED);
    }

    @Test
    void once_for_each_due_date() {
        action.given(proposed(), PASSED).when(new PassDueDate(ID, DUE.plusDays(9))).recordsNothing();
    }

    @Test
    void a_due_date_that_an_extension_gave_passes_anew() {
        action.given(proposed(), PASSED, ASKED, GRANTED).when(new PassDueDate(ID, day(7, 31))).recordsNothing();
        action.given(proposed(), PASSED, ASKED, GRANTED).when(new PassDueDate(ID, day(8, 1))).records(new DueDatePassed(day(7, 31), day(8, 1)));
    }

    @Test
    void a_due_date_that_comes_again_has_passed_already() {
        action.given(proposed(), PASSED, new ActionScheduled(dated(day(7, 31)), day(6, 20)), new ActionScheduled(dated(DUE), day(6, 21)))
                .when(new PassDueDate(ID, DUE.plusDays(9))).recordsNothing();
    }

    @Test
    void never_before_the_action_itself() {
        var late = proposed(dated(START.minusDays(40)), responsible(MJSP, Role.LEAD));
        action.given(late).when(new PassDueDate(ID, START)).records(new DueDatePassed(START.minusDays(40), START));
    }

    @Test
    void what_is_delivered_or_verified_by_all_is_not_late() {
        var all = action.given(proposed(), delivered(MJSP_PART, MJSP, day(6, 1)), delivered(CONJUVE_PART, CONJUVE, day(6, 2)));
        all.when(new PassDueDate(ID, DUE.plusDays(1))).recordsNothing();
        all.and(verified(MJSP_PART, MJSP, Finding.COMPLETE, day(6, 10))).when(new PassDueDate(ID, DUE.plusDays(1))).recordsNothing();
    }

    @Test
    void one_that_still_owes_is_enough() {
        action.given(proposed(), delivered(MJSP_PART, MJSP, day(6, 1))).when(new PassDueDate(ID, DUE.plusDays(1))).records(PASSED);
    }

    @Test
    void a_delivery_that_was_returned_is_owed_again() {
        action.given(proposed(), delivered(MJSP_PART, MJSP, day(6, 1)), delivered(CONJUVE_PART, CONJUVE, day(6, 2)), new DeliveryReturned(MJSP_PART, MJSP, day(7, 1)))
                .when(new PassDueDate(ID, day(7, 2))).records(PASSED);
    }

    @Test
    void neither_who_was_released_or_declined_nor_support_owes_anything() {
        action.given(proposed(), new CommitmentDeclined(MJSP_PART, MJSP, day(2, 1)), new ResponsibleReleased(CONJUVE_PART, CONJUVE, day(2, 1)))
                .when(new PassDueDate(ID, DUE.plusDays(1))).recordsNothing();
        action.given(proposed(dated(DUE), responsible(PNUD, Role.SUPPORT))).when(new PassDueDate(ID, DUE.plusDays(1))).recordsNothing();
    }

    @Test
    void nothing_passes_of_a_cancelled_action_or_one_without_a_due_date() {
        action.given(proposed(), cancelled(day(6, 20))).when(new PassDueDate(ID, day(7, 1))).recordsNothing();
        action.given(proposed(), cancelled(day(6, 20)), new ActionReopened(List.of(), day(6, 30))).when(new PassDueDate(ID, day(7, 1))).records(PASSED);
        action.given(proposed(null, responsible(MJSP, Role.LEAD))).when(new PassDueDate(ID, day(7, 1))).recordsNothing();
    }
}
