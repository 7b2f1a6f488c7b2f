package constancia.command.risks;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.actions.Actions;
import constancia.command.bodies.Bodies;
import constancia.command.plans.Plans;
import constancia.command.risks.RiskCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.risks.RiskEvent;
import constancia.kernel.risks.RiskId;
import constancia.query.risks.RiskFacts;
import constancia.query.risks.RiskView;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Histories that the rules really allowed, recorded early and late: both sides fold them alike in both orders. */
class RiskOrderTest {

    static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
    static final int HISTORIES = 200;
    static final RiskId ID = new RiskId(new UUID(0, 1));
    static final Provenance BY = new Provenance("coordinacion", null, false, Provenance.Through.API, null);
    static final List<String> TEXTS = List.of("Uno", "Dos", "Tres");

    final RiskView view = new RiskView();

    @Test
    void rules_and_views_fold_alike_in_both_orders() {
        var kinds = new TreeMap<String, Integer>();
        int late = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            var ledger = history(seed);
            var effective = ledger.stream().sorted(Comparator.<Recorded<RiskEvent>, LocalDate>comparing(Recorded::effectiveOn).thenComparing(Recorded::n)).toList();
            assertThat(state(effective)).as("rules, seed %d", seed).isEqualTo(state(ledger));
            assertThat(facts(effective)).as("view, seed %d", seed).isEqualTo(facts(ledger));
            ledger.forEach(record -> kinds.merge(record.event().getClass().getSimpleName(), 1, Integer::sum));
            late += effective.equals(ledger) ? 0 : 1;
        }
        assertThat(kinds).hasSize(RiskEvent.class.getPermittedSubclasses().length).allSatisfy((kind, count) -> assertThat(count).isGreaterThan(30));
        assertThat(late).isGreaterThan(100);
    }

    static List<Recorded<RiskEvent>> history(long seed) {
        var random = new Random(seed);
        var ledger = new ArrayList<Recorded<RiskEvent>>();
        var now = Risk.UNREGISTERED;
        for (int i = 0; i < 40; i++) {
            var command = i == 0 ? new RegisterRisk(ID, "Riesgo", null, null, TEXTS, TEXTS, TEXTS, TEXTS, null, null, FIRST)
                    : i == 30 ? new CloseRisk(ID, FIRST.plusDays(40)) : command(random, FIRST.plusDays(random.nextInt(i + 1)));
            try {
                for (var event : Risk.decide(command, now, never(Plans.class), never(Bodies.class), never(Actions.class))) {
                    var record = new Recorded<>(ledger.size() + 1, event, BY);
                    ledger.add(record);
                    now = Risk.evolve(now, record);
                }
            } catch (Refused | Invalid e) {
                assertThat(ledger).as("the risk was registered").isNotEmpty();
            }
        }
        return ledger;
    }

    private static RiskCommand command(Random random, LocalDate on) {
        int place = random.nextInt(4);
        return switch (random.nextInt(6)) {
            case 0 -> new DeclareMaterialised(ID, on);
            case 1 -> new ActivateMeasure(ID, Risk.idOf(ID, "preventive", place), on);
            case 2 -> new ActivateMeasure(ID, Risk.idOf(ID, "damage-reduction", place), on);
            default -> new ReportWarningSign(ID, Risk.idOf(ID, "sign", place), "Visto el " + on, on);
        };
    }

    private static Risk state(List<Recorded<RiskEvent>> records) {
        var now = Risk.UNREGISTERED;
        for (var record : records) {
            now = Risk.evolve(now, record);
        }
        return now;
    }

    private RiskFacts facts(List<Recorded<RiskEvent>> records) {
        var facts = view.nothing();
        for (var record : records) {
            facts = view.evolve(facts, record);
        }
        return facts;
    }

    private static <T> T never(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            throw new AssertionError(method + " was asked");
        }));
    }
}
