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
import org.flywaydb.core.Flyway;

/**
 * The sets of tables. Each generation is a schema of its own, {@code view_1}, {@code view_2}…; readers read the schema
 * {@code view}, whose views show the current one, so a switch is one transaction. Only the owner of the database can
 * make or switch them.
 */
public final class Generations {

    private static final String LOCATION = "classpath:db/tables";
    private static final String BEHIND = "behind";
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
        return find("current").orElseGet(() -> {
            int first = make();
            show(first);
            return first;
        });
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
        return building().orElseGet(this::make);
    }

    /**
     * Shows the readers this generation from now on; the one they read before is retired. Readers wait for a moment, see
     * nothing older than before, and none of them fails: when they stand in the way, it is the switch that tries again.
     */
    public void show(int generation) {
        var former = find("current");
        patiently(connection -> {
            execute(connection, "create schema if not exists view");
            execute(connection, "grant usage on schema view to " + app);
            for (var name : names(connection, "view", "VIEW")) {
                execute(connection, "drop view view." + name);
            }
            if (former.isPresent() && !caughtUp(connection, generation, former.get())) {
                throw new SQLException("The new tables are behind the old ones", BEHIND);
            }
            for (var name : names(connection, schema(generation), "TABLE")) {
                if (!name.startsWith("flyway_")) {
                    execute(connection, "create view view." + name + " as select * from " + schema(generation) + "." + name);
                }
            }
            execute(connection, "grant select on all tables in schema view to " + app);
            execute(connection, "update journal.generation set state = 'retired' where state = 'current'");
            execute(connection, "update journal.generation set state = 'current' where number = " + generation);
        });
    }

    /** Deletes the tables that nobody reads any more, once nothing writes them. */
    public void dropRetired() {
        for (int generation : retired()) {
            patiently(connection -> execute(connection, "drop schema if exists " + schema(generation) + " cascade"));
        }
    }

    private static boolean caughtUp(Connection connection, int next, int former) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("select n.position >= f.position from " + schema(next) + ".projected n, " + schema(former) + ".projected f")) {
            return rows.next() && rows.getBoolean(1);
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

    private static List<String> names(Connection connection, String schema, String type) throws SQLException {
        var names = new ArrayList<String>();
        try (var rows = connection.getMetaData().getTables(null, schema, null, new String[] {type})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
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
