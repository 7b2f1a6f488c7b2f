package constancia.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether a PostgreSQL keeps what it acknowledges. Reads the settings as they are for the given connection, as a role
 * or a database can have its own: check the connections that write.
 */
public final class Durability {

    private static final int OLDEST = 170_000;
    private static final List<String> READ = List.of("server_version_num", "server_version", "fsync",
            "synchronous_commit", "synchronous_standby_names", "full_page_writes", "max_prepared_transactions",
            "data_checksums", "transaction_timeout");

    private Durability() {}

    /** What must be put right before the register may run, one sentence each in English and Spanish; empty if fine. */
    public static List<String> check(Connection connection) throws SQLException {
        return violations(read(connection));
    }

    /** What is worth knowing but no reason to stop, one sentence each in English and Spanish. */
    public static List<String> warnings(Connection connection) throws SQLException {
        return warnings(read(connection));
    }

    /** @throws UnsafeDatabase with every violation, if there is one */
    public static void require(Connection connection) throws SQLException {
        UnsafeDatabase.unlessNone(check(connection));
    }

    static List<String> violations(Map<String, String> settings) {
        List<String> found = new ArrayList<>();
        if (Integer.parseInt(settings.get("server_version_num")) < OLDEST) {
            found.add("PostgreSQL is version " + settings.get("server_version") + "; 17 or later is needed. / "
                    + "PostgreSQL es la versión " + settings.get("server_version") + "; se necesita la 17 o posterior.");
        }
        if (settings.get("fsync").equals("off")) {
            found.add("fsync is off: a power cut can lose or corrupt everything. / "
                    + "fsync está apagado: un corte de luz puede perder o dañar todo.");
        }
        if (settings.get("full_page_writes").equals("off")) {
            found.add("full_page_writes is off: a power cut can leave half-written pages. / "
                    + "full_page_writes está apagado: un corte de luz puede dejar páginas a medio escribir.");
        }
        checkCommit(settings, found);
        if (!settings.get("max_prepared_transactions").equals("0")) {
            found.add("max_prepared_transactions is " + settings.get("max_prepared_transactions")
                    + ", it must be 0: a forgotten prepared transaction would hold up the ledger for ever. / "
                    + "max_prepared_transactions es " + settings.get("max_prepared_transactions")
                    + ", debe ser 0: una transacción preparada y olvidada detendría el libro para siempre.");
        }
        return found;
    }

    /**
     * {@code on}, {@code remote_apply} and {@code remote_write} all wait until this server's disk has the commit, so
     * they pass. {@code local} does too, but skips the standbys: where synchronous ones are configured it silently
     * breaks what the operator was promised about failover, so there it does not pass.
     */
    private static void checkCommit(Map<String, String> settings, List<String> found) {
        String commit = settings.get("synchronous_commit");
        if (commit.equals("off")) {
            found.add("synchronous_commit is off: what was acknowledged can be lost. / "
                    + "synchronous_commit está apagado: lo ya confirmado puede perderse.");
        }
        if (commit.equals("local") && !settings.get("synchronous_standby_names").isBlank()) {
            found.add("synchronous_commit is local although synchronous standbys are configured: "
                    + "what was acknowledged can be lost in a failover. / "
                    + "synchronous_commit es local aunque hay réplicas síncronas: "
                    + "lo ya confirmado puede perderse al cambiar de servidor.");
        }
    }

    static List<String> warnings(Map<String, String> settings) {
        List<String> found = new ArrayList<>();
        if (settings.get("data_checksums").equals("off")) {
            found.add("Data checksums are off: damage by the disk is not noticed. / "
                    + "Las sumas de verificación están apagadas: un daño del disco no se nota.");
        }
        if ("0".equals(settings.get("transaction_timeout"))) {
            found.add("transaction_timeout is 0 for this role: a forgotten transaction would hold up the ledger. / "
                    + "transaction_timeout es 0 para este rol: una transacción olvidada detendría el libro.");
        }
        return found;
    }

    private static Map<String, String> read(Connection connection) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("select current_setting(?, true)")) {
            for (String name : READ) {
                query.setString(1, name);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    settings.put(name, row.getString(1));
                }
            }
        }
        return settings;
    }
}
