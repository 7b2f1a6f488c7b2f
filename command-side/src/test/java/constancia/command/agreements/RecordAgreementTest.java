package constancia.command.agreements;

import static constancia.command.agreements.Known.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.Fixtures;
import constancia.command.agreements.AgreementCommand.RecordAgreement;
import constancia.command.agreements.AgreementCommand.Signatory;
import constancia.kernel.agreements.AgreementEvent.AgreementRecorded;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.Party;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordAgreementTest {

    final Known known = new Known();
    final Fixtures<AgreementShell> agreement = Known.agreements(known);

    @Test
    void a_decision_takes_the_next_folio_of_its_body_and_year() {
        agreement.given().when(decision(null, COUNCIL))
                .records(Known.recorded("ACU-CNSCC-2014-0017", AgreementKind.DECISION, null, COUNCIL, List.of(), null, null))
                .answers(receipt -> assertThat(receipt.folio()).isEqualTo("ACU-CNSCC-2014-0017"));
        assertThat(known.recorded()).hasSize(1);
    }

    @Test
    void the_series_are_of_each_body_and_year() {
        agreement.given().when(decision(null, TABLE)).answers(receipt -> assertThat(receipt.folio()).isEqualTo("ACU-MTE-2014-0001"));
        agreement.given().when(record(AgreementKind.DECISION, null, null, COUNCIL, null, null, null, DAY.plusYears(1)))
                .answers(receipt -> assertThat(receipt.folio()).isEqualTo("ACU-CNSCC-2015-0001"));
        agreement.given().when(decision(null, COUNCIL)).answers(receipt -> assertThat(receipt.folio()).isEqualTo("ACU-CNSCC-2014-0017"));
        agreement.given().when(decision(OPEN, null)).answers(receipt -> assertThat(receipt.folio()).isEqualTo("ACU-CNSCC-2014-0018"));
    }

    @Test
    void later_receipts_carry_the_folio_too() {
        agreement.given(decided()).when(new AgreementCommand.SuspendAgreement(ID, DAY))
                .answers(receipt -> assertThat(receipt.folio()).isEqualTo("ACU-CNSCC-2014-0017"));
    }

    @Test
    void it_is_recorded_only_once() {
        agreement.given(decided()).when(decision(OPEN, null)).refuses("already-exists");
        noNumberTaken();
    }

    @Nested
    class InAMeeting {

        @Test
        void a_decision_is_of_the_body_that_met() {
            agreement.given().when(decision(OPEN, null)).records(decided());
        }

        @Test
        void the_body_may_be_repeated_and_the_agenda_item_named() {
            var command = record(AgreementKind.DECISION, OPEN, AGENDA_ITEM, COUNCIL, null, null, null, DAY);
            var d = decided();
            agreement.given().when(command).records(new AgreementRecorded(d.folio(), d.kind(), d.title(), d.text(), OPEN, null, AGENDA_ITEM, COUNCIL,
                    d.adoption(), List.of(), null, null, null, null, null, DAY));
        }

        @Test
        void it_must_be_a_meeting_on_record() {
            var unknown = new constancia.kernel.meetings.MeetingId(STRANGER);
            agreement.given().when(decision(unknown, null)).isInvalid("meeting", "unknown-meeting", unknown);
        }

        @Test
        void another_body_does_not_decide_in_it() {
            agreement.given().when(decision(OPEN, TABLE)).isInvalid("body", "not-the-meetings-body");
        }

        @Test
        void its_body_must_be_active() {
            agreement.given().when(decision(OF_DISSOLVED, null)).refuses("body-not-active", DAY);
        }

        @Test
        void the_agenda_item_must_be_on_its_agenda() {
            agreement.given().when(record(AgreementKind.DECISION, OPEN, STRANGER, null, null, null, null, DAY))
                    .isInvalid("item", "unknown-agenda-item", STRANGER);
        }

        @Test
        void it_must_have_been_opened() {
            agreement.given().when(decision(CONVENED, null)).refuses("meeting-not-open");
        }

        @Test
        void not_once_its_minutes_are_approved() {
            agreement.given().when(record(AgreementKind.DECISION, MINUTED, null, null, null, null, null, DAY)).refuses("minutes-approved");
        }

        @Test
        void a_cancelled_meeting_agrees_on_nothing() {
            agreement.given().when(decision(CANCELLED, null)).refuses("meeting-cancelled");
        }

        @ParameterizedTest
        @EnumSource(names = {"DECISION", "PRONOUNCEMENT"})
        void without_quorum_nothing_is_decided(AgreementKind kind) {
            agreement.given().when(record(kind, WITHOUT_QUORUM, null, null, null, null, null, DAY)).refuses("meeting-not-quorate");
        }

        @Test
        void parties_may_reach_an_instrument_in_it_without_quorum() {
            var command = record(AgreementKind.MEMORANDUM, WITHOUT_QUORUM, null, null, List.of(new Signatory(MJSP, true, null)), null, null, DAY);
            agreement.given().when(command).records(Known.recorded("ACU-CNSCC-2014-0017", AgreementKind.MEMORANDUM, WITHOUT_QUORUM, COUNCIL,
                    List.of(new Party(MJSP, true, false)), null, null));
        }

        @Test
        void not_before_the_day_on_which_it_was_opened() {
            agreement.given().when(record(AgreementKind.DECISION, OPEN, null, null, null, null, null, DAY.minusDays(1)))
                    .refuses("effective-before-meeting", DAY);
        }

        @Test
        void its_minutes_may_be_typed_after_it_was_closed() {
            var command = record(AgreementKind.DECISION, CLOSED, null, null, null, null, null, DAY);
            agreement.given().when(command).records(Known.recorded("ACU-CNSCC-2014-0017", AgreementKind.DECISION, CLOSED, COUNCIL, List.of(), null, null));
            agreement.given().when(record(AgreementKind.DECISION, CLOSED, null, null, null, null, null, DAY.plusDays(1)))
                    .answers(receipt -> assertThat(receipt.folio()).isEqualTo("ACU-CNSCC-2014-0018"));
        }

        @Test
        void but_nothing_is_agreed_in_it_after_the_day_on_which_it_was_closed() {
            agreement.given().when(record(AgreementKind.DECISION, CLOSED, null, null, null, null, null, DAY.plusDays(2)))
                    .refuses("effective-after-meeting", DAY.plusDays(1));
        }
    }

    @Nested
    class WithoutOne {

        @Test
        void a_decision_needs_a_body() {
            agreement.given().when(decision(null, null)).isInvalid("body", "required");
        }

        @Test
        void that_is_on_record_and_active() {
            var unknown = new constancia.kernel.bodies.BodyId(STRANGER);
            agreement.given().when(decision(null, unknown)).isInvalid("body", "unknown-body", unknown);
            agreement.given().when(decision(null, DISSOLVED)).isInvalid("body", "body-not-active", DAY);
        }

        @Test
        void an_agenda_item_needs_its_meeting() {
            agreement.given().when(record(AgreementKind.DECISION, null, AGENDA_ITEM, COUNCIL, null, null, null, DAY))
                    .isInvalid("item", "item-without-meeting");
        }

        @Test
        void it_comes_of_a_deliberation_of_that_meeting() {
            var d = decided();
            agreement.given().when(deliberated(OPEN, BY_CONSENSUS)).records(new AgreementRecorded(d.folio(), d.kind(), d.title(), d.text(), OPEN, BY_CONSENSUS, null,
                    COUNCIL, d.adoption(), List.of(), null, null, null, null, null, DAY));
            agreement.given().when(deliberated(OPEN, STRANGER)).isInvalid("deliberation", "unknown-deliberation", STRANGER);
            agreement.given().when(deliberated(CLOSED, BY_CONSENSUS)).isInvalid("deliberation", "unknown-deliberation", BY_CONSENSUS);
            agreement.given().when(deliberated(null, BY_CONSENSUS)).isInvalid("deliberation", "deliberation-without-meeting");
        }

        @Test
        void that_was_concluded_by_then_and_not_left_unresolved() {
            agreement.given().when(deliberated(OPEN, UNFINISHED)).refuses("deliberation-not-concluded", DAY);
            agreement.given().when(deliberated(OPEN, TOMORROW)).refuses("deliberation-not-concluded", DAY);
            agreement.given().when(deliberated(OPEN, UNRESOLVED)).refuses("deliberation-unresolved");
        }
    }

    @Nested
    class BetweenParties {

        @Test
        void an_instrument_without_a_body_has_a_series_of_its_own() {
            agreement.given().when(record(AgreementKind.COOPERATION_AGREEMENT, null, null, null,
                            List.of(new Signatory(MJSP, true, null), new Signatory(PNUD, true, true), new Signatory(MINED, false, false)),
                            DAY.plusDays(10), DAY.plusYears(1), DAY))
                    .records(Known.convened(DAY.plusDays(10), DAY.plusYears(1)))
                    .answers(receipt -> assertThat(receipt.folio()).isEqualTo("INS-2014-0001"));
        }

        @Test
        void parties_are_institutions_on_record() {
            var unknown = new constancia.kernel.institutions.InstitutionId(STRANGER);
            agreement.given().when(convenio(new Signatory(MJSP, true, null), new Signatory(unknown, true, null)))
                    .isInvalid("parties/1/institution", "unknown-institution", unknown);
        }

        @Test
        void active_on_that_day() {
            agreement.given().when(convenio(new Signatory(ENDED, true, null))).isInvalid("parties/0/institution", "institution-not-active", DAY);
        }

        @Test
        void each_named_once() {
            agreement.given().when(convenio(new Signatory(MJSP, true, null), new Signatory(MJSP, false, null)))
                    .isInvalid("parties/1/institution", "party-named-twice");
        }

        @ParameterizedTest
        @EnumSource(names = {"DECISION", "PRONOUNCEMENT"})
        void what_a_body_says_waits_for_nobody(AgreementKind kind) {
            agreement.given().when(record(kind, null, null, COUNCIL, List.of(new Signatory(MJSP, true, null)), null, null, DAY))
                    .isInvalid("parties/0/mustSign", "waits-for-no-signature");
            agreement.given().when(record(kind, null, null, COUNCIL, List.of(new Signatory(MJSP, false, true)), null, null, DAY))
                    .isInvalid("parties/0/mustRatify", "waits-for-no-signature");
        }

        @Test
        void but_it_may_name_those_whom_it_concerns() {
            agreement.given().when(record(AgreementKind.DECISION, null, null, COUNCIL, List.of(new Signatory(MJSP, false, null)), null, null, DAY))
                    .records(Known.recorded("ACU-CNSCC-2014-0017", AgreementKind.DECISION, null, COUNCIL, List.of(new Party(MJSP, false, false)), null, null));
        }
    }

    @Nested
    class Validity {

        @Test
        void does_not_end_before_it_begins() {
            valid(DAY.plusDays(5), DAY.plusDays(4)).isInvalid("validUntil", "until-before-from");
        }

        @Test
        void nor_before_the_agreement_itself() {
            valid(null, DAY.minusDays(1)).isInvalid("validUntil", "until-before-effective", DAY);
            valid(DAY.minusYears(1), DAY.minusDays(1)).isInvalid("validUntil", "until-before-effective", DAY);
        }

        @Test
        void one_day_is_enough() {
            valid(DAY, DAY).records(Known.recorded("INS-2014-0001", AgreementKind.LETTER_OF_COMMITMENT, null, null, List.of(), DAY, DAY));
        }

        private Fixtures.Outcome valid(LocalDate from, LocalDate until) {
            return agreement.given().when(record(AgreementKind.LETTER_OF_COMMITMENT, null, null, null, null, from, until, DAY));
        }
    }

    @AfterEach
    void numbers_are_taken_for_what_is_recorded_and_for_nothing_else() {
        long folios = known.recorded().stream().filter(AgreementRecorded.class::isInstance).count();
        int taken = known.lastNumber("ACU-CNSCC", 2014) - 16 + known.lastNumber("ACU-CNSCC", 2015) + known.lastNumber("ACU-MTE", 2014)
                + known.lastNumber("INS", 2014);
        assertThat(folios).isEqualTo(taken);
    }

    private void noNumberTaken() {
        assertThat(known.lastNumber("ACU-CNSCC", 2014)).isEqualTo(16);
    }
}
