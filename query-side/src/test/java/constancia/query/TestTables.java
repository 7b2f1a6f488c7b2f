package constancia.query;

import constancia.kernel.Provenance;
import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import constancia.query.history.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tables of projections in a database of their own, under the schema {@code view} that lists read; nothing is hidden from anybody. */
public record TestTables(JdbcTemplate db) {

    public static final Provenance BY = new Provenance("coordinacion", null, false, Provenance.Through.API, null);

    /** @param migrations names without the ending: {@code V3__bodies} */
    public static TestTables of(String... migrations) {
        TestDatabase database = TestPostgres.newDatabase();
        new JdbcTemplate(new DriverManagerDataSource(database.url(), database.owner().user(), database.owner().password())).execute("""
                create schema view;
                create schema journal;
                create function journal.holdings() returns text[] stable language sql return '{}'::text[];
                create function journal.is_register(holdings text[]) returns boolean immutable language sql return true;
                create function journal.concealed_items() returns setof uuid stable language sql as 'select null::uuid where false';
                create function journal.hidden_items(holdings text[]) returns table (item uuid) stable language sql as 'select null::uuid where false'""");
        var url = database.url() + (database.url().contains("?") ? "&" : "?") + "currentSchema=view";
        var db = new JdbcTemplate(new DriverManagerDataSource(url, database.owner().user(), database.owner().password()));
        for (var migration : migrations) {
            try (var sql = TestTables.class.getResourceAsStream("/db/tables/" + migration + ".sql")) {
                db.execute(new String(sql.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new TestTables(db);
    }

    public JdbcClient client() {
        return JdbcClient.create(db);
    }

    /** All rows of these tables, in no particular but always the same order. */
    public List<Map<String, Object>> rows(String... tables) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var table : tables) {
            rows.addAll(db.queryForList("select t::text as row from " + table + " t order by 1"));
        }
        return rows;
    }

    /** Names for views whose names are of no interest: there are none. */
    public static Names noNames() {
        return (Names) Proxy.newProxyInstance(TestTables.class.getClassLoader(), new Class<?>[] {Names.class}, (_, _, _) -> null);
    }
}
