package constancia.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import constancia.app.safety.UnsafeSettings;
import constancia.app.secrets.SecretKeys;
import constancia.app.security.Scene.Hands;
import constancia.app.texts.Repository;
import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database alone makes no code of a second factor; keys come and go while people keep theirs. */
class SecondFactorKeysTest {

    private static final String FORMER = key(1);
    private static final String NEW = key(2);
    private static final byte[] PLAIN = "veinte bytes al azar".getBytes();

    private final TestDatabase database = TestPostgres.newDatabase();
    private final DriverManagerDataSource connections = new DriverManagerDataSource(database.url(), database.app().user(), database.app().password());
    private final JdbcClient db = JdbcClient.create(connections);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
    private final Hands clock = new Hands();

    @TempDir
    Path folder;

    @Test
    void the_database_alone_makes_no_code() throws Exception {
        migrate(null);
        account("ana");
        account("beatriz");
        var node = node(FORMER);
        var secret = new Base32().decode(node.begin("ana").letters());
        var kept = db.sql("select secret from journal.second_factor").query(byte[].class).single();
        assertThat(kept).hasSize(12 + secret.length + 16);
        assertThat(hex(kept)).doesNotContain(hex(secret));
        assertThat(node.confirm("ana", "000000")).isEmpty();
        assertThat(node(FORMER).confirm("ana", code(secret))).as("after another start").isPresent();

        db.sql("insert into journal.second_factor (account, secret, key, begun_at) select 'beatriz', secret, key, begun_at from journal.second_factor").update();
        assertThatThrownBy(() -> node.confirm("beatriz", code(secret))).as("somebody else's").hasMessageContaining("beatriz");
        assertThatThrownBy(() -> db.sql("update journal.second_factor set secret = :plain, key = null where account = 'beatriz'").param("plain", PLAIN).update())
                .as("nothing is kept as it is").isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void what_was_kept_as_it_is_before_is_encrypted_at_the_next_start() throws Exception {
        migrate("42.2");
        account("ana");
        db.sql("insert into journal.second_factor (account, secret, begun_at, confirmed_at) values ('ana', :plain, now(), now())").param("plain", PLAIN).update();
        migrate(null);
        var node = node(FORMER);
        assertThat(hex(db.sql("select secret from journal.second_factor where key is not null").query(byte[].class).single())).doesNotContain(hex(PLAIN));
        assertThat(node.take("ana", code(PLAIN))).isTrue();
    }

    @Test
    void a_key_is_followed_by_another_and_nobody_notices() throws Exception {
        migrate(null);
        account("ana");
        var secret = new Base32().decode(node(FORMER).begin("ana").letters());
        var under = keyInUse();
        // first every node knows both, then the new one comes first, then the former goes
        node(FORMER + "," + NEW);
        assertThat(keyInUse()).isEqualTo(under);
        var both = node(NEW + "\n" + FORMER);
        assertThat(keyInUse()).isNotEqualTo(under);
        assertThat(both.confirm("ana", code(secret))).isPresent();
        clock.goOn(Duration.ofMinutes(1));
        assertThat(node(NEW).take("ana", code(secret))).isTrue();
        assertThatThrownBy(() -> node(FORMER)).isInstanceOf(UnsafeSettings.class);
    }

    @Test
    void a_node_that_lacks_a_key_in_use_does_not_start_and_changes_nothing() {
        migrate(null);
        node(FORMER);
        assertThatThrownBy(() -> node(NEW)).as("before anybody has a second factor").isInstanceOf(UnsafeSettings.class).hasMessageContaining("falta la clave").hasMessageContaining("is missing");
        account("ana");
        node(FORMER).begin("ana");
        db.sql("delete from journal.second_factor_key").update();
        assertThatThrownBy(() -> node(NEW)).isInstanceOf(UnsafeSettings.class).hasMessageContaining(keyInUse());
        assertThat(node(FORMER).begun("ana")).isPresent();
    }

    @Test
    void where_all_keys_are_lost_the_way_on_that_the_docs_tell_is_one() {
        migrate(null);
        account("ana");
        node(FORMER).begin("ana");
        var told = Pattern.compile("```sql\n(delete from journal\\.second_factor;.*?)```", Pattern.DOTALL).matcher(Repository.read(Repository.root().resolve("docs/operating.md")));
        assertThat(told.find()).isTrue();
        db.sql(told.group(1)).update();
        var node = node(NEW);
        assertThat(node.begun("ana")).isEmpty();
        assertThat(node.active("ana")).isFalse();
        node.begin("ana");
    }

    @Test
    void a_register_with_its_own_database_makes_its_own_key() {
        migrate(null);
        account("ana");
        node("").begin("ana");
        assertThat(SecretKeys.of(read(folder.resolve("keys/second-factor"))).newest()).isEqualTo(keyInUse());
        assertThat(node("").begun("ana")).isPresent();
    }

    private Authenticators node(String keys) {
        return new Authenticators(db, transaction, clock, new AccountLog(db), new SecondFactorKeys(db, transaction, keys, folder));
    }

    private String keyInUse() {
        return db.sql("select distinct key from journal.second_factor").query(String.class).single();
    }

    private void account(String name) {
        db.sql("insert into journal.account (name) values (:name)").param("name", name).update();
    }

    /** The rights are set anew at every start that is another second; up to a version the role is written otherwise, so that they are in any case. */
    private void migrate(@Nullable String to) {
        var flyway = Flyway.configure().dataSource(database.url(), database.owner().user(), database.owner().password()).locations("classpath:db/journal").schemas("journal")
                .placeholders(Map.of("app", to == null ? database.app().user() : "\"" + database.app().user() + "\""));
        (to == null ? flyway : flyway.target(to)).load().migrate();
    }

    private String code(byte[] secret) throws Exception {
        var codes = new TimeBasedOneTimePasswordGenerator();
        return codes.generateOneTimePasswordString(new SecretKeySpec(secret, codes.getAlgorithm()), clock.instant());
    }

    private static String key(int filled) {
        var key = new byte[32];
        java.util.Arrays.fill(key, (byte) filled);
        return Base64.getEncoder().encodeToString(key);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
