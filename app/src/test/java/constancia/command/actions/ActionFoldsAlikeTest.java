package constancia.command.actions;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Recorded;
import constancia.kernel.actions.ActionEvent;
import constancia.query.actions.ActionFacts;
import constancia.query.actions.ActionView;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contract, section 1: by the rules of what may be recorded late, ledger order and effective order give the same state. */
class ActionFoldsAlikeTest {

    static final int HISTORIES = 200;

    final ActionView view = new ActionView(30, ZoneOffset.UTC);

    static Stream<List<Recorded<ActionEvent>>> histories() {
        return Stream.iterate(1L, seed -> seed + 1).limit(HISTORIES).map(seed -> new RandomHistories(seed).history());
    }

    @ParameterizedTest
    @MethodSource("histories")
    void in_both_orders_the_rules_see_the_same(List<Recorded<ActionEvent>> history) {
        assertThat(state(effective(history))).isEqualTo(state(history));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void in_both_orders_people_see_the_same_on_every_day(List<Recorded<ActionEvent>> history) {
        for (int day = 0; day <= 600; day += 25) {
            var on = RandomHistories.FIRST.plusDays(day);
            var within = history.stream().filter(record -> !record.effectiveOn().isAfter(on)).toList();
            assertThat(facts(effective(within))).isEqualTo(facts(within));
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void rules_and_view_come_to_the_same_statuses(List<Recorded<ActionEvent>> history) {
        var state = state(history);
        var facts = facts(history);
        assertThat(facts.status(LocalDate.MAX)).isEqualTo(state.status());
        assertThat(facts.cancelled()).isEqualTo(state.life().cancelled());
        assertThat(facts.scheduling()).isEqualTo(state.scheduling());
        assertThat(facts.commitments().values().stream().collect(Collectors.toMap(ActionFacts.Commitment::id, c -> c.status(LocalDate.MAX))))
                .isEqualTo(state.commitments().values().stream().collect(Collectors.toMap(Commitment::id, Commitment::status)));
        assertThat(facts.commitments().values().stream().collect(Collectors.toMap(ActionFacts.Commitment::id, ActionFacts.Commitment::institution)))
                .isEqualTo(state.commitments().values().stream().collect(Collectors.toMap(Commitment::id, Commitment::holder)));
    }

    @Test
    void the_histories_hold_every_event_and_many_records_that_came_late() {
        var seen = new HashSet<Class<?>>();
        var late = histories().mapToLong(history -> {
            history.forEach(record -> seen.add(record.event().getClass()));
            return effective(history).equals(history) ? 0 : 1;
        }).sum();
        assertThat(seen).containsExactlyInAnyOrder(ActionEvent.class.getPermittedSubclasses());
        assertThat(late).isGreaterThan(HISTORIES / 2);
    }

    private static List<Recorded<ActionEvent>> effective(List<Recorded<ActionEvent>> history) {
        return history.stream().sorted(Comparator.<Recorded<ActionEvent>, LocalDate>comparing(Recorded::effectiveOn).thenComparing(Recorded::n)).toList();
    }

    private static Action state(List<Recorded<ActionEvent>> records) {
        var state = Action.UNPROPOSED;
        for (var record : records) {
            state = Action.evolve(state, record);
        }
        return state;
    }

    private ActionFacts facts(List<Recorded<ActionEvent>> records) {
        var facts = view.nothing();
        for (var record : records) {
            facts = view.evolve(facts, record);
        }
        return facts;
    }
}
