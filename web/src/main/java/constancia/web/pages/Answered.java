package constancia.web.pages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the register as templates read it. */
final class Answered {

    private static final JsonMapper JSON = new JsonMapper();

    private Answered() {}

    static Map<String, Object> fields(JsonNode answer) {
        return JSON.convertValue(answer, new TypeReference<>() {});
    }

    /** The entries of a list in it; none when it is not there. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(@Nullable Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }
}
