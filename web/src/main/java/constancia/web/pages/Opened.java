package constancia.web.pages;

import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.shelf.Shelf;
import java.util.List;
import org.springframework.stereotype.Component;

/** What one opened last, as it is called today. What one may no longer know of is not there. */
@Component
final class Opened {

    /** @param kind path of its collection */
    public record Link(String kind, String address, String name) {}

    private final Shelf shelf;
    private final Items items;
    private final Formats formats;

    Opened(Shelf shelf, Items items, Formats formats) {
        this.shelf = shelf;
        this.items = items;
        this.formats = formats;
    }

    List<Link> of(Caller caller) {
        var told = items.told(caller.reader(), CutRequest.NOW);
        return shelf.lastOpened(caller.account()).stream().flatMap(opened -> Collections.at(opened.kind()).stream().flatMap(kind -> told.known(kind.type(), opened.item()).stream()
                .map(item -> new Link(kind.path(), "/" + kind.path() + "/" + opened.item(), Called.of(Answered.fields(item), formats))))).toList();
    }
}
