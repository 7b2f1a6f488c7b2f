package constancia.web.commands;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.command.AtMost;
import constancia.command.Between;
import constancia.command.Decimals;
import constancia.command.Happened;
import constancia.command.MadeIfMissing;
import constancia.command.Matching;
import constancia.command.Text;
import constancia.kernel.ItemId;
import constancia.kernel.Word;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.web.BadRequest;
import constancia.web.FieldProblem;
import constancia.web.NameResolver;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the values of a request one by one and keeps every fault: those of form (400) apart from those of value (422). */
final class ValueReader {

    private static final int LIST = 200;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final NameResolver names;
    private final LocalDate today;
    private final List<FieldProblem> form = new ArrayList<>();
    private final List<FieldProblem> value = new ArrayList<>();

    ValueReader(NameResolver names, LocalDate today) {
        this.names = names;
        this.today = today;
    }

    /** @throws BadRequest when anything was wrong; faults of form come alone, for the values were not all read */
    void failIfAny() {
        if (!form.isEmpty()) {
            throw new BadRequest(400, form);
        }
        if (!value.isEmpty()) {
            throw new BadRequest(422, value);
        }
    }

    <T> @Nullable T fault(FieldProblem problem) {
        value.add(problem);
        return null;
    }

    private <T> @Nullable T wrongType(String pointer, String expected) {
        form.add(FieldProblem.of(pointer, "wrong-type", expected));
        return null;
    }

    void unknown(String pointer, JsonNode object, Predicate<String> known) {
        object.propertyNames().stream().filter(name -> !known.test(name))
                .forEach(name -> form.add(FieldProblem.of(pointer + name.replace("~", "~0").replace("/", "~1"), "unknown-field", name)));
    }

    @Nullable Object read(String pointer, @Nullable JsonNode node, Schema.Field field, Supplier<UUID> newId) {
        var component = field.component();
        if (node == null || node.isNull()) {
            if (component.isAnnotationPresent(MadeIfMissing.class)) {
                return newId.get();
            }
            return field.optional() ? null : fault(FieldProblem.of(pointer, "required"));
        }
        return read(pointer, node, component.getGenericType(), component, newId);
    }

    private @Nullable Object read(String pointer, JsonNode node, Type type, AnnotatedElement rules, Supplier<UUID> newId) {
        if (type instanceof ParameterizedType list) {
            return list(pointer, node, list.getActualTypeArguments()[0], rules, newId);
        }
        var raw = (Class<?>) type;
        if (raw == String.class) {
            return rules.isAnnotationPresent(Matching.class) ? matching(pointer, node, rules.getAnnotation(Matching.class))
                    : text(pointer, node, rules.getAnnotation(Text.class).value());
        }
        if (raw == Integer.class || raw == int.class) {
            return integer(pointer, node, rules.getAnnotation(Between.class));
        }
        if (raw == Boolean.class || raw == boolean.class) {
            return node.isBoolean() ? node.booleanValue() : wrongType(pointer, "boolean");
        }
        if (raw == BigDecimal.class) {
            return decimal(pointer, node, rules.getAnnotation(Decimals.class));
        }
        if (raw == LocalDate.class) {
            return rules.isAnnotationPresent(Happened.class) ? happened(pointer, node, "date-in-future") : date(pointer, node);
        }
        if (raw == Instant.class) {
            return instant(pointer, node);
        }
        if (raw == UUID.class) {
            return uuid(pointer, node);
        }
        if (ItemId.class.isAssignableFrom(raw)) {
            return item(pointer, node, raw);
        }
        if (Word.class.isAssignableFrom(raw)) {
            return word(pointer, node, raw);
        }
        return object(pointer, node, raw, newId);
    }

    private @Nullable List<Object> list(String pointer, JsonNode node, Type of, AnnotatedElement rules, Supplier<UUID> newId) {
        if (!node.isArray()) {
            return wrongType(pointer, "array");
        }
        int most = rules.isAnnotationPresent(AtMost.class) ? rules.getAnnotation(AtMost.class).value() : LIST;
        if (node.size() > most) {
            return fault(FieldProblem.of(pointer, "too-many", most));
        }
        var values = new ArrayList<Object>();
        for (int i = 0; i < node.size(); i++) {
            var read = node.get(i).isNull() ? wrongType(pointer + "/" + i, "value") : read(pointer + "/" + i, node.get(i), of, rules, newId);
            if (read != null) {
                values.add(read);
            }
        }
        return List.copyOf(values);
    }

    private @Nullable Object object(String pointer, JsonNode node, Class<?> type, Supplier<UUID> newId) {
        if (!node.isObject()) {
            return wrongType(pointer, "object");
        }
        var schema = Schema.of(type);
        unknown(pointer + "/", node, schema.names()::contains);
        int faults = form.size() + value.size();
        var arguments = new Object[schema.fields().size()];
        for (int i = 0; i < arguments.length; i++) {
            var field = schema.fields().get(i);
            arguments[i] = read(pointer + "/" + field.name(), node.get(field.name()), field, newId);
        }
        return form.size() + value.size() > faults ? null : schema.instance(arguments);
    }

    @Nullable String text(String pointer, JsonNode node, int most) {
        if (!node.isString()) {
            return wrongType(pointer, "string");
        }
        var text = node.stringValue().strip();
        if (text.isEmpty()) {
            return fault(FieldProblem.of(pointer, "text-empty"));
        }
        if (text.indexOf('\0') >= 0) {
            return fault(FieldProblem.of(pointer, "text-unreadable"));
        }
        return text.codePointCount(0, text.length()) > most ? fault(FieldProblem.of(pointer, "text-too-long", most)) : text;
    }

    private @Nullable String matching(String pointer, JsonNode node, Matching rule) {
        if (!node.isString()) {
            return wrongType(pointer, "string");
        }
        var text = node.stringValue().strip();
        return text.matches(rule.value()) ? text : fault(FieldProblem.of(pointer, "text-not-in-form", rule.example()));
    }

    private @Nullable Integer integer(String pointer, JsonNode node, @Nullable Between range) {
        if (!node.isIntegralNumber()) {
            return wrongType(pointer, "integer");
        }
        int min = range == null ? Integer.MIN_VALUE : range.min();
        int max = range == null ? Integer.MAX_VALUE : range.max();
        return !node.canConvertToInt() || node.intValue() < min || node.intValue() > max
                ? fault(FieldProblem.of(pointer, "out-of-range", min, max)) : Integer.valueOf(node.intValue());
    }

    private @Nullable BigDecimal decimal(String pointer, JsonNode node, @Nullable Decimals rule) {
        if (!node.isNumber()) {
            return wrongType(pointer, "number");
        }
        var number = node.decimalValue();
        if (number.scale() <= (rule == null ? 2 : rule.value()) && (long) number.precision() - number.scale() <= 15) {
            return number;
        }
        return fault(rule == null ? FieldProblem.of(pointer, "bad-amount") : FieldProblem.of(pointer, "bad-number", rule.value()));
    }

    /** An object as it is, or null when there is none. */
    @Nullable JsonNode object(String pointer, @Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.isObject() ? node : wrongType(pointer, "object");
    }

    @Nullable Boolean truth(String pointer, @Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.isBoolean() ? Boolean.valueOf(node.booleanValue()) : wrongType(pointer, "boolean");
    }

    @Nullable LocalDate date(String pointer, JsonNode node) {
        if (!node.isString()) {
            return wrongType(pointer, "string");
        }
        try {
            return DATE.matcher(node.stringValue()).matches() ? LocalDate.parse(node.stringValue())
                    : fault(FieldProblem.of(pointer, "bad-date", node.stringValue()));
        } catch (DateTimeException e) {
            return fault(FieldProblem.of(pointer, "bad-date", node.stringValue()));
        }
    }

    /** A day from 1900-01-01 to today; {@code future} is what is said of a later one. */
    @Nullable LocalDate happened(String pointer, JsonNode node, String future) {
        var date = date(pointer, node);
        if (date != null && date.isAfter(today)) {
            fault(FieldProblem.of(pointer, future, today));
        } else if (date != null && date.isBefore(FIRST_DAY)) {
            fault(FieldProblem.of(pointer, "date-before-1900"));
        }
        return date;
    }

    private @Nullable Instant instant(String pointer, JsonNode node) {
        if (!node.isString()) {
            return wrongType(pointer, "string");
        }
        try {
            return OffsetDateTime.parse(node.stringValue()).toInstant();
        } catch (DateTimeException e) {
            return fault(FieldProblem.of(pointer, "bad-instant", node.stringValue()));
        }
    }

    @Nullable UUID uuid(String pointer, JsonNode node) {
        if (!node.isString()) {
            return wrongType(pointer, "string");
        }
        var id = uuid(node.stringValue());
        return id != null ? id : fault(FieldProblem.of(pointer, "bad-uuid", node.stringValue()));
    }

    private @Nullable Object item(String pointer, JsonNode node, Class<?> type) {
        if (!node.isString()) {
            return wrongType(pointer, "string");
        }
        var text = node.stringValue().strip();
        if (text.indexOf('\0') >= 0) {
            return fault(FieldProblem.of(pointer, "text-unreadable"));
        }
        UUID id = uuid(text);
        if (id == null && type == InstitutionId.class) {
            id = named(pointer, text, names.institutions(text), "unknown-institution");
        } else if (id == null && type == BodyId.class) {
            id = named(pointer, text, names.bodies(text), "unknown-body");
        } else if (id == null && type == PlanId.class) {
            id = named(pointer, text, names.plans(text), "unknown-plan");
        } else if (id == null) {
            fault(FieldProblem.of(pointer, "bad-uuid", text));
        }
        return id == null ? null : Schema.of(type).instance(id);
    }

    private @Nullable UUID named(String pointer, String text, List<NameResolver.Found> found, String unknown) {
        if (found.isEmpty()) {
            return fault(FieldProblem.of(pointer, unknown, text));
        }
        return found.size() == 1 ? found.getFirst().id() : fault(FieldProblem.of(pointer, "ambiguous-name", text,
                found.stream().map(NameResolver.Found::name).collect(Collectors.joining("; "))));
    }

    private @Nullable Object word(String pointer, JsonNode node, Class<?> type) {
        if (!node.isString()) {
            return wrongType(pointer, "string");
        }
        for (var constant : type.getEnumConstants()) {
            if (((Word) constant).word().equals(node.stringValue())) {
                return constant;
            }
        }
        return fault(FieldProblem.of(pointer, "unknown-word", node.stringValue(),
                Arrays.stream(type.getEnumConstants()).map(constant -> ((Word) constant).word()).collect(Collectors.joining(", "))));
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The field that a component stands for: its own name, unless Java keeps that word for itself ({@code class}). */
    static String field(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    static boolean optional(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
