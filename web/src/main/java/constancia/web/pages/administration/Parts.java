package constancia.web.pages.administration;

import constancia.web.Collections;
import constancia.web.items.ApiLists;
import constancia.web.security.AccountOffice.HeldRole;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What roles may be for: institutions, bodies and plans, by the names that people write. */
@Component
final class Parts {

    /** @param written sign of an institution or body, code of a plan */
    public record Part(String written, String name) {}

    private static final List<Collections> KINDS = List.of(Collections.INSTITUTIONS, Collections.BODIES, Collections.PLANS);

    private final ApiLists lists;

    Parts(ApiLists lists) {
        this.lists = lists;
    }

    /** To choose from. */
    List<Part> all(HttpServletRequest request) {
        var parts = new ArrayList<Part>();
        KINDS.forEach(kind -> lists.all(kind.path(), request, Map.of()).forEach(item -> parts.add(new Part(written(item), name(item)))));
        return parts;
    }

    /** By their ids, of what these roles are bound to. */
    Map<String, String> names(Stream<HeldRole> roles, HttpServletRequest request) {
        var names = new HashMap<String, String>();
        var bound = roles.map(HeldRole::boundKind).filter(Objects::nonNull).collect(Collectors.toSet());
        KINDS.stream().filter(kind -> bound.contains(kind.type())).forEach(kind -> lists.all(kind.path(), request, Map.of()).forEach(item -> names.put(String.valueOf(item.get("id")), written(item))));
        return names;
    }

    private static String written(Map<String, Object> item) {
        return String.valueOf(item.get("acronym") != null ? item.get("acronym") : item.get("code") != null ? item.get("code") : item.get("name"));
    }

    private static String name(Map<String, Object> item) {
        return String.valueOf(item.get("name") != null ? item.get("name") : item.get("title"));
    }
}
