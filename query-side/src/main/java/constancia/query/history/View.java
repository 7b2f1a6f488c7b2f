package constancia.query.history;

import constancia.kernel.Event;
import constancia.kernel.Recorded;
import java.time.LocalDate;
import java.util.List;

/**
 * How people see one kind of item: a fold of its records, richer than the rules need.
 *
 * @param <E> the item's events
 * @param <S> the facts known of it, immutable, with their dates; nothing in it depends on today
 */
public interface View<E extends Event, S> {

    /** The kind as it stands in the journal: {@code institution}. */
    String type();

    Class<E> events();

    S nothing();

    /** Gives the same facts in ledger order and in effective order. */
    S evolve(S facts, Recorded<E> record);

    /** The item's fields as they held at the end of {@code on}, in the order of the contract, without id, version and cut. */
    Object answer(S facts, LocalDate on, Names names);

    Label label(S facts);

    /** Whether it is reserved or confidential on that day. */
    default boolean reserved(S facts, LocalDate on) {
        return false;
    }

    /** What fills the gaps of the sentence that tells this record ({@code summaries} bundle, under the event's name). */
    List<Object> summary(E event, Names names);
}
