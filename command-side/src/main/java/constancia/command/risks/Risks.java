package constancia.command.risks;

import constancia.kernel.risks.RiskEvent;
import constancia.kernel.risks.RiskId;
import java.util.List;

/** The lookup of risks, kept in the transaction that appends. */
public interface Risks {

    void recorded(RiskId risk, RiskEvent event);

    /** Makes the lookup of the item anew from its records as they stand after a rectification, in the order of their days. */
    void rectified(RiskId risk, List<RiskEvent> standing);
}
