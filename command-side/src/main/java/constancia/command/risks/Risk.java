package constancia.command.risks;

import constancia.command.Rectifying;
import constancia.command.actions.Actions;
import constancia.command.bodies.Bodies;
import constancia.command.plans.Plans;
import constancia.command.risks.RiskCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.risks.Measure;
import constancia.kernel.risks.MeasureKind;
import constancia.kernel.risks.RiskEvent;
import constancia.kernel.risks.RiskEvent.*;
import constancia.kernel.risks.RiskId;
import constancia.kernel.risks.WarningSign;
import constancia.kernel.risks.Watched;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of risks. Life (registered, materialised, closed) and each measure are ordered; reports of warning signs
 * are a set, each from its own day.
 *
 * @param activated the measures that were activated, each with its day
 */
record Risk(Life life, @Nullable PlanId plan, Set<UUID> signs, List<Measure> measures, Map<UUID, LocalDate> activated) {

    /** @param lastOn the day of the latest record, whatever it tells */
    record Life(@Nullable LocalDate registeredOn, @Nullable LocalDate materialisedOn, @Nullable LocalDate closedOn, @Nullable LocalDate lastOn) {

        private Life at(LocalDate on) {
            return new Life(registeredOn, materialisedOn, closedOn, lastOn == null || on.isAfter(lastOn) ? on : lastOn);
        }
    }

    static final Risk UNREGISTERED = new Risk(new Life(null, null, null, null), null, Set.of(), List.of(), Map.of());

    static List<RiskEvent> decide(RiskCommand command, Risk now, Plans plans, Bodies bodies, Actions actions) {
        if (command instanceof RegisterRisk c) {
            return List.of(register(c, now, plans, bodies, actions));
        }
        var life = now.life;
        var on = command.effectiveOn();
        if (life.registeredOn == null || on.isBefore(life.registeredOn)) {
            throw new Refused("effective-before-item");
        }
        if (life.closedOn != null && !on.isBefore(life.closedOn)) {
            throw new Refused("risk-closed", life.closedOn);
        }
        return List.of(switch (command) {
            case RegisterRisk _ -> throw new Refused("already-exists");
            case ReportWarningSign c -> {
                if (!now.signs.contains(c.sign())) {
                    throw new Invalid("sign", "unknown-sign", c.sign());
                }
                yield new WarningSignReported(c.sign(), c.text(), on);
            }
            case DeclareMaterialised c -> {
                if (life.closedOn != null) {
                    throw new Refused("risk-closed", life.closedOn);
                }
                if (life.materialisedOn != null) {
                    throw new Refused("already-materialised", life.materialisedOn);
                }
                yield new RiskMaterialised(now.plan, proposals(c.id(), now), on);
            }
            case ActivateMeasure c -> activate(c, now);
            case CloseRisk _ -> close(on, life);
        });
    }

    /** How records of the risk with that id are rectified: signs and measures keep their ids, for other records name them. */
    static Rectifying<RiskEvent, Risk> rectifying(RiskId id, Plans plans, Bodies bodies, Actions actions) {
        return new Rectifying<>(RiskEvent.class, UNREGISTERED, Risk::evolve, event -> Again.of(id, event),
                (command, now, by) -> decide((RiskCommand) command, now, plans, bodies, actions)) {

            @Override
            protected RiskEvent keeping(RiskEvent said, RiskEvent corrected, RiskEvent decided) {
                return said instanceof RiskRegistered was && corrected instanceof RiskRegistered is ? Relisting.of(id, was, is) : corrected;
            }
        };
    }

    static Risk evolve(Risk now, Recorded<RiskEvent> record) {
        var on = record.effectiveOn();
        var life = now.life.at(on);
        return switch (record.event()) {
            case RiskRegistered e -> new Risk(new Life(on, life.materialisedOn, life.closedOn, life.lastOn), e.plan(),
                    e.warningSigns().stream().map(WarningSign::id).collect(Collectors.toUnmodifiableSet()), e.measures(), now.activated);
            case WarningSignReported _ -> new Risk(life, now.plan, now.signs, now.measures, now.activated);
            case RiskMaterialised _ -> new Risk(new Life(life.registeredOn, on, life.closedOn, life.lastOn), now.plan, now.signs, now.measures, now.activated);
            case MeasureActivated e -> new Risk(life, now.plan, now.signs, now.measures, with(now.activated, e.measure(), on));
            case RiskClosed _ -> new Risk(new Life(life.registeredOn, life.materialisedOn, on, life.lastOn), now.plan, now.signs, now.measures, now.activated);
        };
    }

    private static RiskEvent register(RegisterRisk c, Risk now, Plans plans, Bodies bodies, Actions actions) {
        if (now.life.registeredOn != null) {
            throw new Refused("already-exists");
        }
        var ofPlan = c.plan() == null ? null : plans.find(c.plan()).orElseThrow(() -> new Invalid("plan", "unknown-plan", c.plan())).body();
        mustBeActive(c.body(), c.effectiveOn(), bodies);
        var linked = c.actions() == null ? List.<ActionId>of() : c.actions();
        var seen = new HashSet<ActionId>();
        for (int i = 0; i < linked.size(); i++) {
            if (!actions.exists(linked.get(i))) {
                throw new Invalid("actions/" + i, "unknown-action", linked.get(i));
            }
            if (!seen.add(linked.get(i))) {
                throw new Invalid("actions/" + i, "action-repeated", linked.get(i));
            }
        }
        var signs = IntStream.range(0, c.warningSigns().size()).mapToObj(i -> new WarningSign(idOf(c.id(), "sign", i), c.warningSigns().get(i))).toList();
        var measures = Stream.of(measures(c.id(), MeasureKind.PREVENTIVE, c.preventive()), measures(c.id(), MeasureKind.DAMAGE_REDUCTION, c.damageReduction()),
                measures(c.id(), MeasureKind.ADJUSTMENT, c.adjustments())).flatMap(List::stream).toList();
        return new RiskRegistered(c.scenario(), c.plan(), c.body() == null ? ofPlan : c.body(), signs, measures, linked, watched(c, plans), c.effectiveOn());
    }

    private static @Nullable Watched watched(RegisterRisk c, Plans plans) {
        if (c.watches() == null) {
            return null;
        }
        if (c.plan() == null) {
            throw new Invalid("watches/node", "risk-without-plan");
        }
        if (!plans.hasNode(c.plan(), c.watches().node())) {
            throw new Invalid("watches/node", "unknown-node", c.watches().node());
        }
        var assumption = c.watches().assumption();
        if (assumption != null && !plans.hasAssumption(c.plan(), c.watches().node(), assumption)) {
            throw new Invalid("watches/assumption", "unknown-assumption", assumption);
        }
        return new Watched(c.watches().node(), assumption);
    }

    private static List<Measure> measures(RiskId risk, MeasureKind kind, List<String> texts) {
        return IntStream.range(0, texts.size()).mapToObj(i -> new Measure(idOf(risk, kind.word(), i), kind, texts.get(i))).toList();
    }

    /** The same for the same place of the same risk, so that registering is decided alike however often it is tried. */
    static UUID idOf(RiskId risk, String list, int place) {
        return UUID.nameUUIDFromBytes((risk + "/" + list + "/" + place).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Proposal> proposals(RiskId risk, Risk now) {
        var measures = now.measures.stream().filter(measure -> measure.kind() == MeasureKind.DAMAGE_REDUCTION).toList();
        return IntStream.range(0, measures.size())
                .mapToObj(i -> new Proposal(measures.get(i).id(), measures.get(i).text(), new ActionId(idOf(risk, "action", i)))).toList();
    }

    /** Damage is reduced once there is some: not before the day on which the scenario came. */
    private static RiskEvent activate(ActivateMeasure c, Risk now) {
        var kind = now.measures.stream().filter(measure -> measure.id().equals(c.measure())).map(Measure::kind).findAny()
                .orElseThrow(() -> new Invalid("measure", "unknown-measure", c.measure()));
        var before = now.activated.get(c.measure());
        if (before != null) {
            throw new Refused("already-activated", before);
        }
        var came = now.life.materialisedOn;
        if (kind == MeasureKind.DAMAGE_REDUCTION && came == null) {
            throw new Refused("not-materialised");
        }
        if (kind == MeasureKind.DAMAGE_REDUCTION && c.effectiveOn().isBefore(came)) {
            throw new Refused("effective-before-previous", came);
        }
        return new MeasureActivated(c.measure(), c.effectiveOn());
    }

    /** Nothing may hold since a day on which the risk was closed already, so it closes last. */
    private static RiskEvent close(LocalDate on, Life life) {
        if (life.closedOn != null) {
            throw new Refused("risk-closed", life.closedOn);
        }
        if (life.lastOn != null && on.isBefore(life.lastOn)) {
            throw new Refused("effective-before-previous", life.lastOn);
        }
        return new RiskClosed(on);
    }

    private static void mustBeActive(@Nullable BodyId body, LocalDate on, Bodies bodies) {
        if (body != null && !bodies.active(body, on)) {
            throw bodies.exists(body) ? new Invalid("body", "body-not-active", on) : new Invalid("body", "unknown-body", body);
        }
    }

    private static Map<UUID, LocalDate> with(Map<UUID, LocalDate> all, UUID measure, LocalDate on) {
        var more = new HashMap<>(all);
        more.put(measure, on);
        return Map.copyOf(more);
    }
}
