package constancia.web.pages.administration;

import constancia.web.WrittenDates;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A filled form as the request that a program would send: what was left empty is left out. */
public record Filled(Map<String, String[]> all) {

    public String of(String name) {
        return all.containsKey(name) ? all.get(name)[0].strip() : "";
    }

    public boolean has(String name) {
        return !of(name).isEmpty();
    }

    /** Texts and days, under the same names. */
    ObjectNode request(String... names) {
        var body = JsonNodeFactory.instance.objectNode();
        for (var name : names) {
            if (has(name)) {
                body.put(name, WrittenDates.iso(of(name)));
            }
        }
        return body;
    }

    /** The part of the register that a role is for, under the name of its kind: {@code body}, {@code plan}, {@code institution}. */
    void part(ObjectNode body) {
        if (has("reach")) {
            body.put(of("reach"), of("part"));
        }
    }
}
