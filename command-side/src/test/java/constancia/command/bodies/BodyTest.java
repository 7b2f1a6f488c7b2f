package constancia.command.bodies;

import static constancia.kernel.bodies.SeatRole.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.Fixtures;
import constancia.command.agreements.Agreements;
import constancia.command.bodies.BodyCommand.*;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyEvent.*;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.bodies.TemplateItem;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingMode;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The National Council for Citizen Security and Coexistence, as it was established in September 2014. */
class BodyTest {

    static final BodyId ID = new BodyId(id(1));
    static final BodyId PARENT = new BodyId(id(2));
    static final BodyId UNKNOWN_BODY = new BodyId(id(3));
    static final InstitutionId MINISTRY = new InstitutionId(id(4));
    static final InstitutionId SECRETARIAT = new InstitutionId(id(5));
    static final InstitutionId UNKNOWN = new InstitutionId(id(6));
    static final UUID BUSINESSWOMAN = id(7);
    static final UUID SEAT = id(8);
    static final UUID OTHER_SEAT = id(9);
    static final AgreementId AGREEMENT = new AgreementId(id(10));
    static final LocalDate DAY = LocalDate.of(2014, 9, 17);
    static final LocalDate BEFORE = LocalDate.of(2014, 9, 16);
    static final LocalDate LATER = LocalDate.of(2015, 3, 1);
    static final LocalDate END = LocalDate.of(2019, 6, 1);

    final KnownBodies bodies = new KnownBodies();
    final Fixtures<BodyShell> council = Fixtures.of(BodyShell.class, bodies, new Sectors(Map.of(MINISTRY, LocalDate.MAX, SECRETARIAT, END)), agreements());

    final BodyEvent established = new BodyEstablished("Consejo Nacional de Seguridad Ciudadana y Convivencia", "CNSCC", BodyKind.COUNCIL, null, DAY);
    final BodyEvent dissolved = new BodyDissolved(END);
    final BodyEvent leads = new SeatTaken(SEAT, MINISTRY, null, LEADS, DAY, null, DAY);

    @Nested
    class Establish {

        final EstablishBody command = new EstablishBody(ID, "Consejo Nacional de Seguridad Ciudadana y Convivencia", "CNSCC", BodyKind.COUNCIL, null, DAY);
        final EstablishBody below = new EstablishBody(ID, "Mesa técnica de prevención", "MTP", BodyKind.TABLE, PARENT, DAY);

        @Test
        void a_body_is_established() {
            council.given().when(command).records(established);
            assertThat(bodies.recorded(ID)).containsExactly(established);
        }

        @Test
        void below_another_one() {
            bodies.with(PARENT, established);
            council.given().when(below).records(new BodyEstablished("Mesa técnica de prevención", "MTP", BodyKind.TABLE, PARENT, DAY));
        }

        @Test
        void not_below_one_that_nobody_knows() {
            council.given().when(below).isInvalid("parent", "unknown-body", PARENT);
        }

        @Test
        void not_below_one_that_was_dissolved_by_then_or_not_there_yet() {
            bodies.with(PARENT, established, new BodyDissolved(DAY));
            council.given().when(below).isInvalid("parent", "body-not-active", DAY);
            bodies.with(UNKNOWN_BODY, new BodyEstablished("Consejo", "C", BodyKind.COUNCIL, null, LATER));
            council.given().when(new EstablishBody(ID, "Mesa", "M", BodyKind.TABLE, UNKNOWN_BODY, DAY)).isInvalid("parent", "body-not-active", DAY);
        }

        @Test
        void only_once() {
            council.given(established).when(command).refuses("already-exists");
            assertThat(bodies.recorded(ID)).isEmpty();
        }
    }

    @Nested
    class Seats {

        @Test
        void an_institution_is_seated_from_the_day_since_when_the_record_holds() {
            council.given(established).when(seat(SEAT, MINISTRY, null, LEADS, null, null, DAY)).records(leads);
        }

        @Test
        void or_from_a_later_day_and_for_a_term() {
            council.given(established).when(seat(SEAT, SECRETARIAT, null, FACILITATES, LATER, END, DAY))
                    .records(new SeatTaken(SEAT, SECRETARIAT, null, FACILITATES, LATER, END, DAY));
        }

        @Test
        void a_person_may_have_a_seat_of_its_own() {
            council.given(established).when(seat(SEAT, null, BUSINESSWOMAN, MEMBER, null, null, DAY))
                    .records(new SeatTaken(SEAT, null, BUSINESSWOMAN, MEMBER, DAY, null, DAY));
        }

        @Test
        void but_a_seat_is_either_an_institutions_or_a_persons() {
            council.given(established).when(seat(SEAT, null, null, MEMBER, null, null, DAY)).isInvalid("institution", "institution-or-person");
            council.given(established).when(seat(SEAT, MINISTRY, BUSINESSWOMAN, MEMBER, null, null, DAY)).isInvalid("institution", "institution-or-person");
        }

        @Test
        void an_institution_may_hold_several_seats_in_different_roles() {
            council.given(established, leads).when(seat(OTHER_SEAT, MINISTRY, null, CONVENES, null, null, DAY))
                    .records(new SeatTaken(OTHER_SEAT, MINISTRY, null, CONVENES, DAY, null, DAY));
        }

        @Test
        void but_not_two_in_the_same_role_on_the_same_days() {
            council.given(established, leads).when(seat(OTHER_SEAT, MINISTRY, null, LEADS, null, null, LATER)).refuses("already-seated", "leads");
            council.given(established, leads).when(seat(OTHER_SEAT, MINISTRY, null, LEADS, null, DAY, DAY)).refuses("already-seated", "leads");
        }

        @Test
        void it_may_come_back_to_a_seat_that_it_left() {
            council.given(established, leads, new SeatVacated(SEAT, LATER)).when(seat(OTHER_SEAT, MINISTRY, null, LEADS, null, null, LATER))
                    .records(new SeatTaken(OTHER_SEAT, MINISTRY, null, LEADS, LATER, null, LATER));
        }

        @Test
        void a_seat_is_taken_under_its_identifier_once() {
            council.given(established, leads).when(seat(SEAT, SECRETARIAT, null, MEMBER, null, null, DAY)).refuses("seat-known");
        }

        @Test
        void only_by_an_institution_that_is_on_record_and_active_on_that_day() {
            council.given(established).when(seat(SEAT, UNKNOWN, null, MEMBER, null, null, DAY)).isInvalid("institution", "unknown-institution", UNKNOWN);
            council.given(established).when(seat(SEAT, SECRETARIAT, null, MEMBER, null, null, END)).isInvalid("institution", "institution-not-active", END);
        }

        @Test
        void its_days_are_in_order() {
            council.given(established).when(seat(SEAT, MINISTRY, null, MEMBER, DAY, null, LATER)).isInvalid("from", "from-before-effective", LATER);
            council.given(established).when(seat(SEAT, MINISTRY, null, MEMBER, LATER, DAY, DAY)).isInvalid("until", "until-before-from");
        }

        @Test
        void not_before_the_body_nor_once_it_is_dissolved() {
            council.given(established).when(seat(SEAT, MINISTRY, null, MEMBER, null, null, BEFORE)).refuses("effective-before-item");
            council.given(established, dissolved).when(seat(SEAT, MINISTRY, null, MEMBER, null, null, END)).refuses("body-dissolved", END);
        }

        @Test
        void a_seat_of_the_time_before_the_dissolution_may_still_be_entered() {
            council.given(established, dissolved).when(seat(SEAT, MINISTRY, null, LEADS, null, null, DAY)).records(leads);
        }
    }

    @Nested
    class Vacate {

        @Test
        void a_seat_is_vacated() {
            council.given(established, leads).when(new VacateSeat(ID, SEAT, LATER)).records(new SeatVacated(SEAT, LATER));
        }

        @Test
        void even_before_its_term_begins() {
            council.given(established, new SeatTaken(SEAT, MINISTRY, null, LEADS, END, null, DAY)).when(new VacateSeat(ID, SEAT, LATER))
                    .records(new SeatVacated(SEAT, LATER));
        }

        @Test
        void one_that_there_is() {
            council.given(established, leads).when(new VacateSeat(ID, OTHER_SEAT, LATER)).isInvalid("seat", "unknown-seat");
        }

        @Test
        void only_once() {
            council.given(established, leads, new SeatVacated(SEAT, LATER)).when(new VacateSeat(ID, SEAT, END)).refuses("seat-vacated", LATER);
        }

        @Test
        void not_before_it_was_taken() {
            council.given(established, new SeatTaken(SEAT, MINISTRY, null, LEADS, LATER, null, LATER)).when(new VacateSeat(ID, SEAT, DAY))
                    .refuses("effective-before-previous", LATER);
        }

        @Test
        void not_once_its_term_is_over() {
            var term = new SeatTaken(SEAT, MINISTRY, null, LEADS, DAY, LATER, DAY);
            council.given(established, term).when(new VacateSeat(ID, SEAT, LATER)).records(new SeatVacated(SEAT, LATER));
            council.given(established, term).when(new VacateSeat(ID, SEAT, LATER.plusDays(1))).refuses("seat-term-over", LATER);
        }

        @Test
        void not_before_the_body_nor_once_it_is_dissolved() {
            council.given(established, leads).when(new VacateSeat(ID, SEAT, BEFORE)).refuses("effective-before-item");
            council.given(established, leads, dissolved).when(new VacateSeat(ID, SEAT, END)).refuses("body-dissolved", END);
        }
    }

    @Nested
    class Quorum {

        @Test
        void the_quorum_is_a_number_of_all_that_do_not_only_watch() {
            council.given(established).when(new SetQuorum(ID, 5, null, null, DAY)).records(new QuorumSet(5, null, QuorumRule.COUNTING, DAY));
        }

        @Test
        void or_a_share_of_certain_roles() {
            council.given(established).when(new SetQuorum(ID, null, "2/3", List.of(MEMBER, LEADS, MEMBER), DAY))
                    .records(new QuorumSet(null, "2/3", List.of(LEADS, MEMBER), DAY));
            council.given(established).when(new SetQuorum(ID, null, "3/3", null, DAY)).records(new QuorumSet(null, "3/3", QuorumRule.COUNTING, DAY));
        }

        @Test
        void an_earlier_rule_may_be_entered_late() {
            council.given(established, new QuorumSet(5, null, QuorumRule.COUNTING, LATER)).when(new SetQuorum(ID, 3, null, null, DAY))
                    .records(new QuorumSet(3, null, QuorumRule.COUNTING, DAY));
        }

        @Test
        void one_of_the_two() {
            council.given(established).when(new SetQuorum(ID, null, null, null, DAY)).isInvalid("atLeast", "at-least-or-share");
            council.given(established).when(new SetQuorum(ID, 5, "1/2", null, DAY)).isInvalid("atLeast", "at-least-or-share");
        }

        @Test
        void of_no_more_than_all() {
            council.given(established).when(new SetQuorum(ID, null, "3/2", null, DAY)).isInvalid("share", "share-above-whole");
        }

        @Test
        void friends_and_observers_never_count() {
            council.given(established).when(new SetQuorum(ID, 5, null, List.of(MEMBER, FRIEND), DAY)).isInvalid("roles/1", "role-never-counts", "friend");
            council.given(established).when(new SetQuorum(ID, 5, null, List.of(OBSERVER), DAY)).isInvalid("roles/0", "role-never-counts", "observer");
            council.given(established).when(new SetQuorum(ID, 5, null, List.of(), DAY)).isInvalid("roles", "required");
        }

        @Test
        void not_before_the_body_nor_once_it_is_dissolved() {
            council.given(established).when(new SetQuorum(ID, 5, null, null, BEFORE)).refuses("effective-before-item");
            council.given(established, dissolved).when(new SetQuorum(ID, 5, null, null, END)).refuses("body-dissolved", END);
        }
    }

    @Nested
    class Rules {

        static final String DOCUMENT = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

        @Test
        void rules_are_adopted_with_their_text_their_document_and_the_agreement_on_them() {
            council.given(established).when(new AdoptRules(ID, "Normas de funcionamiento", "Mantenerse en el proceso.", DOCUMENT, AGREEMENT, LATER))
                    .records(new RulesAdopted("Normas de funcionamiento", "Mantenerse en el proceso.", DOCUMENT, AGREEMENT, LATER));
        }

        @Test
        void the_text_or_the_document_is_enough() {
            council.given(established).when(new AdoptRules(ID, "Normas", "Mantenerse en el proceso.", null, null, LATER))
                    .records(new RulesAdopted("Normas", "Mantenerse en el proceso.", null, null, LATER));
            council.given(established).when(new AdoptRules(ID, "Normas", null, DOCUMENT, null, LATER))
                    .records(new RulesAdopted("Normas", null, DOCUMENT, null, LATER));
        }

        @Test
        void a_title_alone_is_not() {
            council.given(established).when(new AdoptRules(ID, "Normas", null, null, null, LATER)).isInvalid("text", "text-or-document");
        }

        @Test
        void by_an_agreement_that_there_is() {
            var unknown = new AgreementId(id(11));
            council.given(established).when(new AdoptRules(ID, "Normas", null, DOCUMENT, unknown, LATER)).isInvalid("agreement", "unknown-agreement", unknown);
        }

        @Test
        void not_before_the_body_nor_once_it_is_dissolved() {
            council.given(established).when(new AdoptRules(ID, "Normas", "Texto", null, null, BEFORE)).refuses("effective-before-item");
            council.given(established, dissolved).when(new AdoptRules(ID, "Normas", "Texto", null, null, END)).refuses("body-dissolved", END);
        }
    }

    @Nested
    class The_template_of_a_series {

        static final UUID SERIES = id(60);

        @Test
        void is_set_as_a_whole() {
            council.given(established).when(template(List.of(new NewTemplateItem("Acuerdos anteriores", "Informes", null, 30)), LATER)).records(new SeriesTemplateSet(SERIES, "Reunión mensual",
                    "Casa Presidencial", MeetingMode.IN_PERSON, "Se ruega confirmar.", List.of(new TemplateItem("Acuerdos anteriores", "Informes", null, 30)), LATER));
            council.given(established).when(template(null, LATER)).records(new SeriesTemplateSet(SERIES, "Reunión mensual", "Casa Presidencial", MeetingMode.IN_PERSON,
                    "Se ruega confirmar.", List.of(), LATER));
        }

        @Test
        void who_presents_is_an_institution_of_that_day() {
            var unknown = new InstitutionId(id(61));
            council.given(established).when(template(List.of(new NewTemplateItem("Uno", null, null, null), new NewTemplateItem("Dos", null, unknown, null)), LATER))
                    .isInvalid("agenda/1/presenter", "unknown-institution", unknown);
        }

        @Test
        void not_before_the_body_nor_once_it_is_dissolved() {
            council.given(established).when(template(null, BEFORE)).refuses("effective-before-item");
            council.given(established, dissolved).when(template(null, END)).refuses("body-dissolved", END);
        }

        private static SetSeriesTemplate template(@Nullable List<NewTemplateItem> agenda, LocalDate on) {
            return new SetSeriesTemplate(ID, SERIES, "Reunión mensual", "Casa Presidencial", MeetingMode.IN_PERSON, "Se ruega confirmar.", agenda, on);
        }
    }

    @Nested
    class Dissolve {

        @Test
        void a_body_is_dissolved() {
            council.given(established, leads).when(new DissolveBody(ID, END)).records(dissolved);
        }

        @Test
        void only_once() {
            council.given(established, dissolved).when(new DissolveBody(ID, END.plusDays(1))).refuses("body-dissolved", END);
            council.given(established, dissolved).when(new DissolveBody(ID, LATER)).refuses("body-dissolved", END);
        }

        @Test
        void not_before_the_last_that_happened_to_it() {
            council.given(established, leads, new QuorumSet(5, null, QuorumRule.COUNTING, END), new SeatVacated(SEAT, LATER))
                    .when(new DissolveBody(ID, LATER)).refuses("effective-before-previous", END);
            council.given(established).when(new DissolveBody(ID, BEFORE)).refuses("effective-before-item");
        }
    }

    private static SeatInstitution seat(UUID seat, @Nullable InstitutionId institution, @Nullable UUID person, SeatRole role,
                                        @Nullable LocalDate from, @Nullable LocalDate until, LocalDate on) {
        return new SeatInstitution(ID, seat, institution, person, role, from, until, on);
    }

    /** Agreements of which {@link #AGREEMENT} is the only one; nothing else is asked of them here. */
    private static Agreements agreements() {
        return (Agreements) Proxy.newProxyInstance(BodyTest.class.getClassLoader(), new Class<?>[] {Agreements.class},
                (_, _, args) -> args[0].equals(AGREEMENT));
    }

    private static UUID id(int n) {
        return UUID.fromString("0194d0c2-0000-7000-8000-0000000001%02d".formatted(n));
    }
}
