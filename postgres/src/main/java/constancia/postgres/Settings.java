package constancia.postgres;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The server settings, given on the command line so that no ALTER SYSTEM can undo them. */
final class Settings {

    private Settings() {}

    static List<String> arguments(Options options, int port, Path logFolder) {
        Map<String, String> all = new TreeMap<>(usual(port, logFolder));
        all.putAll(options.durable() ? durable() : quick());
        all.putAll(options.settings());
        List<String> arguments = new ArrayList<>();
        all.forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        return arguments;
    }

    private static Map<String, String> usual(int port, Path logFolder) {
        Map<String, String> usual = new TreeMap<>();
        usual.put("listen_addresses", "127.0.0.1");
        usual.put("port", Integer.toString(port));
        usual.put("unix_socket_directories", "");
        usual.put("max_connections", "200");
        usual.put("shared_buffers", "256MB");
        // A prepared transaction nobody ends would hold up the ledger's order for ever.
        usual.put("max_prepared_transactions", "0");
        usual.put("jit", "off");
        usual.put("timezone", "UTC");
        usual.put("log_timezone", "UTC");
        // One file per weekday, overwritten a week later.
        usual.put("logging_collector", "on");
        usual.put("log_directory", logFolder.toString());
        usual.put("log_filename", "postgresql-%a.log");
        usual.put("log_rotation_age", "1d");
        usual.put("log_rotation_size", "0");
        usual.put("log_truncate_on_rotation", "on");
        // Statements and error details can hold people's data; the log has only what happened.
        usual.put("log_error_verbosity", "terse");
        usual.put("log_min_error_statement", "panic");
        return usual;
    }

    private static Map<String, String> durable() {
        // One call to write and make durable takes less processor time than two.
        // These programs are built without lz4 and zstd; pglz would cost more processor time than the disk it saves.
        return Map.of(
                "fsync", "on",
                "wal_sync_method", "open_datasync",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                "wal_compression", "off",
                "max_wal_size", "2GB");
    }

    private static Map<String, String> quick() {
        return Map.of(
                "fsync", "off",
                "synchronous_commit", "off",
                "full_page_writes", "off",
                "wal_level", "minimal",
                "max_wal_senders", "0",
                "shared_buffers", "64MB");
    }
}
