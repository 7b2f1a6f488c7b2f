package constancia.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an embedded PostgreSQL is to run.
 *
 * @param data        folder of everything it keeps: binaries, cluster, passwords, log, lock
 * @param port        TCP port on 127.0.0.1; 0 takes the one used last time if it is free, otherwise any free one
 * @param settings    server settings that add to or replace the usual ones
 * @param durable     false only for tests: commits may then be lost when the machine stops
 * @param binaries    folder of the extracted binaries; may be shared between data folders
 * @param stopWithJvm whether a shutdown hook stops the server. Hooks run in no order, so set it to false where
 *                    something else (a Spring context) closes the server after its own users are done
 * @param patience    longest time to wait until the server accepts connections; recovery after a crash counts
 */
public record Options(Path data, int port, Map<String, String> settings, boolean durable, Path binaries,
                      boolean stopWithJvm, Duration patience) {

    public Options {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, not " + port);
        }
        settings.keySet().forEach(Options::requireSettingName);
        settings = Map.copyOf(settings);
        data = data.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
    }

    /** A durable server in the folder, on any free port, stopped when the JVM ends. */
    public static Options in(Path data) {
        return new Options(data, 0, Map.of(), true, data.resolve(Binaries.FOLDER), true, Duration.ofMinutes(5));
    }

    public Options withPort(int newPort) {
        return new Options(data, newPort, settings, durable, binaries, stopWithJvm, patience);
    }

    /** Adds one server setting, for example {@code ("work_mem", "32MB")}. */
    public Options with(String setting, String value) {
        var more = new TreeMap<>(settings);
        more.put(setting, value);
        return new Options(data, port, more, durable, binaries, stopWithJvm, patience);
    }

    /** For tests: fsync and its companions off. */
    public Options notDurable() {
        return new Options(data, port, settings, false, binaries, stopWithJvm, patience);
    }

    public Options withBinaries(Path folder) {
        return new Options(data, port, settings, durable, folder, stopWithJvm, patience);
    }

    /** No shutdown hook: the caller closes the server. */
    public Options closedByCaller() {
        return new Options(data, port, settings, durable, binaries, false, patience);
    }

    public Options withPatience(Duration longest) {
        return new Options(data, port, settings, durable, binaries, stopWithJvm, longest);
    }

    private static void requireSettingName(String name) {
        if (!name.matches("[a-z][a-z0-9_.]*")) {
            throw new IllegalArgumentException("Not a PostgreSQL setting: " + name);
        }
    }
}
