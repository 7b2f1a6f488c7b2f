package constancia.web.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Objects of the document, in the order in which they were put together. */
final class Json {

    private Json() {}

    /** Names and values by turns. */
    static Map<String, Object> object(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    static Map<String, Object> ref(String kind, String name) {
        return object("$ref", "#/components/" + kind + "/" + name);
    }
}
