package constancia.web.pages;

import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.query.history.UnknownItem;
import constancia.query.tables.SearchText;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.commands.FormField;
import constancia.web.commands.FormField.Kind;
import constancia.web.pages.FactSheet.Shown;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What may be chosen where a command names a part of its own item, of its plan or of a meeting: a milestone, a node of the outline, a period, a point of the agenda. */
@Component
final class Choices {

    /** A part and how it is told: what comes first tells it best. */
    public record Choice(String id, List<String> told) {

        private static final int LONG = 90;

        public String text() {
            var text = told.stream().limit(3).collect(Collectors.joining(" · "));
            return text.isEmpty() ? id : text.length() > LONG ? text.substring(0, LONG) + "…" : text;
        }

        private boolean isCalled(String plain) {
            return Stream.concat(told.stream(), Stream.of(text())).map(SearchText::of).anyMatch(plain::equals);
        }
    }

    /** Where the parts that a field names stand in the answer. */
    private static final Map<String, String> PARTS = Map.ofEntries(Map.entry("milestone", "milestones"), Map.entry("extension", "extensions"), Map.entry("impediment", "impediments"),
            Map.entry("deliberation", "deliberations"), Map.entry("item", "agenda"), Map.entry("addendum", "addenda"), Map.entry("awaiting", "awaiting"), Map.entry("seat", "seats"),
            Map.entry("sign", "warningSigns"), Map.entry("measure", "damageReduction"), Map.entry("funding", "funding"), Map.entry("consultation", "consultations"),
            Map.entry("mandate", "mandates"), Map.entry("removeClauses", "clauses"), Map.entry("correspondence", "correspondence"), Map.entry("series", "series"));
    private static final Set<String> NODES = Set.of("node", "parent", "recommendation", "recommendations");
    private static final Set<String> OF_MEETINGS = Set.of("item", "deliberation");
    private static final List<String> TOLD = List.of("code", "number", "title", "name", "text", "question", "subject", "source", "grounds", "askedFor", "capacity", "office", "role");
    private static final Map<String, String> WORDS = Map.of("capacity", "Capacity", "role", "SeatRole");
    /** What is said of a commitment that there is. */
    private static final Set<String> ON_COMMITMENTS = Set.of("accept-commitment", "decline-commitment", "release-responsible", "request-extension", "report-progress", "mark-delivered", "verify-delivery",
            "return-delivery", "refer-to-poa");

    private final Items items;
    private final References references;
    private final Mentions mentions;
    private final Formats formats;
    private final JsonMapper json;

    Choices(Items items, References references, Mentions mentions, Formats formats, JsonMapper json) {
        this.items = items;
        this.references = references;
        this.mentions = mentions;
        this.formats = formats;
        this.json = json;
    }

    /**
     * Those of one form.
     *
     * @param command {@code report-progress}
     * @param item    the item that it is said of; null for what creates one
     */
    Form in(Collections kind, String command, @Nullable Map<String, Object> item, List<FormField> fields, Map<String, String[]> filled, HttpServletRequest request) {
        return new Form(kind, command, item, fields.stream().flatMap(FormField::leaves).map(FormField::path).collect(Collectors.toUnmodifiableSet()), filled, request);
    }

    /** Of one form, as it is filled: other fields say in which plan, meeting or body. Each is read once. */
    public final class Form {

        private final Collections kind;
        private final String command;
        private final @Nullable Map<String, Object> item;
        private final Set<String> places;
        private final Map<String, String[]> filled;
        private final HttpServletRequest request;
        private final Map<String, Optional<Map<String, Object>>> read = new HashMap<>();
        private final Map<String, List<Choice>> known = new HashMap<>();

        private Form(Collections kind, String command, @Nullable Map<String, Object> item, Set<String> places, Map<String, String[]> filled, HttpServletRequest request) {
            this.kind = kind;
            this.command = command;
            this.item = item;
            this.places = places;
            this.filled = filled;
            this.request = request;
        }

        /** None where something is to be written instead. */
        public List<Choice> of(FormField field, String path) {
            return known.computeIfAbsent(path, _ -> choices(field, path));
        }

        private List<Choice> choices(FormField field, String path) {
            return switch (field.kind()) {
                // what a calendar calls its periods is written
                case PERIOD, PERIODS -> path.startsWith("calendar/") || command.equals("add-periods") ? List.of() : maps(inPlan(), "calendar").map(this::period).toList();
                case PART, PARTS -> parts(field.name(), path);
                case INSTITUTION -> item != null && ON_COMMITMENTS.contains(command) ? maps(item, "commitments").filter(one -> one.get("institution") instanceof Map).map(Choices::institution).distinct().toList() : List.of();
                case ACTION -> item != null && command.equals("remove-dependency") ? maps(item, "dependsOn").filter(one -> one.get("action") instanceof Map).map(Choices::predecessor).toList() : List.of();
                default -> List.of();
            };
        }

        private List<Choice> parts(String name, String path) {
            if (NODES.contains(name)) {
                return all(maps(inPlan(), "outline").filter(node -> !name.startsWith("recommendation") || "recommendation".equals(node.get("kind"))));
            }
            if (name.equals("assumption")) {
                return all(maps(inPlan(), "outline").flatMap(node -> maps(node, "assumptions")));
            }
            if (name.equals("observation")) {
                return all(maps(item == null ? null : (Map<?, ?>) item.get("minutes"), "observations"));
            }
            return all(maps(whole(name, path), PARTS.getOrDefault(name, name)));
        }

        /** That of which it is a part: what another field names, or the form's own item. */
        private @Nullable Map<String, Object> whole(String name, String path) {
            var meeting = beside(path, "meeting");
            return OF_MEETINGS.contains(name) && places.contains(meeting.replaceAll("/\\d+/", "/0/")) ? meeting(meeting) : name.equals("series") && item == null ? body() : item;
        }

        private List<Choice> all(Stream<Map<String, Object>> parts) {
            var all = parts.toList();
            var called = all.stream().anyMatch(part -> part.get("person") != null) ? mentions.in(json.valueToTree(all), request) : Map.<String, Shown>of();
            return all.stream().map(part -> part(part, called)).toList();
        }

        private Choice part(Map<String, Object> part, Map<String, Shown> called) {
            var who = Stream.of(part.get("institution") instanceof Map<?, ?> institution ? Optional.ofNullable(institution.get("acronym")).orElse(institution.get("name")) : null,
                    called.containsKey(String.valueOf(part.get("person"))) ? called.get(String.valueOf(part.get("person"))).text() : null);
            var what = TOLD.stream().filter(field -> part.get(field) != null).map(field -> WORDS.containsKey(field) ? formats.word(WORDS.get(field), part.get(field)) : formats.any(part.get(field)));
            return new Choice(String.valueOf(part.get("id")), Stream.concat(who.filter(Objects::nonNull).map(Object::toString), what).toList());
        }

        private Choice period(Map<String, Object> period) {
            var dates = period.get("from") == null ? Stream.<String>of() : Stream.of(formats.date(period.get("from")) + " – " + formats.date(period.get("until")));
            return new Choice(String.valueOf(period.get("period")), Stream.concat(Stream.ofNullable(period.get("label")).map(Object::toString), Stream.concat(Stream.of(String.valueOf(period.get("period"))), dates)).distinct().toList());
        }

        /** Those parts that may be meant by what was written. */
        List<Choice> meant(FormField field, String path, String written) {
            var plain = SearchText.of(written);
            return of(field, path).stream().filter(choice -> choice.isCalled(plain)).toList();
        }

        /** Which other field must be filled first: {@code plan}, {@code meeting} or {@code body}; null when none. */
        public @Nullable String missing(FormField field, String path) {
            if (field.kind() != Kind.PART && field.kind() != Kind.PARTS) {
                return null;
            }
            var name = field.name();
            if ((NODES.contains(name) || name.equals("assumption")) && inPlan() == null) {
                return "plan";
            }
            return whole(name, path) != null ? null : OF_MEETINGS.contains(name) ? "meeting" : name.equals("series") ? "body" : null;
        }

        /** The plan in which all this is. */
        @Nullable UUID plan() {
            return Optional.ofNullable(inPlan()).map(plan -> UUID.fromString(String.valueOf(plan.get("id")))).orElse(null);
        }

        private @Nullable Map<String, Object> inPlan() {
            return once("plan", () -> {
                if (!text("plan").isEmpty()) {
                    return named(Kind.PLAN, "plan", "plan");
                }
                return kind == Collections.PLANS ? item : item != null && item.get("plan") instanceof Map<?, ?> plan ? answer("plan", String.valueOf(plan.get("id"))) : null;
            });
        }

        private @Nullable Map<String, Object> body() {
            return once("body", () -> named(Kind.BODY, "body", "body"));
        }

        private @Nullable Map<String, Object> meeting(String place) {
            return once(place, () -> named(Kind.MEETING, "meeting", place));
        }

        /** What the field at that place names, if it is one. */
        private @Nullable Map<String, Object> named(Kind of, String type, String place) {
            var written = text(place);
            if (References.isId(written)) {
                return answer(type, written);
            }
            var meant = written.isEmpty() ? List.<Choice>of() : references.meant(of, written, null, request);
            return meant.size() == 1 ? answer(type, meant.getFirst().id()) : null;
        }

        private @Nullable Map<String, Object> once(String what, Supplier<@Nullable Map<String, Object>> reading) {
            if (!read.containsKey(what)) {
                read.put(what, Optional.ofNullable(reading.get()));
            }
            return read.get(what).orElse(null);
        }

        private @Nullable Map<String, Object> answer(String type, String id) {
            try {
                return Answered.fields(items.item(Caller.current().reader(), type, UUID.fromString(id), CutRequest.NOW).json());
            } catch (UnknownItem e) {
                return null;
            }
        }

        private String text(String place) {
            return filled.containsKey(place) ? filled.get(place)[0].strip() : "";
        }
    }

    private static String beside(String path, String name) {
        return path.substring(0, path.lastIndexOf('/') + 1) + name;
    }

    private static Choice institution(Map<String, Object> commitment) {
        var institution = (Map<?, ?>) commitment.get("institution");
        var acronym = institution.get("acronym");
        return new Choice(String.valueOf(acronym == null ? institution.get("name") : acronym), Stream.of(acronym, institution.get("name")).filter(Objects::nonNull).map(Object::toString).toList());
    }

    private static Choice predecessor(Map<String, Object> dependency) {
        var action = (Map<?, ?>) dependency.get("action");
        return new Choice(String.valueOf(action.get("id")), Stream.ofNullable(action.get("title")).map(Object::toString).toList());
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> maps(@Nullable Map<?, ?> of, String list) {
        return of != null && of.get(list) instanceof List<?> all ? all.stream().filter(Map.class::isInstance).map(one -> (Map<String, Object>) one) : Stream.empty();
    }
}
