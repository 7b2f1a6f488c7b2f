package constancia.command.actions;

import constancia.command.accounts.Accounts;
import constancia.command.agreements.Agreements;
import constancia.command.bodies.Bodies;
import constancia.command.institutions.Institutions;
import constancia.command.plans.Plans;
import constancia.command.territories.Territories;
import constancia.command.territories.Territory;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanEvent;
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

/** The lookups as the tests of actions need them: what is put into the sets exists, everything else is unknown. */
final class KnownNeighbours implements Institutions, Bodies, Plans, Agreements, Accounts, Actions, Territories {

    final Set<InstitutionId> institutions = new HashSet<>();
    final Set<InstitutionId> ended = new HashSet<>();
    final Set<InstitutionId> watching = new HashSet<>();
    final Set<BodyId> bodies = new HashSet<>();
    final Set<BodyId> dissolved = new HashSet<>();
    final Map<PlanId, KnownPlan> plans = new HashMap<>();
    final Map<String, KnownPeriod> periods = new HashMap<>();
    final Set<UUID> nodes = new HashSet<>();
    final Set<UUID> recommendations = new HashSet<>();
    final Set<AgreementId> agreements = new HashSet<>();
    final Map<InstitutionId, Succession> successions = new HashMap<>();
    final Map<InstitutionId, List<ActionId>> held = new HashMap<>();
    final List<ActionId> scheduled = new ArrayList<>();
    final List<ActionEvent> recorded = new ArrayList<>();
    final Set<String> territories = new HashSet<>(Set.of("SV-SS"));
    /** The other actions, each with the one for which it waits or itself. */
    final Map<ActionId, ActionId> waiting = new HashMap<>();
    boolean sole;
    final Map<String, InstitutionId> liaisons = new HashMap<>();

    Neighbours all() {
        return new Neighbours(this, this, this, this, this, this, this);
    }

    @Override
    public Optional<LocalDate> activeUntil(InstitutionId institution, LocalDate on) {
        var until = succession(institution).map(Succession::on).orElse(LocalDate.MAX);
        return institutions.contains(institution) && !ended.contains(institution) && on.isBefore(until) ? Optional.of(until) : Optional.empty();
    }

    @Override
    public Optional<Succession> succession(InstitutionId institution) {
        return Optional.ofNullable(successions.get(institution));
    }

    @Override
    public List<ActionId> heldBy(InstitutionId institution) {
        return held.getOrDefault(institution, List.of());
    }

    @Override
    public boolean exists(InstitutionId institution) {
        return institutions.contains(institution);
    }

    @Override
    public boolean active(BodyId body, LocalDate on) {
        return bodies.contains(body);
    }

    @Override
    public boolean onlyWatches(BodyId body, InstitutionId institution, LocalDate on) {
        return bodies.contains(body) && watching.contains(institution);
    }

    @Override
    public Optional<KnownPlan> find(PlanId plan) {
        return Optional.ofNullable(plans.get(plan));
    }

    @Override
    public Optional<KnownPeriod> period(PlanId plan, String period) {
        return plans.containsKey(plan) ? Optional.ofNullable(periods.get(period)) : Optional.empty();
    }

    @Override
    public boolean hasNode(PlanId plan, UUID node) {
        return plans.containsKey(plan) && nodes.contains(node);
    }

    @Override
    public boolean hasAssumption(PlanId plan, UUID node, UUID assumption) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasRecommendation(PlanId plan, UUID node) {
        return plans.containsKey(plan) && recommendations.contains(node);
    }

    @Override
    public boolean exists(AgreementId agreement) {
        return agreements.contains(agreement);
    }

    @Override
    public boolean exists(String code) {
        return territories.contains(code);
    }

    @Override
    public void put(List<Territory> entries, String account) {
        throw new UnsupportedOperationException("Actions put nothing into the catalogue");
    }

    @Override
    public boolean sole(String actor) {
        return sole;
    }

    @Override
    public boolean isLiaison(String actor, InstitutionId institution) {
        return institution.equals(liaisons.get(actor));
    }

    @Override
    public List<ActionId> scheduledByPeriodsOf(PlanId plan) {
        return List.copyOf(scheduled);
    }

    @Override
    public void recorded(ActionId action, ActionEvent event) {
        recorded.add(event);
    }

    @Override
    public void rectified(ActionId action, List<ActionEvent> standing) {
        recorded.clear();
        recorded.addAll(standing);
    }

    @Override
    public boolean exists(ActionId action) {
        return waiting.containsKey(action);
    }

    @Override
    public boolean waitsFor(ActionId action, ActionId other) {
        return other.equals(waiting.get(action));
    }

    @Override
    public boolean exists(BodyId body) {
        return bodies.contains(body) || dissolved.contains(body);
    }

    @Override
    public List<HeldSeat> seated(BodyId body, LocalDate on) {
        throw new UnsupportedOperationException("No rule of actions asks this");
    }

    @Override
    public Optional<QuorumRule> quorum(BodyId body, LocalDate on) {
        throw new UnsupportedOperationException("No rule of actions asks this");
    }

    @Override
    public Optional<KnownAgreement> find(AgreementId agreement) {
        throw new UnsupportedOperationException("No rule of actions asks this");
    }

    @Override
    public String acronym(BodyId body) {
        throw new UnsupportedOperationException("No rule of actions asks this");
    }

    @Override
    public int nextNumber(String series, int year) {
        throw new UnsupportedOperationException("No rule of actions asks this");
    }

    @Override
    public void recorded(InstitutionId institution, InstitutionEvent event) {
        throw new UnsupportedOperationException("Actions record nothing of institutions");
    }

    @Override
    public void rectified(InstitutionId institution, List<InstitutionEvent> standing) {
        throw new UnsupportedOperationException("Actions record nothing of institutions");
    }

    @Override
    public void recorded(BodyId body, BodyEvent event) {
        throw new UnsupportedOperationException("Actions record nothing of bodies");
    }

    @Override
    public void rectified(BodyId body, List<BodyEvent> standing) {
        throw new UnsupportedOperationException("Actions record nothing of bodies");
    }

    @Override
    public void recorded(PlanId plan, PlanEvent event) {
        throw new UnsupportedOperationException("Actions record nothing of plans");
    }

    @Override
    public void rectified(PlanId plan, List<PlanEvent> standing) {
        throw new UnsupportedOperationException("Actions record nothing of plans");
    }

    @Override
    public void recorded(AgreementId agreement, AgreementEvent event) {
        throw new UnsupportedOperationException("Actions record nothing of agreements");
    }

    @Override
    public void rectified(AgreementId agreement, List<AgreementEvent> standing) {
        throw new UnsupportedOperationException("Actions record nothing of agreements");
    }
}
