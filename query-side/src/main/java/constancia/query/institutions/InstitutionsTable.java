package constancia.query.institutions;

import constancia.kernel.Dated;
import constancia.query.history.View;
import constancia.query.tables.Facts;
import constancia.query.tables.Table;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of institutions. */
public final class InstitutionsTable implements Table<InstitutionFacts> {

    private final InstitutionView view = new InstitutionView();

    @Override
    public View<?, InstitutionFacts> view() {
        return view;
    }

    @Override
    public void write(JdbcTemplate db, List<Facts<InstitutionFacts>> items) {
        db.batchUpdate("""
                insert into institutions (id, version, position, name, acronym, kind, country, aliases, body, ended_on, search)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set version = excluded.version, position = excluded.position, name = excluded.name,
                    acronym = excluded.acronym, kind = excluded.kind, country = excluded.country, aliases = excluded.aliases,
                    body = excluded.body, ended_on = excluded.ended_on, search = excluded.search""",
                items, 500, (row, item) -> {
                    var f = item.facts();
                    var name = f.name().value();
                    var aliases = Dated.values(f.aliases());
                    row.setObject(1, item.id());
                    row.setInt(2, item.version());
                    row.setLong(3, item.position());
                    row.setString(4, name.name());
                    row.setString(5, name.acronym());
                    row.setString(6, f.kind().word());
                    row.setString(7, f.country());
                    row.setArray(8, row.getConnection().createArrayOf("text", aliases.toArray()));
                    row.setObject(9, f.body() == null ? null : f.body().value());
                    row.setObject(10, f.endedOn());
                    row.setString(11, (name.name() + " " + (name.acronym() == null ? "" : name.acronym()) + " " + String.join(" ", aliases)));
                });
    }
}
