package constancia.web.pages;

import constancia.web.commands.FormField;
import constancia.web.commands.FormField.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may be written in a field that names an item or a person. Anything else may be written as well. */
@Component
final class Suggestions {

    /** @param value how it is written in a field */
    public record Suggestion(String value, String name) {}

    private static final String MOST = "500";

    private final References references;

    Suggestions(References references) {
        this.references = references;
    }

    /**
     * By the kind of the field, of those kinds that there are among the fields.
     *
     * @param plan the plan of whose actions there is talk; null when of any
     */
    Map<String, List<Suggestion>> of(List<FormField> fields, @Nullable UUID plan, HttpServletRequest request) {
        return fields.stream().flatMap(FormField::leaves).map(FormField::kind).filter(References.LISTS::containsKey).filter(kind -> Allowed.to(References.LISTS.get(kind))).distinct()
                .collect(Collectors.toMap(Enum::name, kind -> of(kind, plan, request)));
    }

    private List<Suggestion> of(Kind kind, @Nullable UUID plan, HttpServletRequest request) {
        var list = References.LISTS.get(kind);
        var asked = new HashMap<>(Map.of("limit", MOST));
        if (ListPages.NEWEST_FIRST.containsKey(list)) {
            asked.put("sort", ListPages.NEWEST_FIRST.get(list));
        }
        if (kind == Kind.ACTION && plan != null) {
            asked.put("plan", plan.toString());
        }
        return references.rows(kind, asked, request).stream().map(item -> references.ways(kind, item)).filter(ways -> !ways.isEmpty()).map(Suggestions::suggestion).toList();
    }

    private static Suggestion suggestion(List<String> ways) {
        return new Suggestion(ways.getFirst(), ways.getLast());
    }
}
