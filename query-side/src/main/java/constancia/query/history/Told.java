package constancia.query.history;

import constancia.kernel.Event;
import constancia.query.Reader;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Items as they stand at one cut, each folded from its own records. Names are folded at most once. */
public final class Told {

    /** In the place of a text that is withheld. */
    public static final String LEFT_OUT = "[…]";

    private final Reader reader;
    private final Journal journal;
    private final Views views;
    private final JsonMapper json;
    private final Cut cut;
    private final long position;
    private final FoldedNames names;
    private boolean leftOut;

    /** @param position up to which this is told */
    public Told(Reader reader, Journal journal, Views views, JsonMapper json, Cut cut, long position) {
        this.reader = reader;
        this.journal = journal;
        this.views = views;
        this.json = json;
        this.cut = cut;
        this.position = position;
        this.names = new FoldedNames(new NamedRecords(reader, journal), views, cut);
    }

    public Cut cut() {
        return cut;
    }

    public long position() {
        return position;
    }

    public Names names() {
        return names;
    }

    /** @throws UnknownItem there is none of which the reader may know, at no cut */
    public <E extends Event, S> Optional<S> facts(View<E, S> view, UUID id) {
        var entries = read(view, id);
        if (entries.isEmpty()) {
            throw new UnknownItem();
        }
        return Fold.at(cut, view, entries);
    }

    /** Nothing, too, when there is none of which the reader may know. */
    public <E extends Event, S> Optional<S> known(View<E, S> view, UUID id) {
        return Fold.at(cut, view, read(view, id));
    }

    /** The same in JSON. */
    public Optional<ObjectNode> known(String type, UUID id) {
        return knownOf(views.of(type), id);
    }

    private <E extends Event, S> Optional<ObjectNode> knownOf(View<E, S> view, UUID id) {
        return known(view, id).map(facts -> shown(view, facts));
    }

    private <S> ObjectNode shown(View<?, S> view, S facts) {
        ObjectNode answer = json.valueToTree(names.in(called -> view.answer(facts, cut.on(), called)));
        Covered.uncover(answer, LEFT_OUT);
        return answer;
    }

    /** The item's fields in JSON, without id, version and cut. */
    public Optional<ObjectNode> answer(String type, UUID id) {
        return answer(views.of(type), id);
    }

    private <E extends Event, S> Optional<ObjectNode> answer(View<E, S> view, UUID id) {
        return facts(view, id).map(facts -> shown(view, facts));
    }

    private List<Entry> read(View<?, ?> view, UUID id) {
        var entries = journal.of(reader, view.type(), id);
        leftOut |= entries.isEmpty() || entries.stream().anyMatch(Withheld::is);
        return entries;
    }

    /** Whether something of what was asked for so far is withheld from the reader. */
    public boolean leftOut() {
        return leftOut;
    }

    /** A text as it is shown: null where it is withheld. */
    public static @Nullable String open(@Nullable String text) {
        return text == null || text.equals(Covered.MARK) ? null : shown(text);
    }

    /** A text put together from others, some of which may be withheld. */
    public static String shown(String text) {
        return Covered.told(text, LEFT_OUT);
    }
}
