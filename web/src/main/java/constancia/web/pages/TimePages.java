package constancia.web.pages;

import constancia.kernel.Word;
import constancia.kernel.actions.ActionStatus;
import constancia.kernel.actions.Condition;
import constancia.web.items.ApiLists;
import constancia.web.pages.TimeAxis.Scale;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final ApiLists lists;
    private final TimeSubjects subjects;
    private final TimeGroups groups;
    private final KeptFilters kept;
    private final Formats formats;

    TimePages(ApiLists lists, TimeSubjects subjects, TimeGroups groups, KeptFilters kept, Formats formats) {
        this.lists = lists;
        this.subjects = subjects;
        this.groups = groups;
        this.kept = kept;
        this.formats = formats;
    }

    /** @param goesOn the group in which the page before ended */
    @GetMapping("/timeline")
    String timeline(@RequestParam(required = false) @Nullable String group, @RequestParam(required = false) @Nullable String scale,
                    @RequestParam(required = false) @Nullable String cursor, @RequestParam(required = false) @Nullable String goesOn, HttpServletRequest request, Model model) {
        var filled = ListPages.filled(request, FILTERS);
        var by = TimeGroups.by(group);
        var listing = lists.ask("schedules", request, asked(filled, "sort", TimeGroups.SORTS.get(by), "limit", PAGE, "cursor", cursor == null ? "" : cursor));
        var totals = lists.whole("schedules/totals", request, by.equals("none") ? filled : asked(filled, "by", by));
        var ends = ends(totals);
        var axis = TimeAxis.over(ends.getFirst(), ends.getLast(), scale(scale, ends));
        var of = subjects.of(filled);
        var shown = groups.of(listing.items(), by, Answered.maps(totals.get("groups")), goesOn, axis, filled.containsKey("plan"));
        model.addAttribute("filled", filled);
        model.addAttribute("subjects", of);
        model.addAttribute("title", subjects.title(of));
        model.addAttribute("by", by);
        model.addAttribute("groupings", TimeGroups.SORTS.keySet());
        model.addAttribute("scales", Arrays.stream(Scale.values()).map(Scale::word).toList());
        model.addAttribute("axis", axis);
        model.addAttribute("todayAt", axis.holds(formats.today()) ? axis.at(formats.today()) : null);
        model.addAttribute("groups", shown);
        model.addAttribute("total", totals.get("actions"));
        model.addAttribute("overdue", totals.get("overdue"));
        model.addAttribute("moved", totals.get("moved"));
        model.addAttribute("more", listing.next() == null ? null : ListPages.address("timeline", filled,
                Map.of("group", by, "scale", axis.scale().word(), "cursor", listing.next(), "goesOn", shown.getLast().key())));
        model.addAttribute("statuses", Word.all(ActionStatus.class));
        model.addAttribute("conditions", Word.all(Condition.class));
        kept.show("timeline", asked(filled, "group", by, "scale", axis.scale().word()), filled, PlanMatrix.WORDS, Map.of(), model);
        return "timeline";
    }

    /** From the day on which the first begins to that on which the last is due; today is always among them. */
    private List<LocalDate> ends(Map<String, Object> totals) {
        return Stream.of(formats.today(), PlanMatrix.day(totals.get("first")), PlanMatrix.day(totals.get("last"))).filter(Objects::nonNull).sorted().toList();
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
