package constancia.app.security;

import constancia.web.security.OwnAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** New passwords. With the old one ends whatever somebody else may have opened with it. */
@Component
class OwnPasswords implements OwnAccount {

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final Places places;
    private final BrowserSessions sessions;
    private final AccountLog log;

    OwnPasswords(@Qualifier("workDb") JdbcClient workDb, @Qualifier("workTransaction") TransactionTemplate workTransaction, Passwords passwords, PasswordPolicy policy,
                 Places places, BrowserSessions sessions, AccountLog log) {
        this.db = workDb;
        this.transaction = workTransaction;
        this.passwords = passwords;
        this.policy = policy;
        this.places = places;
        this.sessions = sessions;
        this.log = log;
    }

    @Override
    public void changePassword(String account, String password, String session) {
        set(account, password, session);
    }

    void set(String account, String password, @Nullable String session) {
        policy.require(account, password);
        var hash = passwords.encode(password);
        transaction.executeWithoutResult(status -> {
            db.sql("update journal.account set password_hash = :hash where name = :account").param("hash", hash).param("account", account).update();
            sessions.endOthers(account, session);
            places.forget(account);
            log.keep(account, account, "password-changed", null);
        });
    }
}
