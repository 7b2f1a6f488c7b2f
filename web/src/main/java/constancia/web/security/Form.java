package constancia.web.security;

import constancia.kernel.Word;
import constancia.web.BadRequest;
import constancia.web.FieldProblem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a request's JSON object; every fault is found before any is told. */
final class Form {

    private final JsonNode object;
    private final String pointer;
    private final List<FieldProblem> form;
    private final List<FieldProblem> value;

    Form(JsonNode object, String... fields) {
        this(object, "", new ArrayList<>(), new ArrayList<>(), fields);
    }

    private Form(JsonNode object, String pointer, List<FieldProblem> form, List<FieldProblem> value, String... fields) {
        this.object = object;
        this.pointer = pointer;
        this.form = form;
        this.value = value;
        var known = Set.of(fields);
        object.propertyNames().stream().filter(name -> !known.contains(name))
                .forEach(name -> form.add(FieldProblem.of(pointer + name.replace("~", "~0").replace("/", "~1"), "unknown-field", name)));
    }

    @Nullable String text(String field, int most) {
        var node = object.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            form.add(FieldProblem.of(pointer + field, "wrong-type", "string"));
            return null;
        }
        var text = node.stringValue().strip();
        if (text.length() > most) {
            value.add(FieldProblem.of(pointer + field, "text-too-long", most));
        }
        return text.isEmpty() ? null : text;
    }

    /** Empty only when a fault was noted. */
    String required(String field, int most) {
        return orFault(field, text(field, most), "");
    }

    <W extends Enum<W> & Word> @Nullable W word(String field, W[] words) {
        return read(field, written -> Arrays.stream(words).filter(word -> word.word().equals(written)).findFirst().orElse(null),
                written -> FieldProblem.of(pointer + field, "unknown-word", written, Arrays.stream(words).map(Word::word).collect(Collectors.joining(", "))));
    }

    @Nullable LocalDate date(String field) {
        return read(field, written -> {
            try {
                return LocalDate.parse(written);
            } catch (DateTimeParseException e) {
                return null;
            }
        }, written -> FieldProblem.of(pointer + field, "text-not-in-form", "2015-06-30"));
    }

    @Nullable UUID uuid(String field) {
        return read(field, written -> {
            try {
                return UUID.fromString(written);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }, written -> FieldProblem.of(pointer + field, "text-not-in-form", "0197c1c0-0000-7000-8000-000000000000"));
    }

    /** One form for each element of an array; none when there is no such field. */
    List<Form> each(String field, String... fields) {
        var node = object.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray() || node.valueStream().anyMatch(element -> !element.isObject())) {
            form.add(FieldProblem.of(pointer + field, "wrong-type", "array"));
            return List.of();
        }
        var forms = new ArrayList<Form>();
        for (int i = 0; i < node.size(); i++) {
            forms.add(new Form(node.get(i), pointer + field + "/" + i + "/", form, value, fields));
        }
        return forms;
    }

    <T> T orFault(String field, @Nullable T found, T otherwise) {
        if (found == null && form.stream().noneMatch(fault -> at(fault, field)) && value.stream().noneMatch(fault -> at(fault, field))) {
            value.add(FieldProblem.of(pointer + field, "required"));
        }
        return found == null ? otherwise : found;
    }

    void fault(FieldProblem fault) {
        value.add(fault);
    }

    /** @throws BadRequest 400 when it cannot be read, 422 when a value will not do */
    void failIfAny() {
        if (!form.isEmpty()) {
            throw new BadRequest(400, form);
        }
        if (!value.isEmpty()) {
            throw new BadRequest(422, value);
        }
    }

    private boolean at(FieldProblem fault, String field) {
        return fault.pointer().equals("#/" + pointer + field);
    }

    private <T> @Nullable T read(String field, Function<String, @Nullable T> reads, Function<String, FieldProblem> fault) {
        var written = text(field, 200);
        var found = written == null ? null : reads.apply(written);
        if (written != null && found == null) {
            value.add(fault.apply(written));
        }
        return found;
    }
}
