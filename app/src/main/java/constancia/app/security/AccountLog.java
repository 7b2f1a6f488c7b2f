package constancia.app.security;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed what of an account. The application can add to it and not take away. */
@Component
class AccountLog {

    private final JdbcClient db;

    AccountLog(@Qualifier("workDb") JdbcClient workDb) {
        this.db = workDb;
    }

    void keep(String account, String actor, String change, @Nullable String detail) {
        keep(account, actor, change, detail, null);
    }

    void keep(String account, String actor, String change, @Nullable String detail, @Nullable String grounds) {
        db.sql("insert into journal.account_change (account, actor, change, detail, grounds) values (:account, :actor, :change, :detail, :grounds)")
                .param("account", account).param("actor", actor).param("change", change).param("detail", detail).param("grounds", grounds).update();
    }
}
