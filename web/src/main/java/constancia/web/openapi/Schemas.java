package constancia.web.openapi;

import static constancia.web.openapi.Json.object;
import static constancia.web.openapi.Json.ref;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.command.Command;
import constancia.command.Correction;
import constancia.command.imports.Meaning;
import constancia.kernel.ItemId;
import constancia.kernel.Word;
import constancia.kernel.actions.Condition;
import constancia.kernel.agreements.Adoption;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.indicators.Direction;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.risks.Watched;
import constancia.query.tables.Page;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Schemas of what Java says: the components of a record are the properties of an object. Named ones are kept and referred to. */
final class Schemas {

    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, object("type", "string")),
            Map.entry(UUID.class, object("type", "string", "format", "uuid")),
            Map.entry(LocalDate.class, object("type", "string", "format", "date")),
            Map.entry(Instant.class, object("type", "string", "format", "date-time")),
            Map.entry(OffsetDateTime.class, object("type", "string", "format", "date-time")),
            Map.entry(Integer.class, object("type", "integer", "format", "int32")), Map.entry(int.class, object("type", "integer", "format", "int32")),
            Map.entry(Long.class, object("type", "integer", "format", "int64")), Map.entry(long.class, object("type", "integer", "format", "int64")),
            Map.entry(Boolean.class, object("type", "boolean")), Map.entry(boolean.class, object("type", "boolean")),
            Map.entry(BigDecimal.class, object("type", "number")), Map.entry(byte[].class, object("type", "string", "contentEncoding", "base64")));

    /** Words whose package says to what they belong, which a schema's name must say by itself. */
    private static final Map<Class<?>, String> OF_ONE_KIND = Map.of(constancia.kernel.rights.Role.class, "AccountRole", constancia.kernel.actions.Role.class, "CommitmentRole",
            Condition.class, "ActionCondition", Direction.class, "IndicatorDirection", Adoption.class, "AgreementAdoption", Meaning.class, "ColumnMeaning", Watched.class, "WatchedAssumption");

    private final Map<String, Map<String, Object>> named = new TreeMap<>();
    private final Map<String, Class<?>> owners = new TreeMap<>();

    /** Every schema that was referred to so far, by its name. */
    Map<String, Map<String, Object>> named() {
        return named;
    }

    /** What is answered as a value of that type. */
    Map<String, Object> answer(AnnotatedType type) {
        return of(type, type.getType(), false, type);
    }

    Map<String, Object> answer(Class<?> type) {
        return of(null, type, false, type);
    }

    /** What a request may hold for a component of a record. */
    Map<String, Object> field(RecordComponent component) {
        return of(component.getAnnotatedType(), component.getGenericType(), true, component);
    }

    private Map<String, Object> of(@Nullable AnnotatedType annotated, Type type, boolean request, AnnotatedElement rules) {
        if (type instanceof ParameterizedType parameterized) {
            return generic(annotated, parameterized, request, rules);
        }
        if (!(type instanceof Class<?> raw) || raw == Object.class || raw == Void.class || raw.getName().startsWith("tools.jackson.")) {
            return object();
        }
        if (PLAIN.containsKey(raw)) {
            return request ? Limits.on(PLAIN.get(raw), raw, rules) : PLAIN.get(raw);
        }
        if (ItemId.class.isAssignableFrom(raw)) {
            return item(raw, request);
        }
        if (raw == Correction.class) {
            return object("type", "object", "description", "the fields that were wrong, as in the request of the command that made the record, with their right values");
        }
        if (raw.isEnum()) {
            return word(raw);
        }
        if (raw.isRecord()) {
            return record(raw, request);
        }
        throw new IllegalArgumentException("No schema for " + type);
    }

    private Map<String, Object> generic(@Nullable AnnotatedType annotated, ParameterizedType type, boolean request, AnnotatedElement rules) {
        var arguments = type.getActualTypeArguments();
        var inner = annotated instanceof AnnotatedParameterizedType a ? a.getAnnotatedActualTypeArguments() : null;
        var raw = (Class<?>) type.getRawType();
        if (Collection.class.isAssignableFrom(raw)) {
            var items = nullable(inner != null && optional(inner[0]), of(inner == null ? null : inner[0], arguments[0], request, rules));
            return request ? Limits.onList(object("type", "array", "items", items), rules) : object("type", "array", "items", items);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return object("type", "object", "additionalProperties", of(null, arguments[1], request, rules));
        }
        if (raw == Page.class) {
            return page(of(null, arguments[0], request, rules));
        }
        return of(inner == null ? null : inner[0], arguments[0], request, rules);
    }

    private static Map<String, Object> page(Map<String, Object> item) {
        return object("type", "object", "required", List.of("items", "next", "total"), "properties", object(
                "items", object("type", "array", "items", item),
                "next", object("type", List.of("string", "null"), "description", "the cursor of the next page"),
                "total", object("type", List.of("integer", "null"), "description", "exact to 10,000, else null"),
                "totalAtLeast", object("type", "integer")));
    }

    /** In a request an institution, body or plan may be named by what people call it; in an answer ids are UUIDs. */
    private static Map<String, Object> item(Class<?> type, boolean request) {
        var names = Map.of(InstitutionId.class, "an institution: its id, acronym or alias", BodyId.class, "a body: its id or acronym",
                PlanId.class, "a plan: its id or code");
        return request && names.containsKey(type) ? object("type", "string", "description", names.get(type)) : PLAIN.get(UUID.class);
    }

    private Map<String, Object> word(Class<?> type) {
        var words = Arrays.stream(type.getEnumConstants()).map(constant -> constant instanceof Word word ? word.word() : constant.toString()).toList();
        return kept(name(type), type, () -> object("type", "string", "enum", words));
    }

    private Map<String, Object> record(Class<?> type, boolean request) {
        var name = name(type);
        return kept(request ? name + "Request" : name, type, () -> request ? fields(type, List.of(type.getRecordComponents())) : told(type));
    }

    /** An object whose properties are these components of a request; whatever else it holds is refused. */
    Map<String, Object> fields(Class<?> type, List<RecordComponent> components) {
        var properties = object();
        var required = new ArrayList<String>();
        for (var component : components) {
            properties.put(name(component), field(component));
            if (Limits.required(component)) {
                required.add(name(component));
            }
        }
        return object("type", "object", "required", required, "properties", properties, "additionalProperties", false);
    }

    private Map<String, Object> told(Class<?> type) {
        var properties = object();
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            var schema = component.getAccessor().isAnnotationPresent(JsonFormat.class) ? PLAIN.get(String.class)
                    : of(component.getAnnotatedType(), component.getGenericType(), false, component);
            properties.put(name(component), nullable(optional(component.getAnnotatedType()), schema));
            if (!component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                required.add(name(component));
            }
        }
        return object("type", "object", "required", required, "properties", properties);
    }

    private Map<String, Object> kept(String name, Class<?> type, Supplier<Map<String, Object>> schema) {
        var owner = owners.putIfAbsent(name, type);
        if (owner != null && owner != type) {
            throw new IllegalStateException("Two schemas are called " + name + ": " + owner + " and " + type);
        }
        if (owner == null) {
            named.put(name, object());
            named.put(name, schema.get());
        }
        return ref("schemas", name);
    }

    /** Rows of lists are told apart by their list, parts of items and of commands by their item. */
    private static String name(Class<?> type) {
        var outer = type.getEnclosingClass();
        if (outer == null || outer.isInterface() && !Command.class.isAssignableFrom(outer)) {
            return OF_ONE_KIND.getOrDefault(type, type.getSimpleName());
        }
        return outer.getSimpleName().replaceAll("(Item|Answer|Facts|Controller|Command|Shapes)$", "") + type.getSimpleName();
    }

    static String name(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    static boolean optional(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> nullable(boolean nullable, Map<String, Object> schema) {
        if (!nullable || schema.isEmpty()) {
            return schema;
        }
        if (schema.get("type") instanceof String type) {
            var copy = object("type", List.of(type, "null"));
            schema.forEach(copy::putIfAbsent);
            return copy;
        }
        return object("oneOf", List.of(schema, object("type", "null")));
    }
}
