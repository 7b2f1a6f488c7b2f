package constancia.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * PostgreSQL for tests: one server per JVM, started when first asked for, and as many empty databases as wanted.
 * Everything lies in the system's temporary folder; the programs are extracted once per machine and user. What a
 * killed JVM left behind is ended and deleted by the next JVM that asks.
 */
public final class TestPostgres {

    private static final Logger log = LoggerFactory.getLogger(TestPostgres.class);
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Queue<Runnable> USERS = new ConcurrentLinkedQueue<>();

    private static EmbeddedPostgres quick;
    private static EmbeddedPostgres durable;

    private TestPostgres() {}

    /** A fresh database on a server that is quick and not durable. */
    public static TestDatabase newDatabase() {
        return newDatabase(quick());
    }

    /** A fresh database on a server with the settings of production. */
    public static TestDatabase newDurableDatabase() {
        return newDatabase(durable());
    }

    /** At the JVM's end this comes before its servers stop: who uses one then would wait for it. */
    public static void beforeItStops(Runnable closing) {
        USERS.add(closing);
    }

    private static TestDatabase newDatabase(EmbeddedPostgres server) {
        String name = "test_" + NEXT.incrementAndGet();
        server.createDatabase(name);
        return describe(server, name);
    }

    /**
     * A copy of a database on the quick server, for example of a migrated one. Nobody may be connected to the
     * original meanwhile.
     */
    public static TestDatabase newCopyOf(TestDatabase original) {
        String name = "test_" + NEXT.incrementAndGet();
        quick().createDatabase(name, original.name());
        return describe(quick(), name);
    }

    private static TestDatabase describe(EmbeddedPostgres server, String name) {
        return new TestDatabase(name, server.jdbcUrl(name), server.owner(), server.app(), server.superuser());
    }

    /** This JVM's server that is quick and not durable. */
    public static synchronized EmbeddedPostgres quick() {
        if (quick == null) {
            quick = start("quick", options -> options.notDurable().with("max_connections", "400"));
        }
        return quick;
    }

    /** This JVM's server with the settings of production. */
    public static synchronized EmbeddedPostgres durable() {
        if (durable == null) {
            durable = start("durable", UnaryOperator.identity());
        }
        return durable;
    }

    private static EmbeddedPostgres start(String kind, UnaryOperator<Options> change) {
        try {
            Path servers = Files.createDirectories(cache().resolve("test-servers"));
            Path data = servers.resolve(kind + "-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
            // A folder that is just being made is not locked yet and would look dead to another JVM.
            try (FileChannel channel = FileChannel.open(cache().resolve("starting.lock"), CREATE, WRITE);
                 FileLock alone = channel.lock()) {
                clearDead(servers);
                Options options = Options.in(data).withBinaries(binaries()).closedByCaller();
                EmbeddedPostgres server = EmbeddedPostgres.start(change.apply(options));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndDelete(server, data), "stop-" + kind));
                return server;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void stopAndDelete(EmbeddedPostgres server, Path data) {
        try {
            USERS.forEach(Runnable::run);
            server.close();
            Folders.delete(data);
        } catch (IOException | RuntimeException left) {
            log.debug("A test server's folder is left for the next run", left);
        }
    }

    /** Where the programs lie that all test servers of this user share. */
    public static Path binaries() throws IOException {
        return cache().resolve("programs");
    }

    private static Path cache() throws IOException {
        Path cache = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"),
                "constancia-postgres-" + Binaries.VERSION + "-" + System.getProperty("user.name")));
        // The folder for temporary files is everybody's: programs that another user put there are not run.
        if (Folders.owner(cache) != Runner.currentUser()) {
            throw new PostgresFailure("The folder " + cache + " belongs to another user.");
        }
        return cache;
    }

    /** A data folder whose lock is free belongs to a JVM that is gone. */
    static void clearDead(Path servers) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(servers)) {
            for (Path data : all) {
                clearIfDead(data.toRealPath());
            }
        }
    }

    private static void clearIfDead(Path data) {
        try {
            Optional<DataLock> lock = DataLock.tryTake(data);
            if (lock.isPresent()) {
                try (DataLock held = lock.get()) {
                    new Leftovers(data.resolve("cluster")).clear();
                    Folders.delete(data);
                }
            }
        } catch (IOException | RuntimeException failed) {
            log.warn("The test server's folder {} could not be cleared: {}", data, failed.toString());
        }
    }
}
