package constancia.query.bodies;

import constancia.kernel.Dated;
import constancia.query.bodies.BodyFacts.Seat;
import constancia.query.history.View;
import constancia.query.tables.Facts;
import constancia.query.tables.Former;
import constancia.query.tables.SearchText;
import constancia.query.tables.Table;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of bodies and of their seats. */
public final class BodiesTable implements Table<BodyFacts> {

    private final BodyView view = new BodyView();

    private record SeatOf(UUID body, int version, Seat seat) {}

    @Override
    public View<?, BodyFacts> view() {
        return view;
    }

    @Override
    public void write(JdbcTemplate db, List<Facts<BodyFacts>> items) {
        db.batchUpdate("""
                insert into bodies (id, version, position, acronym, name, kind, parent, established_on, dissolved_on, search)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set version = excluded.version, position = excluded.position, acronym = excluded.acronym,
                    name = excluded.name, kind = excluded.kind, parent = excluded.parent, established_on = excluded.established_on,
                    dissolved_on = excluded.dissolved_on, search = excluded.search""",
                items, 500, (row, item) -> {
                    var f = item.facts();
                    var charter = f.charter();
                    row.setObject(1, item.id());
                    row.setInt(2, item.version());
                    row.setLong(3, item.position());
                    row.setString(4, charter.acronym());
                    row.setString(5, charter.name());
                    row.setString(6, charter.kind().word());
                    row.setObject(7, charter.parent() == null ? null : charter.parent().value());
                    row.setObject(8, f.establishedOn());
                    row.setObject(9, f.dissolvedOn());
                    row.setString(10, SearchText.of(charter.name(), charter.acronym()));
                });
        seats(db, items);
    }

    private static void seats(JdbcTemplate db, List<Facts<BodyFacts>> items) {
        var seats = items.stream().flatMap(item -> Dated.values(item.facts().seats()).stream()
                .map(seat -> new SeatOf(item.id(), item.version(), seat))).toList();
        db.batchUpdate("""
                insert into seats (body, id, version, institution, person, role, role_rank, held_from, held_until, vacated_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (body, id) do update set version = excluded.version, institution = excluded.institution, person = excluded.person,
                    role = excluded.role, role_rank = excluded.role_rank, held_from = excluded.held_from, held_until = excluded.held_until,
                    vacated_on = excluded.vacated_on""",
                seats, 500, (row, of) -> {
                    var seat = of.seat();
                    row.setObject(1, of.body());
                    row.setObject(2, seat.id());
                    row.setInt(3, of.version());
                    row.setObject(4, seat.institution() == null ? null : seat.institution().value());
                    row.setObject(5, seat.person());
                    row.setString(6, seat.role().word());
                    row.setInt(7, seat.role().ordinal());
                    row.setObject(8, seat.term().from());
                    row.setObject(9, seat.term().until());
                    row.setObject(10, seat.term().vacatedOn());
                });
        Former.delete(db, items, "body", "seats");
    }
}
