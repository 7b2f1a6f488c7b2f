package constancia.command.agreements;

import static constancia.command.agreements.Known.*;

import constancia.command.Fixtures;
import constancia.command.agreements.AgreementCommand.*;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LapsingTest {

    static final LocalDate SIGNED = DAY.plusDays(10);
    static final LocalDate LAST = DAY.plusYears(1);
    static final LocalDate AFTER = LAST.plusDays(1);

    final Fixtures<AgreementShell> agreement = Known.agreements(new Known());

    final AgreementEvent unsigned = Known.convened(null, LAST);
    final AgreementEvent[] inForce = {unsigned, new AgreementSigned(MJSP, null, null, null, SIGNED), new AgreementSigned(PNUD, null, null, null, SIGNED),
            new AgreementRatified(PNUD, null, null, null, SIGNED)};
    final AgreementEvent expired = new AgreementExpired(LAST, AFTER);

    @Nested
    class Expire {

        @Test
        void the_day_after_its_last_day_it_is_on_record_as_expired() {
            agreement.given(inForce).when(new ExpireAgreement(ID, AFTER)).records(expired);
            agreement.given(inForce).when(new ExpireAgreement(ID, AFTER.plusYears(2))).records(expired);
        }

        @Test
        void not_on_its_last_day() {
            agreement.given(inForce).when(new ExpireAgreement(ID, LAST)).recordsNothing();
        }

        @Test
        void what_is_suspended_expires_too() {
            agreement.given(inForce).and(new AgreementSuspended(SIGNED)).when(new ExpireAgreement(ID, AFTER)).records(expired);
        }

        @Test
        void once_for_each_last_day_and_anew_when_it_was_renewed() {
            var renewed = agreement.given(inForce).and(expired);
            renewed.when(new ExpireAgreement(ID, AFTER.plusDays(5))).recordsNothing();
            var until = LAST.plusMonths(6);
            renewed.and(new AgreementRenewed(until, AFTER.plusDays(5))).when(new ExpireAgreement(ID, until)).recordsNothing();
            renewed.and(new AgreementRenewed(until, AFTER.plusDays(5))).when(new ExpireAgreement(ID, until.plusDays(1)))
                    .records(new AgreementExpired(until, until.plusDays(1)));
        }

        @Test
        void not_what_never_came_into_force() {
            agreement.given(unsigned).when(new ExpireAgreement(ID, AFTER)).recordsNothing();
        }

        @Test
        void not_what_had_ended_before() {
            agreement.given(inForce).and(new AgreementTerminated(null, null, SIGNED.plusDays(9))).when(new ExpireAgreement(ID, AFTER)).recordsNothing();
        }

        @Test
        void not_what_has_no_last_day() {
            agreement.given(Known.decided()).when(new ExpireAgreement(ID, AFTER)).recordsNothing();
        }
    }

    @Nested
    class Lapse {

        final AgreementEvent reserved = new AgreementClassified(ItemClass.RESERVED, LAST, "Art. 19, LAIP", null, null, null, DAY);
        final AgreementEvent lapsed = new ReserveLapsed(LAST, AFTER);

        @Test
        void the_day_after_its_last_day_the_reserve_is_on_record_as_lapsed() {
            agreement.given(Known.decided(), reserved).when(new LapseReserve(ID, LAST)).recordsNothing();
            agreement.given(Known.decided(), reserved).when(new LapseReserve(ID, AFTER)).records(lapsed);
            agreement.given(Known.decided(), reserved).when(new LapseReserve(ID, AFTER.plusYears(1))).records(lapsed);
        }

        @Test
        void once_for_each_last_day_and_anew_when_it_was_reserved_for_longer() {
            var longer = new AgreementClassified(ItemClass.RESERVED, LAST.plusYears(1), "Art. 20, LAIP", null, null, null, AFTER);
            agreement.given(Known.decided(), reserved, lapsed).when(new LapseReserve(ID, AFTER)).recordsNothing();
            agreement.given(Known.decided(), reserved, lapsed, longer).when(new LapseReserve(ID, AFTER)).recordsNothing();
            agreement.given(Known.decided(), reserved, lapsed, longer).when(new LapseReserve(ID, AFTER.plusYears(1)))
                    .records(new ReserveLapsed(LAST.plusYears(1), AFTER.plusYears(1)));
        }

        @Test
        void only_the_classification_in_force_counts() {
            agreement.given(Known.decided(), reserved, new AgreementClassified(ItemClass.PUBLIC, null, null, null, null, null, SIGNED))
                    .when(new LapseReserve(ID, AFTER)).recordsNothing();
            agreement.given(Known.decided(), new AgreementClassified(ItemClass.PUBLIC, null, null, null, null, null, DAY.plusDays(2)), reserved)
                    .when(new LapseReserve(ID, AFTER)).recordsNothing();
        }

        @Test
        void of_what_has_ended_too_for_it_was_kept_back_until_then() {
            agreement.given(Known.decided(), reserved, new AgreementTerminated(null, null, SIGNED)).when(new LapseReserve(ID, AFTER)).records(lapsed);
        }

        @Test
        void not_what_was_never_reserved() {
            agreement.given(Known.decided()).when(new LapseReserve(ID, AFTER)).recordsNothing();
        }
    }

    @Test
    void never_before_the_agreement_itself() {
        var before = DAY.minusDays(20);
        var brief = Known.recorded("ACU-CNSCC-2014-0017", AgreementKind.DECISION, OPEN, COUNCIL, List.of(), null, DAY);
        agreement.given(brief).when(new ExpireAgreement(ID, DAY.plusDays(1))).records(new AgreementExpired(DAY, DAY.plusDays(1)));
        agreement.given(Known.decided(), new AgreementClassified(ItemClass.RESERVED, before, "Art. 19, LAIP", null, null, null, DAY))
                .when(new LapseReserve(ID, AFTER)).records(new ReserveLapsed(before, DAY));
    }
}
