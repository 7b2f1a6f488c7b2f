package constancia.web.pages.administration;

import constancia.web.items.ApiLists;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What roles may be for: institutions, bodies and plans, by the names that people write. */
@Component
final class Parts {

    /** @param written sign of an institution or body, code of a plan */
    public record Part(String written, String name) {}

    private static final List<String> LISTS = List.of("institutions", "bodies", "plans");

    private final ApiLists lists;

    Parts(ApiLists lists) {
        this.lists = lists;
    }

    /** To choose from. */
    List<Part> all(HttpServletRequest request) {
        var parts = new ArrayList<Part>();
        LISTS.forEach(list -> lists.ask(list, request, Map.of("limit", "500")).items().forEach(item -> parts.add(new Part(written(item), name(item)))));
        return parts;
    }

    /** By their ids, as the history of an account has them. */
    Map<String, String> names(HttpServletRequest request) {
        var names = new HashMap<String, String>();
        LISTS.forEach(list -> lists.ask(list, request, Map.of("limit", "500")).items().forEach(item -> names.put(String.valueOf(item.get("id")), written(item))));
        return names;
    }

    private static String written(Map<String, Object> item) {
        return String.valueOf(item.get("acronym") != null ? item.get("acronym") : item.get("code") != null ? item.get("code") : item.get("name"));
    }

    private static String name(Map<String, Object> item) {
        return String.valueOf(item.get("name") != null ? item.get("name") : item.get("title"));
    }
}
