package constancia.postgres;

import java.sql.Connection;
import java.sql.SQLException;

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
}
