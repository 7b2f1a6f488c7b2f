package constancia.app.projections;

import constancia.postgres.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;

/**
 * The sets of tables. Each generation is a schema of its own, {@code view_1}, {@code view_2}…; readers read the schema
 * {@code view}, whose views show the current one, so a switch is giving that name to other views. Only the owner of the
 * database can make or switch them.
 */
public final class Generations {

    private static final String LOCATION = "classpath:db/tables";
    private static final String BEHIND = "behind";
    /** The views that readers will have, while they are made. */
    private static final String COMING = "view_to_come";
    /** The advisory lock of whoever makes tables. */
    private static final long TURN = 7_310_003;
    /** A lock that did not come in time, a deadlock, tables that are behind. */
    private static final Set<String> AGAIN = Set.of("55P03", "40P01", BEHIND);
    private static final int ATTEMPTS = 300;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String url;
    private final Login owner;
    private final String app;

    public Generations(String url, Login owner, String app) {
        this.url = url;
        this.owner = owner;
        this.app = app;
    }

    /** The generation in use; the first is made on the first start. */
    public int current() {
        return find("current").orElseGet(() -> alone(() -> find("current").orElseGet(() -> {
            int first = make();
            show(first);
            return first;
        })));
    }

    /** The generation that is being filled, if one is. */
    public Optional<Integer> building() {
        return find("building");
    }

    /** Whether the current tables were made by other statements than today's. */
    public boolean outdated() {
        return !flyway(current()).validateWithResult().validationSuccessful;
    }

    /** Makes an empty generation beside the current one, or answers the one that is already being filled. */
    public int build() {
        return building().orElseGet(() -> alone(() -> building().orElseGet(this::make)));
    }

    /**
     * Shows the readers this generation from now on; the one they read before is retired. Nobody waits: whoever reads
     * goes on in the views that were there, whoever comes finds the new ones under their name, and nothing older than before.
     */
    public void show(int generation) {
        var former = find("current");
        if (former.equals(Optional.of(generation))) {
            return;
        }
        in(connection -> {
            execute(connection, "drop schema if exists " + COMING + " cascade");
            execute(connection, "create schema " + COMING);
            execute(connection, "grant usage on schema " + COMING + " to " + app);
            for (var name : tables(connection, generation)) {
                execute(connection, "create view " + COMING + "." + name + " with (security_invoker = true) as select * from " + schema(generation) + "." + name);
            }
            execute(connection, "grant select on all tables in schema " + COMING + " to " + app);
            return null;
        });
        patiently(connection -> {
            if (former.isPresent()) {
                mustHaveCaughtUp(connection, generation, former.get());
                execute(connection, "alter schema view rename to " + shownBefore(former.get()));
            }
            execute(connection, "alter schema " + COMING + " rename to view");
            execute(connection, "update journal.generation set state = 'retired' where state = 'current'");
            execute(connection, "update journal.generation set state = 'current' where number = " + generation);
        });
    }

    /** Deletes the tables that nobody reads any more, once nothing writes them. */
    public void dropRetired() {
        for (int generation : retired()) {
            patiently(connection -> {
                execute(connection, "drop schema if exists " + shownBefore(generation) + " cascade");
                execute(connection, "drop schema if exists " + schema(generation) + " cascade");
            });
        }
    }

    /** Holds the writer of the former tables where it is until the switch is made, or throws that they are ahead. */
    private static void mustHaveCaughtUp(Connection connection, int next, int former) throws SQLException {
        try (var statement = connection.createStatement();
             var rows = statement.executeQuery("select n.position >= f.position from " + schema(next) + ".projected n, " + schema(former) + ".projected f for update of f")) {
            if (!rows.next() || !rows.getBoolean(1)) {
                throw new SQLException("The new tables are behind the old ones", BEHIND);
            }
        }
    }

    private List<Integer> retired() {
        return in(connection -> {
            var numbers = new ArrayList<Integer>();
            try (var rows = connection.createStatement().executeQuery("""
                    select number from journal.generation where state = 'retired' and to_regnamespace('view_' || number) is not null""")) {
                while (rows.next()) {
                    numbers.add(rows.getInt(1));
                }
            }
            return numbers;
        });
    }

    /** Gives way before PostgreSQL looks for deadlocks (after a second), for it might end a reader. */
    private void patiently(Step work) {
        for (int attempt = 1; ; attempt++) {
            try (var connection = owner.connect(url)) {
                connection.setAutoCommit(false);
                execute(connection, "set local lock_timeout = '100ms'");
                work.with(connection);
                connection.commit();
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !AGAIN.contains(String.valueOf(e.getSQLState()))) {
                    throw new IllegalStateException("The tables could not be switched", e);
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    static String schema(int generation) {
        return "view_" + generation;
    }

    /** The views that readers had on a generation that was retired. */
    private static String shownBefore(int generation) {
        return "shown_" + generation;
    }

    /** Several nodes may start at once: one of them makes tables, the others wait and find them. */
    private int alone(Supplier<Integer> work) {
        try (var connection = owner.connect(url); var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + TURN + ")");
            return work.get();
        } catch (SQLException e) {
            throw new IllegalStateException("The tables could not be made", e);
        }
    }

    private int make() {
        int next = in(connection -> {
            try (var rows = connection.createStatement().executeQuery("select coalesce(max(number), 0) + 1 from journal.generation")) {
                rows.next();
                return rows.getInt(1);
            }
        });
        flyway(next).migrate();
        in(connection -> {
            execute(connection, "grant usage on schema " + schema(next) + " to " + app);
            execute(connection, "grant select, insert, update, delete on all tables in schema " + schema(next) + " to " + app);
            execute(connection, "insert into journal.generation (number, state) values (" + next + ", 'building')");
            return null;
        });
        return next;
    }

    private Flyway flyway(int generation) {
        return Flyway.configure().dataSource(url, owner.user(), owner.password()).locations(LOCATION).schemas(schema(generation)).load();
    }

    private Optional<Integer> find(String state) {
        return in(connection -> {
            try (var statement = connection.prepareStatement("select max(number) from journal.generation where state = ?")) {
                statement.setString(1, state);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return Optional.ofNullable(rows.getObject(1, Integer.class));
                }
            }
        });
    }

    private static List<String> tables(Connection connection, int generation) throws SQLException {
        var names = new ArrayList<String>();
        try (var rows = connection.getMetaData().getTables(null, schema(generation), null, new String[] {"TABLE"})) {
            while (rows.next()) {
                if (!rows.getString("TABLE_NAME").startsWith("flyway_")) {
                    names.add(rows.getString("TABLE_NAME"));
                }
            }
        }
        return names;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> T in(Work<T> work) {
        try (var connection = owner.connect(url)) {
            connection.setAutoCommit(false);
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException("The tables could not be made or switched", e);
        }
    }

    private interface Step {
        void with(Connection connection) throws SQLException;
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
