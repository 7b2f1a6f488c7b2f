package constancia.web.pages;

import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.query.history.UnknownItem;
import constancia.web.Caller;
import constancia.web.shelf.Shelf;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Filters under a name, each of the page at one path: a list, the line of time, the calendar, the matrix of one plan. */
@Component
final class KeptFilters {

    private static final Pattern MATRIX = Pattern.compile("plans/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final Shelf shelf;
    private final Items items;
    private final MessageSource texts;

    KeptFilters(Shelf shelf, Items items, MessageSource texts) {
        this.shelf = shelf;
        this.items = items;
        this.texts = texts;
    }

    /** Shows on the page at that path what is kept there, and offers to keep it as it is narrowed now. */
    void show(String path, Map<String, String> narrowed, Model model) {
        model.addAttribute("keptAt", path);
        model.addAttribute("kept", shelf.filters(Caller.current().authority()).stream().filter(filter -> filter.list().equals(path)).toList());
        model.addAttribute("query", ListPages.address(path, narrowed).replaceFirst("^[^?]*\\??", ""));
    }

    /**
     * What the page at that path is called.
     *
     * @throws UnknownItem no page that keeps filters stands there
     */
    String title(String path) {
        var matrix = MATRIX.matcher(path);
        if (matrix.matches()) {
            return items.told(Caller.current().reader(), CutRequest.NOW).known("plan", UUID.fromString(matrix.group(1))).map(plan -> plan.get("title").asString()).orElseThrow(UnknownItem::new);
        }
        var key = path.equals("timeline") || path.equals("calendar") ? "nav." + path : ListSpec.at(path).map(spec -> "list." + path + ".title").orElseThrow(UnknownItem::new);
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
