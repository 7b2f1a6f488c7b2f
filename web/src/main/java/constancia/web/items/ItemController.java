package constancia.web.items;

import constancia.kernel.Invalid;
import constancia.query.history.CutRequest;
import constancia.query.history.Difference.Change;
import constancia.query.history.Items;
import constancia.query.history.Items.HistoryRecord;
import constancia.query.history.UnknownItem;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.Messages;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Any single item: as it is, as it was known or held, its records, the state after each, the difference between two. */
@RestController
final class ItemController {

    private static final String POSITION = "Constancia-Position";

    private final Items items;

    ItemController(Items items) {
        this.items = items;
    }

    @GetMapping("/api/{collection}/{id}")
    ResponseEntity<ObjectNode> item(@PathVariable String collection, @PathVariable UUID id,
                                    @RequestParam(required = false) @Nullable String asOf, @RequestParam(required = false) @Nullable String on) {
        var cut = CutRequest.parse(asOf, on);
        var item = items.item(Caller.current().reader(), type(collection), id, cut);
        var response = at(item.position());
        return (cut.equals(CutRequest.NOW) ? response.eTag("\"" + item.version() + "\"") : response).body(item.json());
    }

    @GetMapping("/api/{collection}/{id}/history")
    ResponseEntity<Page<HistoryRecord>> history(@PathVariable String collection, @PathVariable UUID id, Locale locale) {
        var history = items.history(Caller.current().reader(), type(collection), id, Messages.supported(locale));
        return at(history.position()).body(new Page<>(history.items(), null, history.items().size(), null));
    }

    @GetMapping("/api/{collection}/{id}/history/{n}")
    ResponseEntity<ObjectNode> after(@PathVariable String collection, @PathVariable UUID id, @PathVariable int n) {
        var item = items.after(Caller.current().reader(), type(collection), id, n);
        return at(item.position()).body(item.json());
    }

    @GetMapping("/api/{collection}/{id}/diff")
    ResponseEntity<Diff> diff(@PathVariable String collection, @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer from,
                              @RequestParam(required = false) @Nullable Integer to) {
        if (from == null || to == null) {
            throw new Invalid(from == null ? "from" : "to", "required");
        }
        var item = items.after(Caller.current().reader(), type(collection), id, Math.max(from, to));
        return at(item.position()).body(new Diff(from, to, items.diff(Caller.current().reader(), type(collection), id, from, to)));
    }

    record Diff(int from, int to, List<Change> changes) {}

    private static ResponseEntity.BodyBuilder at(@Nullable Long position) {
        var response = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        return position == null ? response : response.header(POSITION, String.valueOf(position));
    }

    private static String type(String collection) {
        return Collections.at(collection).map(Collections::type).orElseThrow(UnknownItem::new);
    }
}
