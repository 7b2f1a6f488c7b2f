package constancia.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.EarlierTables;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ImportStoreTest {

    @Test
    void what_came_in_before_rows_were_counted_is_counted_once() throws SQLException {
        var database = EarlierTables.at("29");
        try (var connection = database.connectAsOwner(); var statement = connection.createStatement()) {
            statement.execute("insert into journal.import (id, account, file_name, content, status) values ('00000000-0000-0000-0000-000000000001', 'admin', 'a.csv', '', 'running')");
            statement.execute("""
                    insert into journal.import_step (import, attempt, n, "row", type, command, done)
                    select id, id, n, greatest(n - 2, 0), 'ProposeAction', '{}', n <= 5 from journal.import, generate_series(1, 9) n""");
            EarlierTables.bringUpToDate(database);
            try (var counted = statement.executeQuery("select came_in from journal.import")) {
                counted.next();
                assertThat(counted.getInt(1)).as("five steps, two of them before the rows").isEqualTo(3);
            }
        }
    }
}
