package constancia.web.operations;

import java.util.List;
import java.util.Map;

/** How the parts of the register are doing, as this node sees them. */
public interface Vitals {

    /** @param details words and numbers; nested where a part names what holds it back */
    record Part(String name, boolean up, Map<String, Object> details) {}

    List<Part> parts();
}
