package constancia.web.commands;

import constancia.command.CallersByDefault;
import constancia.command.Command;
import constancia.command.MadeIfMissing;
import constancia.command.Matching;
import constancia.command.NeedsGrounds;
import constancia.command.Text;
import constancia.kernel.ItemId;
import constancia.kernel.Word;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.plans.PlanId;
import constancia.web.Collections;
import constancia.web.commands.FormField.Kind;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Forms of commands: which fields each has, and the request that a filled form stands for. The command's record is the schema here too. */
@Component
public final class RequestForms {

    private static final int SHORT = 500;
    private static final Map<Class<?>, Kind> SINGLE = Map.ofEntries(Map.entry(LocalDate.class, Kind.DATE), Map.entry(Instant.class, Kind.MOMENT), Map.entry(Integer.class, Kind.NUMBER),
            Map.entry(int.class, Kind.NUMBER), Map.entry(BigDecimal.class, Kind.AMOUNT), Map.entry(Boolean.class, Kind.TRUTH), Map.entry(boolean.class, Kind.TRUTH),
            Map.entry(InstitutionId.class, Kind.INSTITUTION), Map.entry(BodyId.class, Kind.BODY), Map.entry(PlanId.class, Kind.PLAN), Map.entry(AgreementId.class, Kind.AGREEMENT),
            Map.entry(MeetingId.class, Kind.MEETING), Map.entry(ActionId.class, Kind.ACTION), Map.entry(CaseFileId.class, Kind.CASE_FILE), Map.entry(UUID.class, Kind.PART));
    private static final Map<Class<?>, Kind> SEVERAL = Map.of(InstitutionId.class, Kind.INSTITUTIONS, AgreementId.class, Kind.AGREEMENTS, ActionId.class, Kind.ACTIONS, UUID.class, Kind.PARTS);
    /** The ids among the fields that are those of persons. */
    private static final Set<String> PERSONS = Set.of("person", "delegatedBy");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Clock clock;

    RequestForms(Clock clock) {
        this.clock = clock;
    }

    /** The command's own fields, without the day of effect and the grounds that every command has. */
    public List<FormField> fields(Class<? extends Command> command) {
        return Schema.of(command).fields().stream().filter(field -> !field.name().equals("id") && !field.name().equals("effectiveOn"))
                .filter(field -> !field.component().isAnnotationPresent(MadeIfMissing.class)).map(field -> field("", field)).toList();
    }

    /** The fields that nobody fills in, but that a link to the form may: how what it makes, or changes, is called. */
    public List<String> made(Class<? extends Command> command) {
        return Schema.of(command).fields().stream().filter(field -> field.component().isAnnotationPresent(MadeIfMissing.class)).map(Schema.Field::name).toList();
    }

    public boolean needsGrounds(Class<? extends Command> command) {
        return command.isAnnotationPresent(NeedsGrounds.class);
    }

    private static FormField field(String before, Schema.Field field) {
        var component = field.component();
        var own = component.isAnnotationPresent(CallersByDefault.class);
        var text = component.getAnnotation(Text.class);
        return of(before, field.name(), component.getGenericType(), !field.optional() && !own, text == null ? 0 : text.value(), component.isAnnotationPresent(Matching.class)
                && component.getAnnotation(Matching.class).value().contains("0-9a-f"));
    }

    private static FormField of(String before, String name, Type type, boolean required, int most, boolean document) {
        var path = before + name;
        if (type instanceof ParameterizedType list) {
            return list(path, name, (Class<?>) list.getActualTypeArguments()[0], required, most, document);
        }
        var raw = (Class<?>) type;
        if (Word.class.isAssignableFrom(raw)) {
            return new FormField(name, path, Kind.WORD, required, 0, family(raw), words(raw), List.of());
        }
        if (raw.isRecord() && !ItemId.class.isAssignableFrom(raw)) {
            return new FormField(name, path, Kind.ROWS, required, 1, "", List.of(), parts(path + "/", raw));
        }
        return new FormField(name, path, kind(name, raw, most, document), required, most, "", List.of(), List.of());
    }

    private static FormField list(String path, String name, Class<?> of, boolean required, int most, boolean document) {
        if (Word.class.isAssignableFrom(of)) {
            return new FormField(name, path, Kind.WORDS, required, 0, family(of), words(of), List.of());
        }
        if (of.isRecord() && !ItemId.class.isAssignableFrom(of)) {
            return new FormField(name, path, Kind.ROWS, required, 0, "", List.of(), parts(path + "/0/", of));
        }
        var kind = of != String.class ? SEVERAL.get(of) : document ? Kind.DOCUMENTS : name.equals("periods") ? Kind.PERIODS : Kind.LINES;
        return new FormField(name, path, kind, required, most, "", List.of(), List.of());
    }

    private static List<FormField> parts(String before, Class<?> row) {
        return Schema.of(row).fields().stream().filter(field -> !field.component().isAnnotationPresent(MadeIfMissing.class)).map(field -> field(before, field)).toList();
    }

    private static Kind kind(String name, Class<?> type, int most, boolean document) {
        if (type == String.class) {
            return document ? Kind.DOCUMENT : name.equals("period") ? Kind.PERIOD : most > SHORT ? Kind.LONG_TEXT : Kind.TEXT;
        }
        // what has no list of its own is written as its id
        return type == UUID.class && PERSONS.contains(name) ? Kind.PERSON : SINGLE.getOrDefault(type, Kind.PART);
    }

    private static String family(Class<?> words) {
        return words.getSimpleName();
    }

    private static List<String> words(Class<?> words) {
        return Arrays.stream(words.getEnumConstants()).map(constant -> ((Word) constant).word()).toList();
    }

    /** The request that the form stands for; what was left empty is left out. */
    public ObjectNode request(Class<? extends Command> command, Map<String, String[]> filled) {
        var said = new Filled(filled, clock, JSON);
        var body = said.object(fields(command));
        // a page may say itself how it will call what it makes, so that it can go on before it is answered
        Schema.of(command).fields().stream().filter(field -> field.component().isAnnotationPresent(MadeIfMissing.class) || field.name().equals("id") && Collections.creates(command))
                .forEach(field -> Optional.ofNullable(said.value(field("", field))).ifPresent(value -> body.set(field.name(), value)));
        Stream.of("effectiveOn", "grounds").forEach(name -> Optional.ofNullable(said.value(new FormField(name, name,
                name.equals("grounds") ? Kind.LONG_TEXT : Kind.DATE, false, 0, "", List.of(), List.of()))).ifPresent(value -> body.set(name, value)));
        return body;
    }

    /** A command that is on record, as its form would have been filled. */
    public AsWritten written(Command command) {
        return AsWritten.of(command, this, clock.getZone());
    }

    /** Which rows of a field of several were filled in, by their numbers; a "no" that was there before makes none. */
    static List<Integer> rows(String path, Map<String, String[]> filled) {
        var rows = new TreeSet<Integer>();
        var start = path + "/";
        filled.forEach((name, values) -> {
            if (name.startsWith(start) && !values[0].isBlank() && !values[0].equals("false")) {
                var number = name.substring(start.length()).split("/")[0];
                if (number.matches("\\d{1,3}")) {
                    rows.add(Integer.valueOf(number));
                }
            }
        });
        return List.copyOf(rows);
    }
}
