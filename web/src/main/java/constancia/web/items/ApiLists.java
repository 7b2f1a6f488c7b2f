package constancia.web.items;

import constancia.web.Filters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lists of the API as pages read them: the same questions, the same answers. */
@Component
public final class ApiLists {

    /** A page of a list. {@code total} is null above 10,000; {@code totalAtLeast} is then 10,000. */
    public record Listing(List<Map<String, Object>> items, @Nullable String next, @Nullable Integer total, @Nullable Integer totalAtLeast) {

        /** How many there are, or at least. */
        public int count() {
            return total != null ? total : totalAtLeast != null ? totalAtLeast : items.size();
        }
    }

    private final RequestMappingHandlerMapping mapping;
    private final JsonMapper json;
    private final Map<String, HandlerMethod> handlers = new ConcurrentHashMap<>();

    ApiLists(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping, JsonMapper json) {
        this.mapping = mapping;
        this.json = json;
    }

    /**
     * @param path where the list stands, after {@code /api/}: {@code actions}, {@code plans/{id}/outline}
     * @param of   the items that the path names
     * @throws IllegalArgumentException no list stands there
     */
    public Listing ask(String path, HttpServletRequest request, Map<String, String> parameters, UUID... of) {
        return json.convertValue(body(path, request, parameters, of), Listing.class);
    }

    /** All the rows of a list that is known to be short. */
    public List<Map<String, Object>> all(String path, HttpServletRequest request, Map<String, String> parameters, UUID... of) {
        var all = new ArrayList<Map<String, Object>>();
        var asked = new HashMap<>(parameters);
        asked.put("limit", "500");
        do {
            var page = ask(path, request, asked, of);
            all.addAll(page.items());
            asked.put("cursor", page.next() == null ? "" : page.next());
        } while (!asked.get("cursor").isEmpty());
        return all;
    }

    /** Any other answer that is read from the tables, such as totals. */
    public Map<String, Object> whole(String path, HttpServletRequest request, Map<String, String> parameters, UUID... of) {
        return json.convertValue(body(path, request, parameters, of), new TypeReference<>() {});
    }

    /** Which filters that list takes. */
    public Set<String> filters(String path) {
        var filters = handler(path).getMethodAnnotation(Filters.class);
        return filters == null ? Set.of() : Set.of(filters.value());
    }

    private @Nullable Object body(String path, HttpServletRequest request, Map<String, String> parameters, UUID... of) {
        var given = new HashMap<String, String[]>();
        parameters.forEach((name, value) -> given.put(name, new String[] {value}));
        try {
            return AskedList.answer(handler(path), request, given, of).getBody();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The list of " + path + " cannot be read", e);
        }
    }

    private HandlerMethod handler(String path) {
        return handlers.computeIfAbsent(path, this::found);
    }

    private HandlerMethod found(String path) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET) && entry.getKey().getPatternValues().contains("/api/" + path))
                .findFirst().map(Map.Entry::getValue).orElseThrow(() -> new IllegalArgumentException("No list stands at " + path));
    }
}
