package constancia.app.imports;

import constancia.command.Command;
import constancia.command.actions.Neighbours;
import constancia.command.institutions.InstitutionCommand.RegisterInstitution;
import constancia.command.institutions.Institutions;
import constancia.command.plans.PlanCommand.AddOutlineNodes;
import constancia.command.plans.PlanCommand.DefinePlan;
import constancia.command.plans.Plans;
import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The register as it will be once the groundwork of an import is done: what its rows are tried against. */
final class Expected {

    private final Neighbours now;
    private final Set<InstitutionId> institutions = new HashSet<>();
    private final Map<PlanId, DefinePlan> plans = new HashMap<>();
    private final Map<UUID, OutlineKind> nodes = new HashMap<>();
    private final Map<Asked, Object> said = new HashMap<>();

    Expected(Neighbours now, List<Command> groundwork) {
        this.now = now;
        for (var command : groundwork) {
            switch (command) {
                case RegisterInstitution c -> institutions.add(c.id());
                case DefinePlan c -> plans.put(c.id(), c);
                case AddOutlineNodes c -> c.nodes().forEach(node -> nodes.put(node.id(), node.kind()));
                default -> { }
            }
        }
    }

    Neighbours neighbours() {
        return new Neighbours(new ExpectedInstitutions(), now.bodies(), new ExpectedPlans(), now.agreements(), now.accounts(), now.territories(), now.actions());
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

    private final class ExpectedInstitutions implements Institutions {

        @Override
        public Optional<LocalDate> activeUntil(InstitutionId institution, LocalDate on) {
            return institutions.contains(institution) ? Optional.of(LocalDate.MAX)
                    : once(institution, on, () -> now.institutions().activeUntil(institution, on));
        }

        @Override
        public Optional<Succession> succession(InstitutionId institution) {
            return now.institutions().succession(institution);
        }

        @Override
        public boolean exists(InstitutionId institution) {
            return institutions.contains(institution) || now.institutions().exists(institution);
        }

        @Override
        public void recorded(InstitutionId institution, InstitutionEvent event) {
            throw new IllegalStateException("A rehearsal records nothing");
        }

        @Override
        public void rectified(InstitutionId institution, List<InstitutionEvent> standing) {
            throw new IllegalStateException("A rehearsal records nothing");
        }
    }

    private final class ExpectedPlans implements Plans {

        @Override
        public Optional<KnownPlan> find(PlanId plan) {
            return plans.containsKey(plan) ? Optional.of(new KnownPlan(plan, null, false)) : once(plan, "plan", () -> now.plans().find(plan));
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
            throw new IllegalStateException("A rehearsal records nothing");
        }

        @Override
        public void rectified(PlanId plan, List<PlanEvent> standing) {
            throw new IllegalStateException("A rehearsal records nothing");
        }
    }
}
