package constancia.web.pages;

import constancia.web.commands.FormField;
import constancia.web.items.ApiLists;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What may be written in a field that names an institution, a body or a plan. Anything else may be written as well. */
@Component
final class Suggestions {

    /** @param value how it is written in a field */
    public record Suggestion(String value, String name) {}

    private static final String MOST = "500";
    private static final Map<FormField.Kind, String> LISTS = Map.of(FormField.Kind.INSTITUTION, "institutions", FormField.Kind.BODY, "bodies", FormField.Kind.PLAN, "plans");

    private final ApiLists lists;

    Suggestions(ApiLists lists) {
        this.lists = lists;
    }

    /** By the kind of the field, of those kinds that there are among the fields. */
    Map<String, List<Suggestion>> of(List<FormField> fields, HttpServletRequest request) {
        return fields.stream().flatMap(Suggestions::within).map(FormField::kind).filter(LISTS::containsKey).filter(kind -> Allowed.to(LISTS.get(kind))).distinct()
                .collect(Collectors.toMap(Enum::name, kind -> lists.ask(LISTS.get(kind), request, Map.of("limit", MOST)).items().stream().map(Suggestions::suggestion).toList()));
    }

    private static Stream<FormField> within(FormField field) {
        return Stream.concat(Stream.of(field), field.parts().stream().flatMap(Suggestions::within));
    }

    private static Suggestion suggestion(Map<String, Object> item) {
        var name = String.valueOf(item.getOrDefault("name", item.get("title")));
        return new Suggestion(Stream.of("acronym", "code").map(item::get).filter(String.class::isInstance).map(String.class::cast).findFirst().orElse(name), name);
    }
}
