package constancia.web.pages;

import constancia.kernel.Rectified;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.items.ApiLists;
import constancia.web.shelf.Shelf;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
    private final KeptFilters kept;
    private final MessageSource texts;

    RecordPages(ApiLists lists, Shelf shelf, KeptFilters kept, MessageSource texts) {
        this.lists = lists;
        this.shelf = shelf;
        this.kept = kept;
        this.texts = texts;
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
        kept.show("records", filled, Map.of(), said(filled), model);
        model.addAttribute("more", listing.next() == null ? null : ListPages.address("records", filled, Map.of("cursor", listing.next())));
        return "records";
    }

    private Map<String, String> said(Map<String, String> filled) {
        var said = new HashMap<String, String>();
        Stream.of(Collections.values()).filter(kind -> kind.type().equals(filled.get("kind"))).forEach(kind -> said.put("kind", text("kind." + kind.path())));
        if (Rectified.class.getSimpleName().equals(filled.get("type"))) {
            said.put("type", text("records.rectified"));
        }
        return said;
    }

    private String text(String key) {
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    @PostMapping("/records/seen")
    String seen(@RequestParam long position) {
        shelf.looked(Caller.current().account(), position);
        return "redirect:/";
    }
}
