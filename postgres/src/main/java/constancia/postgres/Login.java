package constancia.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** A database role and its password. */
public record Login(String user, String password) {

    /** A new connection, without a pool. */
    public Connection connect(String jdbcUrl) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return new org.postgresql.Driver().connect(jdbcUrl, properties);
    }

    /** Without the password, so that a login in a log line gives nothing away. */
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
