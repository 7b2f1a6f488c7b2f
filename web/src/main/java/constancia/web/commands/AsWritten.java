package constancia.web.commands;

import constancia.command.Command;
import constancia.command.MadeIfMissing;
import constancia.kernel.ItemId;
import constancia.kernel.Word;
import constancia.query.history.Told;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A command that is on record, as its form would have been filled with ids for the items that it names, and what the same form says otherwise when it comes back. What is withheld is left empty. */
public final class AsWritten {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");
    private static final String HASH = "[0-9a-f]{64}";

    private final Class<? extends Command> type;
    private final RequestForms forms;
    private final ZoneId zone;
    private final Map<String, String[]> filled = new LinkedHashMap<>();
    /** The ids that entries of lists were given, by their places: an entry keeps its own. */
    private final Map<String, UUID> made = new LinkedHashMap<>();

    private AsWritten(Class<? extends Command> type, RequestForms forms, ZoneId zone) {
        this.type = type;
        this.forms = forms;
        this.zone = zone;
    }

    static AsWritten of(Command command, RequestForms forms, ZoneId zone) {
        var written = new AsWritten(command.getClass(), forms, zone);
        Schema.of(command.getClass()).fields().stream().filter(field -> !field.name().equals("id")).forEach(field -> written.put("", field, command));
        return written;
    }

    private void put(String before, Schema.Field field, Object record) {
        var value = field.of(record);
        if (field.component().isAnnotationPresent(MadeIfMissing.class) && value instanceof UUID id) {
            made.put(before + field.name(), id);
        } else {
            put(before + field.name(), value);
        }
    }

    private void put(String path, @Nullable Object value) {
        switch (value) {
            case null -> { }
            case List<?> list -> putAll(path, list);
            case Word word -> filled.put(path, new String[] {word.word()});
            case ItemId id -> filled.put(path, new String[] {id.value().toString()});
            case Record record -> Schema.of(record.getClass()).fields().forEach(field -> put(path + "/", field, record));
            case LocalDate day -> filled.put(path, new String[] {DAY.format(day)});
            case Instant moment -> filled.put(path, new String[] {MOMENT.withZone(zone).format(moment)});
            case BigDecimal amount -> filled.put(path, new String[] {amount.toPlainString()});
            case String text when Told.open(text) == null -> { }
            default -> filled.put(path, new String[] {value.toString()});
        }
    }

    private void putAll(String path, List<?> list) {
        if (list.stream().anyMatch(one -> one instanceof Record && !(one instanceof ItemId))) {
            for (int i = 0; i < list.size(); i++) {
                put(path + "/" + i, list.get(i));
            }
        } else if (!list.isEmpty() && list.stream().allMatch(one -> one instanceof Word || one instanceof String text && text.matches(HASH))) {
            filled.put(path, list.stream().map(one -> one instanceof Word word ? word.word() : one.toString()).toArray(String[]::new));
        } else if (!list.isEmpty()) {
            filled.put(path, new String[] {list.stream().map(one -> one instanceof ItemId id ? id.value().toString() : one.toString()).collect(Collectors.joining("\n"))});
        }
    }

    /** By the places of the fields. */
    public Map<String, String[]> filled() {
        return filled;
    }

    /** The fields that the form says otherwise now, as a rectification takes them; null for what was taken away. */
    public ObjectNode otherwise(Map<String, String[]> now) {
        var before = forms.request(type, filled);
        var after = forms.request(type, now);
        var changed = JsonNodeFactory.instance.objectNode();
        Stream.concat(forms.fields(type).stream().map(FormField::name), Stream.of("effectiveOn")).filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .forEach(name -> changed.set(name, after.has(name) ? named(name, after.get(name), now) : JsonNodeFactory.instance.nullNode()));
        return changed;
    }

    private JsonNode named(String name, JsonNode value, Map<String, String[]> now) {
        if (value.isArray()) {
            var rows = RequestForms.rows(name, now);
            for (int i = 0; i < value.size(); i++) {
                if (value.get(i) instanceof ObjectNode entry) {
                    var at = name + "/" + rows.get(i) + "/";
                    made.forEach((place, id) -> {
                        if (place.startsWith(at)) {
                            entry.put(place.substring(at.length()), id.toString());
                        }
                    });
                }
            }
        }
        return value;
    }
}
