package constancia.app.imports;

import constancia.app.lookups.Keys;
import constancia.command.actions.Neighbours;
import constancia.command.bodies.Bodies;
import constancia.command.institutions.Institutions;
import constancia.command.plans.Plans;
import constancia.kernel.Event;
import constancia.kernel.ItemId;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyEvent.BodyEstablished;
import constancia.kernel.bodies.BodyEvent.SeatTaken;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionEvent.InstitutionRegistered;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanEvent.OutlineNodesAdded;
import constancia.kernel.plans.PlanEvent.PlanDefined;
import constancia.kernel.plans.PlanId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The register as it will be once the rows of an import that were tried so far are on record: what the next one is tried against. */
final class Expected {

    private final Neighbours now;
    private final ImportPresent present;
    private final Map<InstitutionId, LocalDate> institutions = new HashMap<>();
    private final Map<BodyId, BodyEstablished> bodies = new HashMap<>();
    private final Map<BodyId, List<SeatTaken>> seats = new HashMap<>();
    private final Map<PlanId, PlanDefined> plans = new HashMap<>();
    private final Map<UUID, OutlineKind> nodes = new HashMap<>();
    private final Set<Name> taken = new HashSet<>();
    private final Map<Asked, Object> said = new HashMap<>();

    Expected(Neighbours now, ImportPresent present) {
        this.now = now;
        this.present = present;
    }

    Neighbours neighbours() {
        return new Neighbours(new ExpectedInstitutions(), new ExpectedBodies(), new ExpectedPlans(), now.agreements(), now.accounts(), now.territories(), now.actions());
    }

    /**
     * Takes up what a row would put on record.
     *
     * @throws Refused it has a name that is another's, as the tables of names would say
     */
    void recorded(ItemId item, Event event) {
        switch (event) {
            case InstitutionRegistered e -> {
                take("acronym-taken", InstitutionId.class, e.acronym(), present::hasInstitution);
                institutions.put((InstitutionId) item, e.effectiveOn());
            }
            case BodyEstablished e -> {
                take("acronym-taken", BodyId.class, e.acronym(), present::hasBody);
                bodies.put((BodyId) item, e);
            }
            case SeatTaken e -> seats.computeIfAbsent((BodyId) item, body -> new ArrayList<>()).add(e);
            case PlanDefined e -> {
                take("plan-code-taken", PlanId.class, e.code(), present::hasPlan);
                plans.put((PlanId) item, e);
            }
            case OutlineNodesAdded e -> e.nodes().forEach(node -> nodes.put(node.id(), node.kind()));
            default -> { }
        }
    }

    private record Name(Class<?> of, String key) {}

    private void take(String code, Class<?> of, @Nullable String name, Predicate<String> onRecord) {
        if (name != null && (!taken.add(new Name(of, Keys.of(name))) || onRecord.test(name))) {
            throw new Refused(code, name);
        }
    }

    private record Asked(Object item, Object more) {}

    /** What the register said once holds for the whole rehearsal: fifty thousand rows ask after the same few items. */
    @SuppressWarnings("unchecked")
    private <T> T once(Object item, Object more, Supplier<T> question) {
        var asked = new Asked(item, more);
        if (!said.containsKey(asked)) {
            said.put(asked, question.get());
        }
        return (T) said.get(asked);
    }

    private static IllegalStateException nothing() {
        return new IllegalStateException("A rehearsal records nothing");
    }

    private final class ExpectedInstitutions implements Institutions {

        @Override
        public Optional<LocalDate> activeUntil(InstitutionId institution, LocalDate on) {
            var since = institutions.get(institution);
            return since == null ? once(institution, on, () -> now.institutions().activeUntil(institution, on))
                    : on.isBefore(since) ? Optional.empty() : Optional.of(LocalDate.MAX);
        }

        @Override
        public Optional<Succession> succession(InstitutionId institution) {
            return now.institutions().succession(institution);
        }

        @Override
        public boolean exists(InstitutionId institution) {
            return institutions.containsKey(institution) || now.institutions().exists(institution);
        }

        @Override
        public void recorded(InstitutionId institution, InstitutionEvent event) {
            throw nothing();
        }

        @Override
        public void rectified(InstitutionId institution, List<InstitutionEvent> standing) {
            throw nothing();
        }
    }

    private final class ExpectedBodies implements Bodies {

        @Override
        public boolean active(BodyId body, LocalDate on) {
            return bodies.containsKey(body) ? !on.isBefore(bodies.get(body).effectiveOn()) : once(body, on, () -> now.bodies().active(body, on));
        }

        @Override
        public boolean exists(BodyId body) {
            return bodies.containsKey(body) || now.bodies().exists(body);
        }

        @Override
        public String acronym(BodyId body) {
            return bodies.containsKey(body) ? bodies.get(body).acronym() : now.bodies().acronym(body);
        }

        @Override
        public boolean onlyWatches(BodyId body, InstitutionId institution, LocalDate on) {
            var held = seated(body, on).stream().filter(seat -> institution.equals(seat.institution())).toList();
            return !held.isEmpty() && held.stream().allMatch(seat -> seat.role().watches());
        }

        /** An import gives seats up to no day. */
        @Override
        public List<HeldSeat> seated(BodyId body, LocalDate on) {
            var before = bodies.containsKey(body) ? List.<HeldSeat>of() : once(body, "seats " + on, () -> now.bodies().seated(body, on));
            var more = seats.getOrDefault(body, List.of()).stream().filter(seat -> !on.isBefore(seat.from()))
                    .map(seat -> new HeldSeat(seat.seat(), seat.institution(), seat.person(), seat.role()));
            return Stream.concat(before.stream(), more).toList();
        }

        @Override
        public Optional<QuorumRule> quorum(BodyId body, LocalDate on) {
            return now.bodies().quorum(body, on);
        }

        @Override
        public void recorded(BodyId body, BodyEvent event) {
            throw nothing();
        }

        @Override
        public void rectified(BodyId body, List<BodyEvent> standing) {
            throw nothing();
        }
    }

    private final class ExpectedPlans implements Plans {

        @Override
        public Optional<KnownPlan> find(PlanId plan) {
            return plans.containsKey(plan) ? Optional.of(new KnownPlan(plan, plans.get(plan).body(), false)) : once(plan, "plan", () -> now.plans().find(plan));
        }

        @Override
        public Optional<KnownPeriod> period(PlanId plan, String period) {
            return plans.containsKey(plan)
                    ? plans.get(plan).calendar().stream().filter(named -> named.period().equals(period)).findFirst()
                            .map(named -> new KnownPeriod(named.period(), named.from(), named.until()))
                    : once(plan, "period " + period, () -> now.plans().period(plan, period));
        }

        @Override
        public boolean hasNode(PlanId plan, UUID node) {
            return nodes.containsKey(node) || once(plan, node, () -> now.plans().hasNode(plan, node));
        }

        /** No sheet states any. */
        @Override
        public boolean hasAssumption(PlanId plan, UUID node, UUID assumption) {
            return now.plans().hasAssumption(plan, node, assumption);
        }

        @Override
        public boolean hasRecommendation(PlanId plan, UUID node) {
            return nodes.get(node) == OutlineKind.RECOMMENDATION || once(plan, "recommendation " + node, () -> now.plans().hasRecommendation(plan, node));
        }

        @Override
        public void recorded(PlanId plan, PlanEvent event) {
            throw nothing();
        }

        @Override
        public void rectified(PlanId plan, List<PlanEvent> standing) {
            throw nothing();
        }
    }
}
