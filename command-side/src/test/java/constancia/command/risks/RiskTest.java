package constancia.command.risks;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.Command;
import constancia.command.Correction;
import constancia.command.Fixtures;
import constancia.command.Rectify;
import constancia.command.actions.Actions;
import constancia.command.bodies.Bodies;
import constancia.command.plans.Plans;
import constancia.command.risks.RiskCommand.*;
import constancia.kernel.Rectified;
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
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RiskTest {

    static final RiskId ID = new RiskId(id(1));
    static final PlanId PLAN = new PlanId(id(2));
    static final BodyId COUNCIL = new BodyId(id(3));
    static final BodyId DISSOLVED = new BodyId(id(4));
    static final ActionId ACTION = new ActionId(id(5));
    static final UUID NODE = id(6);
    static final UUID ASSUMPTION = id(7);
    static final LocalDate DAY = LocalDate.of(2011, 1, 10);
    static final LocalDate CAME = LocalDate.of(2011, 3, 1);
    static final LocalDate END = LocalDate.of(2011, 6, 1);
    static final UUID RUMOURS = Risk.idOf(ID, "sign", 0);
    static final UUID STAFF = Risk.idOf(ID, "preventive", 0);
    static final UUID LOCAL = Risk.idOf(ID, "damage-reduction", 0);
    static final UUID REFOCUS = Risk.idOf(ID, "adjustment", 0);

    final Fixtures<RiskShell> risk = Fixtures.of(RiskShell.class,
            port(Plans.class, (method, of) -> switch (method) {
                case "hasNode" -> List.of(of).equals(List.of(PLAN, NODE));
                case "hasAssumption" -> List.of(of).equals(List.of(PLAN, NODE, ASSUMPTION));
                default -> of[0].equals(PLAN) ? Optional.of(new Plans.KnownPlan(PLAN, COUNCIL, false)) : Optional.empty();
            }),
            port(Bodies.class, (method, of) -> of[0].equals(COUNCIL) || of[0].equals(DISSOLVED) && method.equals("exists")),
            port(Actions.class, (method, of) -> of[0].equals(ACTION)),
            port(Risks.class, (method, of) -> null));

    final RiskEvent registered = new RiskRegistered("Cambios de autoridades", PLAN, COUNCIL, List.of(new WarningSign(RUMOURS, "Rumores")),
            List.of(new Measure(STAFF, MeasureKind.PREVENTIVE, "Mandos medios"), new Measure(LOCAL, MeasureKind.DAMAGE_REDUCTION, "Nivel local"),
                    new Measure(REFOCUS, MeasureKind.ADJUSTMENT, "Reenfocar")), List.of(ACTION), null, DAY);
    final RiskEvent materialised = new RiskMaterialised(PLAN, List.of(new Proposal(LOCAL, "Nivel local", new ActionId(Risk.idOf(ID, "action", 0)))), CAME);
    final RiskEvent closed = new RiskClosed(END);

    @Test
    void a_risk_is_registered_with_its_signs_and_measures_for_the_body_of_its_plan() {
        risk.given().when(register(PLAN, null, ACTION)).records(registered);
        risk.given().when(register(PLAN, COUNCIL, ACTION)).records(registered);
        risk.given(registered).when(register(PLAN, null, ACTION)).refuses("already-exists");
    }

    @Test
    void it_watches_a_node_of_its_plan_or_what_is_assumed_of_it() {
        risk.given().when(watching(PLAN, NODE, ASSUMPTION)).records(new RiskRegistered("Cambios", PLAN, COUNCIL, List.of(), List.of(), List.of(), new Watched(NODE, ASSUMPTION), DAY));
        risk.given().when(watching(PLAN, NODE, null)).records(new RiskRegistered("Cambios", PLAN, COUNCIL, List.of(), List.of(), List.of(), new Watched(NODE, null), DAY));
        risk.given().when(watching(null, NODE, null)).isInvalid("watches/node", "risk-without-plan");
        risk.given().when(watching(PLAN, ASSUMPTION, null)).isInvalid("watches/node", "unknown-node", ASSUMPTION);
        risk.given().when(watching(PLAN, NODE, NODE)).isInvalid("watches/assumption", "unknown-assumption", NODE);
    }

    private static RegisterRisk watching(@Nullable PlanId plan, UUID node, @Nullable UUID assumption) {
        return new RegisterRisk(ID, "Cambios", plan, null, List.of(), List.of(), List.of(), List.of(), null, new Watching(node, assumption), DAY);
    }

    @Test
    void nothing_but_the_scenario_is_needed() {
        risk.given().when(new RegisterRisk(ID, "Desastre natural", null, null, List.of(), List.of(), List.of(), List.of(), null, null, DAY))
                .records(new RiskRegistered("Desastre natural", null, null, List.of(), List.of(), List.of(), null, DAY));
    }

    @Test
    void what_it_names_exists() {
        risk.given().when(register(new PlanId(id(99)), null)).isInvalid("plan", "unknown-plan", new PlanId(id(99)));
        risk.given().when(register(PLAN, new BodyId(id(99)))).isInvalid("body", "unknown-body", new BodyId(id(99)));
        risk.given().when(register(PLAN, DISSOLVED)).isInvalid("body", "body-not-active", DAY);
        risk.given().when(register(PLAN, null, ACTION, new ActionId(id(99)))).isInvalid("actions/1", "unknown-action", new ActionId(id(99)));
        risk.given().when(register(PLAN, null, ACTION, ACTION)).isInvalid("actions/1", "action-repeated", ACTION);
    }

    @Test
    void rectified_lists_keep_who_is_who() {
        var press = Risk.idOf(ID, "sign", 1);
        var two = new RiskRegistered("Cambios", null, null, List.of(new WarningSign(RUMOURS, "Rumores"), new WarningSign(press, "Prensa")), List.of(), List.of(), null, DAY);
        var known = risk.given(two, new WarningSignReported(press, null, DAY));
        known.when(signs("Rumores en ministerios", "Prensa")).records(rectified(two, new WarningSign(RUMOURS, "Rumores en ministerios"), new WarningSign(press, "Prensa")));
        known.when(signs("Prensa", "Renuncias")).records(rectified(two, new WarningSign(press, "Prensa"), new WarningSign(Risk.idOf(ID, "sign", 2), "Renuncias")));
        known.when(signs("Prensa")).records(rectified(two, new WarningSign(press, "Prensa")));
        known.when(signs("Rumores")).refuses(refused -> {
            assertThat(refused.code()).isEqualTo("rectification-breaks-history");
            assertThat(refused.args().getFirst()).isEqualTo(2);
        });
    }

    private static Rectified rectified(RiskRegistered said, WarningSign... signs) {
        return new Rectified(1, new RiskRegistered(said.scenario(), said.plan(), said.body(), List.of(signs), said.measures(), said.actions(), null, DAY), END);
    }

    private static Rectify signs(String... texts) {
        return new Rectify(ID, 1, new Correction() {
            @Override
            @SuppressWarnings("unchecked")
            public <C extends Command> C over(C said) {
                var c = (RegisterRisk) said;
                return (C) new RegisterRisk(ID, c.scenario(), c.plan(), c.body(), List.of(texts), c.preventive(), c.damageReduction(), c.adjustments(), c.actions(), null, DAY);
            }
        }, null, END);
    }

    @Test
    void its_signs_are_reported_again_and_again_and_late() {
        var seen = new WarningSignReported(RUMOURS, "En la prensa", DAY);
        risk.given(registered, materialised).when(new ReportWarningSign(ID, RUMOURS, "En la prensa", DAY)).records(seen);
        risk.given(registered, seen).when(new ReportWarningSign(ID, RUMOURS, null, DAY)).records(new WarningSignReported(RUMOURS, null, DAY));
        risk.given(registered).when(new ReportWarningSign(ID, STAFF, null, DAY)).isInvalid("sign", "unknown-sign", STAFF);
    }

    @Test
    void it_materialises_once() {
        risk.given(registered).when(new DeclareMaterialised(ID, CAME)).records(materialised);
        risk.given(registered, materialised).when(new DeclareMaterialised(ID, END)).refuses("already-materialised", CAME);
        risk.given(registered, closed).when(new DeclareMaterialised(ID, CAME)).refuses("risk-closed", END);
    }

    @Test
    void what_prevents_it_and_what_adjusts_to_it_is_activated_at_any_time_and_once() {
        risk.given(registered).when(new ActivateMeasure(ID, STAFF, DAY)).records(new MeasureActivated(STAFF, DAY));
        risk.given(registered).when(new ActivateMeasure(ID, REFOCUS, DAY)).records(new MeasureActivated(REFOCUS, DAY));
        risk.given(registered, new MeasureActivated(STAFF, DAY)).when(new ActivateMeasure(ID, STAFF, CAME)).refuses("already-activated", DAY);
        risk.given(registered).when(new ActivateMeasure(ID, RUMOURS, DAY)).isInvalid("measure", "unknown-measure", RUMOURS);
    }

    @Test
    void what_reduces_its_damage_since_it_has_come() {
        risk.given(registered).when(new ActivateMeasure(ID, LOCAL, CAME)).refuses("not-materialised");
        risk.given(registered, materialised).when(new ActivateMeasure(ID, LOCAL, CAME.minusDays(1))).refuses("effective-before-previous", CAME);
        risk.given(registered, materialised).when(new ActivateMeasure(ID, LOCAL, CAME)).records(new MeasureActivated(LOCAL, CAME));
    }

    @Test
    void it_is_closed_once_and_last() {
        risk.given(registered, materialised).when(new CloseRisk(ID, END)).records(closed);
        risk.given(registered, closed).when(new CloseRisk(ID, DAY)).refuses("risk-closed", END);
        risk.given(registered, materialised).when(new CloseRisk(ID, DAY)).refuses("effective-before-previous", CAME);
    }

    @Test
    void nothing_holds_before_it_was_registered_or_since_it_was_closed_but_late_for_a_day_between() {
        risk.given(registered).when(new ReportWarningSign(ID, RUMOURS, null, DAY.minusDays(1))).refuses("effective-before-item");
        risk.given(registered, closed).when(new ReportWarningSign(ID, RUMOURS, null, END)).refuses("risk-closed", END);
        risk.given(registered, closed).when(new ReportWarningSign(ID, RUMOURS, null, CAME)).records(new WarningSignReported(RUMOURS, null, CAME));
    }

    private static RegisterRisk register(PlanId plan, @Nullable BodyId body, ActionId... actions) {
        return new RegisterRisk(ID, "Cambios de autoridades", plan, body, List.of("Rumores"), List.of("Mandos medios"), List.of("Nivel local"), List.of("Reenfocar"),
                List.of(actions), null, DAY);
    }

    private interface Answer {
        Object to(String method, Object[] of);
    }

    private static <T> T port(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answer.to(method.getName(), args)));
    }

    private static UUID id(int number) {
        return new UUID(0x01941f297c007000L, 0x8000000000000000L + number);
    }
}
