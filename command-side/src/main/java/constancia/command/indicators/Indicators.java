package constancia.command.indicators;

import constancia.kernel.indicators.IndicatorEvent;
import constancia.kernel.indicators.IndicatorId;
import constancia.kernel.plans.PlanId;
import java.util.List;

/** The lookup of indicators, kept in the transaction that appends. */
public interface Indicators {

    /** Those of the plan that ever had a target for one of its periods. */
    List<IndicatorId> withPeriodsOf(PlanId plan);

    void recorded(IndicatorId indicator, IndicatorEvent event);

    /** Makes the lookup of the item anew from its records as they stand after a rectification, in the order of their days. */
    void rectified(IndicatorId indicator, List<IndicatorEvent> standing);
}
