package constancia.app.security;

import constancia.app.safety.UnsafeSettings;
import constancia.app.secrets.KeyFile;
import constancia.app.secrets.SecretKeys;
import constancia.app.secrets.SecretKeys.Encrypted;
import java.nio.file.Path;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the secrets of second factors so that the database alone makes no code. At every start what is under a former key,
 * or was kept as it is, comes under the newest; a node that lacks a key in use does not start.
 */
@Component
class SecondFactorKeys {

    private static final String TURN = "select pg_advisory_xact_lock(hashtext('constancia second factor keys')) is null";

    private record Row(String account, byte[] secret, String key) {}

    private final JdbcClient db;
    private final SecretKeys keys;

    /** @param given none where the register has a database of its own, and a key of its own with it */
    @Autowired
    SecondFactorKeys(@Qualifier("workDb") JdbcClient workDb, @Qualifier("workTransaction") TransactionTemplate workTransaction,
                     @Value("${constancia.second-factor-key:}") String given, @Value("${constancia.data:data}") Path data) {
        this.db = workDb;
        this.keys = SecretKeys.of(given.isBlank() ? KeyFile.in(data, "second-factor") : given);
        workTransaction.executeWithoutResult(status -> renew());
    }

    Encrypted encrypt(byte[] secret, String account) {
        return keys.encrypt(secret, whose(account));
    }

    byte[] decrypt(Encrypted kept, String account) {
        return keys.decrypt(kept, whose(account));
    }

    private void renew() {
        db.sql(TURN).query(Boolean.class).single();
        var missing = new TreeSet<>(db.sql("select id from journal.second_factor_key union select key from journal.second_factor where key is not null").query(String.class).set());
        missing.removeAll(keys.ids());
        if (!missing.isEmpty()) {
            throw lacking(String.join(", ", missing));
        }
        db.sql("select account, secret, key from journal.second_factor where key is distinct from :newest").param("newest", keys.newest()).query(Row.class).list().forEach(this::renew);
        db.sql("delete from journal.second_factor_key where id <> :newest").param("newest", keys.newest()).update();
        db.sql("insert into journal.second_factor_key (id) values (:newest) on conflict do nothing").param("newest", keys.newest()).update();
    }

    private void renew(Row row) {
        var renewed = encrypt(row.key == null ? row.secret : decrypt(new Encrypted(row.key, row.secret), row.account), row.account);
        db.sql("update journal.second_factor set secret = :secret, key = :key where account = :account and secret = :former")
                .param("secret", renewed.text()).param("key", renewed.key()).param("account", row.account).param("former", row.secret).update();
    }

    private static UnsafeSettings lacking(String missing) {
        return UnsafeSettings.because(
                "constancia.second-factor-key: falta la clave %s, con la que están cifrados los segundos factores de las cuentas. Agréguela después de la nueva; si se perdió, vea docs/operating.md.".formatted(missing),
                "constancia.second-factor-key: the key %s is missing, under which the second factors of accounts are encrypted. Add it after the new one; if it is lost, see docs/operating.md.".formatted(missing));
    }

    private static String whose(String account) {
        return "second factor of " + account;
    }
}
