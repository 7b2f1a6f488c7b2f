package constancia.command;

import constancia.kernel.Event;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import java.util.List;
import java.util.function.BiFunction;

/**
 * An item as commands would leave it, none of which is put on record: an import tries every row before it appends the
 * first.
 */
public final class Rehearsal<E extends Event, S> {

    private final BiFunction<S, Recorded<E>, S> evolve;
    private final Rectifying.Deciding<E, S> rules;
    private S state;
    private int records;

    Rehearsal(BiFunction<S, Recorded<E>, S> evolve, Rectifying.Deciding<E, S> rules, S state, int records) {
        this.evolve = evolve;
        this.rules = rules;
        this.state = state;
        this.records = records;
    }

    /**
     * What the command would put on record; the next one is decided after it.
     *
     * @throws constancia.kernel.Refused the rules would refuse it
     * @throws constancia.kernel.Invalid a value would not do
     */
    public List<E> of(Command command, Provenance by) {
        var events = rules.decide(command, state, by);
        for (var event : events) {
            state = evolve.apply(state, new Recorded<>(++records, event, by));
        }
        return events;
    }
}
