package constancia.query.actions;

import static constancia.query.actions.ActionStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionEvent.*;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.ActionStatus;
import constancia.kernel.actions.CommitmentStatus;
import constancia.kernel.actions.Condition;
import constancia.kernel.actions.Finding;
import constancia.kernel.actions.FundingState;
import constancia.kernel.actions.PoaReference;
import constancia.kernel.actions.Role;
import constancia.kernel.actions.Schedule;
import constancia.query.history.EventJson;
import constancia.query.history.Label;
import constancia.query.history.Names.AgreementName;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.InstitutionName;
import constancia.query.history.Names.PlanName;
import constancia.query.history.Summaries;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ActionViewTest {

    static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Test
    void an_action_is_told_in_the_order_of_the_contract() {
        var names = JsonMapper.builder().build().valueToTree(proposed().on(day(2, 1))).propertyNames();
        assertThat(names).containsExactly("status", "conditions", "title", "detail", "plan", "node", "number", "recommendations", "agreements",
                "commitments", "schedule", "baseline", "percent", "milestones", "extensions", "impediments", "evidence", "funding", "territory",
                "alignments", "means", "expenditures", "totals", "escalations", "dependsOn", "body", "class");
        var commitment = JsonMapper.builder().build().valueToTree(proposed().on(day(2, 1)).commitments().getFirst()).propertyNames();
        assertThat(commitment).containsExactly("id", "institution", "role", "status", "accepted", "percent", "reportedOn", "deliveredOn", "finding", "overdue",
                "recordedLate", "reports", "poa", "since", "formerHolders");
    }

    @Test
    void it_is_told_with_everything_it_was_proposed_with_the_lead_first() {
        var item = proposed().on(day(2, 1));
        assertThat(item.status()).isEqualTo(ActionStatus.PROPOSED);
        assertThat(item.conditions()).isEmpty();
        assertThat(item.title()).isEqualTo("Instalar el mecanismo");
        assertThat(item.detail()).isEqualTo("Con los municipios");
        assertThat(item.plan()).isEqualTo(new PlanName(PLAN, "PM-2011"));
        assertThat(item.body()).isEqualTo(new BodyName(COUNCIL, "CNSCC", "Consejo Nacional"));
        assertThat(item.node()).isEqualTo(id(32));
        assertThat(item.number()).isEqualTo("7");
        assertThat(item.recommendations()).containsExactly(id(33));
        assertThat(item.agreements()).containsExactly(new AgreementName(AGREEMENT, "ACU-CNSCC-2015-0003"));
        assertThat(item.territory()).containsExactly("SV-SS");
        assertThat(item.alignments()).containsExactly("SDG-16.6");
        assertThat(item.means()).isEqualTo("Acta");
        assertThat(item.schedule()).isEqualTo(new Schedule(List.of(), null, DUE));
        assertThat(item.baseline()).isEqualTo(new ActionItem.Baseline(List.of(), DUE));
        assertThat(item.commitments()).containsExactly(part("MJSP", Role.LEAD), part("CONJUVE", Role.CO_RESPONSIBLE), part("PNUD", Role.SUPPORT));
    }

    @Test
    void each_text_is_amended_on_its_own_and_the_latest_day_counts() {
        var story = proposed().and(new ActionAmended("Título de marzo", null, null, null, null, null, null, null, day(3, 1)),
                new ActionAmended("Título de febrero", null, null, "7-A", List.of(), List.of(), null, "Informe", day(2, 1)));
        var item = story.on(day(4, 1));
        assertThat(item.title()).isEqualTo("Título de marzo");
        assertThat(item.number()).isEqualTo("7-A");
        assertThat(item.recommendations()).isEmpty();
        assertThat(item.territory()).isEmpty();
        assertThat(item.alignments()).containsExactly("SDG-16.6");
        assertThat(item.means()).isEqualTo("Informe");
        assertThat(item.detail()).isEqualTo("Con los municipios");
        assertThat(story.on(day(2, 15)).title()).isEqualTo("Título de febrero");
        assertThat(story.view.label(story.facts())).isEqualTo(new Label("7-A", "Título de marzo", PLAN));
    }

    @Nested
    class Succeeded {

        final ActionStory story = proposed().and(report(MJSP_PART, MJSP, 40, day(5, 1)), new CommitmentTransferred(MJSP_PART, MJSP, PNUD, day(6, 1)));

        @Test
        void the_successor_holds_it_from_its_day_on_and_who_held_it_before_is_told() {
            var before = first(story.on(day(5, 31)));
            assertThat(before.institution().acronym()).isEqualTo("MJSP");
            assertThat(before.since()).isEqualTo(START);
            assertThat(before.formerHolders()).isEmpty();
            var after = first(story.on(day(6, 1)));
            assertThat(after.institution().acronym()).isEqualTo("PNUD");
            assertThat(after.since()).isEqualTo(day(6, 1));
            assertThat(after.formerHolders()).containsExactly(new ActionItem.Holder(name("MJSP"), START, day(5, 31)));
            assertThat(after.percent()).isEqualTo(40);
        }

        @Test
        void the_successors_own_word_is_its_tacit_acceptance_too() {
            var from = new Provenance("enlace.pnud", PNUD, false, Through.API, null);
            assertThat(first(story.by(from, report(MJSP_PART, PNUD, 50, day(6, 2))).on(day(6, 2))).accepted()).isEqualTo("tacit");
        }

        @Test
        void as_it_was_known_before_it_was_recorded_nothing_had_changed() {
            var late = proposed().record(day(6, 20), UNIT, new CommitmentTransferred(MJSP_PART, MJSP, PNUD, day(6, 1)));
            assertThat(first(late.asOf(day(6, 19), day(6, 19))).institution().acronym()).isEqualTo("MJSP");
            assertThat(first(late.asOf(day(6, 20), day(6, 19))).institution().acronym()).isEqualTo("PNUD");
        }
    }

    @Nested
    class RecordedLate {

        @Test
        void a_delivery_in_time_that_was_recorded_after_the_due_date_says_how_many_days_after() {
            var told = first(proposed().record(day(6, 20), UNIT, delivered(MJSP_PART, MJSP, day(6, 10))).on(day(6, 20)));
            assertThat(told.overdue()).isFalse();
            assertThat(told.recordedLate()).isEqualTo(5);
        }

        @Test
        void not_one_recorded_in_time_nor_one_that_came_late_itself() {
            assertThat(first(proposed().record(DUE, UNIT, delivered(MJSP_PART, MJSP, day(6, 10))).on(DUE)).recordedLate()).isNull();
            assertThat(first(proposed().record(day(6, 20), UNIT, delivered(MJSP_PART, MJSP, DUE.plusDays(1))).on(day(6, 20))).recordedLate()).isNull();
        }

        @Test
        void its_day_is_that_of_the_register() {
            var nightInUtc = Instant.parse("2015-06-16T05:59:59Z");
            assertThat(first(proposed().recordedAt(nightInUtc, UNIT, delivered(MJSP_PART, MJSP, DUE)).on(DUE)).recordedLate()).isNull();
            assertThat(first(proposed().recordedAt(nightInUtc.plusSeconds(1), UNIT, delivered(MJSP_PART, MJSP, DUE)).on(DUE)).recordedLate()).isEqualTo(1);
        }

        @Test
        void an_extension_may_make_it_timely_again_and_a_return_takes_it_away() {
            var story = proposed().record(day(6, 20), UNIT, delivered(MJSP_PART, MJSP, day(6, 10)));
            assertThat(first(story.and(new ActionScheduled(new Schedule(List.of(), null, day(6, 30)), day(6, 21))).on(day(6, 21))).recordedLate()).isNull();
            assertThat(first(story.and(new DeliveryReturned(MJSP_PART, MJSP, day(6, 22))).on(day(6, 22))).recordedLate()).isNull();
        }

        @Test
        void the_last_delivery_counts() {
            var story = proposed().record(day(6, 20), UNIT, delivered(MJSP_PART, MJSP, day(6, 1))).record(day(6, 20), UNIT, new DeliveryReturned(MJSP_PART, MJSP, day(6, 2)))
                    .record(day(6, 25), UNIT, delivered(MJSP_PART, MJSP, day(6, 3)));
            assertThat(first(story.on(day(6, 25))).recordedLate()).isEqualTo(10);
        }
    }

    @Nested
    class Accepted {

        @Test
        void on_its_day() {
            assertThat(first(proposed().and(new CommitmentAccepted(MJSP_PART, MJSP, day(2, 3))).on(day(2, 3))).accepted()).isEqualTo("2015-02-03");
        }

        @Test
        void tacitly_if_the_institution_itself_reported_or_delivered() {
            assertThat(first(proposed().by(FROM_MJSP, report(MJSP_PART, MJSP, 20, day(3, 1))).on(day(4, 1))).accepted()).isEqualTo("tacit");
            assertThat(first(proposed().by(FROM_MJSP, delivered(MJSP_PART, MJSP, day(3, 1))).on(day(4, 1))).accepted()).isEqualTo("tacit");
        }

        @Test
        void not_if_the_unit_recorded_it_on_its_behalf() {
            var item = first(proposed().by(FOR_MJSP, report(MJSP_PART, MJSP, 20, day(3, 1)), delivered(MJSP_PART, MJSP, day(3, 1))).on(day(4, 1)));
            assertThat(item.accepted()).isNull();
            assertThat(item.status()).isEqualTo(CommitmentStatus.DELIVERED);
        }
    }

    @Nested
    class Progress {

        @Test
        void is_what_was_reported_last_and_an_actions_is_its_leads() {
            var item = proposed().and(report(MJSP_PART, MJSP, 60, day(4, 1)), report(MJSP_PART, MJSP, 20, day(3, 1)), report(MJSP_PART, MJSP, null, day(5, 1)),
                    report(CONJUVE_PART, CONJUVE, 90, day(5, 2))).on(day(6, 1));
            assertThat(first(item).percent()).isEqualTo(60);
            assertThat(first(item).reportedOn()).isEqualTo(day(5, 1));
            assertThat(item.percent()).isEqualTo(60);
            assertThat(item.status()).isEqualTo(ActionStatus.IN_PROGRESS);
        }

        @Test
        void of_an_action_is_unknown_without_a_lead() {
            assertThat(proposed().and(report(MJSP_PART, MJSP, 60, day(4, 1)), new ResponsibleReleased(MJSP_PART, MJSP, day(4, 2))).on(day(6, 1)).percent()).isNull();
        }

        @Test
        void a_hundred_percent_does_not_deliver() {
            assertThat(first(proposed().and(report(MJSP_PART, MJSP, 100, day(4, 1))).on(day(6, 1))).status()).isEqualTo(CommitmentStatus.IN_PROGRESS);
        }
    }

    @Nested
    class Timed {

        /** The example of the contract: due 15 June, extended on 20 June by the meeting of 10 June to 31 July. */
        final ActionStory extended = proposed()
                .and(new ExtensionRequested(ONE, MJSP_PART, MJSP, day(7, 31), null, day(6, 5)))
                .record(day(6, 20), new constancia.kernel.Provenance("coordinacion", null, false, constancia.kernel.Provenance.Through.API, "Acordado"),
                        new ExtensionGranted(ONE, MJSP, day(7, 31), AGREEMENT, day(6, 10)));

        @Test
        void what_held_and_what_was_known_are_told_apart() {
            var held = extended.on(day(6, 17));
            assertThat(held.conditions()).doesNotContain(Condition.OVERDUE);
            assertThat(held.commitments()).noneMatch(ActionItem.Commitment::overdue);
            assertThat(held.schedule().dueOn()).isEqualTo(day(7, 31));
            var known = extended.asOf(day(6, 18), day(6, 17));
            assertThat(known.conditions()).containsExactly(Condition.OVERDUE);
            assertThat(known.schedule().dueOn()).isEqualTo(DUE);
            assertThat(known.commitments()).allMatch(ActionItem.Commitment::overdue);
        }

        @Test
        void the_baseline_stays_and_the_extension_says_why_and_by_whom() {
            var item = extended.on(day(6, 30));
            assertThat(item.baseline().dueOn()).isEqualTo(DUE);
            assertThat(item.extensions()).containsExactly(new ActionItem.Extension(ONE, name("MJSP"), "granted", day(6, 5), day(7, 31), null, null,
                    day(6, 10), day(7, 31), "coordinacion", new AgreementName(AGREEMENT, "ACU-CNSCC-2015-0003"), "Acordado"));
            assertThat(extended.on(day(6, 9)).extensions().getFirst().status()).isEqualTo("open");
        }

        @Test
        void a_refused_extension_moves_nothing() {
            var item = proposed().by(FOR_MJSP, new ExtensionRequested(ONE, MJSP_PART, MJSP, day(7, 31), null, day(6, 5)))
                    .and(new ExtensionRefused(ONE, MJSP, null, day(6, 8))).on(day(6, 16));
            assertThat(item.schedule().dueOn()).isEqualTo(DUE);
            assertThat(item.extensions().getFirst()).extracting(ActionItem.Extension::status, ActionItem.Extension::reason, ActionItem.Extension::dueOn)
                    .containsExactly("refused", "Consta en la minuta", null);
            assertThat(item.conditions()).containsExactly(Condition.OVERDUE);
        }

        @Test
        void marks_without_dates_are_never_overdue_until_the_plan_dates_them() {
            var marks = new Schedule(List.of("T1", "T2"), null, null);
            var dates = new Schedule(List.of("T1", "T2"), day(1, 1), day(6, 30));
            var story = new ActionStory().and(proposal(marks), new ScheduleDated(dates, List.of(), day(3, 1)));
            assertThat(story.on(day(2, 28)).schedule()).isEqualTo(marks);
            assertThat(story.on(day(2, 28)).baseline()).isNull();
            assertThat(story.on(day(7, 1)).conditions()).containsExactly(Condition.OVERDUE);
            assertThat(story.on(day(7, 1)).baseline()).isEqualTo(new ActionItem.Baseline(List.of("T1", "T2"), day(6, 30)));
        }

        @Test
        void an_answer_for_a_day_to_come_lets_dates_pass_and_nothing_else() {
            var item = proposed().on(LocalDate.of(2016, 1, 1));
            assertThat(item.conditions()).containsExactly(Condition.OVERDUE);
            assertThat(proposed().on(DUE).conditions()).containsExactly(Condition.NEAR_DUE);
        }
    }

    @Nested
    class Delivered {

        final ActionStory fulfilled = proposed().and(delivered(MJSP_PART, MJSP, day(5, 1)), delivered(CONJUVE_PART, CONJUVE, day(5, 2)),
                verified(MJSP_PART, MJSP, Finding.COMPLETE, day(5, 10)), verified(CONJUVE_PART, CONJUVE, Finding.SUBSTANTIAL, day(5, 11)));

        @Test
        void then_verified_then_reopened_told_day_by_day() {
            var story = fulfilled.and(new ActionReopened(List.of(new SentBack(CONJUVE_PART, CONJUVE)), day(6, 1)));
            assertThat(List.of(day(4, 30), day(5, 1), day(5, 2), day(5, 10), day(5, 11), day(6, 1)).stream().map(day -> story.on(day).status()))
                    .containsExactly(ActionStatus.PROPOSED, ActionStatus.IN_PROGRESS, ActionStatus.DELIVERED, ActionStatus.DELIVERED,
                            ActionStatus.FULFILLED, ActionStatus.IN_PROGRESS);
            assertThat(story.on(day(6, 1)).commitments().get(1)).extracting(ActionItem.Commitment::status, ActionItem.Commitment::deliveredOn,
                    ActionItem.Commitment::finding).containsExactly(CommitmentStatus.IN_PROGRESS, null, null);
            assertThat(story.on(day(5, 12)).commitments().get(1)).extracting(ActionItem.Commitment::status, ActionItem.Commitment::deliveredOn,
                    ActionItem.Commitment::finding).containsExactly(CommitmentStatus.VERIFIED, day(5, 2), Finding.SUBSTANTIAL);
        }

        @Test
        void cancelled_and_restored_it_is_what_its_commitments_say() {
            var story = fulfilled.and(new ActionCancelled(day(6, 1)), new ActionReopened(List.of(), day(6, 10)));
            assertThat(story.on(day(6, 5)).status()).isEqualTo(ActionStatus.CANCELLED);
            assertThat(story.on(day(6, 10)).status()).isEqualTo(ActionStatus.FULFILLED);
        }

        @Test
        void returned_it_is_in_progress_again() {
            var item = proposed().and(delivered(MJSP_PART, MJSP, day(5, 1)), new DeliveryReturned(MJSP_PART, MJSP, day(5, 3))).on(day(5, 3));
            assertThat(first(item).status()).isEqualTo(CommitmentStatus.IN_PROGRESS);
        }
    }

    @Test
    void a_milestone_is_late_after_its_date_unless_it_was_reached_moved_or_dropped() {
        var story = proposed().and(new MilestoneAdded(ONE, "Diagnóstico", day(3, 15), null, day(2, 1)), new MilestoneAdded(id(52), "Informe", day(3, 15), null, day(2, 1)),
                new MilestoneRescheduled(ONE, day(4, 15), null, day(3, 20)), new MilestoneDropped(id(52), day(3, 20)));
        assertThat(story.on(day(3, 15)).milestones()).extracting(ActionItem.Milestone::overdue).containsExactly(false, false);
        assertThat(story.on(day(3, 16)).milestones()).extracting(ActionItem.Milestone::overdue).containsExactly(true, true);
        assertThat(story.on(day(3, 20)).milestones()).containsExactly(new ActionItem.Milestone(ONE, "Diagnóstico", "open", day(4, 15), day(3, 15), null, null, null, false),
                new ActionItem.Milestone(id(52), "Informe", "dropped", day(3, 15), null, null, null, day(3, 20), false));
        assertThat(story.on(day(4, 16)).milestones().getFirst().overdue()).isTrue();
        assertThat(story.and(new MilestoneReached(ONE, List.of(), day(4, 20))).on(day(4, 20)).milestones().getFirst())
                .isEqualTo(new ActionItem.Milestone(ONE, "Diagnóstico", "reached", day(4, 15), day(3, 15), null, day(4, 20), null, false));
        assertThat(story.and(new ActionCancelled(day(4, 17))).on(day(4, 17)).milestones().getFirst().overdue()).isFalse();
    }

    @Test
    void the_first_date_of_a_milestone_is_the_first_that_its_period_got() {
        var story = proposed().and(new MilestoneAdded(ONE, "Diagnóstico", null, "T1", day(2, 1)), new ScheduleDated(null, List.of(new MilestoneDue(ONE, day(3, 31))), day(2, 2)),
                new MilestoneRescheduled(ONE, null, "T2", day(2, 10)), new ScheduleDated(null, List.of(new MilestoneDue(ONE, day(6, 30))), day(2, 12)));
        assertThat(story.on(day(2, 2)).milestones().getFirst()).extracting(ActionItem.Milestone::dueOn, ActionItem.Milestone::firstDueOn).containsExactly(day(3, 31), null);
        assertThat(story.on(day(2, 10)).milestones().getFirst()).extracting(ActionItem.Milestone::dueOn, ActionItem.Milestone::firstDueOn, ActionItem.Milestone::period)
                .containsExactly(null, day(3, 31), "T2");
        assertThat(story.on(day(2, 12)).milestones().getFirst()).extracting(ActionItem.Milestone::dueOn, ActionItem.Milestone::firstDueOn).containsExactly(day(6, 30), day(3, 31));
    }

    @Test
    void milestones_impediments_evidence_and_money_are_told_with_their_days() {
        var story = proposed().and(new MilestoneAdded(ONE, "Diagnóstico", null, "T1", day(2, 1)),
                new ScheduleDated(null, List.of(new MilestoneDue(ONE, day(3, 31))), day(2, 2)), new MilestoneReached(ONE, List.of(HASH), day(3, 20)),
                new ImpedimentReported(id(52), "Sin fondos", CONJUVE, day(3, 1)), new ImpedimentEscalated(id(52), COUNCIL, day(3, 10)),
                new ImpedimentResolved(id(52), "Hay fondos", day(4, 1)),
                new FundingCommitted(id(53), "Fondo General", null, FundingState.TO_BE_RAISED, new BigDecimal("900.00"), "USD", day(2, 1)),
                new FundingCommitted(id(53), "Fondo General", null, FundingState.AVAILABLE, new BigDecimal("1000.00"), "USD", day(3, 1)),
                new ExpenditureRecorded(id(54), new BigDecimal("300.00"), "USD", "Taller", id(53), null, day(3, 15)),
                new ExpenditureRecorded(id(55), new BigDecimal("50.00"), "USD", "Impresión", null, List.of(HASH), day(3, 16)))
                .by(FROM_MJSP, new EvidenceAttached(List.of(HASH), "Acta", day(2, 1)));
        var march = story.on(day(3, 15));
        assertThat(march.milestones()).containsExactly(new ActionItem.Milestone(ONE, "Diagnóstico", "open", day(3, 31), null, "T1", null, null, false));
        assertThat(march.conditions()).containsExactly(Condition.BLOCKED);
        assertThat(march.status()).isEqualTo(ActionStatus.PROPOSED);
        assertThat(march.impediments()).containsExactly(new ActionItem.Impediment(id(52), "Sin fondos", "open", name("CONJUVE"), day(3, 1),
                List.of(new BodyName(COUNCIL, "CNSCC", "Consejo Nacional")), null, null));
        assertThat(march.funding()).containsExactly(new ActionItem.Line(id(53), "Fondo General", null, FundingState.AVAILABLE, new BigDecimal("1000.00"), "USD"));
        assertThat(march.expenditures()).containsExactly(new ActionItem.Expenditure(id(54), new BigDecimal("300.00"), "USD", "Taller", id(53), List.of(), day(3, 15)));
        assertThat(march.totals()).containsExactly(new ActionItem.Money("USD", new BigDecimal("1000.00"), BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("300.00")));
        assertThat(march.evidence()).containsExactly(new ActionItem.Evidence(HASH, "Acta", ActionFacts.Of.ACTION, name("MJSP"), day(2, 1)));
        var april = story.on(day(4, 1));
        assertThat(april.status()).isEqualTo(ActionStatus.IN_PROGRESS);
        assertThat(april.conditions()).isEmpty();
        assertThat(april.milestones().getFirst().reachedOn()).isEqualTo(day(3, 20));
        assertThat(april.impediments().getFirst()).extracting(ActionItem.Impediment::status, ActionItem.Impediment::resolvedOn, ActionItem.Impediment::resolution)
                .containsExactly("resolved", day(4, 1), "Hay fondos");
        assertThat(april.evidence()).hasSize(2);
        assertThat(april.expenditures()).extracting(ActionItem.Expenditure::evidence).containsExactly(List.of(), List.of(HASH));
    }

    @Test
    void progress_is_told_against_each_period_by_its_latest_report() {
        var story = proposed().and(new ProgressReported(MJSP_PART, MJSP, 40, null, "T2", List.of(), day(6, 30)),
                new ProgressReported(MJSP_PART, MJSP, 20, null, "T1", List.of(), day(4, 2)), new ProgressReported(MJSP_PART, MJSP, 10, "Inicio", "T1", List.of(), day(3, 1)),
                report(MJSP_PART, MJSP, 30, day(5, 1)));
        assertThat(story.on(day(7, 1)).commitments().getFirst().reports()).containsExactly(new ActionItem.Report("T1", 20, null, day(4, 2)),
                new ActionItem.Report("T2", 40, null, day(6, 30)));
        assertThat(story.on(day(3, 2)).commitments().getFirst().reports()).containsExactly(new ActionItem.Report("T1", 10, "Inicio", day(3, 1)));
    }

    @Test
    void what_stands_around_it_is_told_with_its_days() {
        var before = new ActionId(id(61));
        var story = proposed().and(new ActionEscalated(COUNCIL, day(3, 1)), new DependencyAdded(before, day(2, 1)), new DependencyRemoved(before, day(3, 1)),
                new PoaReferred(MJSP_PART, MJSP, List.of(new PoaReference(2016, "2.1", null)), day(2, 1)), new PoaReferred(MJSP_PART, MJSP, List.of(), day(4, 1)));
        assertThat(story.on(day(2, 28)).dependsOn()).extracting(ActionItem.Predecessor::since).containsExactly(day(2, 1));
        assertThat(story.on(day(2, 28)).escalations()).isEmpty();
        assertThat(story.on(day(2, 28)).commitments().getFirst().poa()).containsExactly(new PoaReference(2016, "2.1", null));
        assertThat(story.on(day(4, 1)).dependsOn()).isEmpty();
        assertThat(story.on(day(4, 1)).escalations()).containsExactly(new ActionItem.Escalation(new BodyName(COUNCIL, "CNSCC", "Consejo Nacional"), day(3, 1), "coordinacion", null));
        assertThat(story.on(day(4, 1)).commitments().getFirst().poa()).isEmpty();
    }

    @Test
    void amounts_are_text() {
        var item = proposed().and(new FundingCommitted(id(53), null, PNUD, FundingState.AVAILABLE, new BigDecimal("1000.00"), "USD", day(3, 1))).on(day(4, 1));
        assertThat(JsonMapper.builder().build().valueToTree(item).at("/funding/0/amount").isString()).isTrue();
        assertThat(JsonMapper.builder().build().valueToTree(item).at("/funding/0/amount").stringValue()).isEqualTo("1000.00");
    }

    static Stream<Path> golden() throws IOException {
        var folder = Path.of("..", "shared-kernel", "src", "test", "resources", "events");
        try (var files = Files.list(folder)) {
            return files.filter(file -> constancia.kernel.EventTypes.all().get(type(file)).getInterfaces()[0] == ActionEvent.class).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void each_record_is_told_in_one_sentence_in_both_languages(Path file) throws IOException {
        var event = EventJson.read(type(file), Files.readAllBytes(file));
        var view = new ActionView(30, ActionStory.ZONE);
        for (var locale : new Locale[] {Locale.of("es"), Locale.ENGLISH}) {
            var sentence = new Summaries().of(view, event, NAMES, locale);
            assertThat(sentence).isNotBlank().doesNotContain("{", "}", "null", "0194");
        }
    }

    @Test
    void sentences_say_what_matters() {
        assertThat(told(report(MJSP_PART, MJSP, 40, day(3, 1)))).isEqualTo("MJSP informó un avance del 40\u202f%.");
        assertThat(told(report(MJSP_PART, MJSP, null, day(3, 1)))).isEqualTo("MJSP informó un avance: Sin novedad");
        assertThat(told(new ExtensionGranted(ONE, MJSP, day(7, 31), AGREEMENT, day(6, 10))))
                .isEqualTo("Se concedió a MJSP una prórroga hasta el 2015-07-31 por el acuerdo ACU-CNSCC-2015-0003.");
        assertThat(told(new ActionReopened(List.of(), day(6, 1)))).isEqualTo("Se restableció la acción.");
        assertThat(told(new ActionReopened(List.of(new SentBack(MJSP_PART, MJSP), new SentBack(CONJUVE_PART, CONJUVE)), day(6, 1))))
                .isEqualTo("Se reabrió la acción: deben entregar de nuevo MJSP, CONJUVE.");
        assertThat(told(new ExpenditureRecorded(ONE, new BigDecimal("12500.50"), "USD", "Taller", null, null, day(3, 1))))
                .isEqualTo("Se registró un gasto de USD 12,500.50: Taller");
        assertThat(told(new EvidenceAttached(List.of(HASH, HASH), "Actas", day(3, 1)))).isEqualTo("Se adjuntaron 2 evidencias: Actas");
        assertThat(told(new ActionScheduled(new Schedule(List.of("T1", "T2"), null, null), day(3, 1))))
                .isEqualTo("Se programó la acción para T1, T2, aún sin fechas.");
    }

    static String told(ActionEvent event) {
        return new Summaries().of(new ActionView(30, ActionStory.ZONE), event, NAMES, Locale.of("es"));
    }

    static String type(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    static ActionItem.Commitment first(ActionItem item) {
        return item.commitments().getFirst();
    }

    static ActionItem.Commitment part(String acronym, Role role) {
        var id = role == Role.LEAD ? MJSP_PART : role == Role.SUPPORT ? PNUD_PART : CONJUVE_PART;
        return new ActionItem.Commitment(id, name(acronym), role, CommitmentStatus.ASSIGNED, null, null, null, null, null, false, null, List.of(), List.of(), START, List.of());
    }

    static InstitutionName name(String acronym) {
        return new InstitutionName(acronym.equals("MJSP") ? MJSP : acronym.equals("PNUD") ? PNUD : CONJUVE, acronym, "Institución");
    }
}
