package constancia.app.journal;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The transactions of commands: what they write last goes out with the COMMIT, see {@link LastWrites}, and what they ask they are {@link Told} once. */
public final class CommandTransactions extends JdbcTransactionManager {

    public CommandTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        if (TransactionSynchronizationManager.getResource(obtainDataSource()) instanceof ConnectionHolder holder) {
            LastWrites.begin(holder.getConnection());
            Told.begin();
        }
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        var last = LastWrites.ofTransaction();
        try {
            if (last == null || !last.sentAndCommitted()) {
                super.doCommit(status);
            }
        } catch (SQLException e) {
            throw translateException("last writes", e);
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        LastWrites.end();
        Told.end();
        super.doCleanupAfterCompletion(transaction);
    }
}
