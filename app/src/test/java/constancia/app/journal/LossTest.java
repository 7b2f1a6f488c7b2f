package constancia.app.journal;

import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writers that are slow to commit, read beside them. Each scenario runs twice: on our store, where nothing may be lost,
 * and on the stock one, where the same test must see the loss, or else it could not fail.
 */
class LossTest {

    /** A little more than the time after which the stock engine no longer believes in a gap. */
    private static final Duration A_MINUTE = Duration.ofSeconds(61);

    private final Clock clock = GenericEventMessage.clock;

    @AfterEach
    void the_clock_is_right_again() {
        GenericEventMessage.clock = clock;
    }

    @Test
    void a_transaction_held_open_while_others_commit_loses_nothing() {
        try (var store = ours()) {
            assertThat(heldOpen(store)).containsExactly("held", "first", "second", "third");
        }
    }

    @Test
    void a_transaction_held_open_while_others_commit_is_lost_by_the_stock_engine() throws SQLException {
        try (var store = stock(TestPostgres.newDatabase())) {
            assertThat(heldOpen(store)).containsExactly("first", "second", "third");
        }
    }

    @Test
    void a_process_paused_inside_an_append_loses_nothing() throws Exception {
        var database = TestJournal.freshDatabase();
        try (var store = new OurStore(TestJournal.of(database))) {
            assertThat(pausedInside("ours", database, store)).containsExactly("paused", "first", "second", "third");
        }
    }

    @Test
    void a_process_paused_inside_an_append_is_lost_by_the_stock_engine() throws Exception {
        var database = TestPostgres.newDatabase();
        try (var store = stock(database)) {
            assertThat(pausedInside("stock", database, store)).containsExactly("first", "second", "third");
        }
    }

    @Test
    void a_node_whose_clock_is_behind_loses_nothing() {
        try (var store = ours()) {
            assertThat(heldOpenBesideASkewedClock(store)).containsExactly("held", "first", "second");
        }
    }

    /** Nobody has to wait for a minute: the record of the node that is behind is that old at once. */
    @Test
    void beside_a_node_whose_clock_is_behind_the_stock_engine_loses_what_is_being_written() throws SQLException {
        try (var store = stock(TestPostgres.newDatabase())) {
            assertThat(heldOpenBesideASkewedClock(store)).containsExactly("first", "second");
        }
    }

    @Test
    void without_anybody_slow_both_read_everything() throws SQLException {
        try (var ours = ours(); var stock = stock(TestPostgres.newDatabase())) {
            for (var store : List.of(ours, stock)) {
                store.inTransaction(() -> store.append("first"));
                store.inTransaction(() -> store.append("second"));
                assertThat(store.readOn()).containsExactly("first", "second");
            }
        }
    }

    private static List<String> heldOpen(Store store) {
        var read = new ArrayList<String>();
        store.inTransaction(() -> {
            store.append("held");
            elsewhere(() -> {
                store.inTransaction(() -> store.append("first"));
                store.inTransaction(() -> store.append("second"));
                aMinutePasses();
                return read.addAll(store.readOn());
            });
        });
        store.inTransaction(() -> store.append("third"));
        read.addAll(store.readOn());
        return read;
    }

    private static List<String> heldOpenBesideASkewedClock(Store store) {
        var read = new ArrayList<String>();
        store.inTransaction(() -> {
            store.append("held");
            elsewhere(() -> {
                var right = GenericEventMessage.clock;
                GenericEventMessage.clock = Clock.offset(right, A_MINUTE.negated());
                store.inTransaction(() -> store.append("first"));
                GenericEventMessage.clock = right;
                return read.addAll(store.readOn());
            });
        });
        store.inTransaction(() -> store.append("second"));
        read.addAll(store.readOn());
        return read;
    }

    private static List<String> pausedInside(String kind, TestDatabase database, Store store) throws Exception {
        var read = new ArrayList<String>();
        try (var process = new PausedAppend(kind, database)) {
            process.pause();
            store.inTransaction(() -> store.append("first"));
            store.inTransaction(() -> store.append("second"));
            aMinutePasses();
            read.addAll(store.readOn());
            process.goOn();
        }
        store.inTransaction(() -> store.append("third"));
        read.addAll(store.readOn());
        return read;
    }

    private static void aMinutePasses() {
        GenericEventMessage.clock = Clock.offset(GenericEventMessage.clock, A_MINUTE);
    }

    private static <T> void elsewhere(Supplier<T> work) {
        CompletableFuture.supplyAsync(work).join();
    }

    private static OurStore ours() {
        return new OurStore(TestJournal.fresh());
    }

    private static StockStore stock(TestDatabase database) throws SQLException {
        try (var owner = database.connectAsOwner(); var statement = owner.createStatement()) {
            statement.execute("grant create, usage on schema public to " + database.app().user());
        }
        var store = new StockStore(database.url(), database.app());
        store.createTables();
        return store;
    }
}
