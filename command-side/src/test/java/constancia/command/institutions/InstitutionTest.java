package constancia.command.institutions;

import static constancia.kernel.institutions.Capacity.ALTERNATE;
import static constancia.kernel.institutions.Capacity.DELEGATE;
import static constancia.kernel.institutions.Capacity.LIAISON;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.Fixtures;
import constancia.command.institutions.InstitutionCommand.*;
import constancia.kernel.Provenance;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionEvent.*;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.institutions.InstitutionKind;
import constancia.kernel.institutions.SuccessionKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InstitutionTest {

    static final InstitutionId ID = new InstitutionId(UUID.fromString("0194d0c2-0000-7000-8000-000000000001"));
    static final InstitutionId SUCCESSOR = new InstitutionId(UUID.fromString("0194d0c2-0000-7000-8000-000000000002"));
    static final InstitutionId UNKNOWN = new InstitutionId(UUID.fromString("0194d0c2-0000-7000-8000-000000000003"));
    static final UUID REPRESENTATIVE = UUID.fromString("0194d0c2-0000-7000-8000-000000000004");
    static final UUID ANOTHER = UUID.fromString("0194d0c2-0000-7000-8000-000000000007");
    static final UUID PERSON = UUID.fromString("0194d0c2-0000-7000-8000-000000000005");
    static final LocalDate DAY = LocalDate.of(2010, 1, 15);
    static final LocalDate LATER = LocalDate.of(2012, 6, 1);
    static final LocalDate BEFORE = LocalDate.of(2010, 1, 14);

    final KnownInstitutions lookup = new KnownInstitutions(SUCCESSOR);
    final Fixtures<InstitutionShell> institution = Fixtures.of(InstitutionShell.class, lookup);

    final InstitutionEvent registered = new InstitutionRegistered("Ministerio de Justicia y Seguridad Pública", "MJSP",
            InstitutionKind.STATE, "SV", List.of("MJPS"), null, DAY);
    final InstitutionEvent deactivated = new InstitutionDeactivated(LATER);
    final InstitutionEvent appointed = new RepresentativeAppointed(REPRESENTATIVE, PERSON, LIAISON, "Unidad de Planificación", LATER, null, LATER);
    final InstitutionEvent mandateEnded = new MandateEnded(REPRESENTATIVE, LATER, LATER);

    @Nested
    class Register {

        final RegisterInstitution command = new RegisterInstitution(ID, "Ministerio de Justicia y Seguridad Pública", "MJSP",
                InstitutionKind.STATE, "SV", List.of("MJPS"), null, DAY);

        @Test
        void an_institution_is_registered_with_all_that_is_said_of_it() {
            institution.given().when(command).records(registered);
            assertThat(lookup.recorded()).containsExactly(registered);
        }

        @Test
        void its_name_and_kind_are_enough() {
            var body = new BodyId(UUID.fromString("0194d0c2-0000-7000-8000-000000000006"));
            institution.given().when(new RegisterInstitution(ID, "Alcaldía de San Salvador", null, InstitutionKind.MUNICIPAL, null, null, body, DAY))
                    .records(new InstitutionRegistered("Alcaldía de San Salvador", null, InstitutionKind.MUNICIPAL, null, List.of(), body, DAY));
        }

        @Test
        void it_is_registered_only_once() {
            institution.given(registered).when(command).refuses("already-exists");
            assertThat(lookup.recorded()).isEmpty();
        }
    }

    @Nested
    class Alias {

        @Test
        void it_may_go_by_another_name() {
            institution.given(registered).when(new AddAlias(ID, "Ministerio de Seguridad", DAY)).records(new AliasAdded("Ministerio de Seguridad", DAY));
        }

        @Test
        void an_alias_may_still_be_noted_when_it_has_ended() {
            institution.given(registered, deactivated).when(new AddAlias(ID, "Seguridad", LATER)).records(new AliasAdded("Seguridad", LATER));
        }

        @Test
        void the_same_alias_is_noted_only_once() {
            institution.given(registered).when(new AddAlias(ID, "MJPS", LATER)).refuses("alias-known", "MJPS");
            institution.given(registered, new AliasAdded("Seguridad", LATER)).when(new AddAlias(ID, "Seguridad", DAY)).refuses("alias-known", "Seguridad");
        }

        @Test
        void not_before_it_was_registered() {
            institution.given(registered).when(new AddAlias(ID, "Seguridad", BEFORE)).refuses("effective-before-item");
        }
    }

    @Nested
    class Rename {

        final RenameInstitution command = new RenameInstitution(ID, "Ministerio de Seguridad", "MS", LATER);

        @Test
        void it_gets_another_name() {
            institution.given(registered).when(command).records(new InstitutionRenamed("Ministerio de Seguridad", "MS", LATER));
        }

        @Test
        void not_once_it_has_ended() {
            institution.given(registered, deactivated).when(command).refuses("institution-ended", LATER);
        }

        @Test
        void not_before_it_was_registered() {
            institution.given(registered).when(new RenameInstitution(ID, "Ministerio de Seguridad", null, BEFORE)).refuses("effective-before-item");
        }
    }

    @Nested
    class Succeed {

        final SucceedInstitution command = succeededBy(LATER, SUCCESSOR);

        @Test
        void others_take_its_place() {
            institution.given(registered).when(command)
                    .records(new InstitutionSucceeded(List.of(SUCCESSOR), SuccessionKind.MERGED, LATER));
        }

        @Test
        void by_somebody() {
            institution.given(registered).when(succeededBy(LATER)).isInvalid("successors", "required");
        }

        @Test
        void not_by_itself() {
            institution.given(registered).when(succeededBy(LATER, SUCCESSOR, ID)).isInvalid("successors/1", "own-successor");
        }

        @Test
        void only_by_institutions_that_are_registered() {
            institution.given(registered).when(succeededBy(LATER, SUCCESSOR, UNKNOWN)).isInvalid("successors/1", "unknown-institution", UNKNOWN);
        }

        @Test
        void only_once() {
            institution.given(registered, new InstitutionSucceeded(List.of(SUCCESSOR), SuccessionKind.MERGED, DAY)).when(command)
                    .refuses("institution-ended", DAY);
        }

        @Test
        void not_before_it_was_registered() {
            institution.given(registered).when(succeededBy(BEFORE, SUCCESSOR)).refuses("effective-before-item");
        }

        private SucceedInstitution succeededBy(LocalDate on, InstitutionId... successors) {
            return new SucceedInstitution(ID, List.of(successors), SuccessionKind.MERGED, on);
        }
    }

    @Nested
    class Deactivate {

        @Test
        void it_ends() {
            institution.given(registered).when(new DeactivateInstitution(ID, LATER)).records(deactivated);
        }

        @Test
        void only_once() {
            institution.given(registered, deactivated).when(new DeactivateInstitution(ID, LATER)).refuses("institution-ended", LATER);
        }

        @Test
        void not_before_it_was_registered() {
            institution.given(registered).when(new DeactivateInstitution(ID, BEFORE)).refuses("effective-before-item");
        }
    }

    @Nested
    class Appoint {

        @Test
        void a_person_speaks_for_it() {
            institution.given(registered).when(appoint(LIAISON, null, LATER.plusYears(1)))
                    .records(appointed(LATER, LATER.plusYears(1)));
        }

        @Test
        void a_mandate_may_begin_later_and_last_one_day() {
            var day = LATER.plusDays(14);
            institution.given(registered).when(appoint(LIAISON, day, day)).records(appointed(day, day));
        }

        @Test
        void a_mandate_does_not_begin_before_the_record_holds() {
            institution.given(registered).when(appoint(LIAISON, LATER.minusDays(1), null)).isInvalid("from", "mandate-before-effective", LATER);
        }

        @Test
        void a_mandate_does_not_end_before_it_begins() {
            institution.given(registered).when(appoint(LIAISON, null, LATER.minusDays(1))).isInvalid("until", "until-before-from");
            institution.given(registered).when(appoint(LIAISON, LATER.plusDays(2), LATER.plusDays(1))).isInvalid("until", "until-before-from");
        }

        @Test
        void each_mandate_is_given_once() {
            institution.given(registered, appointed).when(appoint(DELEGATE, null, null)).refuses("representative-known");
        }

        @Test
        void the_same_person_is_not_appointed_twice_at_a_time_in_the_same_capacity() {
            institution.given(registered, appointed).when(another(LIAISON, LATER.plusDays(1))).refuses("already-appointed", "liaison");
            institution.given(registered, appointed, mandateEnded).when(another(LIAISON, LATER)).refuses("already-appointed", "liaison");
        }

        @Test
        void the_same_person_may_be_appointed_again_afterwards_or_in_another_capacity() {
            institution.given(registered, appointed, mandateEnded).when(another(LIAISON, LATER.plusDays(1)))
                    .records(new RepresentativeAppointed(ANOTHER, PERSON, LIAISON, null, LATER.plusDays(1), null, LATER.plusDays(1)));
            institution.given(registered, appointed).when(another(ALTERNATE, LATER))
                    .records(new RepresentativeAppointed(ANOTHER, PERSON, ALTERNATE, null, LATER, null, LATER));
        }

        @Test
        void who_was_appointed_before_capacities_were_said_represents_it() {
            var early = new RepresentativeAppointed(REPRESENTATIVE, PERSON, null, null, null, null, LATER);
            institution.given(registered, early).when(another(Capacity.REPRESENTATIVE, LATER)).refuses("already-appointed", "representative");
        }

        @Test
        void not_once_it_has_ended() {
            institution.given(registered, deactivated).when(appoint(LIAISON, null, null)).refuses("institution-ended", LATER);
        }

        @Test
        void not_before_it_was_registered() {
            institution.given(registered).when(another(LIAISON, BEFORE)).refuses("effective-before-item");
        }

        private AppointRepresentative appoint(Capacity capacity, LocalDate from, LocalDate until) {
            return new AppointRepresentative(ID, REPRESENTATIVE, PERSON, capacity, "Unidad de Planificación", from, until, LATER);
        }

        private AppointRepresentative another(Capacity capacity, LocalDate on) {
            return new AppointRepresentative(ID, ANOTHER, PERSON, capacity, null, null, null, on);
        }

        private RepresentativeAppointed appointed(LocalDate from, LocalDate until) {
            return new RepresentativeAppointed(REPRESENTATIVE, PERSON, LIAISON, "Unidad de Planificación", from, until, LATER);
        }
    }

    @Nested
    class End {

        @Test
        void a_mandate_ends_with_the_day_on_which_its_end_holds() {
            institution.given(registered, appointed).when(end(null, LATER)).records(mandateEnded);
        }

        @Test
        void a_mandate_may_end_on_a_later_day() {
            institution.given(registered, appointed).when(end(LATER.plusDays(15), LATER)).records(new MandateEnded(REPRESENTATIVE, LATER.plusDays(15), LATER));
        }

        @Test
        void a_mandate_to_come_may_be_given_up() {
            institution.given(registered, new RepresentativeAppointed(REPRESENTATIVE, PERSON, LIAISON, null, LATER.plusMonths(1), null, LATER))
                    .when(end(null, LATER.plusDays(1))).records(new MandateEnded(REPRESENTATIVE, LATER.plusDays(1), LATER.plusDays(1)));
        }

        @Test
        void not_with_a_day_before_its_end_holds() {
            institution.given(registered, appointed).when(end(LATER, LATER.plusDays(1))).isInvalid("until", "until-before-effective", LATER.plusDays(1));
        }

        @Test
        void not_later_than_its_appointment_says() {
            institution.given(registered, new RepresentativeAppointed(REPRESENTATIVE, PERSON, LIAISON, null, LATER, LATER.plusDays(9), LATER))
                    .when(end(null, LATER.plusDays(10))).refuses("mandate-term-over", LATER.plusDays(9));
        }

        @Test
        void a_mandate_may_be_ended_when_the_institution_is_no_more() {
            institution.given(registered, appointed, deactivated).when(end(null, LATER)).records(mandateEnded);
        }

        @Test
        void only_a_mandate_that_was_given() {
            institution.given(registered).when(end(null, LATER)).isInvalid("mandate", "unknown-representative");
        }

        @Test
        void only_once() {
            institution.given(registered, appointed, mandateEnded).when(end(null, LATER)).refuses("mandate-ended");
        }

        @Test
        void not_before_it_was_given() {
            institution.given(registered, appointed).when(end(null, LATER.minusDays(1))).refuses("effective-before-previous", LATER);
        }

        @Test
        void not_before_the_institution_was_registered() {
            institution.given(registered, appointed).when(end(null, BEFORE)).refuses("effective-before-item");
        }

        private EndMandate end(LocalDate until, LocalDate on) {
            return new EndMandate(ID, REPRESENTATIVE, until, on);
        }
    }

    @Test
    void the_version_is_asked_before_the_rules() {
        institution.given(registered).when(new AddAlias(ID, "MJPS", DAY), 7).isStale(1);
        institution.given(registered).when(new AddAlias(ID, "Seguridad", DAY), 1).records(new AliasAdded("Seguridad", DAY));
    }

    @Test
    void who_asked_is_on_record() {
        var liaison = new Provenance("enlace.mjsp", ID, false, Provenance.Through.WEB, "Cambio de autoridades");
        institution.given(registered).by(liaison, appointed).when(new EndMandate(ID, REPRESENTATIVE, null, LATER), liaison).records(mandateEnded);
    }

    @Test
    void the_fold_is_the_same_in_the_order_of_the_dates() {
        var alias = new AliasAdded("Seguridad", DAY);
        var ledgerOrder = fold(registered, appointed, mandateEnded, deactivated, alias);
        assertThat(fold(registered, alias, appointed, mandateEnded, deactivated)).isEqualTo(ledgerOrder);
        assertThat(ledgerOrder.aliases()).containsExactlyInAnyOrder("MJPS", "Seguridad");
    }

    private static Institution fold(InstitutionEvent... events) {
        var now = Institution.UNREGISTERED;
        for (int n = 1; n <= events.length; n++) {
            now = Institution.evolve(now, new constancia.kernel.Recorded<>(n, events[n - 1], Fixtures.UNIT));
        }
        return now;
    }
}
