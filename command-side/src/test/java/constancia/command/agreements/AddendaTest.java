package constancia.command.agreements;

import static constancia.command.agreements.Known.*;

import constancia.command.Fixtures;
import constancia.command.agreements.AgreementCommand.*;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.Clause;
import constancia.kernel.agreements.ClauseKind;
import constancia.kernel.agreements.Party;
import constancia.kernel.agreements.Signer;
import constancia.kernel.institutions.Capacity;
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
            var signed = new AddendumSigned(ONE, null, PNUD, null, null, null, LATER);
            agreement.given(convenio, without).when(add(OTHER, null, null, List.of(MINED), null))
                    .records(added(OTHER, 2, null, List.of(), List.of(MINED), List.of(MJSP, PNUD)));
            agreement.given(convenio, without, signed).when(new AddAddendum(ID, OTHER, "Adenda", "Dice.", null, null, null, List.of(MINED), null, null, null, LATER))
                    .isInvalid("removeParties/0", "not-a-party");
        }

        @Test
        void it_says_or_changes_something() {
            agreement.given(convenio).when(new AddAddendum(ID, ONE, "Adenda", null, null, null, List.of(), List.of(), null, null, null, DAY))
                    .isInvalid("text", "addendum-without-content");
            agreement.given(convenio).when(new AddAddendum(ID, ONE, "Adenda", null, "Nuevo texto.", null, null, null, List.of(), null, null, DAY))
                    .records(new AddendumAdded(ONE, 1, "Adenda", null, "Nuevo texto.", null, List.of(), List.of(), List.of(), null, null, DAY));
        }

        @Test
        void only_of_an_instrument_and_each_once() {
            agreement.given(decided()).when(add(ONE, null, null, null, null)).refuses("not-an-instrument");
            agreement.given(convenio, added).when(add(ONE, null, null, null, null)).refuses("addendum-known");
        }

        @Test
        void not_of_what_has_ended_or_expired_by_then() {
            agreement.given(convenio, new AgreementTerminated(null, null, LATER)).when(addOn(LATER)).refuses("agreement-ended", LATER);
            agreement.given(convenio).when(addOn(LAST.plusDays(1))).refuses("agreement-expired", LAST);
            agreement.given(convenio).when(addOn(DAY.minusDays(1))).refuses("effective-before-item");
        }

        @Test
        void the_validity_is_the_amended_one() {
            var longer = added(ONE, 1, LAST.plusYears(1), List.of(), List.of(), List.of(MJSP));
            agreement.given(convenio, longer, new AddendumSigned(ONE, null, MJSP, null, null, null, LATER)).when(new AddAddendum(ID, OTHER, "Adenda", "Dice.", null, null,
                    null, null, List.of(), null, null, LAST.plusDays(1))).records(new AddendumAdded(OTHER, 2, "Adenda", "Dice.", null, null, List.of(), List.of(), List.of(), null, null, LAST.plusDays(1)));
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
            agreement.given(convenio, added).when(new SignAddendum(ID, ONE, MJSP, PERSON, SHA256, null, LATER)).records(new AddendumSigned(ONE, 1, MJSP, PERSON, SHA256, null, LATER));
            agreement.given(convenio, added).when(new SignAddendum(ID, ONE, MJSP, PERSON, null, new SignsAs(Capacity.ALTERNATE, "Viceministro", null, DAY), LATER))
                    .records(new AddendumSigned(ONE, 1, MJSP, PERSON, null, new Signer(Capacity.ALTERNATE, "Viceministro", null, DAY), LATER));
            agreement.given(convenio, added).when(new SignAddendum(ID, ONE, MJSP, PERSON, null, new SignsAs(Capacity.ALTERNATE, null, null, LATER.plusDays(1)), LATER))
                    .isInvalid("signer/since", "since-after-signing", LATER);
            agreement.given(convenio, added).when(sign(MINED, LATER)).records(new AddendumSigned(ONE, 1, MINED, null, null, null, LATER));
        }

        @Test
        void and_who_joins_by_it() {
            agreement.given(memorandum, added(ONE, 1, null, List.of(new Party(PNUD, true, false)), List.of(), List.of(MJSP, PNUD))).when(sign(PNUD, LATER))
                    .records(new AddendumSigned(ONE, 1, PNUD, null, null, null, LATER));
        }

        @Test
        void nobody_else_and_each_once_and_in_order() {
            var signed = new AddendumSigned(ONE, null, MJSP, null, null, null, LATER);
            agreement.given(memorandum, added(ONE, 1, null, List.of(), List.of(), List.of(MJSP))).when(sign(PNUD, LATER)).refuses("not-a-party");
            agreement.given(convenio, added, signed).when(sign(MJSP, LATER)).refuses("already-signed", LATER);
            agreement.given(convenio, added, signed).when(sign(PNUD, LATER.minusDays(1))).refuses("effective-before-previous", LATER);
        }

        @Test
        void an_addendum_on_record_of_what_still_holds() {
            agreement.given(convenio).when(sign(MJSP, LATER)).isInvalid("addendum", "unknown-addendum", ONE);
            agreement.given(convenio, added).when(sign(UNKNOWN, LATER)).isInvalid("institution", "unknown-institution", UNKNOWN);
            agreement.given(convenio, added, new AgreementTerminated(null, null, LATER)).when(sign(MJSP, LATER)).refuses("agreement-ended", LATER);
            agreement.given(convenio, added).when(sign(MJSP, LAST.plusDays(1))).refuses("agreement-expired", LAST);
        }

        private SignAddendum sign(InstitutionId institution, LocalDate on) {
            return new SignAddendum(ID, ONE, institution, null, null, null, on);
        }
    }

    @Nested
    class WhoJoined {

        final AgreementEvent joining = added(ONE, 1, null, List.of(new Party(PNUD, true, false)), List.of(MJSP), List.of(MJSP, PNUD));
        final AgreementEvent[] amended = {memorandum, joining, new AddendumSigned(ONE, 1, MJSP, null, null, null, LATER), new AddendumSigned(ONE, 1, PNUD, null, null, null, LATER)};

        @Test
        void signs_the_addendum_and_thereby_the_agreement() {
            agreement.given(memorandum, joining).when(new SignAgreement(ID, PNUD, null, null, null, LATER)).refuses("joins-by-addendum", 1);
            agreement.given(amended).when(new SignAgreement(ID, PNUD, null, null, null, LATER)).refuses("joins-by-addendum", 1);
            agreement.given(memorandum).when(new SignAgreement(ID, PNUD, null, null, null, LATER)).refuses("not-a-party");
        }

        @Test
        void ratifies_what_it_signed() {
            agreement.given(memorandum, joining).when(new RatifyAgreement(ID, PNUD, null, null, null, LATER)).refuses("not-a-party");
            agreement.given(amended).when(new RatifyAgreement(ID, PNUD, null, null, null, LATER)).records(new AgreementRatified(PNUD, null, null, null, LATER));
            agreement.given(amended[0], amended[1], amended[2], amended[3], new AgreementRatified(PNUD, null, null, null, LATER))
                    .when(new RatifyAgreement(ID, PNUD, null, null, null, LATER)).refuses("already-ratified", LATER);
        }

        @Test
        void and_who_left_neither_signs_nor_ratifies() {
            agreement.given(amended).when(new SignAgreement(ID, MJSP, null, null, null, LATER)).refuses("not-a-party");
            agreement.given(amended).when(new SignAgreement(ID, MJSP, null, null, null, LATER.minusDays(1))).records(new AgreementSigned(MJSP, null, null, null, LATER.minusDays(1)));
            agreement.given(amended).when(new RatifyAgreement(ID, MJSP, null, null, null, LATER)).refuses("not-a-party");
        }
    }

    @Nested
    class ItsClauses {

        final Clause disaster = new Clause(STRANGER, ClauseKind.DISASTER, "Se atiende primero a los municipios afectados.", List.of());
        final Clause replaced = new Clause(STRANGER, ClauseKind.DISASTER, "Se reorientan los fondos.", List.of(new Clause.Delegate(PNUD, PERSON)));
        final AgreementEvent first = added(ONE, List.of(disaster), null);

        @Test
        void are_added_and_take_the_place_of_others_and_may_name_delegates_of_who_joins() {
            agreement.given(memorandum).when(clauses(List.of(new NewClause(STRANGER, ClauseKind.DISASTER, disaster.text(), null)), null, null)).records(first);
            agreement.given(memorandum).when(clauses(List.of(newer()), null, List.of(new Joining(PNUD, false)))).records(new AddendumAdded(ONE, 1, "Adenda", null, null,
                    null, List.of(new Party(PNUD, false, false)), List.of(), List.of(), List.of(replaced), null, LATER));
            agreement.given(memorandum).when(clauses(List.of(newer()), null, null)).isInvalid("clauses/0/delegates/0/institution", "not-a-party");
        }

        @Test
        void only_what_is_there_is_taken_out() {
            agreement.given(memorandum).when(clauses(null, List.of(STRANGER), null)).isInvalid("removeClauses/0", "unknown-clause", STRANGER);
            agreement.given(memorandum, first).when(new AddAddendum(ID, OTHER, "Adenda", null, null, null, null, null, List.of(), null, List.of(STRANGER), LATER))
                    .records(new AddendumAdded(OTHER, 2, "Adenda", null, null, null, List.of(), List.of(), List.of(), null, List.of(STRANGER), LATER));
        }

        private NewClause newer() {
            return new NewClause(STRANGER, ClauseKind.DISASTER, replaced.text(), List.of(new NewDelegate(PNUD, PERSON)));
        }

        private static AddAddendum clauses(@Nullable List<NewClause> clauses, @Nullable List<UUID> without, @Nullable List<Joining> joining) {
            return new AddAddendum(ID, ONE, "Adenda", null, null, null, joining, null, List.of(), clauses, without, LATER);
        }

        private static AddendumAdded added(UUID id, @Nullable List<Clause> clauses, @Nullable List<UUID> without) {
            return new AddendumAdded(id, 1, "Adenda", null, null, null, List.of(), List.of(), List.of(), clauses, without, LATER);
        }
    }

    private static AddAddendum addOn(LocalDate on) {
        return new AddAddendum(ID, ONE, "Adenda", "Dice.", null, null, null, null, null, null, null, on);
    }

    private static AddAddendum add(UUID id, @Nullable LocalDate until, @Nullable List<Joining> joining, @Nullable List<InstitutionId> leaving,
                                   @Nullable List<InstitutionId> signatories) {
        return new AddAddendum(ID, id, "Adenda", "Dice.", null, until, joining, leaving, signatories, null, null, DAY);
    }

    private static AddendumAdded added(UUID id, int number, @Nullable LocalDate until, List<Party> joining, List<InstitutionId> leaving, List<InstitutionId> signatories) {
        return new AddendumAdded(id, number, "Adenda", "Dice.", null, until, joining, leaving, signatories, null, null, DAY);
    }
}
