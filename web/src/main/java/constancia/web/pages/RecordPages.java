package constancia.web.pages;

import constancia.web.Caller;
import constancia.web.items.ApiLists;
import constancia.web.shelf.Shelf;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was recorded, of all items, the newest first; and up to where one has seen it, which one says oneself. */
@Controller
final class RecordPages {

    private static final String PAGE = "50";

    private final ApiLists lists;
    private final Shelf shelf;

    RecordPages(ApiLists lists, Shelf shelf) {
        this.lists = lists;
        this.shelf = shelf;
    }

    @GetMapping("/records")
    String records(@RequestParam(required = false) @Nullable Long since, @RequestParam(required = false) @Nullable String cursor, HttpServletRequest request, Model model) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("limit", PAGE);
        if (since != null) {
            asked.put("since", String.valueOf(since));
        }
        if (cursor != null) {
            asked.put("cursor", cursor);
        }
        model.addAttribute("listing", lists.ask("records", request, asked));
        model.addAttribute("since", since);
        return "records";
    }

    @PostMapping("/records/seen")
    String seen(@RequestParam long position) {
        shelf.looked(Caller.current().account(), position);
        return "redirect:/";
    }
}
