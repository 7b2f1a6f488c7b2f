package constancia.command;

import constancia.kernel.Event;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.Rectifications;
import constancia.kernel.Rectified;
import constancia.kernel.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules of rectifying, the same for every kind of item: pure, over the rules of that kind.
 *
 * @param <E> the item's events
 * @param <S> the item's state
 */
public class Rectifying<E extends Event, S> {

    /** How a command is decided, asked anew for what is on record already. */
    public interface Deciding<E extends Event, S> {

        /** @throws Refused or Invalid, as when the command is given for the first time */
        List<E> decide(Command command, S state, Provenance by);
    }

    private final Class<E> events;
    private final S nothing;
    private final BiFunction<S, Recorded<E>, S> evolve;
    private final Function<E, ? extends Command> again;
    private final Deciding<E, S> rules;

    /**
     * @param nothing the state of an item without records
     * @param again   the command that an event came from, were it given again
     */
    public Rectifying(Class<E> events, S nothing, BiFunction<S, Recorded<E>, S> evolve, Function<E, ? extends Command> again, Deciding<E, S> rules) {
        this.events = events;
        this.nothing = nothing;
        this.evolve = evolve;
        this.again = again;
        this.rules = rules;
    }

    /**
     * The corrected event with what no rectification changes, such as a folio.
     *
     * @param decided the event as it would be recorded today
     */
    protected E keeping(E said, E corrected, E decided) {
        return corrected;
    }

    /** Whether a record that would be made as {@code then} after the rectification is the one that would be made as {@code now} without it. */
    protected boolean same(E now, E then) {
        return now.equals(then);
    }

    /**
     * The rectification that was asked for.
     *
     * @param records all of the item's, in the order in which they were made
     * @throws Refused {@code rectification-breaks-history} when a record, as corrected or after it, would not have been taken
     * @throws Invalid a corrected value does not do
     */
    public Rectified decide(Rectify c, List<Recorded<Event>> records, Provenance by) {
        if (c.record() < 1 || c.record() > records.size()) {
            throw new Invalid("record", "unknown-record", c.record(), records.size());
        }
        if (c.voids() == (c.replacement() != null)) {
            throw new Invalid("replacement", "replacement-or-void");
        }
        var now = Rectifications.among(records);
        var rectified = c.replacement() == null ? voided(c, records) : corrected(c, records, now);
        var more = new ArrayList<>(records);
        more.add(new Recorded<>(records.size() + 1, rectified, by));
        var then = Rectifications.among(more);
        mustChange(now, then, c);
        mustKeepTheFirst(then, c);
        mustHold(written(records), standing(now), standing(then));
        return rectified;
    }

    /** The records as they stand, in the order in which they were made. */
    public List<Recorded<E>> standing(List<Recorded<Event>> records) {
        return standing(Rectifications.among(records));
    }

    private List<Recorded<E>> standing(Rectifications rectifications) {
        return rectifications.standing().stream().map(record -> new Recorded<>(record.n(), events.cast(record.event()), record.by())).toList();
    }

    /** The item as its records leave it, to try what would come next. */
    public Rehearsal<E, S> rehearsal(List<Recorded<Event>> records) {
        int rectified = records.size();
        while (rectified > 0 && !(records.get(rectified - 1).event() instanceof Rectified)) {
            rectified--;
        }
        S state = fold(nothing, inEffectiveOrder(standing(records.subList(0, rectified))));
        return new Rehearsal<>(evolve, rules, fold(state, standing(records.subList(rectified, records.size()))), records.size());
    }

    private S fold(S before, List<Recorded<E>> records) {
        S state = before;
        for (var record : records) {
            state = evolve.apply(state, record);
        }
        return state;
    }

    private Rectified voided(Rectify c, List<Recorded<Event>> records) {
        if (events.isInstance(records.get(c.record() - 1).event())) {
            given(c.record(), events.cast(records.get(c.record() - 1).event()));
        }
        return new Rectified(c.record(), null, c.effectiveOn());
    }

    private Rectified corrected(Rectify c, List<Recorded<Event>> records, Rectifications now) {
        var said = now.content(c.record()).orElse(records.get(c.record() - 1).event());
        var replacement = said instanceof Rectified rectified ? rectification(c, rectified, records, now) : anew(c.record(), events.cast(said), c.replacement(), records, now);
        return new Rectified(c.record(), replacement, c.effectiveOn());
    }

    /** A rectification that is itself corrected: other fields for the record that it names, or that this one never happened. */
    private Rectified rectification(Rectify c, Rectified said, List<Recorded<Event>> records, Rectifications now) {
        var asked = Objects.requireNonNull(c.replacement()).over(new Rectify(c.id(), said.record(), null, null, said.effectiveOn()));
        if (asked.voids() && asked.replacement() != null) {
            throw new Invalid("replacement/replacement", "replacement-or-void");
        }
        if (asked.voids()) {
            return new Rectified(said.record(), null, asked.effectiveOn());
        }
        if (asked.replacement() == null) {
            return new Rectified(said.record(), said.replacement(), asked.effectiveOn());
        }
        var inner = new Rectify(c.id(), said.record(), asked.replacement(), null, asked.effectiveOn());
        if (said.replacement() instanceof Rectified deeper) {
            return new Rectified(said.record(), rectification(inner, deeper, records, now), asked.effectiveOn());
        }
        if (said.replacement() == null) {
            return corrected(inner, records, now);
        }
        return new Rectified(said.record(), anew(said.record(), events.cast(said.replacement()), asked.replacement(), records, now), asked.effectiveOn());
    }

    /**
     * The event that the corrected command would have left at its place. What the correction does not change stays as it
     * was written, though other items may have changed since.
     */
    private E anew(int n, E said, Correction correction, List<Recorded<Event>> records, Rectifications now) {
        var command = given(n, said);
        var right = correction.over(command);
        var before = fold(nothing, standing(now).stream().takeWhile(record -> record.n() < n).toList());
        var by = records.get(n - 1).by();
        E corrected;
        try {
            corrected = decided(right, before, by, said);
        } catch (Refused refused) {
            throw broken(n, refused);
        } catch (Invalid invalid) {
            throw new Invalid("replacement/" + invalid.field(), invalid.code(), invalid.args().toArray());
        }
        var changed = Unchanged.kept(said, decidedAsSaid(command, before, by, said), corrected);
        return changed.equals(said) ? said : keeping(said, changed, corrected);
    }

    private @Nullable E decidedAsSaid(Command command, S before, Provenance by, E said) {
        try {
            return decided(command, before, by, said);
        } catch (Refused | Invalid notToday) {
            return null;
        }
    }

    private E decided(Command command, S before, Provenance by, E said) {
        return rules.decide(command, before, by).stream().filter(said.getClass()::isInstance).findFirst().orElseThrow();
    }

    /** What the register recorded by itself follows from another record, and only from that. */
    private Command given(int n, E event) {
        Command command = again.apply(event);
        if (command.getClass().isAnnotationPresent(Internal.class)) {
            throw new Refused("recorded-by-the-register", n);
        }
        return command;
    }

    private static void mustChange(Rectifications now, Rectifications then, Rectify c) {
        if (then.standing().equals(now.standing())) {
            throw new Refused("nothing-rectified", c.record());
        }
    }

    private void mustKeepTheFirst(Rectifications then, Rectify c) {
        var first = then.content(1).orElseThrow(() -> new Refused("first-record-not-void"));
        if (c.effectiveOn().isBefore(first.effectiveOn())) {
            throw new Refused("effective-before-item");
        }
    }

    /** The records as they were before any was rectified. */
    private List<Recorded<E>> written(List<Recorded<Event>> records) {
        return standing(Rectifications.among(records.stream().takeWhile(record -> !(record.event() instanceof Rectified)).toList()));
    }

    /**
     * Each record is taken as the item stood when it was made, and would be made alike; and it is taken as the item stood
     * on its day. What would not be taken without the rectification either, or was not before any, is not its fault.
     */
    private void mustHold(List<Recorded<E>> written, List<Recorded<E>> now, List<Recorded<E>> then) {
        mustHoldInOrder(written, now, then, this::same);
        mustHoldInOrder(inEffectiveOrder(written), inEffectiveOrder(now), inEffectiveOrder(then), (_, _) -> true);
    }

    private static <E extends Event> List<Recorded<E>> inEffectiveOrder(List<Recorded<E>> records) {
        return records.stream().sorted(Recorded.EFFECTIVE_ORDER).toList();
    }

    private void mustHoldInOrder(List<Recorded<E>> written, List<Recorded<E>> now, List<Recorded<E>> then, BiPredicate<E, E> same) {
        var ever = new HashMap<Integer, Outcome<E>>();
        outcomes(written, ever::put);
        var without = new HashMap<Integer, Outcome<E>>();
        outcomes(now, without::put);
        outcomes(then, (n, outcome) -> {
            if (outcome.refusal != null && !outcome.refusedAs(without.get(n)) && !outcome.refusedAs(ever.get(n))) {
                throw broken(n, outcome.refusal);
            }
            if (!outcome.madeAs(without.get(n), same)) {
                throw broken(n, new Refused("recorded-otherwise"));
            }
        });
    }

    /** What comes of giving the command of a record again: an event or a refusal. */
    private record Outcome<E extends Event>(Recorded<E> record, @Nullable E made, @Nullable RuntimeException refusal) {

        boolean refusedAs(@Nullable Outcome<E> other) {
            return other != null && code(refusal).equals(code(other.refusal));
        }

        /** True as well where there is nothing to compare: another content, a refusal. */
        boolean madeAs(@Nullable Outcome<E> other, BiPredicate<E, E> same) {
            return other == null || made == null || other.made == null || !record.equals(other.record) || same.test(other.made, made);
        }

        private static String code(@Nullable RuntimeException refusal) {
            return refusal instanceof Refused refused ? refused.code() : refusal instanceof Invalid invalid ? invalid.code() : "";
        }
    }

    private void outcomes(List<Recorded<E>> records, BiConsumer<Integer, Outcome<E>> each) {
        S state = nothing;
        for (var record : records) {
            Command command = again.apply(record.event());
            if (!command.getClass().isAnnotationPresent(Internal.class)) {
                each.accept(record.n(), outcome(command, state, record));
            }
            state = evolve.apply(state, record);
        }
    }

    private Outcome<E> outcome(Command command, S state, Recorded<E> record) {
        try {
            return new Outcome<>(record, decided(command, state, record.by(), record.event()), null);
        } catch (Refused | Invalid refusal) {
            return new Outcome<>(record, null, refusal);
        }
    }

    private static Refused broken(int n, RuntimeException refusal) {
        return new Refused("rectification-breaks-history", n, refusal);
    }
}
