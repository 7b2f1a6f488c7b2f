package constancia.query.actions;

import constancia.kernel.ItemId;
import constancia.kernel.actions.PoaReference;
import constancia.query.actions.ActionRow.Fund;
import constancia.query.actions.ActionRow.Open;
import constancia.query.actions.ActionRow.Part;
import constancia.query.actions.ActionRow.Span;
import constancia.query.actions.ActionRow.Spent;
import constancia.query.actions.ActionRow.Told;
import constancia.query.history.View;
import constancia.query.tables.Facts;
import constancia.query.tables.Former;
import constancia.query.tables.Table;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The tables of actions, of the commitments in them and their reports, of the plan by period, and of the money. */
public final class ActionsTable implements Table<ActionFacts> {

    private static final int BATCH = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private final ActionView view;

    public ActionsTable(ActionView view) {
        this.view = view;
    }

    @Override
    public View<?, ActionFacts> view() {
        return view;
    }

    @Override
    public void write(JdbcTemplate db, List<Facts<ActionFacts>> items) {
        var rows = items.stream().map(ActionRow::of).toList();
        actions(db, rows);
        commitments(db, rows.stream().flatMap(row -> row.parts().stream()).toList());
        timeline(db, rows.stream().flatMap(row -> row.spans().stream()).toList());
        impediments(db, rows.stream().flatMap(row -> row.openImpediments().stream()).toList());
        extensions(db, rows.stream().flatMap(row -> row.openExtensions().stream()).toList());
        reports(db, rows.stream().flatMap(row -> row.reports().stream()).toList());
        funding(db, rows.stream().flatMap(row -> row.funds().stream()).toList());
        spent(db, rows.stream().flatMap(row -> row.spent().stream()).toList());
        Former.delete(db, items, "action", "commitments", "timeline", "reports", "funding", "spent", "open_impediments", "open_extensions");
    }

    private static void actions(JdbcTemplate db, List<ActionRow> actions) {
        db.batchUpdate("""
                insert into actions (id, version, position, plan, body, node, number, title, status, periods, from_on, due_on, baseline_due_on, lead,
                    percent, reported_on, owed, blocked, unassigned, agreements, recommendations, territory, proposed_on, number_key, search,
                    alignments, escalated_to, predecessors, course)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (id) do update set version = excluded.version, position = excluded.position, plan = excluded.plan, body = excluded.body,
                    node = excluded.node, number = excluded.number, title = excluded.title, status = excluded.status, periods = excluded.periods,
                    from_on = excluded.from_on, due_on = excluded.due_on, baseline_due_on = excluded.baseline_due_on, lead = excluded.lead,
                    percent = excluded.percent, reported_on = excluded.reported_on, owed = excluded.owed, blocked = excluded.blocked,
                    unassigned = excluded.unassigned, agreements = excluded.agreements, recommendations = excluded.recommendations,
                    territory = excluded.territory, proposed_on = excluded.proposed_on, number_key = excluded.number_key, search = excluded.search,
                    alignments = excluded.alignments, escalated_to = excluded.escalated_to, predecessors = excluded.predecessors,
                    course = excluded.course""",
                actions, BATCH, (row, a) -> {
                    var texts = a.facts().texts();
                    var origin = a.origin();
                    var lead = a.facts().lead();
                    row.setObject(1, a.item().id());
                    row.setInt(2, a.item().version());
                    row.setLong(3, a.item().position());
                    row.setObject(4, id(origin.plan()));
                    row.setObject(5, id(origin.body()));
                    row.setObject(6, texts.node().value());
                    row.setString(7, a.number());
                    row.setString(8, a.title());
                    row.setString(9, a.status().word());
                    row.setArray(10, texts(row, a.periods()));
                    row.setObject(11, from(a));
                    row.setObject(12, a.dueOn());
                    row.setObject(13, a.baselineDueOn());
                    row.setObject(14, lead == null ? null : lead.institution().value());
                    row.setObject(15, ActionAnswer.percent(a.facts()));
                    row.setObject(16, a.reportedOn());
                    row.setBoolean(17, a.owed());
                    row.setBoolean(18, a.facts().blocked());
                    row.setBoolean(19, a.unassigned());
                    row.setArray(20, ids(row, origin.agreement() == null ? List.of() : List.of(origin.agreement().value())));
                    row.setArray(21, ids(row, orNone(texts.recommendations().value())));
                    row.setArray(22, texts(row, orNone(texts.territory().value())));
                    row.setObject(23, origin.proposedOn());
                    row.setString(24, a.numberKey());
                    row.setString(25, a.search());
                    row.setArray(26, texts(row, orNone(texts.alignments().value())));
                    row.setArray(27, ids(row, a.escalatedTo()));
                    row.setArray(28, ids(row, a.predecessors()));
                    row.setString(29, JSON.writeValueAsString(Course.of(a.facts())));
                });
    }

    private static void commitments(JdbcTemplate db, List<Part> parts) {
        db.batchUpdate("""
                insert into commitments (id, version, action, plan, body, number, title, action_status, institution, role, status, assigned_on, accepted,
                    percent, reported_on, delivered_on, finding, ended_on, due_on, baseline_due_on, owed, blocked, territory, search,
                    recorded_late, poa, held_since)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set version = excluded.version, action = excluded.action, plan = excluded.plan, body = excluded.body,
                    number = excluded.number, title = excluded.title, action_status = excluded.action_status, institution = excluded.institution,
                    role = excluded.role, status = excluded.status, assigned_on = excluded.assigned_on, accepted = excluded.accepted,
                    percent = excluded.percent, reported_on = excluded.reported_on, delivered_on = excluded.delivered_on, finding = excluded.finding,
                    ended_on = excluded.ended_on, due_on = excluded.due_on, baseline_due_on = excluded.baseline_due_on, owed = excluded.owed,
                    blocked = excluded.blocked, territory = excluded.territory, search = excluded.search,
                    recorded_late = excluded.recorded_late, poa = excluded.poa, held_since = excluded.held_since""",
                parts, BATCH, (row, part) -> {
                    var a = part.action();
                    var c = part.commitment();
                    row.setObject(1, c.id());
                    row.setInt(2, a.item().version());
                    row.setObject(3, a.item().id());
                    row.setObject(4, id(a.origin().plan()));
                    row.setObject(5, id(a.origin().body()));
                    row.setString(6, a.number());
                    row.setString(7, a.title());
                    row.setString(8, a.status().word());
                    row.setObject(9, c.institution().value());
                    row.setString(10, c.dates().role().word());
                    row.setString(11, c.status(LocalDate.MAX).word());
                    row.setObject(12, c.dates().assignedOn());
                    row.setString(13, c.accepted(LocalDate.MAX));
                    row.setObject(14, c.percent().value());
                    row.setObject(15, c.reported().value());
                    row.setObject(16, c.dates().deliveredOn());
                    row.setString(17, c.dates().finding() == null ? null : c.dates().finding().word());
                    row.setObject(18, c.dates().endedOn());
                    row.setObject(19, a.dueOn());
                    row.setObject(20, a.baselineDueOn());
                    row.setBoolean(21, a.owed(c));
                    row.setBoolean(22, a.facts().blocked());
                    row.setArray(23, texts(row, orNone(a.facts().texts().territory().value())));
                    row.setString(24, a.search());
                    row.setObject(25, c.recordedLate(a.dueOn()));
                    row.setArray(26, texts(row, orNone(c.poa().value()).stream().map(PoaReference::code).toList()));
                    row.setObject(27, c.holders().getLast().since());
                });
    }

    private static void timeline(JdbcTemplate db, List<Span> spans) {
        db.batchUpdate("""
                insert into timeline (id, version, action, plan, body, period, number, number_key, title, action_status, institution, role, status,
                    percent, from_on, due_on, owed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set version = excluded.version, action = excluded.action, plan = excluded.plan, body = excluded.body,
                    period = excluded.period, number = excluded.number, number_key = excluded.number_key, title = excluded.title,
                    action_status = excluded.action_status, institution = excluded.institution, role = excluded.role, status = excluded.status,
                    percent = excluded.percent, from_on = excluded.from_on, due_on = excluded.due_on, owed = excluded.owed""",
                spans, BATCH, (row, span) -> {
                    var a = span.action();
                    var c = span.commitment();
                    row.setObject(1, span.id());
                    row.setInt(2, a.item().version());
                    row.setObject(3, a.item().id());
                    row.setObject(4, id(a.origin().plan()));
                    row.setObject(5, id(a.origin().body()));
                    row.setString(6, span.period());
                    row.setString(7, a.number());
                    row.setString(8, a.numberKey());
                    row.setString(9, a.title());
                    row.setString(10, a.status().word());
                    row.setObject(11, c == null ? null : c.institution().value());
                    row.setString(12, c == null ? null : c.dates().role().word());
                    row.setString(13, c == null ? null : c.status(LocalDate.MAX).word());
                    row.setObject(14, c == null ? null : c.percent().value());
                    row.setObject(15, from(a));
                    row.setObject(16, a.dueOn());
                    row.setBoolean(17, c != null && a.owed(c));
                });
    }

    private static void impediments(JdbcTemplate db, List<Open<ActionFacts.Impediment>> impediments) {
        db.batchUpdate("""
                insert into open_impediments (action, id, version, text, reported_on, lifted_by) values (?, ?, ?, ?, ?, ?)
                on conflict (action, id) do update set version = excluded.version, text = excluded.text, reported_on = excluded.reported_on,
                    lifted_by = excluded.lifted_by""",
                impediments, BATCH, (row, open) -> {
                    row.setObject(1, open.action().item().id());
                    row.setObject(2, open.what().id());
                    row.setInt(3, open.action().item().version());
                    row.setString(4, open.what().text());
                    row.setObject(5, open.what().reportedOn());
                    row.setObject(6, id(open.what().liftedBy()));
                });
    }

    private static void extensions(JdbcTemplate db, List<Open<ActionFacts.Extension>> extensions) {
        db.batchUpdate("""
                insert into open_extensions (action, id, version, institution, requested_on, asked_for, reason) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (action, id) do update set version = excluded.version, institution = excluded.institution,
                    requested_on = excluded.requested_on, asked_for = excluded.asked_for, reason = excluded.reason""",
                extensions, BATCH, (row, open) -> {
                    row.setObject(1, open.action().item().id());
                    row.setObject(2, open.what().id());
                    row.setInt(3, open.action().item().version());
                    row.setObject(4, open.action().holderOf(open.what()).value());
                    row.setObject(5, open.what().requestedOn());
                    row.setObject(6, open.what().askedFor());
                    row.setString(7, open.what().reason());
                });
    }

    private static void reports(JdbcTemplate db, List<Told> reports) {
        db.batchUpdate("""
                insert into reports (commitment, period, action, version, percent, narrative, reported_on) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (commitment, period) do update set action = excluded.action, version = excluded.version, percent = excluded.percent,
                    narrative = excluded.narrative, reported_on = excluded.reported_on""",
                reports, BATCH, (row, told) -> {
                    row.setObject(1, told.commitment().id());
                    row.setString(2, told.period());
                    row.setObject(3, told.action().item().id());
                    row.setInt(4, told.action().item().version());
                    row.setObject(5, told.report().percent());
                    row.setString(6, told.report().narrative());
                    row.setObject(7, told.report().on());
                });
    }

    private static void funding(JdbcTemplate db, List<Fund> funds) {
        db.batchUpdate("""
                insert into funding (action, id, version, plan, source, funder, state, amount, spent, currency) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (action, id) do update set version = excluded.version, plan = excluded.plan, source = excluded.source,
                    funder = excluded.funder, state = excluded.state, amount = excluded.amount, spent = excluded.spent, currency = excluded.currency""",
                funds, BATCH, (row, fund) -> {
                    row.setObject(1, fund.action().item().id());
                    row.setObject(2, fund.id());
                    row.setInt(3, fund.action().item().version());
                    row.setObject(4, id(fund.action().origin().plan()));
                    row.setString(5, fund.line().source());
                    row.setObject(6, id(fund.line().funder()));
                    row.setString(7, fund.line().state().word());
                    row.setBigDecimal(8, fund.line().amount());
                    row.setBigDecimal(9, fund.spent());
                    row.setString(10, fund.line().currency());
                });
    }

    private static void spent(JdbcTemplate db, List<Spent> spent) {
        db.batchUpdate("""
                insert into spent (action, currency, version, plan, amount) values (?, ?, ?, ?, ?)
                on conflict (action, currency) do update set version = excluded.version, plan = excluded.plan, amount = excluded.amount""",
                spent, BATCH, (row, one) -> {
                    row.setObject(1, one.action().item().id());
                    row.setString(2, one.currency());
                    row.setInt(3, one.action().item().version());
                    row.setObject(4, id(one.action().origin().plan()));
                    row.setBigDecimal(5, one.amount());
                });
    }

    private static @Nullable LocalDate from(ActionRow a) {
        var schedule = a.schedule();
        return schedule == null ? null : schedule.from();
    }

    private static @Nullable UUID id(@Nullable ItemId id) {
        return id == null ? null : id.value();
    }

    private static Array texts(PreparedStatement row, Collection<String> texts) throws SQLException {
        return row.getConnection().createArrayOf("text", texts.toArray());
    }

    private static Array ids(PreparedStatement row, Collection<UUID> ids) throws SQLException {
        return row.getConnection().createArrayOf("uuid", ids.toArray());
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
