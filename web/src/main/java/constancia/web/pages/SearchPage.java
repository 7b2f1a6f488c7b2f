package constancia.web.pages;

import constancia.web.items.ApiLists;
import constancia.web.items.ApiLists.Listing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where is it? Titles, folios and acronyms of everything that the reader may know of. A folio that is one item's leads straight to it. */
@Controller
final class SearchPage {

    private static final List<String> SOUGHT = List.of("agreements", "actions", "plans", "institutions", "bodies", "case-files", "meetings", "indicators", "risks");

    /** What was found of one kind. */
    public record Found(ListSpec spec, Listing listing) {}

    private final ApiLists lists;

    SearchPage(ApiLists lists) {
        this.lists = lists;
    }

    @GetMapping("/search")
    String search(@RequestParam(required = false) @Nullable String q, HttpServletRequest request, Model model) {
        model.addAttribute("q", q);
        if (q == null || q.isBlank()) {
            return "search";
        }
        var found = SOUGHT.stream().filter(path -> lists.filters(path).contains("q"))
                .map(path -> new Found(ListSpec.at(path).orElseThrow(), lists.ask(path, request, Map.of("q", q.strip(), "limit", "10"))))
                .filter(one -> !one.listing().items().isEmpty()).toList();
        var all = found.stream().flatMap(one -> one.listing().items().stream().map(item -> Map.entry(one.spec().path(), item)))
                .filter(one -> q.strip().equalsIgnoreCase(String.valueOf(one.getValue().get("folio")))).toList();
        if (all.size() == 1) {
            return "redirect:/" + all.getFirst().getKey() + "/" + all.getFirst().getValue().get("id");
        }
        model.addAttribute("found", found);
        model.addAttribute("count", found.stream().mapToInt(one -> one.listing().count()).sum());
        return "search";
    }
}
