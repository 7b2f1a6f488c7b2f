package constancia.command.actions;

import constancia.command.actions.ActionCommand.*;
import constancia.kernel.actions.ActionEvent.ExtensionGranted;
import constancia.kernel.actions.ActionEvent.ExtensionRefused;
import constancia.kernel.actions.ActionEvent.ExtensionRequested;
import constancia.kernel.actions.ActionEvent.ResponsibleAssigned;
import constancia.kernel.actions.Role;
import constancia.kernel.agreements.AgreementId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExtendingTest extends Scene {

    static final LocalDate ASKED = day(7, 31);
    final ExtensionRequested requested = new ExtensionRequested(ONE, MJSP_PART, MJSP, ASKED, null, day(6, 1));
    final ExtensionGranted granted = new ExtensionGranted(ONE, MJSP, ASKED, null, day(6, 10));

    @Nested
    class Request {

        @Test
        void an_institution_asks_for_more_time_until_a_date_or_the_end_of_a_period() {
            action.given(proposed()).when(request(ONE, ASKED, null), WITH_GROUNDS).records(requested);
            datePeriods();
            action.given(proposed()).when(request(ONE, null, "T2"), WITH_GROUNDS)
                    .records(new ExtensionRequested(ONE, MJSP_PART, MJSP, day(6, 30), "T2", day(6, 1)));
        }

        @Test
        void until_one_of_them() {
            action.given(proposed()).when(request(ONE, null, null)).isInvalid("dueOn", "date-or-period");
            action.given(proposed()).when(request(ONE, ASKED, "T2")).isInvalid("dueOn", "date-or-period");
            action.given(proposed()).when(request(ONE, null, "T7")).isInvalid("period", "unknown-period", "T7");
            action.given(proposed()).when(request(ONE, null, "T2")).isInvalid("period", "period-without-dates", "T2");
        }

        @Test
        void only_for_later_than_the_current_due_date() {
            action.given(proposed()).when(request(ONE, DUE, null)).isInvalid("dueOn", "extension-not-later", DUE);
            datePeriods();
            action.given(proposed()).when(request(ONE, null, "T1")).isInvalid("period", "extension-not-later", DUE);
            action.given(proposed(), requested, granted).when(request(OTHER, ASKED, null)).isInvalid("dueOn", "extension-not-later", ASKED);
        }

        @Test
        void not_without_a_due_date() {
            action.given(proposed(null, responsible(MJSP, Role.LEAD))).when(request(ONE, ASKED, null)).refuses("nothing-to-extend");
        }

        @Test
        void one_request_at_a_time_is_open_per_institution() {
            action.given(proposed(), requested).when(request(OTHER, day(8, 31), null)).refuses("extension-open");
            action.given(proposed(), requested).when(new RequestExtension(ID, CONJUVE, OTHER, ASKED, null, day(6, 1)))
                    .records(new ExtensionRequested(OTHER, CONJUVE_PART, CONJUVE, ASKED, null, day(6, 1)));
            action.given(proposed(), requested, new ExtensionRefused(ONE, MJSP, null, day(6, 2))).when(request(OTHER, ASKED, null))
                    .records(new ExtensionRequested(OTHER, MJSP_PART, MJSP, ASKED, null, day(6, 1)));
        }

        @Test
        void its_id_is_used_once() {
            action.given(proposed(), requested, granted).when(request(ONE, day(8, 31), null)).refuses("extension-known");
        }

        @Test
        void by_who_has_something_to_deliver() {
            action.given(proposed()).when(new RequestExtension(ID, PNUD, ONE, ASKED, null, day(6, 1))).refuses("no-commitment");
            action.given(proposed(), delivered(MJSP_PART, MJSP, day(5, 1))).when(request(ONE, ASKED, null)).refuses("already-delivered");
            action.given(proposed(dated(DUE)), new ResponsibleAssigned(MJSP_PART, MJSP, Role.LEAD, null, day(6, 2)))
                    .when(request(ONE, ASKED, null)).refuses("before-assignment", day(6, 2));
        }
    }

    @Nested
    class Grant {

        @Test
        void what_was_asked_or_another_date_by_an_agreement() {
            action.given(proposed(), requested).when(grant(ONE, null, null)).records(granted);
            action.given(proposed(), requested).when(grant(ONE, day(6, 30), AGREEMENT)).records(new ExtensionGranted(ONE, MJSP, day(6, 30), AGREEMENT, day(6, 10)));
        }

        @Test
        void only_for_later_than_the_current_due_date() {
            action.given(proposed(), requested).when(grant(ONE, DUE, null)).isInvalid("dueOn", "extension-not-later", DUE);
            var other = new ExtensionRequested(OTHER, CONJUVE_PART, CONJUVE, day(7, 15), null, day(6, 1));
            action.given(proposed(), requested, other, granted).when(grant(OTHER, null, null)).refuses("extension-not-later", ASKED);
        }

        @Test
        void a_request_is_decided_once_and_not_before_it_was_made() {
            action.given(proposed(), requested, granted).when(grant(ONE, null, null)).refuses("extension-decided", day(6, 10));
            action.given(proposed(), requested).when(new GrantExtension(ID, ONE, null, null, day(5, 31))).refuses("effective-before-previous", day(6, 1));
        }

        @Test
        void request_and_agreement_must_exist() {
            var nothing = new AgreementId(uuid(98));
            action.given(proposed()).when(grant(ONE, null, null)).isInvalid("extension", "unknown-extension");
            action.given(proposed(), requested).when(grant(ONE, null, nothing)).isInvalid("agreement", "unknown-agreement", nothing);
        }
    }

    @Nested
    class Refuse {

        final ExtensionRefused refused = new ExtensionRefused(ONE, MJSP, AGREEMENT, day(6, 10));

        @Test
        void it_is_refused_perhaps_by_an_agreement() {
            action.given(proposed(), requested).when(new RefuseExtension(ID, ONE, AGREEMENT, day(6, 10)), WITH_GROUNDS).records(refused);
        }

        @Test
        void also_when_the_action_was_cancelled_meanwhile() {
            action.given(proposed(), requested, cancelled(day(6, 5))).when(new RefuseExtension(ID, ONE, AGREEMENT, day(6, 10)), WITH_GROUNDS).records(refused);
            action.given(proposed(), requested, cancelled(day(6, 5))).when(grant(ONE, null, null)).refuses("action-cancelled");
        }

        @Test
        void only_while_it_is_open() {
            action.given(proposed(), requested, refused).when(new RefuseExtension(ID, ONE, null, day(6, 11))).refuses("extension-decided", day(6, 10));
            action.given(proposed()).when(new RefuseExtension(ID, ONE, null, day(6, 11))).isInvalid("extension", "unknown-extension");
        }
    }

    static RequestExtension request(UUID id, @Nullable LocalDate dueOn, @Nullable String period) {
        return new RequestExtension(ID, MJSP, id, dueOn, period, day(6, 1));
    }

    static GrantExtension grant(UUID id, @Nullable LocalDate dueOn, @Nullable AgreementId agreement) {
        return new GrantExtension(ID, id, dueOn, agreement, day(6, 10));
    }
}
