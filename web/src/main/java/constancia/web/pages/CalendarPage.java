package constancia.web.pages;

import constancia.web.WrittenDates;
import constancia.web.items.ApiLists;
import constancia.web.items.ApiLists.Listing;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A month: its sessions and what falls due, as the table of a month and as a list. */
@Controller
final class CalendarPage {

    /**
     * @param time       of a session; null for what falls due
     * @param conditions of an action
     */
    public record Entry(String address, String text, @Nullable String time, String family, String status, List<String> conditions) {}

    /** @param within whether the day is of the month that is shown */
    public record Day(LocalDate date, boolean within, boolean today, List<Entry> entries) {}

    private static final String ALL = "500";
    private static final List<String> FILTERS = List.of("body", "institution", "plan");

    private final ApiLists lists;
    private final KeptFilters kept;
    private final Formats formats;

    CalendarPage(ApiLists lists, KeptFilters kept, Formats formats) {
        this.lists = lists;
        this.kept = kept;
        this.formats = formats;
    }

    @GetMapping("/calendar")
    String calendar(@RequestParam(required = false) @Nullable String month, HttpServletRequest request, Model model) {
        var shown = Optional.ofNullable(month).flatMap(WrittenDates::month).orElseGet(() -> YearMonth.from(formats.today()));
        var filled = ListPages.filled(request, FILTERS);
        var sessions = sessions(shown, filled, request);
        var due = due(shown, filled, request);
        var days = days(shown, sessions, due);
        model.addAttribute("month", shown);
        model.addAttribute("named", formats.month(shown));
        model.addAttribute("filled", filled);
        kept.show("calendar", filled, Map.of(), Map.of(), model);
        model.addAttribute("weeks", weeks(days));
        model.addAttribute("agenda", days.stream().filter(day -> day.within() && !day.entries().isEmpty()).toList());
        model.addAttribute("sessions", sessions.count());
        model.addAttribute("due", due.count());
        model.addAttribute("left", due.count() - due.items().size());
        model.addAttribute("previous", address(shown.minusMonths(1), filled));
        model.addAttribute("next", address(shown.plusMonths(1), filled));
        model.addAttribute("now", address(YearMonth.from(formats.today()), filled));
        model.addAttribute("upcoming", sessions.count() + due.count() > 0 ? null : upcoming(shown, filled, request));
        return "calendar";
    }

    private Listing sessions(YearMonth month, Map<String, String> filled, HttpServletRequest request) {
        var asked = narrowed("meetings", filled);
        asked.put("from", month.atDay(1).toString());
        asked.put("until", month.atEndOfMonth().toString());
        // sessions are of a body, not of a plan
        return filled.containsKey("plan") ? new Listing(List.of(), null, 0, null) : lists.ask("meetings", request, asked);
    }

    private Listing due(YearMonth month, Map<String, String> filled, HttpServletRequest request) {
        var asked = narrowed("actions", filled);
        asked.put("dueFrom", month.atDay(1).toString());
        asked.put("dueTo", month.atEndOfMonth().toString());
        asked.put("sort", "dueOn");
        return lists.ask("actions", request, asked);
    }

    private Map<String, String> narrowed(String list, Map<String, String> filled) {
        var asked = new LinkedHashMap<>(filled);
        asked.keySet().retainAll(lists.filters(list));
        asked.put("limit", ALL);
        return asked;
    }

    /** Whole weeks, from Monday on. */
    private List<Day> days(YearMonth month, Listing sessions, Listing due) {
        var entries = new TreeMap<LocalDate, List<Entry>>();
        sessions.items().forEach(session -> {
            var at = OffsetDateTime.parse(session.get("startsAt").toString()).toInstant().atZone(formats.zone());
            entries.computeIfAbsent(at.toLocalDate(), day -> new ArrayList<>()).add(session(session, at.toInstant()));
        });
        due.items().forEach(action -> entries.computeIfAbsent(LocalDate.parse(action.get("dueOn").toString()), day -> new ArrayList<>()).add(action(action)));
        var first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var last = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return first.datesUntil(last.plusDays(1)).map(day -> new Day(day, YearMonth.from(day).equals(month), day.equals(formats.today()), entries.getOrDefault(day, List.of()))).toList();
    }

    private Entry session(Map<String, Object> session, Instant at) {
        var body = session.get("body") instanceof Map<?, ?> named ? String.valueOf(named.get("acronym")) : "";
        return new Entry("/meetings/" + session.get("id"), body, formats.moment(at).substring(11), "MeetingStatus", session.get("status").toString(), List.of());
    }

    private static Entry action(Map<String, Object> action) {
        return new Entry("/actions/" + action.get("id"), action.get("title").toString(), null, "ActionStatus", action.get("status").toString(),
                action.get("conditions") instanceof List<?> words ? words.stream().map(Object::toString).toList() : List.of());
    }

    private static List<List<Day>> weeks(List<Day> days) {
        return Stream.iterate(0, start -> start < days.size(), start -> start + 7).map(start -> days.subList(start, start + 7)).toList();
    }

    private static String address(YearMonth month, Map<String, String> filled) {
        return ListPages.address("calendar", filled, Map.of("month", month.toString()));
    }

    /** The month after an empty one in which something falls due again; nothing if there is none. */
    private @Nullable String upcoming(YearMonth month, Map<String, String> filled, HttpServletRequest request) {
        var asked = narrowed("actions", filled);
        asked.putAll(Map.of("dueFrom", month.plusMonths(1).atDay(1).toString(), "sort", "dueOn", "limit", "1"));
        return lists.ask("actions", request, asked).items().stream().findFirst()
                .map(action -> address(YearMonth.from(LocalDate.parse(action.get("dueOn").toString())), filled)).orElse(null);
    }
}
