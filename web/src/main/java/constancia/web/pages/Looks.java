package constancia.web.pages;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** The shape that stands for a word beside its colour: state is never told by colour alone. Templates call it {@code looks}. */
@Component("looks")
public final class Looks {

    static final Map<String, String> SHAPES = Map.ofEntries(
            Map.entry("proposed", "s-proposed"), Map.entry("assigned", "s-proposed"), Map.entry("draft", "s-proposed"), Map.entry("convened", "s-proposed"), Map.entry("pending-signatures", "s-proposed"),
            Map.entry("watched", "s-ring"), Map.entry("committed", "s-ring"), Map.entry("accepted", "s-ring"), Map.entry("open", "s-ring"), Map.entry("active", "s-ring"), Map.entry("adopted", "s-ring"),
            Map.entry("in-progress", "s-half"), Map.entry("waiting", "s-half"), Map.entry("suspended", "s-half"), Map.entry("signalled", "s-half"),
            Map.entry("delivered", "s-disc"), Map.entry("in-force", "s-disc"), Map.entry("closed", "s-disc"), Map.entry("expired", "s-clock"),
            Map.entry("fulfilled", "s-tick"), Map.entry("verified", "s-tick"), Map.entry("resolved", "s-tick"),
            Map.entry("cancelled", "s-cross"), Map.entry("declined", "s-cross"), Map.entry("released", "s-cross"), Map.entry("terminated", "s-cross"), Map.entry("superseded", "s-cross"),
            Map.entry("dissolved", "s-cross"), Map.entry("retired", "s-cross"), Map.entry("ended", "s-cross"), Map.entry("deactivated", "s-cross"), Map.entry("outdated", "s-cross"),
            Map.entry("to-come", "s-proposed"), Map.entry("circulated", "s-half"), Map.entry("under-review", "s-half"), Map.entry("returned", "s-away"), Map.entry("succeeded", "s-away"),
            Map.entry("granted", "s-tick"), Map.entry("reached", "s-tick"), Map.entry("approved", "s-tick"), Map.entry("cleared", "s-tick"),
            Map.entry("new-action", "s-disc"), Map.entry("new", "s-disc"), Map.entry("already-there", "s-tick"), Map.entry("amended-action", "s-half"), Map.entry("left-out", "s-cross"),
            Map.entry("refused", "s-octagon"), Map.entry("undecided", "s-clock"), Map.entry("running", "s-half"), Map.entry("done", "s-tick"), Map.entry("stopped", "s-octagon"),
            Map.entry("blocked", "s-octagon"), Map.entry("materialised", "s-octagon"), Map.entry("overdue", "s-triangle"), Map.entry("near-due", "s-clock"), Map.entry("reported", "s-half"), Map.entry("missing", "s-missing"), Map.entry("moved", "s-away"), Map.entry("unassigned", "s-proposed"));

    /** Of words that have none of their own. */
    static final String ANY = "s-ring";

    private final Supplier<String> file;

    Looks(ResourceUrlProvider files) {
        file = SingletonSupplier.of(() -> Objects.requireNonNull(files.getForLookupPath("/formas.svg")));
    }

    /** Where the shape of that word is, in the file that holds all of them. */
    public String shape(String word) {
        return at(SHAPES.getOrDefault(word, ANY));
    }

    /** Where the shape of that name is. */
    public String at(String name) {
        return file.get() + "#" + name;
    }
}
