package constancia.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own: programs, data, passwords and log in one folder, reachable from this machine only, durable
 * unless asked otherwise. One JVM at a time can use a data folder.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The database of the register. */
    public static final String DATABASE = "constancia";
    /** Owns the database; migrations run as this role. */
    public static final String OWNER = "constancia_owner";
    /** Everything but migrations runs as this role. */
    public static final String APP = "constancia_app";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "postgres";

    private final DataLock lock;
    private final Server server;
    private final Login superuser;
    private final Login owner;
    private final Login app;
    private Thread hook;
    private boolean closed;

    private EmbeddedPostgres(DataLock lock, Server server, Passwords passwords) throws IOException {
        this.lock = lock;
        this.server = server;
        this.superuser = passwords.login(SUPERUSER);
        this.owner = passwords.login(OWNER);
        this.app = passwords.login(APP);
    }

    /**
     * Starts the server and returns when it accepts connections, the roles and the database are there and, for a
     * durable one, {@link Durability} found nothing wrong. A server left by a killed JVM is ended first.
     *
     * @throws PostgresFailure if it does not start, with the reason in one sentence
     * @throws UnsafeDatabase  if it is to be durable and the settings given say otherwise
     */
    public static EmbeddedPostgres start(Options options) {
        return start(options, null);
    }

    static EmbeddedPostgres start(Options options, Runner chosen) {
        Binaries.requireFor(options.binaries(), System.getProperty("os.name"), System.getProperty("os.arch"));
        try {
            Files.createDirectories(options.data().getParent());
            Folders.makePrivate(options.data());
            DataLock lock = DataLock.take(options.data());
            try {
                return startLocked(options, chosen != null ? chosen : Runner.choose(), lock);
            } catch (Throwable failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw StartTrouble.explain(failed, options.data());
        }
    }

    private static EmbeddedPostgres startLocked(Options options, Runner runner, DataLock lock) throws IOException {
        long began = System.nanoTime();
        Binaries.extractTo(options.binaries());
        Passwords passwords = new Passwords(options.data());
        Server server = new Server(options, runner);
        if (server.hasCluster() && !passwords.has(SUPERUSER)) {
            throw new PostgresFailure("The file " + options.data().resolve("passwords").resolve(SUPERUSER)
                    + " is missing: restore it together with the data folder.");
        }
        if (!server.hasCluster()) {
            server.makeCluster(passwords.login(SUPERUSER));
        }
        try {
            server.start();
            EmbeddedPostgres started = new EmbeddedPostgres(lock, server, passwords);
            started.prepare(options.durable());
            if (options.stopWithJvm()) {
                started.hook = new Thread(started::stopQuietly, "stop-postgresql");
                Runtime.getRuntime().addShutdownHook(started.hook);
            }
            log.info("PostgreSQL {} runs on 127.0.0.1:{} in {} ({} ms{})", Binaries.VERSION, server.port(),
                    options.data(), (System.nanoTime() - began) / 1_000_000, options.durable() ? "" : ", not durable");
            return started;
        } catch (Throwable failed) {
            stopAfter(failed, server);
            throw failed;
        }
    }

    private static void stopAfter(Throwable failed, Server server) {
        try {
            if (server.running()) {
                server.stop();
            }
        } catch (RuntimeException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    private void prepare(boolean durable) {
        try (Connection connection = superuser.connect(jdbcUrl(SUPERUSER))) {
            Roles.ensure(connection, owner, app);
            Roles.ensureDatabase(connection, DATABASE);
        } catch (SQLException failed) {
            throw new PostgresFailure("PostgreSQL runs but could not be prepared: " + failed.getMessage(), failed);
        }
        if (durable) {
            try (Connection connection = app.connect(jdbcUrl())) {
                Durability.require(connection);
            } catch (SQLException failed) {
                throw new PostgresFailure("PostgreSQL runs but could not be checked: " + failed.getMessage(), failed);
            }
        }
    }

    /** Address of the register's database, without user and password. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    public int port() {
        return server.port();
    }

    /** Number of the server's first process. */
    public long pid() {
        return server.pid();
    }

    public Login owner() {
        return owner;
    }

    public Login app() {
        return app;
    }

    /** For tests and operators only. */
    public Login superuser() {
        return superuser;
    }

    /**
     * Makes an empty database with the same owner and rights as the register's.
     *
     * @param name lower-case letters, digits and underscores
     * @throws PostgresFailure if it exists
     */
    public void createDatabase(String name) {
        createDatabase(name, Roles.EMPTY);
    }

    void createDatabase(String name, String template) {
        try (Connection connection = superuser.connect(jdbcUrl(SUPERUSER))) {
            Roles.createDatabase(connection, name, template);
        } catch (SQLException failed) {
            throw new PostgresFailure("The database " + name + " could not be made: " + failed.getMessage(), failed);
        }
    }

    private void stopQuietly() {
        try {
            stop();
        } catch (IOException | RuntimeException failed) {
            log.warn("PostgreSQL was not stopped in order; the next start recovers", failed);
        }
    }

    private synchronized void stop() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.stop();
        } finally {
            lock.close();
        }
    }

    /**
     * Stops the server: open transactions are rolled back, everything is written. Does nothing the second time.
     *
     * @throws PostgresFailure if the server does not end
     */
    @Override
    public void close() {
        try {
            stop();
        } catch (IOException failed) {
            throw new PostgresFailure("The lock of the data folder could not be given back.", failed);
        } finally {
            forgetHook();
        }
    }

    private void forgetHook() {
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyEnding) {
                log.trace("The JVM is ending; its hook finds the server closed");
            }
        }
    }
}
