package constancia.command.wrong;

import java.util.List;
import org.axonframework.modelling.command.AggregateLifecycle;

/** Wrong on purpose: rules that only run under Axon. */
public class RulesWithAxon {

    static List<Object> decide(Object command) {
        AggregateLifecycle.apply(command);
        return List.of();
    }
}
