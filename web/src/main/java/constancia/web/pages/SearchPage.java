package constancia.web.pages;

import constancia.query.NotAllowed;
import constancia.web.Caller;
import constancia.web.WrittenDates;
import constancia.web.items.ApiLists;
import constancia.web.items.ApiLists.Listing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where is it? Titles, folios, acronyms and the offices of persons, of everything that the reader may know of. */
@Controller
final class SearchPage {

    private static final List<String> SOUGHT = List.of("agreements", "actions", "plans", "institutions", "bodies", "case-files", "meetings", "indicators", "risks");

    private static final String SHOWN = "10";
    private static final int WORDS = 5;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** What was found of one kind. */
    public record Found(ListSpec spec, Listing listing) {}

    private final ApiLists lists;
    private final Opened opened;

    SearchPage(ApiLists lists, Opened opened) {
        this.lists = lists;
        this.opened = opened;
    }

    @GetMapping("/search")
    String search(@RequestParam(required = false) @Nullable String q, HttpServletRequest request, Model model) {
        model.addAttribute("q", q);
        if (q == null || q.isBlank()) {
            model.addAttribute("opened", opened.of(Caller.current()));
            return "search";
        }
        var sought = q.strip();
        var found = found(sought, request);
        var way = straight(sought, found, request);
        if (way != null) {
            return "redirect:" + way;
        }
        var persons = persons(sought, request);
        model.addAttribute("found", found);
        model.addAttribute("persons", persons);
        int count = found.stream().mapToInt(one -> one.listing().count()).sum() + (persons == null ? 0 : persons.count());
        model.addAttribute("count", count);
        model.addAttribute("fewer", count > 0 ? List.of() : fewer(sought, request));
        return "search";
    }

    private List<Found> found(String sought, HttpServletRequest request) {
        return SOUGHT.stream().filter(path -> lists.filters(path).contains("q"))
                .map(path -> new Found(ListSpec.at(path).orElseThrow(), lists.ask(path, request, Map.of("q", sought, "limit", SHOWN))))
                .filter(one -> !one.listing().items().isEmpty()).toList();
    }

    /** A folio, a day and the number of a record lead straight to what they name. */
    private @Nullable String straight(String sought, List<Found> found, HttpServletRequest request) {
        var folios = found.stream().flatMap(one -> one.listing().items().stream().filter(item -> sought.equalsIgnoreCase(String.valueOf(item.get("folio"))))
                .map(item -> "/" + one.spec().path() + "/" + item.get("id"))).toList();
        if (folios.size() == 1) {
            return folios.getFirst();
        }
        var day = WrittenDates.iso(sought);
        if (DAY.matcher(day).matches()) {
            return "/calendar?month=" + day.substring(0, 7) + "#d-" + day;
        }
        var number = sought.replace(",", "");
        return found.isEmpty() && number.matches("\\d{1,15}") && !number.matches("0+") ? record(Long.parseLong(number), request) : null;
    }

    private @Nullable String record(long position, HttpServletRequest request) {
        return lists.ask("records", request, Map.of("since", String.valueOf(position - 1), "cursor", String.valueOf(position + 1), "limit", "1")).items().stream().findFirst()
                .map(record -> "/i/" + record.get("item") + "?step=" + record.get("n")).orElse(null);
    }

    /** Null where the directory is not for who asks. */
    private @Nullable Listing persons(String sought, HttpServletRequest request) {
        try {
            return lists.ask("persons", request, Map.of("q", sought, "limit", SHOWN));
        } catch (NotAllowed e) {
            return null;
        }
    }

    /** The words that find something by themselves, where all of them together found nothing. */
    private List<String> fewer(String sought, HttpServletRequest request) {
        var words = Arrays.stream(sought.split("\\s+")).filter(word -> word.length() > 2).distinct().limit(WORDS).toList();
        return words.size() < 2 ? List.of() : words.stream().filter(word -> !found(word, request).isEmpty()).toList();
    }
}
