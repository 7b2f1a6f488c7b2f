package constancia.web.pages;

import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.items.ApiLists;
import constancia.web.shelf.Shelf;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was recorded, of all items, the newest first, narrowed as the address says; and up to where one has seen it, which one says oneself. */
@Controller
final class RecordPages {

    private static final String PAGE = "50";
    private static final List<String> FORM = List.of("kind", "type", "lateBy");
    private static final List<String> FILTERS = List.of("kind", "type", "lateBy", "since", "item");

    private final ApiLists lists;
    private final Shelf shelf;

    RecordPages(ApiLists lists, Shelf shelf) {
        this.lists = lists;
        this.shelf = shelf;
    }

    @GetMapping("/records")
    String records(@RequestParam(required = false) @Nullable Long since, @RequestParam(required = false) @Nullable String cursor, HttpServletRequest request, Model model) {
        var filled = ListPages.filled(request, FILTERS);
        var asked = new LinkedHashMap<>(filled);
        asked.put("limit", PAGE);
        if (cursor != null) {
            asked.put("cursor", cursor);
        }
        var listing = lists.ask("records", request, asked);
        model.addAttribute("listing", listing);
        model.addAttribute("since", since);
        model.addAttribute("filled", filled);
        model.addAttribute("others", filled.keySet().stream().filter(name -> !FORM.contains(name)).toList());
        model.addAttribute("kinds", Collections.values());
        model.addAttribute("more", listing.next() == null ? null : ListPages.address("records", filled, Map.of("cursor", listing.next())));
        return "records";
    }

    @PostMapping("/records/seen")
    String seen(@RequestParam long position) {
        shelf.looked(Caller.current().account(), position);
        return "redirect:/";
    }
}
