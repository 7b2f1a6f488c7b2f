package constancia.query.history;

import constancia.kernel.Event;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Items as they stand at one cut, each folded from its own records. Names are folded at most once. */
public final class Told {

    private final Journal journal;
    private final Views views;
    private final JsonMapper json;
    private final Cut cut;
    private final long position;
    private final Names names;

    /** @param position up to which this is told */
    public Told(Journal journal, Views views, JsonMapper json, Cut cut, long position) {
        this.journal = journal;
        this.views = views;
        this.json = json;
        this.cut = cut;
        this.position = position;
        this.names = new FoldedNames(journal, views, cut);
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

    /** @throws UnknownItem there is none, at no cut */
    public <E extends Event, S> Optional<S> facts(View<E, S> view, UUID id) {
        var entries = journal.of(view.type(), id);
        if (entries.isEmpty()) {
            throw new UnknownItem();
        }
        return Fold.at(cut, view, entries);
    }

    /** The item's fields in JSON, without id, version and cut. */
    public Optional<ObjectNode> answer(String type, UUID id) {
        return answer(views.of(type), id);
    }

    private <E extends Event, S> Optional<ObjectNode> answer(View<E, S> view, UUID id) {
        return facts(view, id).map(facts -> json.valueToTree(view.answer(facts, cut.on(), names)));
    }
}
