package constancia.web.pages;

import constancia.kernel.Word;
import constancia.kernel.actions.ActionStatus;
import constancia.kernel.actions.Condition;
import constancia.web.items.ApiLists;
import constancia.web.pages.TimeAxis.Scale;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The line of time of a plan, a body, an institution or of everything: a table whose last column is drawn. */
@Controller
final class TimePages {

    private static final String PAGE = "50";
    private static final List<String> FILTERS = List.of("q", "plan", "body", "institution", "status", "condition");
    /** By what the rows may be grouped, and in which order of the question they then come. */
    private static final Map<String, String> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("component", "outline");
        GROUPS.put("institution", "institution");
        GROUPS.put("body", "body");
        GROUPS.put("none", "dueOn");
    }

    /** @param heading null where the rows have nothing in common by which they are grouped */
    public record Group(@Nullable String heading, List<Row> rows) {}

    public record Row(Map<String, Object> action, TimeBar bar, String said) {}

    private final ApiLists lists;
    private final TimeSentence sentence;
    private final Formats formats;

    TimePages(ApiLists lists, TimeSentence sentence, Formats formats) {
        this.lists = lists;
        this.sentence = sentence;
        this.formats = formats;
    }

    @GetMapping("/timeline")
    String timeline(@RequestParam(required = false) @Nullable String group, @RequestParam(required = false) @Nullable String scale,
                    @RequestParam(required = false) @Nullable String cursor, HttpServletRequest request, Model model) {
        var filled = ListPages.filled(request, FILTERS);
        var by = group == null || !GROUPS.containsKey(group) ? "component" : group;
        var listing = lists.ask("schedules", request, asked(filled, "sort", GROUPS.get(by), "limit", PAGE, "cursor", cursor == null ? "" : cursor));
        var totals = lists.whole("schedules/totals", request, filled);
        var ends = ends(totals);
        var axis = TimeAxis.over(ends.getFirst(), ends.getLast(), scale(scale, ends));
        model.addAttribute("filled", filled);
        model.addAttribute("by", by);
        model.addAttribute("groupings", GROUPS.keySet());
        model.addAttribute("scales", Arrays.stream(Scale.values()).map(Scale::word).toList());
        model.addAttribute("axis", axis);
        model.addAttribute("today", axis.holds(formats.today()) ? axis.at(formats.today()) : null);
        model.addAttribute("groups", groups(listing.items(), by, filled.containsKey("plan"), axis));
        model.addAttribute("total", totals.get("actions"));
        model.addAttribute("overdue", totals.get("overdue"));
        model.addAttribute("moved", totals.get("moved"));
        model.addAttribute("more", listing.next() == null ? null : ListPages.address("timeline", filled, Map.of("group", by, "scale", axis.scale().word(), "cursor", listing.next())));
        model.addAttribute("statuses", Word.all(ActionStatus.class));
        model.addAttribute("conditions", Word.all(Condition.class));
        return "timeline";
    }

    private List<Group> groups(List<Map<String, Object>> actions, String by, boolean onePlan, TimeAxis axis) {
        var groups = new ArrayList<Group>();
        String last = null;
        for (var action : actions) {
            var heading = heading(action, by, onePlan);
            if (groups.isEmpty() || !java.util.Objects.equals(heading, last)) {
                groups.add(new Group(heading, new ArrayList<>()));
                last = heading;
            }
            groups.getLast().rows().add(new Row(action, TimeBar.of(action, axis, formats.today()), sentence.of(action)));
        }
        return groups;
    }

    private static @Nullable String heading(Map<String, Object> action, String by, boolean onePlan) {
        return switch (by) {
            case "component" -> {
                var plan = onePlan || !(action.get("plan") instanceof Map<?, ?> named) ? null : String.valueOf(named.get("code"));
                var node = action.get("node") instanceof Map<?, ?> named ? (named.get("code") == null ? "" : named.get("code") + " ") + named.get("text") : null;
                yield Stream.of(plan, node).filter(java.util.Objects::nonNull).reduce((one, other) -> one + " · " + other).orElse(null);
            }
            case "institution" -> action.get("lead") instanceof Map<?, ?> lead ? called(lead) : null;
            case "body" -> action.get("body") instanceof Map<?, ?> body ? called(body) : null;
            default -> null;
        };
    }

    private static String called(Map<?, ?> named) {
        return named.get("acronym") == null ? String.valueOf(named.get("name")) : named.get("acronym") + " · " + named.get("name");
    }

    /** From the day on which the first begins to that on which the last is due; today is always among them. */
    private List<LocalDate> ends(Map<String, Object> totals) {
        return Stream.of(formats.today(), PlanMatrix.day(totals.get("first")), PlanMatrix.day(totals.get("last"))).filter(java.util.Objects::nonNull).sorted().toList();
    }

    /** The one asked for; else the finest in which the whole is still taken in at a glance. */
    private static Scale scale(@Nullable String asked, List<LocalDate> ends) {
        long months = ChronoUnit.MONTHS.between(ends.getFirst(), ends.getLast());
        return Arrays.stream(Scale.values()).filter(scale -> scale.word().equals(asked)).findFirst()
                .orElse(months < 9 ? Scale.MONTH : months < 36 ? Scale.QUARTER : Scale.YEAR);
    }

    private static Map<String, String> asked(Map<String, String> filled, String... more) {
        var asked = new LinkedHashMap<>(filled);
        for (int i = 0; i < more.length; i += 2) {
            asked.put(more[i], more[i + 1]);
        }
        return asked;
    }
}
