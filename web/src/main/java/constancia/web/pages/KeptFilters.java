package constancia.web.pages;

import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.query.history.UnknownItem;
import constancia.web.Caller;
import constancia.web.shelf.Shelf;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Filters under a name, each of the page at one path: a list, the records, the directory, the line of time, the calendar, the matrix of one plan. */
@Component
final class KeptFilters {

    private static final Set<String> PAGES = Set.of("timeline", "calendar", "records", "persons");
    private static final Pattern MATRIX = Pattern.compile("plans/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final Shelf shelf;
    private final Items items;
    private final Narrowing narrowing;
    private final MessageSource texts;

    KeptFilters(Shelf shelf, Items items, Narrowing narrowing, MessageSource texts) {
        this.shelf = shelf;
        this.narrowing = narrowing;
        this.items = items;
        this.texts = texts;
    }

    /**
     * Shows on the page at that path what is kept there and by what it is narrowed now, and offers to keep it as it is.
     *
     * @param filled what narrows it
     * @param words  of which family the words of a filter are
     * @param said   values that the page has in words already
     */
    void show(String path, Map<String, String> filled, Map<String, String> words, Map<String, String> said, Model model) {
        show(path, filled, filled, words, said, model);
    }

    /** The same of a page whose address says more than by what it is narrowed. */
    void show(String path, Map<String, String> address, Map<String, String> filled, Map<String, String> words, Map<String, String> said, Model model) {
        model.addAttribute("keptAt", path);
        model.addAttribute("narrowed", narrowing.parts(path, address, filled, words, said));
        model.addAttribute("kept", shelf.filters(Caller.current().authority()).stream().filter(filter -> filter.list().equals(path)).toList());
        model.addAttribute("query", ListPages.address(path, address).replaceFirst("^[^?]*\\??", ""));
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
        var key = PAGES.contains(path) ? "nav." + path : ListSpec.at(path).map(spec -> "list." + path + ".title").orElseThrow(UnknownItem::new);
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
