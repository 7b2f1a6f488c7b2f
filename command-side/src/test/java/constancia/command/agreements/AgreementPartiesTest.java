package constancia.command.agreements;

import static constancia.command.agreements.Known.*;

import constancia.command.Fixtures;
import constancia.command.agreements.AgreementCommand.*;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.Signer;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AgreementPartiesTest {

    static final InstitutionId UNKNOWN = new InstitutionId(STRANGER);
    static final LocalDate LATER = DAY.plusDays(30);
    static final LocalDate LAST = DAY.plusYears(1);

    final Fixtures<AgreementShell> agreement = Known.agreements(new Known());

    final AgreementEvent recorded = Known.convened(null, LAST);
    final AgreementEvent signed = new AgreementSigned(PNUD, null, null, null, LATER);
    final AgreementEvent terminated = new AgreementTerminated(null, null, LATER);

    @Nested
    class Sign {

        @Test
        void a_party_signs_by_the_hand_of_a_person_on_a_document() {
            agreement.given(recorded).when(new SignAgreement(ID, MJSP, PERSON, SHA256, null, LATER)).records(new AgreementSigned(MJSP, PERSON, SHA256, null, LATER));
        }

        @Test
        void in_the_capacity_that_is_stated_and_it_holds_together() {
            var delegated = new SignsAs(Capacity.DELEGATE, "Viceministro", OTHER_PERSON, DAY);
            agreement.given(recorded).when(as(delegated)).records(new AgreementSigned(MJSP, PERSON, null, new Signer(Capacity.DELEGATE, "Viceministro", OTHER_PERSON, DAY), LATER));
            agreement.given(recorded).when(as(new SignsAs(null, "Ministro", null, null))).records(new AgreementSigned(MJSP, PERSON, null, new Signer(null, "Ministro", null, null), LATER));
            agreement.given(recorded).when(as(new SignsAs(null, null, null, null))).records(new AgreementSigned(MJSP, PERSON, null, null, LATER));
            agreement.given(recorded).when(as(new SignsAs(Capacity.REPRESENTATIVE, null, OTHER_PERSON, null))).isInvalid("signer/delegatedBy", "delegation-without-delegate");
            agreement.given(recorded).when(as(new SignsAs(Capacity.DELEGATE, null, PERSON, null))).isInvalid("signer/delegatedBy", "delegates-to-oneself");
            agreement.given(recorded).when(as(new SignsAs(Capacity.DELEGATE, null, null, LATER.plusDays(1)))).isInvalid("signer/since", "since-after-signing", LATER);
        }

        private static SignAgreement as(SignsAs signer) {
            return new SignAgreement(ID, MJSP, PERSON, null, signer, LATER);
        }

        @Test
        void one_that_need_not_sign_may() {
            agreement.given(recorded, signed).when(sign(MINED, DAY)).records(new AgreementSigned(MINED, null, null, null, DAY));
        }

        @Test
        void nobody_else() {
            agreement.given(decided()).when(sign(MJSP, DAY)).refuses("not-a-party");
        }

        @Test
        void each_once() {
            agreement.given(recorded, signed).when(sign(PNUD, LAST)).refuses("already-signed", LATER);
        }

        @Test
        void an_institution_on_record_and_active() {
            agreement.given(recorded).when(sign(UNKNOWN, DAY)).isInvalid("institution", "unknown-institution", UNKNOWN);
            agreement.given(recorded).when(sign(ENDED, DAY)).isInvalid("institution", "institution-not-active", DAY);
        }

        @Test
        void not_what_has_ended_by_then() {
            agreement.given(recorded, terminated).when(sign(MJSP, LATER)).refuses("agreement-ended", LATER);
        }

        @Test
        void a_signature_given_before_the_end_may_be_recorded_after_it() {
            agreement.given(recorded, terminated).when(sign(MJSP, LATER.minusDays(1))).records(new AgreementSigned(MJSP, null, null, null, LATER.minusDays(1)));
        }

        @Test
        void not_what_has_expired_by_then() {
            agreement.given(recorded).when(sign(MJSP, LAST)).records(new AgreementSigned(MJSP, null, null, null, LAST));
            agreement.given(recorded).when(sign(MJSP, LAST.plusDays(1))).refuses("agreement-expired", LAST);
        }

        @Test
        void not_before_it_was_recorded() {
            agreement.given(recorded).when(sign(MJSP, DAY.minusDays(1))).refuses("effective-before-item");
        }

        private SignAgreement sign(InstitutionId institution, LocalDate on) {
            return new SignAgreement(ID, institution, null, null, null, on);
        }
    }

    @Nested
    class Ratify {

        @Test
        void a_party_ratifies_what_it_signed() {
            agreement.given(recorded, signed).when(new RatifyAgreement(ID, PNUD, PERSON, null, new SignsAs(Capacity.REPRESENTATIVE, "Ministro", null, null), LATER))
                    .records(new AgreementRatified(PNUD, PERSON, null, new Signer(Capacity.REPRESENTATIVE, "Ministro", null, null), LATER));
            agreement.given(recorded, signed).when(new RatifyAgreement(ID, PNUD, PERSON, null, new SignsAs(null, null, OTHER_PERSON, null), LATER))
                    .isInvalid("signer/delegatedBy", "delegation-without-delegate");
            agreement.given(recorded, signed).when(new RatifyAgreement(ID, PNUD, PERSON, SHA256, null, LATER)).records(new AgreementRatified(PNUD, PERSON, SHA256, null, LATER));
        }

        @Test
        void not_what_it_did_not_sign() {
            agreement.given(recorded).when(ratify(PNUD, LATER)).refuses("not-signed");
        }

        @Test
        void not_before_it_signed() {
            agreement.given(recorded, signed).when(ratify(PNUD, LATER.minusDays(1))).refuses("effective-before-previous", LATER);
        }

        @Test
        void once() {
            agreement.given(recorded, signed, new AgreementRatified(PNUD, null, null, null, LATER)).when(ratify(PNUD, LAST)).refuses("already-ratified", LATER);
        }

        @Test
        void nobody_else() {
            agreement.given(decided()).when(ratify(MJSP, DAY)).refuses("not-a-party");
        }

        @Test
        void an_institution_on_record_and_active() {
            agreement.given(recorded).when(ratify(UNKNOWN, DAY)).isInvalid("institution", "unknown-institution", UNKNOWN);
            agreement.given(recorded).when(ratify(ENDED, DAY)).isInvalid("institution", "institution-not-active", DAY);
        }

        @Test
        void not_what_has_ended_or_expired_by_then() {
            agreement.given(recorded, signed, terminated).when(ratify(PNUD, LATER)).refuses("agreement-ended", LATER);
            agreement.given(recorded, signed).when(ratify(PNUD, LAST.plusDays(1))).refuses("agreement-expired", LAST);
        }

        @Test
        void not_before_it_was_recorded() {
            agreement.given(recorded).when(ratify(PNUD, DAY.minusDays(1))).refuses("effective-before-item");
        }

        private RatifyAgreement ratify(InstitutionId institution, LocalDate on) {
            return new RatifyAgreement(ID, institution, null, null, null, on);
        }
    }

    @Nested
    class Reserve {

        @Test
        void an_institution_puts_its_reservation_on_record_whether_or_not_it_is_a_party() {
            agreement.given(decided()).when(reserve(MJSP, DAY)).records(new ReservationRecorded(MJSP, "Sujeto a presupuesto.", DAY));
            agreement.given(recorded, new ReservationRecorded(PNUD, "Sin efecto retroactivo.", DAY)).when(reserve(PNUD, LATER))
                    .records(new ReservationRecorded(PNUD, "Sujeto a presupuesto.", LATER));
        }

        @Test
        void an_institution_on_record_and_active() {
            agreement.given(recorded).when(reserve(UNKNOWN, DAY)).isInvalid("institution", "unknown-institution", UNKNOWN);
            agreement.given(recorded).when(reserve(ENDED, DAY)).isInvalid("institution", "institution-not-active", DAY);
        }

        @Test
        void not_to_what_has_ended_or_expired_by_then() {
            agreement.given(recorded, terminated).when(reserve(MJSP, LATER)).refuses("agreement-ended", LATER);
            agreement.given(recorded).when(reserve(MJSP, LAST.plusDays(1))).refuses("agreement-expired", LAST);
        }

        @Test
        void not_before_it_was_recorded() {
            agreement.given(recorded).when(reserve(MJSP, DAY.minusDays(1))).refuses("effective-before-item");
        }

        private RecordReservation reserve(InstitutionId institution, LocalDate on) {
            return new RecordReservation(ID, institution, "Sujeto a presupuesto.", on);
        }
    }
}
