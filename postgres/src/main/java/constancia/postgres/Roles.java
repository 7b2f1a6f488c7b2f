package constancia.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import static constancia.postgres.EmbeddedPostgres.APP;
import static constancia.postgres.EmbeddedPostgres.OWNER;

/** The two roles and what they may do. Everything can be run again: a start that was killed is completed by the next. */
final class Roles {

    /** PostgreSQL's own template that nobody changes. */
    static final String EMPTY = "template0";

    private Roles() {}

    static void ensure(Connection superuser, Login owner, Login app) throws SQLException {
        ensureRole(superuser, owner);
        ensureRole(superuser, app);
        try (Statement statement = superuser.createStatement()) {
            // One forgotten transaction would hold up the ledger's order for everybody.
            statement.execute("alter role " + APP + " set transaction_timeout = '10s'");
            statement.execute("alter role " + APP + " set idle_in_transaction_session_timeout = '10s'");
            // Health names the transaction that holds the ledger back, whoever's it is.
            statement.execute("grant pg_read_all_stats to " + APP);
        }
    }

    private static void ensureRole(Connection superuser, Login login) throws SQLException {
        boolean there = exists(superuser, "select 1 from pg_roles where rolname = '" + login.user() + "'");
        try (Statement statement = superuser.createStatement()) {
            statement.execute((there ? "alter" : "create") + " role " + login.user()
                    + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls"
                    + " password '" + login.password() + "'");
        }
    }

    static void ensureDatabase(Connection superuser, String name) throws SQLException {
        if (exists(superuser, "select 1 from pg_database where datname = '" + name + "'")) {
            grant(superuser, name);
        } else {
            createDatabase(superuser, name, EMPTY);
        }
    }

    static void createDatabase(Connection superuser, String name, String template) throws SQLException {
        requirePlain(name);
        requirePlain(template);
        try (Statement statement = superuser.createStatement()) {
            statement.execute("create database " + name + " owner " + OWNER + " template " + template);
        }
        grant(superuser, name);
    }

    private static void requirePlain(String name) {
        if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a plain name for a database: " + name);
        }
    }

    /** The application connects and uses what migrations grant it; it cannot even make temporary tables. */
    private static void grant(Connection superuser, String name) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("revoke all on database " + name + " from public;"
                    + "grant connect on database " + name + " to " + APP);
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
