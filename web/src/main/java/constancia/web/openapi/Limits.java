package constancia.web.openapi;

import constancia.command.AtMost;
import constancia.command.Between;
import constancia.command.CallersByDefault;
import constancia.command.Decimals;
import constancia.command.Happened;
import constancia.command.MadeIfMissing;
import constancia.command.Matching;
import constancia.command.Text;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The limits that the annotations of a command set on its fields, as a schema says them. */
final class Limits {

    /** Lists without a limit of their own hold at most so many entries. */
    private static final int LIST = 200;

    private Limits() {}

    static Map<String, Object> on(Map<String, Object> plain, Class<?> type, AnnotatedElement rules) {
        var schema = new LinkedHashMap<>(plain);
        var text = rules.getAnnotation(Text.class);
        if (type == String.class && text != null) {
            schema.put("minLength", 1);
            schema.put("maxLength", text.value());
        }
        var matching = rules.getAnnotation(Matching.class);
        if (type == String.class && matching != null) {
            schema.put("pattern", "^(?:" + matching.value() + ")$");
            schema.put("examples", List.of(matching.example()));
        }
        var between = rules.getAnnotation(Between.class);
        if (between != null) {
            schema.put("minimum", between.min());
            schema.put("maximum", between.max());
        }
        if (type == BigDecimal.class) {
            var decimals = rules.getAnnotation(Decimals.class);
            schema.put("multipleOf", BigDecimal.ONE.movePointLeft(decimals == null ? 2 : decimals.value()));
        }
        if (rules.isAnnotationPresent(Happened.class)) {
            schema.put("description", "from 1900-01-01 to today");
        }
        return schema;
    }

    static Map<String, Object> onList(Map<String, Object> list, AnnotatedElement rules) {
        var most = rules.getAnnotation(AtMost.class);
        list.put("maxItems", most == null ? LIST : most.value());
        return list;
    }

    static boolean required(RecordComponent component) {
        return !Schemas.optional(component.getAnnotatedType()) && !component.isAnnotationPresent(MadeIfMissing.class)
                && !component.isAnnotationPresent(CallersByDefault.class);
    }
}
