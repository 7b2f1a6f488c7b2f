package constancia.query.risks;

import constancia.kernel.actions.ActionId;
import constancia.kernel.risks.WarningSign;
import constancia.query.history.View;
import constancia.query.risks.RiskFacts.Registration;
import constancia.query.risks.RiskFacts.Report;
import constancia.query.risks.RisksList.Sign;
import constancia.query.tables.Facts;
import constancia.query.tables.SearchText;
import constancia.query.tables.Table;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The table of risks. */
public final class RisksTable implements Table<RiskFacts> {

    private static final JsonMapper JSON = new JsonMapper();

    private final RiskView view = new RiskView();

    @Override
    public View<?, RiskFacts> view() {
        return view;
    }

    @Override
    public void write(JdbcTemplate db, List<Facts<RiskFacts>> items) {
        db.batchUpdate("""
                insert into risks (id, version, position, scenario, status, plan, body, registered_on, reported_on, materialised_on, closed_on, proposed,
                    actions, signs, search, node, assumption)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                on conflict (id) do update set version = excluded.version, position = excluded.position, scenario = excluded.scenario,
                    status = excluded.status, plan = excluded.plan, body = excluded.body, registered_on = excluded.registered_on,
                    reported_on = excluded.reported_on, materialised_on = excluded.materialised_on, closed_on = excluded.closed_on,
                    proposed = excluded.proposed, actions = excluded.actions, signs = excluded.signs, search = excluded.search,
                    node = excluded.node, assumption = excluded.assumption""",
                items, 500, (row, item) -> {
                    var f = item.facts();
                    var r = f.registration();
                    row.setObject(1, item.id());
                    row.setInt(2, item.version());
                    row.setLong(3, item.position());
                    row.setString(4, r.scenario());
                    row.setString(5, f.status().word());
                    row.setObject(6, r.plan() == null ? null : r.plan().value());
                    row.setObject(7, r.body() == null ? null : r.body().value());
                    row.setObject(8, r.registeredOn());
                    row.setObject(9, f.reports().isEmpty() ? null : f.reports().getLast().value().reportedOn());
                    row.setObject(10, f.materialisedOn());
                    row.setObject(11, f.closedOn());
                    row.setInt(12, (int) r.measures().stream().filter(f::proposed).count());
                    row.setArray(13, row.getConnection().createArrayOf("uuid", f.actions().stream().map(ActionId::value).toArray()));
                    row.setString(14, JSON.writeValueAsString(f.openSigns().stream().map(report -> sign(r, report)).toList()));
                    row.setString(15, SearchText.of(r.scenario()));
                    row.setObject(16, r.watches() == null ? null : r.watches().node());
                    row.setObject(17, r.watches() == null ? null : r.watches().assumption());
                });
    }

    private static Sign sign(Registration r, Report report) {
        var text = r.warningSigns().stream().filter(sign -> sign.id().equals(report.sign())).map(WarningSign::text).findAny().orElseThrow();
        return new Sign(report.sign(), text, report.reportedOn(), report.text());
    }
}
