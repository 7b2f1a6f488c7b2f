package constancia.command.plans;

import constancia.command.Rectifying;
import constancia.command.agreements.Agreements;
import constancia.command.bodies.Bodies;
import constancia.command.plans.PlanCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Latest;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.Assumption;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.OutlineNode;
import constancia.kernel.plans.PeriodDates;
import constancia.kernel.plans.PlanEnd;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanEvent.*;
import constancia.kernel.plans.PlanId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules of plans. Life (defined, adopted, closed), the extensions and the moves within the outline are ordered;
 * the dates of a period, the text of a node, what is assumed of it and the answer to a recommendation are values.
 */
record Plan(Life life, Calendar calendar, Outline outline, Latest<LocalDate> extendedUntil) {

    /** @param lastOn the day of the latest record, whatever it tells */
    record Life(@Nullable LocalDate definedOn, @Nullable LocalDate adoptedOn, @Nullable LocalDate closedOn, @Nullable LocalDate lastOn) {

        private Life at(LocalDate on) {
            return new Life(definedOn, adoptedOn, closedOn, lastOn == null || on.isAfter(lastOn) ? on : lastOn);
        }
    }

    static final Plan UNDEFINED = new Plan(new Life(null, null, null, null), Calendar.EMPTY, Outline.EMPTY, Latest.unknown());

    static List<PlanEvent> decide(PlanCommand command, Plan now, Bodies bodies, Agreements agreements) {
        if (command instanceof DefinePlan c) {
            return List.of(define(c, now, bodies));
        }
        var life = now.life;
        if (life.definedOn == null || command.effectiveOn().isBefore(life.definedOn)) {
            throw new Refused("effective-before-item");
        }
        if (life.closedOn != null && !command.effectiveOn().isBefore(life.closedOn)) {
            throw new Refused("already-closed", life.closedOn);
        }
        return List.of(switch (command) {
            case DefinePlan _ -> throw new Refused("already-exists");
            case AddPeriods c -> new PeriodsAdded(now.calendar.added(c), c.effectiveOn());
            case DatePeriods c -> new PeriodsDated(dates(c, now), c.effectiveOn());
            case AddOutlineNodes c -> new OutlineNodesAdded(nodes(c, now), c.effectiveOn());
            case MoveOutlineNode c -> {
                now.outline.mustAllow(c);
                yield new OutlineNodeMoved(c.node(), c.parent(), c.effectiveOn());
            }
            case RetitleOutlineNode c -> {
                now.outline.known(c.node(), "node", "unknown-node", c.effectiveOn());
                yield new OutlineNodeRetitled(c.node(), c.code(), c.text(), c.effectiveOn());
            }
            case StateAssumptions c -> new AssumptionsStated(c.node(), assumptions(c, now), c.effectiveOn());
            case AdoptPlan c -> adopt(c, life, agreements);
            case RespondToRecommendation c -> {
                if (now.outline.known(c.recommendation(), "recommendation", "unknown-recommendation", c.effectiveOn()).kind() != OutlineKind.RECOMMENDATION) {
                    throw new Invalid("recommendation", "not-a-recommendation");
                }
                yield new RecommendationAnswered(c.recommendation(), c.response(), c.text(), c.effectiveOn());
            }
            case ExpectReports c -> new ReportsExpected(expected(c, now), c.effectiveOn());
            case ExtendPlan c -> extend(c, now, agreements);
            case ClosePlan c -> close(c, life);
        });
    }

    /** How records of the plan with that id are rectified. */
    static Rectifying<PlanEvent, Plan> rectifying(PlanId id, Bodies bodies, Agreements agreements) {
        return new Rectifying<>(PlanEvent.class, UNDEFINED, Plan::evolve, event -> Again.of(id, event),
                (command, now, by) -> decide((PlanCommand) command, now, bodies, agreements));
    }

    static Plan evolve(Plan now, Recorded<PlanEvent> record) {
        var on = record.effectiveOn();
        var life = now.life.at(on);
        return switch (record.event()) {
            case PlanDefined e -> new Plan(new Life(on, life.adoptedOn, life.closedOn, life.lastOn), now.calendar.with(e.calendar(), record), now.outline, now.extendedUntil);
            case PeriodsAdded e -> new Plan(life, now.calendar.with(e.periods(), record), now.outline, now.extendedUntil);
            case PeriodsDated e -> new Plan(life, now.calendar.with(e), now.outline, now.extendedUntil);
            case OutlineNodesAdded e -> new Plan(life, now.calendar, now.outline.with(e), now.extendedUntil);
            case OutlineNodeMoved e -> new Plan(life, now.calendar, now.outline.with(e), now.extendedUntil);
            case OutlineNodeRetitled _, AssumptionsStated _, RecommendationAnswered _, ReportsExpected _ -> new Plan(life, now.calendar, now.outline, now.extendedUntil);
            case PlanAdopted _ -> new Plan(new Life(life.definedOn, on, life.closedOn, life.lastOn), now.calendar, now.outline, now.extendedUntil);
            case PlanExtended e -> new Plan(life, now.calendar, now.outline, now.extendedUntil.or(e.until(), on));
            case PlanClosed _ -> new Plan(new Life(life.definedOn, life.adoptedOn, on, life.lastOn), now.calendar, now.outline, now.extendedUntil);
        };
    }

    private static PlanEvent define(DefinePlan c, Plan now, Bodies bodies) {
        if (now.life.definedOn != null) {
            throw new Refused("already-exists");
        }
        mustBeActive(c.body(), c.effectiveOn(), bodies);
        return new PlanDefined(c.code(), c.title(), c.kind(), c.body(), Calendar.named(c.calendar(), "calendar"), c.effectiveOn());
    }

    private static List<PeriodDates> dates(DatePeriods c, Plan now) {
        if (c.periods().isEmpty()) {
            throw new Invalid("periods", "required");
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < c.periods().size(); i++) {
            var period = c.periods().get(i);
            var at = "periods/" + i;
            now.calendar.mustKnow(period.period(), at + "/period", c.effectiveOn());
            Calendar.mustBeNew(period.period(), seen, at);
            Calendar.mustNotEndBefore(period.from(), period.until(), at + "/until");
        }
        return c.periods().stream().map(p -> new PeriodDates(p.period(), p.from(), p.until())).toList();
    }

    private static List<OutlineNode> nodes(AddOutlineNodes c, Plan now) {
        now.outline.mustAllow(c);
        return c.nodes().stream().map(n -> new OutlineNode(n.id(), n.parent(), n.kind(), n.code(), n.text(), n.source())).toList();
    }

    private static List<Assumption> assumptions(StateAssumptions c, Plan now) {
        now.outline.known(c.node(), "node", "unknown-node", c.effectiveOn());
        var seen = new HashSet<UUID>();
        for (int i = 0; i < c.assumptions().size(); i++) {
            if (!seen.add(c.assumptions().get(i).assumption())) {
                throw new Invalid("assumptions/" + i + "/assumption", "assumption-repeated", c.assumptions().get(i).assumption());
            }
        }
        return c.assumptions().stream().map(one -> new Assumption(one.assumption(), one.text())).toList();
    }

    private static PlanEvent adopt(AdoptPlan c, Life life, Agreements agreements) {
        if (life.closedOn != null) {
            throw new Refused("already-closed", life.closedOn);
        }
        if (life.adoptedOn != null) {
            throw new Refused("already-adopted", life.adoptedOn);
        }
        mustStand(c.agreement(), c.effectiveOn(), agreements);
        return new PlanAdopted(c.agreement(), c.effectiveOn());
    }

    private static PlanEvent extend(ExtendPlan c, Plan now, Agreements agreements) {
        var previous = now.extendedUntil.since();
        if (previous != null && c.effectiveOn().isBefore(previous)) {
            throw new Refused("effective-before-previous", previous);
        }
        var end = PlanEnd.of(now.calendar.lastDays(), now.extendedUntil.value());
        if (end != null && !c.until().isAfter(end)) {
            throw new Invalid("until", "until-not-later", end);
        }
        mustStand(c.agreement(), c.effectiveOn(), agreements);
        return new PlanExtended(c.until(), c.agreement(), c.effectiveOn());
    }

    /** Nothing may hold since a day on which the plan was closed already, so it closes last. */
    private static PlanEvent close(ClosePlan c, Life life) {
        if (life.closedOn != null) {
            throw new Refused("already-closed", life.closedOn);
        }
        if (life.lastOn != null && c.effectiveOn().isBefore(life.lastOn)) {
            throw new Refused("effective-before-previous", life.lastOn);
        }
        return new PlanClosed(c.effectiveOn());
    }

    private static void mustBeActive(@Nullable BodyId body, LocalDate on, Bodies bodies) {
        if (body != null && !bodies.active(body, on)) {
            throw bodies.exists(body) ? new Invalid("body", "body-not-active", on) : new Invalid("body", "unknown-body", body);
        }
    }

    /** Recorded by that day and not ended on it: neither what is not yet agreed nor what is over decides anything. */
    private static void mustStand(@Nullable AgreementId agreement, LocalDate on, Agreements agreements) {
        if (agreement == null) {
            return;
        }
        var known = agreements.find(agreement).orElseThrow(() -> new Invalid("agreement", "unknown-agreement", agreement));
        if (on.isBefore(known.recordedOn()) || known.endedOn() != null && !on.isBefore(known.endedOn())) {
            throw new Invalid("agreement", "agreement-not-standing", on);
        }
    }

    /** In the order of the calendar when all are meant, else as they were named. */
    private static List<String> expected(ExpectReports c, Plan now) {
        if (c.periods() == null) {
            return now.calendar.names(c.effectiveOn());
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < c.periods().size(); i++) {
            now.calendar.mustKnow(c.periods().get(i), "periods/" + i, c.effectiveOn());
            if (!seen.add(c.periods().get(i))) {
                throw new Invalid("periods/" + i, "period-repeated", c.periods().get(i));
            }
        }
        return c.periods();
    }
}
