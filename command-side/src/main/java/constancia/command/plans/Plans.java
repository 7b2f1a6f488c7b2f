package constancia.command.plans;

import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lookup of plans, their periods and their outline, kept in the transaction that appends. */
public interface Plans {

    record KnownPlan(PlanId id, @Nullable BodyId body, boolean closed) {}

    /** A named period; its dates are null until somebody gave them. */
    record KnownPeriod(String period, @Nullable LocalDate from, @Nullable LocalDate until) {}

    /** The plan, locked against change until the transaction ends. */
    Optional<KnownPlan> find(PlanId plan);

    Optional<KnownPeriod> period(PlanId plan, String period);

    boolean hasNode(PlanId plan, UUID node);

    /** Whether that was ever assumed of the node. */
    boolean hasAssumption(PlanId plan, UUID node, UUID assumption);

    boolean hasRecommendation(PlanId plan, UUID node);

    /** @throws constancia.kernel.Refused {@code plan-code-taken} when another plan has that code */
    void recorded(PlanId plan, PlanEvent event);

    /** Makes the lookup of the item anew from its records as they stand after a rectification, in the order of their days. */
    void rectified(PlanId plan, List<PlanEvent> standing);
}
