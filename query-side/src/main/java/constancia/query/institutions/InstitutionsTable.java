package constancia.query.institutions;

import constancia.kernel.Dated;
import constancia.query.history.View;
import constancia.query.tables.Facts;
import constancia.query.tables.Former;
import constancia.query.tables.SearchText;
import constancia.query.tables.Table;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of institutions and of the mandates of those who speak for them. */
public final class InstitutionsTable implements Table<InstitutionFacts> {

    private record MandateOf(UUID institution, int version, InstitutionFacts.Mandate mandate) {}

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
                    row.setString(11, SearchText.of(name.name(), name.acronym(), String.join(" ", aliases)));
                });
        mandates(db, items);
    }

    private static void mandates(JdbcTemplate db, List<Facts<InstitutionFacts>> items) {
        var mandates = items.stream().flatMap(item -> Dated.values(item.facts().mandates()).stream()
                .map(mandate -> new MandateOf(item.id(), item.version(), mandate))).toList();
        db.batchUpdate("""
                insert into mandates (institution, id, version, person, capacity, office, held_from, held_until, ended_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (institution, id) do update set version = excluded.version, person = excluded.person, capacity = excluded.capacity,
                    office = excluded.office, held_from = excluded.held_from, held_until = excluded.held_until, ended_on = excluded.ended_on""",
                mandates, 500, (row, of) -> {
                    var mandate = of.mandate();
                    row.setObject(1, of.institution());
                    row.setObject(2, mandate.id());
                    row.setInt(3, of.version());
                    row.setObject(4, mandate.person());
                    row.setString(5, mandate.capacity().word());
                    row.setString(6, mandate.office());
                    row.setObject(7, mandate.term().from());
                    row.setObject(8, mandate.term().until());
                    row.setObject(9, mandate.endedOn());
                });
        Former.delete(db, items, "institution", "mandates");
    }
}
