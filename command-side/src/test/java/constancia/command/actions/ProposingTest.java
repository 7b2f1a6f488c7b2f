package constancia.command.actions;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.actions.ActionCommand.*;
import constancia.command.plans.Plans.KnownPlan;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionEvent.ActionAmended;
import constancia.kernel.actions.ActionEvent.ActionProposed;
import constancia.kernel.actions.Role;
import constancia.kernel.actions.Schedule;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProposingTest extends Scene {

    @Nested
    class Propose {

        @Test
        void an_action_is_proposed_with_all_that_comes_with_it_as_one_record() {
            datePeriods();
            var acceptedInTheMeeting = day(1, 8);
            var command = new ProposeAction(ID, "Definir el mecanismo", "Entre instituciones nacionales y locales", PLAN, NODE, "7",
                    List.of(RECOMMENDATION), AGREEMENT, List.of(new Responsible(MJSP, Role.LEAD, acceptedInTheMeeting), new Responsible(PNUD, Role.SUPPORT, null)),
                    new When(List.of("T1", "T2"), null, null), List.of("SV-SS"), List.of("SDG-16.6"), "Acta de instalación", START);
            var recorded = new ActionProposed("Definir el mecanismo", "Entre instituciones nacionales y locales", PLAN, COUNCIL, NODE, "7",
                    List.of(RECOMMENDATION), AGREEMENT, List.of(new ActionEvent.Responsible(MJSP_PART, MJSP, Role.LEAD, acceptedInTheMeeting),
                            new ActionEvent.Responsible(PNUD_PART, PNUD, Role.SUPPORT, null)),
                    new Schedule(List.of("T1", "T2"), day(1, 1), day(6, 30)), List.of("SV-SS"), List.of("SDG-16.6"), "Acta de instalación", START);
            action.given().when(command).records(recorded);
            assertThat(known.recorded).containsExactly(recorded);
        }

        @Test
        void a_title_is_enough() {
            action.given().when(of(null, null)).records(new ActionProposed("Definir el mecanismo", null, null, null, null, null, List.of(), null,
                    List.of(), null, List.of(), List.of(), null, START));
        }

        @Test
        void it_is_proposed_only_once() {
            action.given(proposed()).when(of(null, null)).refuses("already-exists");
            assertThat(known.recorded).isEmpty();
        }

        @Test
        void its_plan_must_exist_and_be_open() {
            var elsewhere = new PlanId(uuid(99));
            action.given().when(of(elsewhere, null)).isInvalid("plan", "unknown-plan", elsewhere);
            known.plans.put(PLAN, new KnownPlan(PLAN, COUNCIL, true));
            action.given().when(of(PLAN, null)).refuses("plan-closed");
        }

        @Test
        void its_place_and_recommendations_must_stand_in_the_plans_outline() {
            action.given().when(outlined(PLAN, OTHER, null)).isInvalid("node", "unknown-node", OTHER);
            action.given().when(outlined(null, NODE, null)).isInvalid("node", "action-without-plan");
            action.given().when(outlined(PLAN, null, List.of(RECOMMENDATION, OTHER))).isInvalid("recommendations/1", "unknown-recommendation", OTHER);
            action.given().when(outlined(null, null, List.of(RECOMMENDATION))).isInvalid("recommendations/0", "action-without-plan");
        }

        @Test
        void its_territories_must_be_in_the_catalogue() {
            action.given().when(new ProposeAction(ID, "Definir el mecanismo", null, null, null, null, null, null, null, null, List.of("SV-SS", "SV-XX"), null, null,
                    START)).isInvalid("territory/1", "unknown-territory", "SV-XX");
            action.given(proposed()).when(new AmendAction(ID, null, null, null, null, null, List.of("SV-XX"), null, null, START))
                    .isInvalid("territory/0", "unknown-territory", "SV-XX");
        }

        @Test
        void its_agreement_must_exist() {
            var other = new AgreementId(uuid(98));
            action.given().when(new ProposeAction(ID, "Definir el mecanismo", null, null, null, null, null, other, null, null, null, null, null, START))
                    .isInvalid("agreement", "unknown-agreement", other);
        }

        @Test
        void its_institutions_must_exist_and_be_active_on_that_day() {
            action.given().when(with(one(MJSP, Role.LEAD), one(NOBODY, Role.SUPPORT))).isInvalid("responsible/1/institution", "unknown-institution", NOBODY);
            action.given().when(with(one(ENDED, Role.LEAD))).isInvalid("responsible/0/institution", "institution-not-active", START);
        }

        @Test
        void each_institution_is_named_once() {
            action.given().when(with(one(MJSP, Role.LEAD), one(MJSP, Role.SUPPORT))).isInvalid("responsible/1/institution", "institution-twice");
        }

        @Test
        void only_one_institution_leads() {
            action.given().when(with(one(MJSP, Role.LEAD), one(CONJUVE, Role.LEAD))).refuses("lead-taken");
        }

        @Test
        void who_only_watches_in_the_plans_body_can_support_but_not_answer() {
            action.given().when(with(one(PNUD, Role.LEAD))).refuses("only-watches");
            action.given().when(with(one(PNUD, Role.CO_RESPONSIBLE))).refuses("only-watches");
        }

        @Test
        void without_a_body_nobody_only_watches() {
            action.given().when(of(null, List.of(one(PNUD, Role.LEAD)))).records(new ActionProposed("Definir el mecanismo", null, null, null, null,
                    null, List.of(), null, List.of(responsible(PNUD, Role.LEAD)), null, List.of(), List.of(), null, START));
        }

        @Test
        void its_schedule_is_checked_where_it_stands() {
            action.given().when(scheduled(new When(null, null, null))).isInvalid("schedule/dueOn", "periods-or-dates");
            action.given().when(scheduled(new When(List.of("T9"), null, null))).isInvalid("schedule/periods/0", "unknown-period", "T9");
        }
    }

    @Nested
    class Amend {

        @Test
        void what_is_said_anew_is_recorded_and_the_rest_left_as_it_was() {
            action.given(proposed()).when(amend("Instalar y dotar el mecanismo", null, null))
                    .records(new ActionAmended("Instalar y dotar el mecanismo", null, null, null, null, null, null, null, day(2, 1)));
        }

        @Test
        void even_when_it_is_cancelled() {
            action.given(proposed(), cancelled(day(1, 20))).when(amend("Otro título", null, null))
                    .records(new ActionAmended("Otro título", null, null, null, null, null, null, null, day(2, 1)));
        }

        @Test
        void something_must_be_said() {
            action.given(proposed()).when(amend(null, null, null)).isInvalid("title", "nothing-to-amend");
        }

        @Test
        void its_place_and_recommendations_must_stand_in_the_plans_outline() {
            action.given(proposed()).when(amend(null, OTHER, null)).isInvalid("node", "unknown-node", OTHER);
            action.given(proposed()).when(amend(null, null, List.of(OTHER))).isInvalid("recommendations/0", "unknown-recommendation", OTHER);
        }

        @Test
        void not_before_it_was_proposed() {
            action.given(proposed()).when(new AmendAction(ID, "Otro título", null, null, null, null, null, null, null, START.minusDays(1)))
                    .refuses("effective-before-item");
        }

        AmendAction amend(@Nullable String title, @Nullable UUID node, @Nullable List<UUID> recommendations) {
            return new AmendAction(ID, title, null, node, null, recommendations, null, null, null, day(2, 1));
        }
    }

    static ProposeAction of(@Nullable PlanId plan, @Nullable List<Responsible> responsible) {
        return new ProposeAction(ID, "Definir el mecanismo", null, plan, null, null, null, null, responsible, null, null, null, null, START);
    }

    static ProposeAction with(Responsible... responsible) {
        return of(PLAN, List.of(responsible));
    }

    static ProposeAction outlined(@Nullable PlanId plan, @Nullable UUID node, @Nullable List<UUID> recommendations) {
        return new ProposeAction(ID, "Definir el mecanismo", null, plan, node, null, recommendations, null, null, null, null, null, null, START);
    }

    static ProposeAction scheduled(When schedule) {
        return new ProposeAction(ID, "Definir el mecanismo", null, PLAN, null, null, null, null, null, schedule, null, null, null, START);
    }

    static Responsible one(InstitutionId institution, Role role) {
        return new Responsible(institution, role, (LocalDate) null);
    }
}
