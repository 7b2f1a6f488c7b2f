package constancia.web.pages;

import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.web.BadRequest;
import constancia.web.Caller;
import constancia.web.Messages;
import constancia.web.commands.CommandBinder;
import constancia.web.shelf.Shelf;
import constancia.web.shelf.Shelf.NewFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Lists under a name, and other pages that are narrowed: kept from the page itself, dropped there. */
@Controller
final class FilterPages {

    private final Shelf shelf;
    private final KeptFilters kept;
    private final CommandBinder binder;
    private final Messages messages;
    private final Formats formats;
    private final JsonMapper json;

    FilterPages(Shelf shelf, KeptFilters kept, CommandBinder binder, Messages messages, Formats formats, JsonMapper json) {
        this.shelf = shelf;
        this.kept = kept;
        this.binder = binder;
        this.messages = messages;
        this.formats = formats;
        this.json = json;
    }

    @PostMapping("/filters")
    String keep(@RequestParam String list, @RequestParam String query, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String body,
                HttpServletResponse response, Locale locale, Model model) {
        var title = kept.title(list);
        var asked = json.createObjectNode().put("list", list).put("query", query).put("name", name.strip());
        if (!body.isBlank()) {
            asked.put("body", body.strip());
        }
        String wrong;
        try {
            shelf.keep(Caller.current().authority(), binder.read(NewFilter.class, asked, formats.today()));
            return "redirect:/" + list + "?" + query;
        } catch (BadRequest e) {
            wrong = messages.of(e.problems().getFirst().code(), e.problems().getFirst().args(), locale);
        } catch (Invalid e) {
            wrong = messages.of(e.code(), e.args(), locale);
        } catch (Refused e) {
            wrong = messages.of(e.code(), e.args(), locale);
        }
        response.setStatus(422);
        model.addAllAttributes(Map.of("list", list, "title", title, "query", query, "name", name, "body", body, "wrong", wrong, "error", wrong));
        return "filter";
    }

    @PostMapping("/filters/{id}/drop")
    String drop(@PathVariable UUID id, @RequestParam String list) {
        kept.title(list);
        shelf.drop(Caller.current().authority(), id);
        return "redirect:/" + list;
    }
}
