package constancia.command.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.bodies.Bodies;
import constancia.command.indicators.IndicatorCommand.*;
import constancia.command.plans.Plans;
import constancia.command.plans.Plans.KnownPeriod;
import constancia.command.plans.Plans.KnownPlan;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.indicators.Direction;
import constancia.kernel.indicators.IndicatorEvent;
import constancia.kernel.indicators.IndicatorId;
import constancia.kernel.indicators.IndicatorKind;
import constancia.kernel.plans.PlanId;
import constancia.query.indicators.IndicatorFacts;
import constancia.query.indicators.IndicatorView;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Histories that the rules really allowed, of random commands recorded early and late, while the periods of the plan get
 * other and other dates: both sides fold them alike in the order of the ledger and in that of the dates.
 */
class IndicatorOrderTest {

    static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
    static final int DAYS = 60;
    static final int HISTORIES = 200;
    static final IndicatorId ID = new IndicatorId(new UUID(0, 1));
    static final PlanId PLAN = new PlanId(new UUID(0, 2));
    static final Provenance BY = new Provenance("coordinacion", null, false, Provenance.Through.API, null);

    final IndicatorView view = new IndicatorView();

    @Test
    void rules_and_views_fold_alike_in_both_orders() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            var ledger = history(seed);
            var effective = ledger.stream().sorted(Comparator.<Recorded<IndicatorEvent>, LocalDate>comparing(Recorded::effectiveOn)
                    .thenComparing(Recorded::n)).toList();
            assertThat(state(effective)).as("rules, seed %d", seed).isEqualTo(state(ledger));
            assertThat(facts(effective)).as("view, seed %d", seed).isEqualTo(facts(ledger));
        }
    }

    @Test
    void the_histories_hold_every_kind_of_record_late_ones_too() {
        var kinds = new TreeMap<String, Integer>();
        int late = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            var ledger = history(seed);
            for (int i = 0; i < ledger.size(); i++) {
                kinds.merge(ledger.get(i).event().getClass().getSimpleName(), 1, Integer::sum);
                late += i > 0 && ledger.get(i).effectiveOn().isBefore(ledger.get(i - 1).effectiveOn()) ? 1 : 0;
            }
        }
        assertThat(kinds).hasSize(IndicatorEvent.class.getPermittedSubclasses().length).allSatisfy((kind, count) -> assertThat(count).isGreaterThan(30));
        assertThat(late).isGreaterThan(500);
    }

    static List<Recorded<IndicatorEvent>> history(long seed) {
        var random = new Random(seed);
        var ledger = new ArrayList<Recorded<IndicatorEvent>>();
        var now = Indicator.UNDEFINED;
        int retiring = 20 + random.nextInt(50);
        for (int i = 0; i < 60; i++) {
            var command = i == 0 ? new DefineIndicator(ID, "Pobreza", IndicatorKind.IMPACT, "%", PLAN, null, null,
                    random.nextBoolean() ? null : new KnownStart(BigDecimal.TEN, FIRST, "EHPM"), null, null, Direction.values()[random.nextInt(2)], FIRST)
                    : i == retiring ? new RetireIndicator(ID, FIRST.plusDays(DAYS)) : command(random, FIRST.plusDays(random.nextInt(i + 1)));
            try {
                for (var event : Indicator.decide(command, now, plans(random), NO_BODIES)) {
                    var record = new Recorded<>(ledger.size() + 1, event, BY);
                    ledger.add(record);
                    now = Indicator.evolve(now, record);
                }
            } catch (Refused | Invalid e) {
                assertThat(ledger).as("the indicator was defined").isNotEmpty();
            }
        }
        return ledger;
    }

    private static IndicatorCommand command(Random random, LocalDate on) {
        var value = BigDecimal.valueOf(random.nextInt(20));
        return switch (random.nextInt(5)) {
            case 0 -> new SetTarget(ID, "T" + random.nextInt(3), null, value, on);
            case 1 -> new SetTarget(ID, null, FIRST.plusDays(random.nextInt(4)), value, on);
            case 2 -> new DateTargets(ID, on.minusDays(random.nextInt(3)));
            default -> new RecordMeasurement(ID, FIRST.plusDays(random.nextInt(4)), value, "EHPM", null, null, on);
        };
    }

    private static Plans plans(Random random) {
        return (Plans) Proxy.newProxyInstance(Plans.class.getClassLoader(), new Class<?>[] {Plans.class}, (proxy, method, args) ->
                switch (method.getName()) {
                    case "find" -> Optional.of(new KnownPlan(PLAN, null, false));
                    case "period" -> Optional.of(period((String) args[1], random.nextInt(4)));
                    default -> throw new AssertionError(method + " was asked");
                });
    }

    private static KnownPeriod period(String period, int month) {
        return month == 0 ? new KnownPeriod(period, null, null) : new KnownPeriod(period, FIRST, FIRST.plusMonths(month));
    }

    private static final Bodies NO_BODIES = (Bodies) Proxy.newProxyInstance(Bodies.class.getClassLoader(), new Class<?>[] {Bodies.class}, (proxy, method, args) -> {
        throw new AssertionError(method + " was asked");
    });

    private static Indicator state(List<Recorded<IndicatorEvent>> records) {
        var now = Indicator.UNDEFINED;
        for (var record : records) {
            now = Indicator.evolve(now, record);
        }
        return now;
    }

    private IndicatorFacts facts(List<Recorded<IndicatorEvent>> records) {
        var facts = view.nothing();
        for (var record : records) {
            facts = view.evolve(facts, record);
        }
        return facts;
    }
}
