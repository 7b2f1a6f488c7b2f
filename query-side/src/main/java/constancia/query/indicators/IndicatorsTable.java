package constancia.query.indicators;

import constancia.kernel.indicators.Target;
import constancia.query.history.View;
import constancia.query.tables.Facts;
import constancia.query.tables.Former;
import constancia.query.tables.SearchText;
import constancia.query.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of indicators and of the days on which each of their targets is in force. */
public final class IndicatorsTable implements Table<IndicatorFacts> {

    private final IndicatorView view = new IndicatorView();

    @Override
    public View<?, IndicatorFacts> view() {
        return view;
    }

    @Override
    public void write(JdbcTemplate db, List<Facts<IndicatorFacts>> items) {
        indicators(db, items);
        targets(db, targets(items));
        Former.delete(db, items, "indicator", "indicator_targets");
    }

    private static void indicators(JdbcTemplate db, List<Facts<IndicatorFacts>> items) {
        db.batchUpdate("""
                insert into indicators (id, version, position, name, kind, unit, direction, status, plan, node, body, baseline, latest, latest_on, search)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set version = excluded.version, position = excluded.position, name = excluded.name, kind = excluded.kind,
                    unit = excluded.unit, direction = excluded.direction, status = excluded.status, plan = excluded.plan, node = excluded.node,
                    body = excluded.body, baseline = excluded.baseline, latest = excluded.latest, latest_on = excluded.latest_on,
                    search = excluded.search""",
                items, 500, (row, item) -> {
                    var f = item.facts();
                    var d = f.definition();
                    var latest = f.latest();
                    row.setObject(1, item.id());
                    row.setInt(2, item.version());
                    row.setLong(3, item.position());
                    row.setString(4, d.name());
                    row.setString(5, d.kind().word());
                    row.setString(6, d.unit());
                    row.setString(7, d.direction().word());
                    row.setString(8, f.status().word());
                    row.setObject(9, d.plan() == null ? null : d.plan().value());
                    row.setObject(10, d.node());
                    row.setObject(11, d.body() == null ? null : d.body().value());
                    row.setBigDecimal(12, d.baseline() == null ? null : d.baseline().value());
                    row.setBigDecimal(13, latest == null ? null : latest.value());
                    row.setObject(14, latest == null ? null : latest.on());
                    row.setString(15, SearchText.of(d.name(), d.unit()));
                });
    }

    private static void targets(JdbcTemplate db, List<Row> rows) {
        db.batchUpdate("""
                insert into indicator_targets (indicator, version, place, period, due_on, value, from_on, until_on) values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (indicator, place) do update set version = excluded.version, period = excluded.period, due_on = excluded.due_on,
                    value = excluded.value, from_on = excluded.from_on, until_on = excluded.until_on""",
                rows, 500, (row, sub) -> {
                    var span = sub.span;
                    row.setObject(1, sub.indicator);
                    row.setInt(2, sub.version);
                    row.setInt(3, sub.place);
                    row.setString(4, span.target().period());
                    row.setObject(5, span.target().dueOn());
                    row.setBigDecimal(6, span.target().value());
                    row.setObject(7, span.from());
                    row.setObject(8, span.until());
                });
    }

    private static List<Row> targets(List<Facts<IndicatorFacts>> items) {
        var rows = new ArrayList<Row>();
        for (var item : items) {
            var spans = Target.inForce(item.facts().inOrder());
            for (int place = 0; place < spans.size(); place++) {
                rows.add(new Row(item.id(), item.version(), place, spans.get(place)));
            }
        }
        return rows;
    }

    private record Row(UUID indicator, int version, int place, Target.InForce span) {}
}
