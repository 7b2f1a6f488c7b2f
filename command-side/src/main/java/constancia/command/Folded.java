package constancia.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The items that one unit of work changed, so that the event store can keep their states for the next command. No
 * decision on a kept state stands unless that was the last one.
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
