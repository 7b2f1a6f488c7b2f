package constancia.app.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction writes last, sent together with its COMMIT in one round trip; before anything that it asks after
 * all. Failures come out of the commit, or of what is asked next. Rows of several tables: those that others refer to first.
 */
public final class LastWrites {

    /** More go statement by statement, the rows of each in one message: each number of writes would be a statement of its own to prepare. */
    private static final int TOGETHER = 4;

    private final Connection connection;
    private final List<Write> writes = new ArrayList<>();

    private LastWrites(Connection connection) {
        this.connection = connection;
    }

    /** One row; {@code values} in the order of the question marks. */
    public record Write(String sql, @Nullable Object... values) {

        int bind(PreparedStatement statement, int from) throws SQLException {
            int place = from;
            for (var value : values) {
                statement.setObject(place++, value);
            }
            return place;
        }
    }

    static void begin(Connection connection) {
        TransactionSynchronizationManager.bindResource(LastWrites.class, new LastWrites(connection));
    }

    static void end() {
        TransactionSynchronizationManager.unbindResourceIfPossible(LastWrites.class);
    }

    /** With the COMMIT, if the transaction under way is one of {@link CommandTransactions}; otherwise at once over {@code db}. */
    public static void add(JdbcClient db, Write write) {
        var last = ofTransaction();
        if (last == null) {
            db.sql(write.sql()).params(write.values()).update();
        } else {
            last.writes.add(write);
        }
    }

    static @Nullable LastWrites ofTransaction() {
        return (LastWrites) TransactionSynchronizationManager.getResource(LastWrites.class);
    }

    /** Whether the transaction under way has sent nothing to PostgreSQL, so that it has neither a snapshot nor an id. */
    static boolean nothingSentYet() {
        var last = ofTransaction();
        try {
            return last != null && !last.begun();
        } catch (SQLException unsure) {
            return false;
        }
    }

    /** What was gathered so far: whatever is asked now sees it. */
    static void sendFirst() throws SQLException {
        var last = ofTransaction();
        if (last != null) {
            last.send();
        }
    }

    /** Sends what is to be written and commits, if there is anything; answers whether it did. */
    boolean sentAndCommitted() throws SQLException {
        if (writes.isEmpty() || writes.size() > TOGETHER) {
            send();
            return false;
        }
        if (writes.size() == 1 && !begun()) {
            // Nothing was asked before: a statement that is a transaction by itself needs neither BEGIN nor COMMIT.
            connection.setAutoCommit(true);
            executeAlone();
        } else {
            execute(Stream.concat(writes.stream().map(Write::sql), Stream.of("commit")).collect(Collectors.joining(";\n")), writes);
        }
        return true;
    }

    private void send() throws SQLException {
        var statements = writes.stream().collect(Collectors.groupingBy(Write::sql, LinkedHashMap::new, Collectors.toList()));
        writes.clear();
        for (var rows : statements.entrySet()) {
            try (var statement = connection.prepareStatement(rows.getKey())) {
                for (var row : rows.getValue()) {
                    row.bind(statement, 1);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    /** If it fails there is nothing to roll back, but whoever does so anyway must not fail for it. */
    private void executeAlone() throws SQLException {
        try {
            execute(writes.getFirst().sql(), writes);
        } catch (SQLException e) {
            connection.setAutoCommit(false);
            throw e;
        }
    }

    private boolean begun() throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    private void execute(String sql, List<Write> writes) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (var write : writes) {
                place = write.bind(statement, place);
            }
            statement.execute();
        }
    }
}
