package constancia.query.agreements;

import constancia.kernel.Dated;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementCourse.Signing;
import constancia.query.history.View;
import constancia.query.tables.Facts;
import constancia.query.tables.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of agreements, of their parties and of the actions linked to them. */
public final class AgreementsTable implements Table<AgreementFacts> {

    private final AgreementView view = new AgreementView();

    @Override
    public View<?, AgreementFacts> view() {
        return view;
    }

    @Override
    public void write(JdbcTemplate db, List<Facts<AgreementFacts>> items) {
        agreements(db, items);
        parties(db, rows(items, facts -> facts.course().parties(LocalDate.MAX)));
        actions(db, rows(items, AgreementFacts::actions));
        for (var table : List.of("agreement_parties", "agreement_actions")) {
            db.batchUpdate("delete from " + table + " where agreement = ? and version <> ?", items, 500, (row, item) -> {
                row.setObject(1, item.id());
                row.setInt(2, item.version());
            });
        }
    }

    private static void agreements(JdbcTemplate db, List<Facts<AgreementFacts>> items) {
        db.batchUpdate("""
                insert into agreements (id, version, position, folio, kind, title, adoption, agreed_on, meeting, item, body, valid_from,
                    valid_until, in_force_since, suspended, end_status, ended_on, superseded_by, class, reserved_until, search)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set version = excluded.version, position = excluded.position, folio = excluded.folio,
                    kind = excluded.kind, title = excluded.title, adoption = excluded.adoption, agreed_on = excluded.agreed_on,
                    meeting = excluded.meeting, item = excluded.item, body = excluded.body, valid_from = excluded.valid_from,
                    valid_until = excluded.valid_until, in_force_since = excluded.in_force_since, suspended = excluded.suspended,
                    end_status = excluded.end_status, ended_on = excluded.ended_on, superseded_by = excluded.superseded_by,
                    class = excluded.class, reserved_until = excluded.reserved_until, search = excluded.search""",
                items, 500, (row, item) -> {
                    var f = item.facts();
                    var a = f.agreed();
                    var course = f.course();
                    row.setObject(1, item.id());
                    row.setInt(2, item.version());
                    row.setLong(3, item.position());
                    row.setString(4, a.folio());
                    row.setString(5, a.kind().word());
                    row.setString(6, a.title());
                    row.setString(7, a.adoption() == null ? null : a.adoption().word());
                    row.setObject(8, a.effectiveOn());
                    row.setObject(9, a.meeting() == null ? null : a.meeting().value());
                    row.setObject(10, a.item());
                    row.setObject(11, a.body() == null ? null : a.body().value());
                    row.setObject(12, a.validFrom());
                    row.setObject(13, course.validUntil(LocalDate.MAX));
                    row.setObject(14, course.inForceSince(LocalDate.MAX));
                    row.setBoolean(15, course.suspended(LocalDate.MAX));
                    row.setString(16, course.end() == null ? null : course.end().as().word());
                    row.setObject(17, course.end() == null ? null : course.end().on());
                    row.setObject(18, f.supersededBy() == null ? null : f.supersededBy().value());
                    row.setString(19, f.classified().as().word());
                    row.setObject(20, f.classified().until());
                    row.setString(21, a.folio() + " " + a.title() + " " + f.textInForce(LocalDate.MAX));
                });
    }

    private static void parties(JdbcTemplate db, List<SubRow<Signing>> parties) {
        db.batchUpdate("""
                insert into agreement_parties (agreement, version, institution, must_sign, must_ratify, signed_on, ratified_on)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (agreement, institution) do update set version = excluded.version, must_sign = excluded.must_sign,
                    must_ratify = excluded.must_ratify, signed_on = excluded.signed_on, ratified_on = excluded.ratified_on""",
                parties, 500, (row, sub) -> {
                    var signing = sub.value;
                    row.setObject(1, sub.agreement);
                    row.setInt(2, sub.version);
                    row.setObject(3, signing.party().institution().value());
                    row.setBoolean(4, signing.party().mustSign());
                    row.setBoolean(5, signing.party().mustRatify());
                    row.setObject(6, signing.signedOn());
                    row.setObject(7, signing.ratifiedOn());
                });
    }

    private static void actions(JdbcTemplate db, List<SubRow<Dated<ActionId>>> actions) {
        db.batchUpdate("""
                insert into agreement_actions (agreement, version, action, since) values (?, ?, ?, ?)
                on conflict (agreement, action) do update set version = excluded.version, since = excluded.since""",
                actions, 500, (row, sub) -> {
                    row.setObject(1, sub.agreement);
                    row.setInt(2, sub.version);
                    row.setObject(3, sub.value.value().value());
                    row.setObject(4, sub.value.since());
                });
    }

    private static <T> List<SubRow<T>> rows(List<Facts<AgreementFacts>> items, Function<AgreementFacts, List<T>> parts) {
        return items.stream().flatMap(item -> parts.apply(item.facts()).stream().map(part -> new SubRow<>(item.id(), item.version(), part))).toList();
    }

    private record SubRow<T>(UUID agreement, int version, T value) {}
}
