package constancia.command.agreements;

import static constancia.command.agreements.Known.*;

import constancia.command.Fixtures;
import constancia.command.agreements.AgreementCommand.*;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.Party;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AddendaTest {

    static final UUID ONE = UUID.fromString("0194d0c2-0000-7000-8000-0000000000e1");
    static final UUID OTHER = UUID.fromString("0194d0c2-0000-7000-8000-0000000000e2");
    static final InstitutionId UNKNOWN = new InstitutionId(STRANGER);
    static final LocalDate LATER = DAY.plusDays(30);
    static final LocalDate LAST = DAY.plusYears(1);

    final Fixtures<AgreementShell> agreement = Known.agreements(new Known());

    final AgreementEvent convenio = Known.convened(null, LAST);
    final AgreementEvent memorandum = recorded("INS-2014-0002", AgreementKind.MEMORANDUM, null, null, List.of(new Party(MJSP, true, false)), LATER, null);
    final AgreementEvent added = added(ONE, 1, null, List.of(), List.of(), List.of(MJSP, PNUD));

    @Nested
    class Add {

        @Test
        void those_that_must_sign_the_instrument_must_sign_what_amends_it() {
            agreement.given(convenio).when(add(ONE, LAST.plusYears(1), null, null, null))
                    .records(added(ONE, 1, LAST.plusYears(1), List.of(), List.of(), List.of(MJSP, PNUD)));
        }

        @Test
        void they_are_numbered_as_they_are_recorded() {
            agreement.given(convenio, added).when(add(OTHER, null, null, null, List.of(PNUD))).records(added(OTHER, 2, null, List.of(), List.of(), List.of(PNUD)));
        }

        @Test
        void parties_join_and_leave_and_who_joins_and_must_sign_signs_it() {
            agreement.given(memorandum).when(add(ONE, null, List.of(new Joining(PNUD, true), new Joining(MINED, false)), List.of(MJSP), List.of()))
                    .records(added(ONE, 1, null, List.of(new Party(PNUD, true, false), new Party(MINED, false, false)), List.of(MJSP), List.of(PNUD)));
        }

        @Test
        void those_that_left_are_parties_no_more() {
            var without = added(ONE, 1, null, List.of(), List.of(MINED), List.of(PNUD));
            var signed = new AddendumSigned(ONE, PNUD, null, null, LATER);
            agreement.given(convenio, without).when(add(OTHER, null, null, List.of(MINED), null))
                    .records(added(OTHER, 2, null, List.of(), List.of(MINED), List.of(MJSP, PNUD)));
            agreement.given(convenio, without, signed).when(new AddAddendum(ID, OTHER, "Adenda", "Dice.", null, null, null, List.of(MINED), null, LATER))
                    .isInvalid("removeParties/0", "not-a-party");
        }

        @Test
        void it_says_or_changes_something() {
            agreement.given(convenio).when(new AddAddendum(ID, ONE, "Adenda", null, null, null, List.of(), List.of(), null, DAY))
                    .isInvalid("text", "addendum-without-content");
            agreement.given(convenio).when(new AddAddendum(ID, ONE, "Adenda", null, "Nuevo texto.", null, null, null, List.of(), DAY))
                    .records(new AddendumAdded(ONE, 1, "Adenda", null, "Nuevo texto.", null, List.of(), List.of(), List.of(), DAY));
        }

        @Test
        void only_of_an_instrument_and_each_once() {
            agreement.given(decided()).when(add(ONE, null, null, null, null)).refuses("not-an-instrument");
            agreement.given(convenio, added).when(add(ONE, null, null, null, null)).refuses("addendum-known");
        }

        @Test
        void not_of_what_has_ended_or_expired_by_then() {
            agreement.given(convenio, new AgreementTerminated(LATER)).when(addOn(LATER)).refuses("agreement-ended", LATER);
            agreement.given(convenio).when(addOn(LAST.plusDays(1))).refuses("agreement-expired", LAST);
            agreement.given(convenio).when(addOn(DAY.minusDays(1))).refuses("effective-before-item");
        }

        @Test
        void the_validity_is_the_amended_one() {
            var longer = added(ONE, 1, LAST.plusYears(1), List.of(), List.of(), List.of(MJSP));
            agreement.given(convenio, longer, new AddendumSigned(ONE, MJSP, null, null, LATER)).when(new AddAddendum(ID, OTHER, "Adenda", "Dice.", null, null,
                    null, null, List.of(), LAST.plusDays(1))).records(new AddendumAdded(OTHER, 2, "Adenda", "Dice.", null, null, List.of(), List.of(), List.of(), LAST.plusDays(1)));
        }

        @Test
        void dates_and_parties_must_hold_together() {
            agreement.given(convenio).when(add(ONE, DAY.minusDays(1), null, null, null)).isInvalid("validUntil", "until-before-effective", DAY);
            agreement.given(memorandum).when(add(ONE, LATER.minusDays(1), null, null, null)).isInvalid("validUntil", "until-before-from");
            agreement.given(convenio).when(add(ONE, null, List.of(new Joining(PNUD, true)), null, null)).isInvalid("addParties/0/institution", "party-named-twice");
            agreement.given(convenio).when(add(ONE, null, List.of(new Joining(UNKNOWN, true)), null, null))
                    .isInvalid("addParties/0/institution", "unknown-institution", UNKNOWN);
            agreement.given(memorandum).when(add(ONE, null, null, List.of(PNUD), null)).isInvalid("removeParties/0", "not-a-party");
            agreement.given(memorandum).when(add(ONE, null, null, null, List.of(MJSP, PNUD))).isInvalid("signatories/1", "not-a-party");
            agreement.given(memorandum).when(add(ONE, null, null, null, List.of(ENDED))).isInvalid("signatories/0", "institution-not-active", DAY);
        }
    }

    @Nested
    class Sign {

        @Test
        void a_party_signs_by_the_hand_of_a_person_on_a_document() {
            agreement.given(convenio, added).when(new SignAddendum(ID, ONE, MJSP, PERSON, SHA256, LATER)).records(new AddendumSigned(ONE, MJSP, PERSON, SHA256, LATER));
            agreement.given(convenio, added).when(sign(MINED, LATER)).records(new AddendumSigned(ONE, MINED, null, null, LATER));
        }

        @Test
        void and_who_joins_by_it() {
            agreement.given(memorandum, added(ONE, 1, null, List.of(new Party(PNUD, true, false)), List.of(), List.of(MJSP, PNUD))).when(sign(PNUD, LATER))
                    .records(new AddendumSigned(ONE, PNUD, null, null, LATER));
        }

        @Test
        void nobody_else_and_each_once_and_in_order() {
            var signed = new AddendumSigned(ONE, MJSP, null, null, LATER);
            agreement.given(memorandum, added(ONE, 1, null, List.of(), List.of(), List.of(MJSP))).when(sign(PNUD, LATER)).refuses("not-a-party");
            agreement.given(convenio, added, signed).when(sign(MJSP, LATER)).refuses("already-signed", LATER);
            agreement.given(convenio, added, signed).when(sign(PNUD, LATER.minusDays(1))).refuses("effective-before-previous", LATER);
        }

        @Test
        void an_addendum_on_record_of_what_still_holds() {
            agreement.given(convenio).when(sign(MJSP, LATER)).isInvalid("addendum", "unknown-addendum", ONE);
            agreement.given(convenio, added).when(sign(UNKNOWN, LATER)).isInvalid("institution", "unknown-institution", UNKNOWN);
            agreement.given(convenio, added, new AgreementTerminated(LATER)).when(sign(MJSP, LATER)).refuses("agreement-ended", LATER);
            agreement.given(convenio, added).when(sign(MJSP, LAST.plusDays(1))).refuses("agreement-expired", LAST);
        }

        private SignAddendum sign(InstitutionId institution, LocalDate on) {
            return new SignAddendum(ID, ONE, institution, null, null, on);
        }
    }

    private static AddAddendum addOn(LocalDate on) {
        return new AddAddendum(ID, ONE, "Adenda", "Dice.", null, null, null, null, null, on);
    }

    private static AddAddendum add(UUID id, @Nullable LocalDate until, @Nullable List<Joining> joining, @Nullable List<InstitutionId> leaving,
                                   @Nullable List<InstitutionId> signatories) {
        return new AddAddendum(ID, id, "Adenda", "Dice.", null, until, joining, leaving, signatories, DAY);
    }

    private static AddendumAdded added(UUID id, int number, @Nullable LocalDate until, List<Party> joining, List<InstitutionId> leaving, List<InstitutionId> signatories) {
        return new AddendumAdded(id, number, "Adenda", "Dice.", null, until, joining, leaving, signatories, DAY);
    }
}
