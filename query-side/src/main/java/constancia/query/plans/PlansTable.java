package constancia.query.plans;

import constancia.query.history.View;
import constancia.query.plans.PlanFacts.Node;
import constancia.query.plans.PlanFacts.Period;
import constancia.query.tables.Facts;
import constancia.query.tables.Former;
import constancia.query.tables.SearchText;
import constancia.query.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The tables of plans, of the periods of their calendars and of their outlines. */
public final class PlansTable implements Table<PlanFacts> {

    private static final JsonMapper JSON = new JsonMapper();

    private final PlanView view = new PlanView();

    @Override
    public View<?, PlanFacts> view() {
        return view;
    }

    @Override
    public void write(JdbcTemplate db, List<Facts<PlanFacts>> items) {
        plans(db, items);
        periods(db, rows(items, PlanFacts::periods));
        outline(db, rows(items, facts -> OutlineOrder.of(facts.outline().values())));
        Former.delete(db, items, "plan", "periods", "outline");
    }

    private static void plans(JdbcTemplate db, List<Facts<PlanFacts>> items) {
        db.batchUpdate("""
                insert into plans (id, version, position, code, title, kind, body, status, until_on, adopted_on, closed_on, search, report_periods)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set version = excluded.version, position = excluded.position, code = excluded.code,
                    title = excluded.title, kind = excluded.kind, body = excluded.body, status = excluded.status,
                    until_on = excluded.until_on, adopted_on = excluded.adopted_on, closed_on = excluded.closed_on, search = excluded.search,
                    report_periods = excluded.report_periods""",
                items, 500, (row, item) -> {
                    var f = item.facts();
                    var d = f.definition();
                    row.setObject(1, item.id());
                    row.setInt(2, item.version());
                    row.setLong(3, item.position());
                    row.setString(4, d.code());
                    row.setString(5, d.title());
                    row.setString(6, d.kind().word());
                    row.setObject(7, d.body() == null ? null : d.body().value());
                    row.setString(8, f.status().word());
                    row.setObject(9, f.until());
                    row.setObject(10, f.life().adoptedOn());
                    row.setObject(11, f.life().closedOn());
                    row.setString(12, SearchText.of(d.code(), d.title()));
                    row.setArray(13, row.getConnection().createArrayOf("text", f.expected().toArray()));
                });
    }

    private static void periods(JdbcTemplate db, List<SubRow<Period>> periods) {
        db.batchUpdate("""
                insert into periods (plan, version, place, period, label, from_on, until_on) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (plan, period) do update set version = excluded.version, place = excluded.place, label = excluded.label,
                    from_on = excluded.from_on, until_on = excluded.until_on""",
                periods, 500, (row, sub) -> {
                    var days = sub.value.days().value();
                    row.setObject(1, sub.plan);
                    row.setInt(2, sub.version);
                    row.setInt(3, sub.place);
                    row.setString(4, sub.value.period());
                    row.setString(5, sub.value.label());
                    row.setObject(6, days == null ? null : days.from());
                    row.setObject(7, days == null ? null : days.until());
                });
    }

    private static void outline(JdbcTemplate db, List<SubRow<Node>> outline) {
        db.batchUpdate("""
                insert into outline (plan, version, place, id, parent, kind, code, text, response, response_text, responded_on, assumptions, source)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                on conflict (plan, id) do update set version = excluded.version, place = excluded.place, parent = excluded.parent,
                    kind = excluded.kind, code = excluded.code, text = excluded.text, response = excluded.response,
                    response_text = excluded.response_text, responded_on = excluded.responded_on, assumptions = excluded.assumptions,
                    source = excluded.source""",
                outline, 500, (row, sub) -> {
                    var node = sub.value;
                    var response = node.response().value();
                    row.setObject(1, sub.plan);
                    row.setInt(2, sub.version);
                    row.setInt(3, sub.place);
                    row.setObject(4, node.id());
                    row.setObject(5, node.place().value().parent());
                    row.setString(6, node.kind().word());
                    row.setString(7, node.code().value());
                    row.setString(8, node.text().value());
                    row.setString(9, response == null ? null : response.response().word());
                    row.setString(10, response == null ? null : response.text());
                    row.setObject(11, response == null ? null : response.respondedOn());
                    row.setString(12, JSON.writeValueAsString(node.assumed()));
                    row.setString(13, node.source());
                });
    }

    private static <T> List<SubRow<T>> rows(List<Facts<PlanFacts>> items, Function<PlanFacts, List<T>> parts) {
        var rows = new ArrayList<SubRow<T>>();
        for (var item : items) {
            var values = parts.apply(item.facts());
            for (int place = 0; place < values.size(); place++) {
                rows.add(new SubRow<>(item.id(), item.version(), place, values.get(place)));
            }
        }
        return rows;
    }

    private record SubRow<T>(UUID plan, int version, int place, T value) {}
}
