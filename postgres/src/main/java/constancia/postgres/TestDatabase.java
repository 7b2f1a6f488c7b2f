package constancia.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** An empty database for one test. */
public record TestDatabase(String name, String url, Login owner, Login app, Login superuser) {

    public Connection connectAsOwner() throws SQLException {
        return owner.connect(url);
    }

    public Connection connectAsApp() throws SQLException {
        return app.connect(url);
    }

    public Connection connectAsSuperuser() throws SQLException {
        return superuser.connect(url);
    }

    /** Frees its space before the JVM ends, whoever is still connected; not needed otherwise. */
    public void drop() throws SQLException {
        String maintenance = url.substring(0, url.lastIndexOf('/') + 1) + superuser.user();
        try (Connection connection = superuser.connect(maintenance); Statement statement = connection.createStatement()) {
            statement.execute("drop database " + name + " with (force)");
        }
    }
}
