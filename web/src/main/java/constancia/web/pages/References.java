package constancia.web.pages;

import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.query.history.UnknownItem;
import constancia.query.tables.SearchText;
import constancia.web.BadRequest;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.FieldProblem;
import constancia.web.NameResolver;
import constancia.web.WrittenDates;
import constancia.web.commands.FormField;
import constancia.web.commands.FormField.Kind;
import constancia.web.items.ApiLists;
import constancia.web.pages.Choices.Choice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How people write in a form which item or person they mean: an agreement by its folio, a meeting by its body and day, an action by its plan
 * and number. What the reader may not know of is not found, as what there is not.
 */
@Component
final class References {

    /** Where those that a field names are listed. */
    static final Map<Kind, String> LISTS = Map.of(Kind.INSTITUTION, "institutions", Kind.BODY, "bodies", Kind.PLAN, "plans", Kind.AGREEMENT, "agreements", Kind.MEETING, "meetings",
            Kind.ACTION, "actions", Kind.CASE_FILE, "case-files", Kind.PERSON, "persons");

    private static final Map<Kind, Kind> ONE_OF = Map.of(Kind.INSTITUTIONS, Kind.INSTITUTION, Kind.AGREEMENTS, Kind.AGREEMENT, Kind.ACTIONS, Kind.ACTION, Kind.PARTS, Kind.PART);
    private static final Map<Kind, String> UNKNOWN = Map.of(Kind.AGREEMENT, "no-such-agreement", Kind.MEETING, "no-such-meeting", Kind.ACTION, "no-such-action",
            Kind.CASE_FILE, "no-such-case-file", Kind.PERSON, "no-such-person", Kind.PART, "no-such-part");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBERED = Pattern.compile("(.+?)[\\s·,/]+(\\S{1,20})");
    private static final Pattern ON_A_DAY = Pattern.compile("(.+?)[\\s·,]+(\\d{1,2}/\\d{1,2}/\\d{4})(?:[\\s·,]+(\\d{1,2}:\\d{2}))?");
    private static final Pattern ROW = Pattern.compile("/\\d{1,3}(?=/)");
    private static final String MOST = "500";
    /** Under which a person has its institution as it is called. */
    private static final String OF = "of";

    private final ApiLists lists;
    private final NameResolver names;
    private final Items items;
    private final Formats formats;

    References(ApiLists lists, NameResolver names, Items items, Formats formats) {
        this.lists = lists;
        this.names = names;
        this.items = items;
        this.formats = formats;
    }

    /** Whether it is the id of something already. */
    static boolean isId(String written) {
        return ID.matcher(written).matches();
    }

    /** In which ways it may be written; in the first it is told. */
    List<String> ways(Kind kind, Map<String, Object> item) {
        return (switch (kind) {
            case MEETING -> Stream.of(of(item, "body", "acronym") + " · " + formats.moment(item.get("startsAt")));
            case ACTION -> Stream.of(of(item, "plan", "code") == null || item.get("number") == null ? null : of(item, "plan", "code") + " · " + item.get("number"), item.get("title"));
            case PERSON -> person(item);
            default -> Stream.of("folio", "acronym", "code", "title", "name").map(item::get);
        }).filter(Objects::nonNull).map(Object::toString).toList();
    }

    private static Stream<Object> person(Map<String, Object> person) {
        var called = String.valueOf(person.get("shown"));
        var office = person.get("office") == null ? called : called + ", " + person.get("office");
        var of = person.get(OF) == null ? "" : " (" + person.get(OF) + ")";
        return Stream.<Object>of(office + of, office, called + of, called).distinct();
    }

    /** Persons with their institutions, as these are called. */
    private List<Map<String, Object>> placed(List<Map<String, Object>> persons, HttpServletRequest request) {
        if (persons.stream().anyMatch(person -> person.get("institution") != null)) {
            var institutions = institutions(request);
            persons.forEach(person -> person.put(OF, institutions.get(person.get("institution"))));
        }
        return persons;
    }

    /** By their ids, as they are called. */
    Map<Object, String> institutions(HttpServletRequest request) {
        return lists.all("institutions", request, Map.of()).stream().collect(Collectors.toMap(one -> one.get("id"), one -> ways(Kind.INSTITUTION, one).getFirst()));
    }

    private static @Nullable Object of(Map<String, Object> item, String part, String field) {
        return item.get(part) instanceof Map<?, ?> other ? other.get(field) : null;
    }

    private List<Map<String, Object>> find(Kind kind, String written, @Nullable UUID plan, HttpServletRequest request) {
        if (!Allowed.to(LISTS.get(kind)) || written.indexOf('\0') >= 0) {
            return List.of();
        }
        return switch (kind) {
            case MEETING -> meetings(written, request);
            case ACTION -> Stream.<List<Map<String, Object>>>of(numbered(written, request), plan == null ? List.of() : numbered(plan, written, request), called(kind, written, written, request))
                    .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
            case PERSON -> called(kind, written, written.split("[,(]", 2)[0], request);
            default -> called(kind, written, written, request);
        };
    }

    private List<Map<String, Object>> called(Kind kind, String written, String sought, HttpServletRequest request) {
        var plain = SearchText.of(written);
        return rows(kind, Map.of("q", sought, "limit", MOST), request).stream().filter(item -> ways(kind, item).stream().anyMatch(way -> SearchText.of(way).equals(plain))).toList();
    }

    /** Those of the list, as the reader may know of them. */
    List<Map<String, Object>> rows(Kind kind, Map<String, String> asked, HttpServletRequest request) {
        var rows = lists.ask(LISTS.get(kind), request, asked).items();
        return kind == Kind.PERSON ? placed(rows, request) : rows;
    }

    private List<Map<String, Object>> numbered(String written, HttpServletRequest request) {
        var numbered = NUMBERED.matcher(written);
        var plans = numbered.matches() ? names.plans(numbered.group(1)) : List.<NameResolver.Found>of();
        return plans.size() == 1 ? numbered(plans.getFirst().id(), numbered.group(2), request) : List.of();
    }

    private List<Map<String, Object>> numbered(UUID plan, String number, HttpServletRequest request) {
        return lists.all("actions", request, Map.of("plan", plan.toString())).stream().filter(action -> number.equalsIgnoreCase(String.valueOf(action.get("number")))).toList();
    }

    private List<Map<String, Object>> meetings(String written, HttpServletRequest request) {
        var said = ON_A_DAY.matcher(written);
        var bodies = said.matches() ? names.bodies(said.group(1)) : List.<NameResolver.Found>of();
        var day = bodies.size() == 1 ? WrittenDates.iso(said.group(2)) : "/";
        if (day.contains("/")) {
            return List.of();
        }
        var time = said.group(3) == null ? "" : (said.group(3).length() == 4 ? "0" : "") + said.group(3);
        return lists.all("meetings", request, Map.of("body", bodies.getFirst().id().toString(), "from", day, "until", day)).stream()
                .filter(meeting -> formats.moment(meeting.get("startsAt")).endsWith(time)).toList();
    }

    /**
     * What was filled in, with ids in the place of what people wrote. What the register's own names stand for it finds by itself.
     *
     * @throws BadRequest with every field that names what there is not, or more than one
     */
    Map<String, String[]> read(List<FormField> fields, Map<String, String[]> filled, Choices.Form choices, HttpServletRequest request) {
        var faults = new ArrayList<FieldProblem>();
        var read = each(fields, filled, (field, path) -> written -> id(field, path, written, choices, request, faults));
        if (!faults.isEmpty()) {
            throw new BadRequest(422, faults);
        }
        return read;
    }

    private String id(FormField field, String path, String written, Choices.Form choices, HttpServletRequest request, List<FieldProblem> faults) {
        if (isId(written)) {
            return written;
        }
        var kind = one(field);
        var found = kind == Kind.PART ? choices.meant(field, path, written) : meant(kind, written, choices.plan(), request);
        if (found.size() == 1) {
            return found.getFirst().id();
        }
        var missing = kind == Kind.PART ? choices.missing(field, path) : null;
        if (missing != null) {
            faults.add(FieldProblem.of(path, "plan".equals(missing) ? "say-plan-first" : "meeting".equals(missing) ? "say-meeting-first" : "say-body-first"));
        } else if (!found.isEmpty()) {
            faults.add(FieldProblem.of(path, "several-so-called", written, found.stream().map(Choice::text).distinct().collect(Collectors.joining("; "))));
        } else if (UNKNOWN.containsKey(kind)) {
            faults.add(FieldProblem.of(path, UNKNOWN.get(kind), written));
        }
        return written;
    }

    /**
     * Which ones may be meant: as programs may write it too, else as people do.
     *
     * @param plan the plan in which a number alone is that of an action
     */
    List<Choice> meant(Kind kind, String written, @Nullable UUID plan, HttpServletRequest request) {
        var named = switch (kind) {
            case INSTITUTION -> names.institutions(written);
            case BODY -> names.bodies(written);
            case PLAN -> names.plans(written);
            default -> List.<NameResolver.Found>of();
        };
        return named.isEmpty() ? find(kind, written, plan, request).stream().map(item -> new Choice(String.valueOf(item.get("id")), ways(kind, item))).toList()
                : named.stream().map(one -> new Choice(one.id().toString(), List.of(one.name()))).toList();
    }

    /** What was filled in, with what people write in the place of ids, where that leads back to the same. */
    Map<String, String[]> told(List<FormField> fields, Map<String, String[]> filled, Choices.Form choices, HttpServletRequest request) {
        return each(fields, filled, (field, path) -> one(field) == Kind.PART || field.kind() == Kind.ACTION && !choices.of(field, path).isEmpty() ? id -> id : id -> told(one(field), id, request));
    }

    /** What people write for that one, where it leads back to it; else its id. */
    String told(Kind kind, String id, HttpServletRequest request) {
        if (!isId(id)) {
            return id;
        }
        return item(kind, UUID.fromString(id), request).flatMap(item -> ways(kind, item).stream().filter(way -> leads(kind, way, id, request)).findFirst()).orElse(id);
    }

    private boolean leads(Kind kind, String way, String id, HttpServletRequest request) {
        var meant = meant(kind, way, null, request);
        return meant.size() == 1 && id.equalsIgnoreCase(meant.getFirst().id());
    }

    private Optional<Map<String, Object>> item(Kind kind, UUID id, HttpServletRequest request) {
        if (kind == Kind.PERSON) {
            return Allowed.to("persons") ? placed(lists.ask("persons", request, Map.of("id", id.toString())).items(), request).stream().findFirst() : Optional.empty();
        }
        try {
            return Optional.of(Answered.fields(items.item(Caller.current().reader(), Collections.at(LISTS.get(kind)).orElseThrow().type(), id, CutRequest.NOW).json()));
        } catch (UnknownItem e) {
            return Optional.empty();
        }
    }

    /** The kind of each of which the field may name several. */
    private static Kind one(FormField field) {
        return ONE_OF.getOrDefault(field.kind(), field.kind());
    }

    private interface Reading {

        UnaryOperator<String> of(FormField field, String path);
    }

    private static Map<String, String[]> each(List<FormField> fields, Map<String, String[]> filled, Reading reading) {
        var leaves = fields.stream().flatMap(FormField::leaves).collect(Collectors.toMap(FormField::path, field -> field));
        var read = new HashMap<String, String[]>(filled);
        filled.forEach((path, values) -> {
            var field = leaves.get(ROW.matcher(path).replaceAll("/0"));
            if (field != null && (one(field) == Kind.PART || LISTS.containsKey(one(field)))) {
                var each = reading.of(field, path);
                read.put(path, Arrays.stream(values).map(value -> value.lines().map(String::strip).map(line -> line.isEmpty() ? line : each.apply(line)).collect(Collectors.joining("\n")))
                        .toArray(String[]::new));
            }
        });
        return read;
    }
}
