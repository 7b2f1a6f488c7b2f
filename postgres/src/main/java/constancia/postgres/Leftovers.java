package constancia.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier run left on a cluster when its JVM was killed: a server that still runs, single processes of it, a
 * stale postmaster.pid.
 *
 * <p>A server that still runs is ended, not adopted. Its sessions may hold transactions and locks of the dead JVM
 * (and an open transaction holds up the ledger's order), and it may run with the settings or programs of an earlier
 * release. Ending and starting costs less than a second and always gives the server that was asked for.
 *
 * <p>Only processes named postgres whose working folder is this very cluster are touched, so a process number that
 * was given to some other program is harmless. The caller holds the {@link DataLock}: no living owner loses a server.
 */
final class Leftovers {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
    private static final int SHARED_MEMORY_LINE = 6;
    private static final Duration FAST = Duration.ofSeconds(60);
    private static final Duration IMMEDIATE = Duration.ofSeconds(5);

    private final Path cluster;

    /** @param cluster the real path of the cluster's folder */
    Leftovers(Path cluster) {
        this.cluster = cluster;
    }

    void clear() throws IOException {
        List<Long> postmasters = processes().stream().filter(Leftovers::isPostmaster).toList();
        for (long pid : postmasters) {
            log.warn("Ending the PostgreSQL (process {}) that an earlier run left on {}", pid, cluster);
        }
        end(postmasters, Signal.FAST_SHUTDOWN, FAST);
        // Whoever is left lost its postmaster, or the shutdown took too long. The next start recovers.
        end(processes(), Signal.IMMEDIATE_SHUTDOWN, IMMEDIATE);
        end(processes(), Signal.KILL, IMMEDIATE);
        List<Long> left = processes();
        if (!left.isEmpty()) {
            throw new PostgresFailure("Processes " + left + " of an earlier PostgreSQL still use " + cluster
                    + " and do not end.");
        }
        Path pidFile = cluster.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            requireSharedMemoryFree(pidFile);
            Files.delete(pidFile);
        }
    }

    private static void end(List<Long> pids, Signal signal, Duration longest) {
        pids.forEach(signal::send);
        Waiting.until(longest, () -> pids.stream().noneMatch(Leftovers::alive));
    }

    /** All living processes of PostgreSQL that work in the cluster. */
    private List<Long> processes() throws IOException {
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : all) {
                long pid = Long.parseLong(process.getFileName().toString());
                if (isPostgres(pid) && alive(pid) && worksHere(pid)) {
                    found.add(pid);
                }
            }
        }
        return found;
    }

    private boolean worksHere(long pid) {
        Path folder = workingFolder(pid);
        return folder != null ? folder.equals(cluster) : arguments(pid).contains(cluster.toString());
    }

    /** Null where the system does not tell. */
    private static Path workingFolder(long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"));
        } catch (IOException goneOrHidden) {
            return null;
        }
    }

    private static boolean isPostgres(long pid) {
        return read(pid, "comm").strip().equals("postgres");
    }

    /** The server's first process keeps its command line; the others replace it with a description. */
    private static boolean isPostmaster(long pid) {
        return arguments(pid).contains("-D");
    }

    private static List<String> arguments(long pid) {
        return List.of(read(pid, "cmdline").split("\0"));
    }

    /** A zombie has ended: only its entry waits to be collected. */
    static boolean alive(long pid) {
        String stat = read(pid, "stat");
        String state = stat.substring(stat.lastIndexOf(')') + 1).strip();
        return !state.isEmpty() && "ZX".indexOf(state.charAt(0)) < 0;
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    /**
     * PostgreSQL looks at the shared memory named in postmaster.pid to see whether anybody still uses the cluster.
     * As the file is about to go, the same is asked here, for processes that could not be seen above.
     */
    private void requireSharedMemoryFree(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() <= SHARED_MEMORY_LINE || belongsToAnotherServer(lines.getFirst().strip())) {
            return;
        }
        List<String> keyAndNumber = List.of(lines.get(SHARED_MEMORY_LINE).strip().split("\\s+"));
        if (!Waiting.until(IMMEDIATE, () -> !attached(keyAndNumber))) {
            throw new PostgresFailure("An earlier PostgreSQL that cannot be seen from here still uses " + cluster + ".");
        }
    }

    /** A copied folder carries the number of the server it was copied from. */
    private boolean belongsToAnotherServer(String number) {
        long pid = Math.abs(Long.parseLong(number));
        Path folder = workingFolder(pid);
        return isPostgres(pid) && folder != null && !folder.equals(cluster);
    }

    /** Key and number must both fit: after a reboot the number alone may be some other program's. */
    private static boolean attached(List<String> keyAndNumber) {
        int key = (int) Long.parseLong(keyAndNumber.getFirst());
        try {
            return Files.readAllLines(Path.of("/proc/sysvipc/shm")).stream()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .anyMatch(fields -> (int) Long.parseLong(fields[0]) == key
                            && fields[1].equals(keyAndNumber.getLast())
                            && !fields[6].equals("0"));
        } catch (IOException noSuchTable) {
            return false;
        }
    }
}
