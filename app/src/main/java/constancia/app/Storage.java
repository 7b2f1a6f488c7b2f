package constancia.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import constancia.app.journal.CommandTemplate;
import constancia.app.journal.CommandTransactions;
import constancia.app.journal.Openings;
import constancia.app.journal.Sequencer;
import constancia.postgres.Durability;
import constancia.postgres.EmbeddedPostgres;
import constancia.postgres.Login;
import constancia.postgres.Options;
import constancia.postgres.Separation;
import constancia.postgres.UnsafeDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL, ours or the operator's; its tables; and one pool of connections for each way of using it. */
@Configuration
class Storage {

    private static final List<String> ONLY_GROW = List.of("journal.event", "journal.ledger", "journal.access");
    /** The register's own work is not fenced; readers' connections say for whom they read, see {@link Sighted}. */
    private static final String SEES_EVERYTHING = "-c constancia.holdings={register}";

    /** Where the database is and with which roles it is used; {@code embedded} is null when it is the operator's. */
    record Database(String url, Login owner, Login app, @Nullable EmbeddedPostgres embedded) implements AutoCloseable {

        @Override
        public void close() {
            if (embedded != null) {
                embedded.close();
            }
        }
    }

    @Bean(destroyMethod = "close")
    Database database(@Value("${spring.datasource.url:}") String url, @Value("${spring.datasource.username:}") String user,
                      @Value("${spring.datasource.password:}") String password, @Value("${spring.flyway.user:}") String owner,
                      @Value("${spring.flyway.password:}") String ownerPassword, @Value("${constancia.data:data}") Path data) {
        if (!url.isBlank()) {
            var app = new Login(user, password);
            return new Database(url, new Login(owner, ownerPassword), app, null);
        }
        var embedded = EmbeddedPostgres.start(Options.in(data).closedByCaller());
        return new Database(embedded.jdbcUrl(), embedded.owner(), embedded.app(), embedded);
    }

    /** Checks that the database keeps what it acknowledges and that the register could not change it, then brings the journal's tables up to date. */
    @Bean
    Migrated journalTables(Database database, @Qualifier("wallClock") Clock wallClock) throws SQLException {
        try (var connection = database.app().connect(database.url())) {
            var violations = new ArrayList<>(Durability.check(connection));
            violations.addAll(Separation.check(connection));
            UnsafeDatabase.unlessNone(violations);
        }
        Flyway.configure().dataSource(database.url(), database.owner().user(), database.owner().password())
                .locations("classpath:db/journal").schemas("journal").placeholders(java.util.Map.of("app", database.app().user()))
                .initSql("set constancia.zone = '" + wallClock.getZone() + "'").load().migrate();
        try (var connection = database.app().connect(database.url())) {
            UnsafeDatabase.unlessNone(Separation.check(connection, ONLY_GROW));
        }
        return new Migrated();
    }

    /** Says that the journal's tables are there; whoever uses them asks for it. */
    record Migrated() {}

    @Bean
    Openings commandConnections(Database database) {
        var opens = new PGSimpleDataSource();
        opens.setUrl(database.url());
        opens.setUser(database.app().user());
        opens.setPassword(database.app().password());
        opens.setApplicationName("constancia commands");
        opens.setOptions(SEES_EVERYTHING);
        return new Openings(opens);
    }

    /** Commands: what a transaction saw first it sees to its end, so a later record always has a later transaction. */
    @Bean
    @Primary
    HikariDataSource commandPool(Openings commandConnections, Migrated tables, @Value("${constancia.command-connections:16}") int connections) {
        var config = pool("commands", connections);
        config.setDataSource(commandConnections);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return new HikariDataSource(config);
    }

    @Bean
    HikariDataSource readPool(Database database, Migrated tables, @Value("${constancia.read-connections:16}") int connections) {
        return new HikariDataSource(pool(database, "reads", connections));
    }

    /** The sequencer, the projections and other work of the register itself. */
    @Bean
    HikariDataSource workPool(Database database, Migrated tables) {
        return workPool(database, "work", 8, Sequencer.STEADY_PLANS);
    }

    /** For the work on one set of tables: a path that is set anew in each transaction would have every statement parsed anew. */
    static HikariDataSource workPoolOn(Database database, String schema) {
        return workPool(database, schema, 3, Sequencer.STEADY_PLANS + "; set search_path to " + schema);
    }

    private static HikariDataSource workPool(Database database, String name, int connections, String settings) {
        var config = pool(database, name, connections);
        config.addDataSourceProperty("options", SEES_EVERYTHING);
        config.setConnectionInitSql(settings);
        return new HikariDataSource(config);
    }

    private static HikariConfig pool(Database database, String name, int connections) {
        var config = pool(name, connections);
        config.setJdbcUrl(database.url());
        config.setUsername(database.app().user());
        config.setPassword(database.app().password());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "constancia " + name);
        return config;
    }

    private static HikariConfig pool(String name, int connections) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(4, connections));
        config.setConnectionTimeout(5_000);
        return config;
    }

    @Bean
    @Primary
    JdbcClient commandDb(HikariDataSource commandPool) {
        return JdbcClient.create(new CommandTemplate(commandPool));
    }

    @Bean
    JdbcClient readDb(@Qualifier("readPool") DataSource readPool, Clock clock) {
        return JdbcClient.create(new Sighted(readPool, clock));
    }

    @Bean
    JdbcClient workDb(@Qualifier("workPool") DataSource workPool) {
        return JdbcClient.create(workPool);
    }

    @Bean
    @Primary
    PlatformTransactionManager commandTransactions(HikariDataSource commandPool) {
        return new CommandTransactions(commandPool);
    }

    @Bean
    PlatformTransactionManager workTransactions(@Qualifier("workPool") DataSource workPool) {
        return new JdbcTransactionManager(workPool);
    }

    @Bean
    TransactionTemplate workTransaction(@Qualifier("workTransactions") PlatformTransactionManager workTransactions) {
        return new TransactionTemplate(workTransactions);
    }
}
