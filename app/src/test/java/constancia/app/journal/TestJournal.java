package constancia.app.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import constancia.command.Shell;
import constancia.kernel.Provenance;
import constancia.kernel.institutions.InstitutionEvent.AliasAdded;
import constancia.postgres.Login;
import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.awaitility.Awaitility.await;

/** A fresh journal and what stands on it, joined as the register joins it. */
final class TestJournal implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(20);
    static final Provenance BY = new Provenance("admin", null, false, Provenance.Through.API, null);

    private static TestDatabase migrated;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final String url;
    private final Login app;
    final Login superuser;
    final HikariDataSource commandPool;
    final HikariDataSource workPool;
    /** As commands use it, each statement on its own unless it stands in {@link #command}. */
    final JdbcClient commandDb;
    final JdbcClient db;
    /** As whoever may forge: what the register itself cannot do. */
    final JdbcClient forger;
    final TransactionTemplate command;
    final JournalEngine engine;
    final Wake numbered = new Wake();
    final Ledger ledger;
    final Sequencer sequencer;

    private TestJournal(String url, Login app, Login superuser) {
        this.url = url;
        this.app = app;
        this.superuser = superuser;
        this.commandPool = pool(app, "TRANSACTION_REPEATABLE_READ", "");
        this.workPool = pool(app, "TRANSACTION_READ_COMMITTED", "", Sequencer.STEADY_PLANS);
        this.commandDb = JdbcClient.create(commandPool);
        this.db = JdbcClient.create(workPool);
        this.forger = JdbcClient.create(pool(superuser, "TRANSACTION_READ_COMMITTED", ""));
        this.command = new TransactionTemplate(new JdbcTransactionManager(commandPool));
        this.engine = new JournalEngine(commandPool);
        this.ledger = new Ledger(db, numbered);
        this.sequencer = sequencer(Clock.systemUTC());
    }

    static TestJournal fresh() {
        return of(freshDatabase());
    }

    /** With the journal's tables and nothing in them. */
    static TestDatabase freshDatabase() {
        return TestPostgres.newCopyOf(migrated());
    }

    static TestJournal of(TestDatabase database) {
        return new TestJournal(database.url(), database.app(), database.superuser());
    }

    /** On a server of the test's own; the tables are made first. */
    static TestJournal on(String url, Login owner, Login app, Login superuser) {
        migrate(url, owner, app);
        return new TestJournal(url, app, superuser);
    }

    private static synchronized TestDatabase migrated() {
        if (migrated == null) {
            var database = TestPostgres.newDatabase();
            migrate(database.url(), database.owner(), database.app());
            migrated = database;
        }
        return migrated;
    }

    static void migrate(String url, Login owner, Login app) {
        Flyway.configure().dataSource(url, owner.user(), owner.password()).locations("classpath:db/journal").schemas("journal")
                .placeholders(Map.of("app", app.user())).load().migrate();
    }

    private HikariDataSource pool(Login login, String isolation, String parameters) {
        return pool(login, isolation, parameters, null);
    }

    private HikariDataSource pool(Login login, String isolation, String parameters, @Nullable String settings) {
        var config = new HikariConfig();
        config.setJdbcUrl(url + parameters);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(24);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setTransactionIsolation(isolation);
        config.setConnectionInitSql(settings);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        var pool = new HikariDataSource(config);
        opened.addFirst(pool);
        return pool;
    }

    Sequencer sequencer(Clock clock) {
        return new Sequencer(db, new TransactionTemplate(new JdbcTransactionManager(workPool)), clock);
    }

    /** A sequencer for whose database {@code schema} comes before PostgreSQL's own functions. */
    Sequencer sequencerSeeing(String schema, Clock clock) {
        var pool = pool(app, "TRANSACTION_READ_COMMITTED", "?currentSchema=" + schema + ",pg_catalog");
        return new Sequencer(JdbcClient.create(pool), new TransactionTemplate(new JdbcTransactionManager(pool)), clock);
    }

    TransactionTemplate command(int isolation) {
        var template = new TransactionTemplate(new JdbcTransactionManager(commandPool));
        template.setIsolationLevel(isolation);
        return template;
    }

    TransactionTemplate readCommitted() {
        return command(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    String url() {
        return url;
    }

    Login app() {
        return app;
    }

    <T extends AutoCloseable> T closing(T resource) {
        opened.addFirst(resource);
        return resource;
    }

    /** Appends, in the transaction under way, records that follow each other in one item. */
    void append(UUID item, long firstSequence, String... names) {
        var events = new ArrayList<DomainEventMessage<?>>();
        for (String name : names) {
            events.add(record(item, firstSequence + events.size(), name));
        }
        engine.appendEvents(events);
    }

    /** The same as a command of its own, committed. */
    void recorded(UUID item, long firstSequence, String... names) {
        command.executeWithoutResult(status -> append(item, firstSequence, names));
    }

    static DomainEventMessage<?> record(UUID item, long sequence, String name) {
        return new GenericDomainEventMessage<>("institution", item.toString(), sequence, new AliasAdded(name, LocalDate.of(2015, 6, 15)), MetaData.with(Shell.BY, BY));
    }

    /** Numbers until everything recorded has its number. */
    void numberAll() {
        await().atMost(SOON).until(() -> {
            sequencer.round();
            return waiting() == 0;
        });
    }

    /** Numbers what can be numbered now. */
    int number() {
        int numbered = 0;
        while (true) {
            int more = sequencer.round().numbered();
            if (more <= 0) {
                return numbered;
            }
            numbered += more;
        }
    }

    long waiting() {
        return db.sql("select count(*) from journal.event e where not exists (select 1 from journal.ledger l where l.event_index = e.event_index)")
                .query(Long.class).single();
    }

    long head() {
        return db.sql("select position from journal.head").query(Long.class).single();
    }

    /** The names in the order of the ledger. */
    List<String> names() {
        return db.sql("""
                select convert_from(payload, 'UTF8')::json ->> 'alias' from journal.ledger join journal.event using (event_index) order by position""")
                .query(String.class).list();
    }

    /** On another thread, so that a transaction held open on this one has nothing to do with it. */
    <T> T elsewhere(Supplier<T> work) {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            return CompletableFuture.supplyAsync(work, other).join();
        }
    }

    void elsewhere(Runnable work) {
        elsewhere(() -> {
            work.run();
            return null;
        });
    }

    @Override
    public void close() {
        for (var resource : opened) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
