package constancia.web.pages;

import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.shelf.Shelf;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What one opened last, as it is called today. What one may no longer know of is not there. */
@Component
final class Opened {

    /** @param kind path of its collection */
    public record Link(String kind, String address, String name) {}

    private final Shelf shelf;
    private final Items items;
    private final Formats formats;
    private final JsonMapper json;

    Opened(Shelf shelf, Items items, Formats formats, JsonMapper json) {
        this.shelf = shelf;
        this.items = items;
        this.formats = formats;
        this.json = json;
    }

    List<Link> of(Caller caller) {
        var told = items.told(caller.reader(), CutRequest.NOW);
        return shelf.lastOpened(caller.account()).stream().flatMap(opened -> Collections.at(opened.kind()).stream().flatMap(kind -> told.known(kind.type(), opened.item()).stream()
                .map(item -> new Link(kind.path(), "/" + kind.path() + "/" + opened.item(), Called.of(json.convertValue(item, new TypeReference<Map<String, Object>>() {}), formats))))).toList();
    }
}
