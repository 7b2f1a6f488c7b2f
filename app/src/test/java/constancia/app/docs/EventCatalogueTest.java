package constancia.app.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.texts.Repository;
import constancia.kernel.Event;
import constancia.kernel.EventTypes;
import constancia.kernel.ItemId;
import constancia.kernel.Rectified;
import constancia.kernel.Word;
import constancia.web.Messages;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** docs/events.md: every event that can be on record, its fields, and one as it is stored. */
class EventCatalogueTest {

    private static final String HEAD = """
            # What can be on record

            Every event, by the item that it belongs to: how it is told, its fields, and one as it is stored. The item's id, who
            recorded it, for whom and on which grounds stand beside it in the journal. Names are for ever; fields may be added,
            and what is stored is read leniently. This page is made from the code by `bin/docs`; the build compares it.
            """;

    @Test
    void the_page_lists_every_event_as_it_is() {
        var page = new StringBuilder(HEAD);
        families().forEach((family, events) -> {
            page.append("\n## ").append(family == EveryItem.class ? "Every item" : family.getSimpleName().replace("Event", "")).append('\n');
            events.forEach(event -> page.append(event(event)));
        });
        Generated.compare("docs/events.md", page.toString());
    }

    private static Map<Class<?>, List<Class<?>>> families() {
        var families = new LinkedHashMap<Class<?>, List<Class<?>>>();
        EventTypes.all().values().stream().map(event -> event.getInterfaces()[0]).distinct().filter(family -> family != Event.class)
                .sorted(Comparator.comparing(Class::getSimpleName)).forEach(family -> families.put(family, List.of(family.getPermittedSubclasses())));
        families.put(EveryItem.class, List.of(Rectified.class));
        assertThat(families.values().stream().mapToInt(List::size).sum()).isEqualTo(EventTypes.all().size());
        return families;
    }

    /** What stands for the events that any item may have. */
    private interface EveryItem {}

    private static String event(Class<?> event) {
        var shapes = new LinkedHashSet<Class<?>>();
        var text = new StringBuilder("\n### " + event.getSimpleName() + "\n\n" + told(event) + "\n\n| field | type |\n|---|---|\n");
        fields(event, text, shapes);
        var told = new HashSet<Class<?>>();
        while (told.size() < shapes.size()) {
            var shape = shapes.stream().filter(one -> !told.contains(one)).min(Comparator.comparing(Class::getSimpleName)).orElseThrow();
            told.add(shape);
            text.append("\nEach ").append(shape.getSimpleName()).append(":\n\n| field | type |\n|---|---|\n");
            fields(shape, text, shapes);
        }
        return text + "\n```json\n" + example(event.getSimpleName()) + "\n```\n";
    }

    private static void fields(Class<?> record, StringBuilder text, Set<Class<?>> shapes) {
        for (var component : record.getRecordComponents()) {
            text.append("| `").append(component.getName()).append("` | ").append(type(component.getGenericType(), shapes)).append(optional(component) ? ", or nothing" : "").append(" |\n");
        }
    }

    private static String type(Type type, Set<Class<?>> shapes) {
        if (type instanceof ParameterizedType list) {
            return "list: " + type(list.getActualTypeArguments()[0], shapes);
        }
        var raw = (Class<?>) type;
        if (raw.isEnum()) {
            return Arrays.stream(raw.getEnumConstants()).map(word -> "`" + ((Word) word).word() + "`").collect(joining(" "));
        }
        if (ItemId.class.isAssignableFrom(raw)) {
            return "id of " + raw.getSimpleName().replace("Id", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase();
        }
        if (raw.isRecord()) {
            shapes.add(raw);
            return raw.getSimpleName();
        }
        return switch (raw.getSimpleName()) {
            case "Event" -> "an event under its name";
            case "String" -> "text";
            case "UUID" -> "uuid";
            case "LocalDate" -> "date";
            case "Instant" -> "instant";
            case "int", "Integer", "long" -> "whole number";
            case "boolean", "Boolean" -> "true or false";
            case "BigDecimal" -> "amount";
            default -> throw new IllegalArgumentException("No word for " + raw);
        };
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String told(Class<?> event) {
        var slice = event == Rectified.class ? "history" : event.getPackageName().substring("constancia.kernel.".length());
        return ResourceBundle.getBundle("constancia.query." + slice + ".summaries", Messages.SPANISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString(event.getSimpleName()).replaceAll("\\{\\d+}", "…").replace("''", "'");
    }

    private static String example(String event) {
        var file = Repository.root().resolve("shared-kernel/src/test/resources/events/" + event + ".json");
        assertThat(Files.exists(file)).as("%s", file).isTrue();
        return Repository.read(file).strip();
    }
}
