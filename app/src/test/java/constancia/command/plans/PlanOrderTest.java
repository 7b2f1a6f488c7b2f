package constancia.command.plans;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.agreements.Agreements;
import constancia.command.bodies.Bodies;
import constancia.command.plans.PlanCommand.*;
import constancia.kernel.Event;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanId;
import constancia.kernel.plans.PlanKind;
import constancia.kernel.plans.RecommendationResponse;
import constancia.query.history.Cut;
import constancia.query.history.Entry;
import constancia.query.history.Fold;
import constancia.query.plans.PlanFacts;
import constancia.query.plans.PlanView;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Histories that the rules really allowed, of random commands recorded early and late: both sides fold them alike in
 * the order of the ledger and in that of the dates, and the outline is a tree on every day.
 */
class PlanOrderTest {

    static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
    static final int DAYS = 60;
    static final int HISTORIES = 200;
    static final PlanId ID = new PlanId(new UUID(0, 1));
    static final Provenance BY = new Provenance("coordinacion", null, false, Provenance.Through.API, null);
    static final Bodies NO_BODIES = never(Bodies.class);
    static final Agreements NO_AGREEMENTS = never(Agreements.class);

    final PlanView view = new PlanView();

    @Test
    void rules_and_views_fold_alike_in_both_orders() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            var ledger = history(seed);
            var effective = ledger.stream().sorted(Comparator.<Recorded<PlanEvent>, LocalDate>comparing(Recorded::effectiveOn)
                    .thenComparing(Recorded::n)).toList();
            assertThat(state(effective)).as("rules, seed %d", seed).isEqualTo(state(ledger));
            assertThat(facts(effective)).as("view, seed %d", seed).isEqualTo(facts(ledger));
        }
    }

    @Test
    void the_outline_is_a_whole_tree_on_every_day_and_after_every_record() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            var ledger = history(seed);
            var random = new Random(seed);
            for (int day = 0; day < DAYS; day++) {
                var known = entries(random.nextBoolean() ? ledger : ledger.subList(0, 1 + random.nextInt(ledger.size())));
                var facts = Fold.of(view, Fold.within(known, new Cut(null, null, FIRST.plusDays(day))));
                facts.outline().keySet().forEach(node -> assertThat(top(facts, node)).as("above %s", node).isNull());
            }
        }
    }

    @Test
    void the_histories_hold_every_kind_of_record_late_ones_too() {
        var kinds = new TreeMap<String, Integer>();
        int late = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            var ledger = history(seed);
            for (int i = 1; i < ledger.size(); i++) {
                kinds.merge(ledger.get(i).event().getClass().getSimpleName(), 1, Integer::sum);
                late += ledger.get(i).effectiveOn().isBefore(ledger.get(i - 1).effectiveOn()) ? 1 : 0;
            }
        }
        assertThat(kinds).hasSize(PlanEvent.class.getPermittedSubclasses().length - 1).allSatisfy((kind, count) -> assertThat(count).isGreaterThan(30));
        assertThat(late).isGreaterThan(500);
    }

    /** Follows the parents upwards; null when it comes out at the top. */
    private static @Nullable UUID top(PlanFacts facts, UUID node) {
        var passed = new HashSet<UUID>();
        UUID above = node;
        while (above != null && passed.add(above) && facts.outline().containsKey(above)) {
            above = facts.outline().get(above).place().value().parent();
        }
        return above;
    }

    static List<Recorded<PlanEvent>> history(long seed) {
        var random = new Random(seed);
        var ledger = new ArrayList<Recorded<PlanEvent>>();
        var now = Plan.UNDEFINED;
        int closing = 20 + random.nextInt(60);
        for (int i = 0; i < 60; i++) {
            var command = switch (i) {
                case 0 -> new DefinePlan(ID, "PM", "Plan", PlanKind.OTHER, null, List.of(period("T1", FIRST), period("T2", null)), FIRST);
                case 1 -> new AddOutlineNodes(ID, IntStream.range(0, 6).mapToObj(node -> new NewNode(new UUID(0, 100 + node), null,
                        kind(random), null, "Texto", null)).toList(), FIRST);
                default -> command(random, FIRST.plusDays(random.nextInt(i)), i == closing);
            };
            try {
                for (var event : Plan.decide(command, now, NO_BODIES, NO_AGREEMENTS)) {
                    var record = new Recorded<>(ledger.size() + 1, event, BY);
                    ledger.add(record);
                    now = Plan.evolve(now, record);
                }
            } catch (Refused | Invalid e) {
                assertThat(ledger).as("the plan was defined").isNotEmpty();
            }
        }
        return ledger;
    }

    private static PlanCommand command(Random random, LocalDate on, boolean closing) {
        if (closing) {
            return new ClosePlan(ID, FIRST.plusDays(DAYS));
        }
        return switch (random.nextInt(12)) {
            case 11 -> new AddPeriods(ID, List.of(period(name(random), random.nextBoolean() ? on : null)), null, null, null, on);
            case 10 -> new StateAssumptions(ID, node(random), List.of(new NewAssumption(new UUID(9, random.nextInt(3)), "Supuesto")), on);
            case 0 -> new DatePeriods(ID, List.of(new DatedPeriod(name(random), on, on.plusDays(random.nextInt(90)))), on);
            case 1, 2 -> new AddOutlineNodes(ID, List.of(new NewNode(node(random), node(random, 4), kind(random), "1", "Texto " + random.nextInt(9), null),
                    new NewNode(node(random), node(random, 2), kind(random), null, "Texto", null)), on);
            case 3 -> new AddOutlineNodes(ID, List.of(new NewNode(node(random), null, kind(random), null, "Texto", null)), on);
            case 4, 5 -> new MoveOutlineNode(ID, node(random), node(random, 4), on);
            case 6 -> new RetitleOutlineNode(ID, node(random), random.nextBoolean() ? "2" : null, "Texto " + random.nextInt(9), on);
            case 7 -> new RespondToRecommendation(ID, node(random), RecommendationResponse.values()[random.nextInt(3)], null, on);
            case 8 -> new ExpectReports(ID, random.nextBoolean() ? null : List.of(name(random)), on);
            default -> random.nextInt(3) == 0 ? new AdoptPlan(ID, null, on) : new ExtendPlan(ID, on.plusDays(random.nextInt(400)), null, on);
        };
    }

    private static NamedPeriod period(String name, @Nullable LocalDate from) {
        return new NamedPeriod(name, null, from, from == null ? null : from.plusDays(90));
    }

    private static String name(Random random) {
        return "T" + (1 + random.nextInt(5));
    }

    private static UUID node(Random random) {
        return new UUID(0, 100 + random.nextInt(12));
    }

    private static @Nullable UUID node(Random random, int oneInNone) {
        return random.nextInt(oneInNone) == 0 ? null : node(random);
    }

    private static OutlineKind kind(Random random) {
        return random.nextBoolean() ? OutlineKind.RECOMMENDATION : OutlineKind.COMPONENT;
    }

    private static Plan state(List<Recorded<PlanEvent>> records) {
        var now = Plan.UNDEFINED;
        for (var record : records) {
            now = Plan.evolve(now, record);
        }
        return now;
    }

    private PlanFacts facts(List<Recorded<PlanEvent>> records) {
        var facts = view.nothing();
        for (var record : records) {
            facts = view.evolve(facts, record);
        }
        return facts;
    }

    private static List<Entry> entries(List<Recorded<PlanEvent>> records) {
        return records.stream().map(record -> new Entry(null, null, Instant.EPOCH, new Recorded<Event>(record.n(), record.event(), record.by()))).toList();
    }

    private static <T> T never(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            throw new AssertionError(method + " was asked");
        }));
    }
}
