package constancia.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process and its cluster folder. The caller holds the {@link DataLock}. */
final class Server {

    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final int TRIES = 5;
    private static final int PID_LINE = 0;
    private static final int STATUS_LINE = 7;
    private static final Duration FAST = Duration.ofSeconds(60);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    private final Options options;
    private final Runner runner;
    private final Path cluster;
    private final Path logFolder;
    private final Path portFile;
    private Process process;
    private int port;

    Server(Options options, Runner runner) throws IOException {
        this.options = options;
        this.runner = runner;
        this.cluster = options.data().toRealPath().resolve("cluster");
        this.logFolder = Folders.makePrivate(options.data().resolve("log")).toRealPath();
        this.portFile = options.data().resolve("port");
        runner.mayPass(options.data());
        runner.own(logFolder);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    boolean hasCluster() {
        return Files.exists(cluster.resolve("PG_VERSION"));
    }

    /** Makes the cluster under a temporary name and renames it, so that a half-made one is never used. */
    void makeCluster(Login superuser) throws IOException {
        Folders.deleteSiblings(cluster, "cluster.new-");
        Path fresh = cluster.resolveSibling("cluster.new-" + System.nanoTime());
        Folders.makePrivate(fresh);
        Path password = Files.createTempFile(options.data(), "initdb", ".tmp");
        StartTrouble trouble = new StartTrouble(logFolder);
        try {
            Files.writeString(password, superuser.password());
            runner.own(fresh);
            runner.own(password);
            List<String> command = new ArrayList<>(List.of(program("initdb"), "-D", fresh.toString(),
                    "--username=" + superuser.user(), "--pwfile=" + password, "--auth=scram-sha-256",
                    "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
                    "--data-checksums"));
            if (!options.durable()) {
                command.add("--no-sync");
            }
            if (Commands.run(runner.command(command), logFolder.resolve("initdb.log")) != 0) {
                Folders.delete(fresh);
                throw trouble.explain(options.data(), 0);
            }
            Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
            Folders.flush(options.data());
        } finally {
            Files.delete(password);
        }
    }

    /** Starts the server and waits until it accepts connections. */
    void start() throws IOException {
        String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals(Binaries.MAJOR)) {
            throw new PostgresFailure("The data folder " + options.data() + " was made by PostgreSQL " + version
                    + " and this is PostgreSQL " + Binaries.MAJOR + ": upgrade it with pg_upgrade or a dump.");
        }
        new Leftovers(cluster).clear();
        runner.own(cluster);
        Files.deleteIfExists(logFolder.resolve("start.log"));
        for (int attempt = 1; ; attempt++) {
            port = options.port() != 0 ? options.port() : freePort(attempt == 1);
            StartTrouble trouble = new StartTrouble(logFolder);
            if (started()) {
                Files.writeString(portFile, Integer.toString(port));
                return;
            }
            trouble.awaitReason();
            boolean again = trouble.passing() || (options.port() == 0 && trouble.portInUse());
            if (!again || attempt == TRIES) {
                throw trouble.explain(options.data(), port);
            }
            new Leftovers(cluster).clear();
        }
    }

    private boolean started() throws IOException {
        List<String> command = new ArrayList<>();
        // In a session of its own, Ctrl-C at the terminal reaches only the JVM, which then stops the server in order.
        if (Commands.works("setsid", "true")) {
            command.add("setsid");
        }
        command.addAll(runner.command(List.of(program("postgres"), "-D", cluster.toString())));
        command.addAll(Settings.arguments(options, port, logFolder));
        process = Commands.start(command, logFolder.resolve("start.log"));
        boolean decided = Waiting.until(options.patience(), () -> !process.isAlive() || ready());
        if (!decided) {
            throw new PostgresFailure("PostgreSQL was not ready within " + options.patience().toSeconds() + " s.");
        }
        return process.isAlive();
    }

    private boolean ready() {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return lines.size() > STATUS_LINE
                    && lines.get(PID_LINE).strip().equals(Long.toString(process.pid()))
                    && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The port of last time keeps operators' bookmarks right; a program that took it meanwhile is no obstacle. */
    private int freePort(boolean tryLast) throws IOException {
        if (tryLast && Files.exists(portFile)) {
            try (var socket = new ServerSocket(Integer.parseInt(Files.readString(portFile).strip()), 1, loopback())) {
                return socket.getLocalPort();
            } catch (IOException | NumberFormatException taken) {
                log.debug("The port of last time is not free", taken);
            }
        }
        try (var socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private String program(String name) {
        return options.binaries().resolve("bin").resolve(name).toString();
    }

    boolean running() {
        return process != null && process.isAlive();
    }

    /** Fast shutdown; if that takes too long an immediate one, from which the next start recovers. */
    void stop() {
        if (ended(Signal.FAST_SHUTDOWN, FAST)) {
            return;
        }
        log.warn("PostgreSQL did not end within {} s and is ended at once", FAST.toSeconds());
        if (!ended(Signal.IMMEDIATE_SHUTDOWN, IMMEDIATE)) {
            throw new PostgresFailure("PostgreSQL (process " + process.pid() + ") does not end.");
        }
    }

    private boolean ended(Signal signal, Duration longest) {
        if (process.isAlive()) {
            signal.send(process.pid());
        }
        try {
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
