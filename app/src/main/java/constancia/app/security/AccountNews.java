package constancia.app.security;

import constancia.app.journal.LedgerListener;
import constancia.app.journal.Wake;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells every node that an account, a role or a token changed; what was known under an earlier edition is looked up anew. */
@Component
class AccountNews {

    private final JdbcClient db;
    private final Wake changed;

    AccountNews(@Qualifier("workDb") JdbcClient workDb, @Qualifier("accountsChanged") Wake changed) {
        this.db = workDb;
        this.changed = changed;
    }

    /** Of what can be known now; it rises with each change on any node. */
    long edition() {
        return changed.rings();
    }

    /** To be told in the transaction that changes something; this node knows when it has committed. */
    void tell() {
        db.sql("select pg_notify(:channel, '') is null").param("channel", LedgerListener.ACCOUNTS).query(Boolean.class).single();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            changed.ring();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                changed.ring();
            }
        });
    }
}
