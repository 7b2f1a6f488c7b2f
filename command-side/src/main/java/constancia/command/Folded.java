package constancia.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The items that one unit of work changed, so that the event store can keep their states for the next command. A kept
 * state is never decided on before the events after its version were read.
 */
public final class Folded {

    private static final String RESOURCE = Folded.class.getName();

    private Folded() {}

    static void remember(Shell<?, ?> shell) {
        of(CurrentUnitOfWork.get()).put(shell.itemId(), shell);
    }

    public static Map<String, Shell<?, ?>> of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(RESOURCE, key -> new LinkedHashMap<>());
    }

    /** A copy that may be changed without touching the original. */
    public static Shell<?, ?> copy(Shell<?, ?> shell) {
        return shell.copy();
    }
}
