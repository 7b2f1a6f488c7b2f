package constancia.app.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import constancia.app.HttpRegister;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    private final HttpRegister register = HttpRegister.shared();

    @Test
    void no_table_holds_large_objects() throws Exception {
        assertThat(column("select table_schema || '.' || table_name || '.' || column_name from information_schema.columns where data_type = 'oid' "
                + "and (table_schema = 'journal' or table_schema like 'view%')")).isEmpty();
        assertThat(column("select data_type from information_schema.columns where table_schema = 'journal' and table_name = 'event' and column_name = 'payload'"))
                .containsExactly("bytea");
    }

    @Test
    void every_table_belongs_to_the_owner_and_came_by_a_migration() throws Exception {
        assertThat(column("select distinct tableowner from pg_tables where schemaname = 'journal' or schemaname like 'view%'"))
                .containsExactly(register.database().owner().user());
        assertThat(column("select distinct schemaname from pg_tables where schemaname = 'journal' or schemaname like 'view%'"))
                .allSatisfy(schema -> assertThat(column("select tablename from pg_tables where schemaname = '" + schema + "'")).contains("flyway_schema_history"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update journal.event set payload = ''", "delete from journal.event", "truncate journal.event",
        "update journal.ledger set leaf_hash = sha256('')", "delete from journal.ledger", "truncate journal.ledger",
        "delete from journal.head", "insert into journal.head select * from journal.head", "drop table journal.event",
        "alter table journal.event disable trigger all", "create table journal.mine (x int)", "update journal.generation set state = 'retired'"})
    void the_application_can_neither_change_nor_delete_a_record(String statement) throws Exception {
        try (var connection = register.database().connectAsApp()) {
            assertThatThrownBy(() -> connection.createStatement().execute(statement)).isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState()).isEqualTo("42501");
        }
    }

    private List<String> column(String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var connection = register.database().connectAsOwner(); var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
