package constancia.command.plans;

import constancia.command.agreements.Agreements;
import constancia.command.agreements.Agreements.KnownAgreement;
import constancia.command.bodies.Bodies;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanId;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The lookup of plans as their own rules' tests need it: it keeps what it was told. */
final class KnownPlans implements Plans {

    private final List<PlanEvent> recorded = new ArrayList<>();

    @Override
    public Optional<KnownPlan> find(PlanId plan) {
        return Optional.empty();
    }

    @Override
    public Optional<KnownPeriod> period(PlanId plan, String period) {
        return Optional.empty();
    }

    @Override
    public boolean hasNode(PlanId plan, UUID node) {
        return false;
    }

    @Override
    public boolean hasAssumption(PlanId plan, UUID node, UUID assumption) {
        return false;
    }

    @Override
    public boolean hasRecommendation(PlanId plan, UUID node) {
        return false;
    }

    @Override
    public void recorded(PlanId plan, PlanEvent event) {
        recorded.add(event);
    }

    @Override
    public void rectified(PlanId plan, List<PlanEvent> standing) {
        recorded.clear();
        recorded.addAll(standing);
    }

    List<PlanEvent> recorded() {
        return recorded;
    }

    /** One body that is active on every day and one that is on none; all others are unknown. */
    static Bodies bodies(BodyId active, BodyId ended) {
        return (Bodies) Proxy.newProxyInstance(Bodies.class.getClassLoader(), new Class<?>[] {Bodies.class}, (proxy, method, args) ->
                switch (method.getName()) {
                    case "active" -> args[0].equals(active);
                    case "exists" -> args[0].equals(active) || args[0].equals(ended);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** One agreement that stands from the first day until the end of 2012; all others are unknown. */
    static Agreements agreements(AgreementId known) {
        return (Agreements) Proxy.newProxyInstance(Agreements.class.getClassLoader(), new Class<?>[] {Agreements.class}, (proxy, method, args) ->
                switch (method.getName()) {
                    case "find" -> args[0].equals(known)
                            ? Optional.of(new KnownAgreement(known, LocalDate.of(2011, 12, 9), LocalDate.of(2013, 1, 1))) : Optional.empty();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
