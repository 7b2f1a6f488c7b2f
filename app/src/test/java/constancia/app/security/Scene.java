package constancia.app.security;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import constancia.app.HttpRegister;
import constancia.app.journal.Wake;
import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal's tables, a clock that goes on when told, and the parts of two nodes that look at passwords. */
final class Scene implements AutoCloseable {

    final Hands clock = new Hands();
    final Node one;
    final Node other;
    private final TestDatabase database = TestPostgres.newDatabase();

    Scene() {
        Flyway.configure().dataSource(database.url(), database.owner().user(), database.owner().password()).locations("classpath:db/journal").schemas("journal")
                .placeholders(Map.of("app", database.app().user())).load().migrate();
        one = new Node();
        other = new Node();
    }

    /** An account whose password is {@code password}: these nodes look at passwords without Argon2. */
    void account(String name, String password) {
        one.db.sql("insert into journal.account (name, password_hash) values (:name, :password)").param("name", name).param("password", password).update();
    }

    @Override
    public void close() {
        one.pool.close();
        other.pool.close();
    }

    final class Node {
        final HikariDataSource pool = pool();
        final JdbcClient db = JdbcClient.create(pool);
        final Looked passwords = new Looked();
        final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        final Wake changed = new Wake();
        final SignIns signIns = signInsBy(passwords);

        /** The node's, with passwords looked at in another way. */
        SignIns signInsBy(Passwords passwords) {
            return new SignIns(db, passwords, new Throttle(db, transaction, clock), new Places(db, clock),
                    new Authenticators(db, transaction, clock, new AccountLog(db), new SecondFactorKeys(db, transaction, HttpRegister.KEY, Path.of("not-used"))), SignIns.SecondFactorIs.OPTIONAL);
        }
    }

    private HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.app().user());
        config.setPassword(database.app().password());
        return new HikariDataSource(config);
    }

    /** Counts how often a password was looked at. */
    static final class Looked extends Passwords {

        private final AtomicInteger times = new AtomicInteger();

        int times() {
            return times.get();
        }

        @Override
        boolean matches(String password, @Nullable String hash) {
            times.incrementAndGet();
            return password.equals(hash);
        }

        @Override
        boolean outdated(String hash) {
            return false;
        }
    }

    static final class Hands extends Clock {

        private volatile Instant now = Instant.parse("2015-06-30T14:00:00Z");

        void goOn(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
