package constancia.query.agreements;

import constancia.kernel.Dated;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.Addressee;
import constancia.kernel.agreements.AgreementCourse.Signing;
import constancia.kernel.agreements.Clause;
import constancia.kernel.reserve.ReservedField;
import constancia.query.agreements.AgreementFacts.Awaited;
import constancia.query.agreements.AgreementFacts.Relation;
import constancia.query.history.View;
import constancia.query.tables.Facts;
import constancia.query.tables.Former;
import constancia.query.tables.SearchText;
import constancia.query.tables.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of agreements and of what each has several of. */
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
        addressees(db, rows(items, facts -> facts.version().addressees()));
        clauses(db, rows(items, facts -> facts.course().clauses(LocalDate.MAX)));
        relations(db, rows(items, AgreementFacts::relations));
        awaitings(db, rows(items, AgreementFacts::awaited));
        Former.delete(db, items, "agreement", "agreement_parties", "agreement_actions", "agreement_addressees", "agreement_clauses", "agreement_relations", "agreement_awaitings");
    }

    private static void agreements(JdbcTemplate db, List<Facts<AgreementFacts>> items) {
        db.batchUpdate("""
                insert into agreements (id, version, position, folio, kind, title, adoption, agreed_on, meeting, item, body, valid_from,
                    valid_until, in_force_since, suspended, end_status, ended_on, superseded_by, class, reserved_until, search,
                    review, reviewer, review_submitted_on, review_ended_on, review_addendum)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set version = excluded.version, position = excluded.position, folio = excluded.folio,
                    kind = excluded.kind, title = excluded.title, adoption = excluded.adoption, agreed_on = excluded.agreed_on,
                    meeting = excluded.meeting, item = excluded.item, body = excluded.body, valid_from = excluded.valid_from,
                    valid_until = excluded.valid_until, in_force_since = excluded.in_force_since, suspended = excluded.suspended,
                    end_status = excluded.end_status, ended_on = excluded.ended_on, superseded_by = excluded.superseded_by,
                    class = excluded.class, reserved_until = excluded.reserved_until, search = excluded.search,
                    review = excluded.review, reviewer = excluded.reviewer, review_submitted_on = excluded.review_submitted_on,
                    review_ended_on = excluded.review_ended_on, review_addendum = excluded.review_addendum""",
                items, 500, (row, item) -> {
                    var f = item.facts();
                    var a = f.agreed();
                    var course = f.course();
                    row.setObject(1, item.id());
                    row.setInt(2, item.version());
                    row.setLong(3, item.position());
                    row.setString(4, a.folio());
                    row.setString(5, a.kind().word());
                    row.setString(6, f.classification().covers(ReservedField.TITLE) ? null : f.version().title());
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
                    row.setString(21, search(f));
                    var review = f.review().orElse(null);
                    row.setString(22, review == null ? null : review.status().word());
                    row.setObject(23, review == null ? null : review.last().reviewer().value());
                    row.setObject(24, review == null ? null : review.last().submittedOn());
                    row.setObject(25, review == null ? null : review.last().endedOn());
                    row.setObject(26, review == null ? null : review.addendum());
                });
    }

    /** Without what is classified by itself. */
    private static String search(AgreementFacts f) {
        var named = f.version().addressees().stream().map(Addressee::name);
        return SearchText.of(Stream.concat(Stream.of(f.agreed().folio(), f.classification().covers(ReservedField.TITLE) ? null : f.version().title(),
                f.classification().covers(ReservedField.TEXT) ? null : f.textInForce(LocalDate.MAX)), named));
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

    private static void addressees(JdbcTemplate db, List<SubRow<Addressee>> addressees) {
        db.batchUpdate("""
                insert into agreement_addressees (agreement, version, place, institution, name) values (?, ?, ?, ?, ?)
                on conflict (agreement, place) do update set version = excluded.version, institution = excluded.institution, name = excluded.name""",
                addressees, 500, (row, sub) -> {
                    row.setObject(1, sub.agreement);
                    row.setInt(2, sub.version);
                    row.setInt(3, sub.place);
                    row.setObject(4, sub.value.institution() == null ? null : sub.value.institution().value());
                    row.setString(5, sub.value.name());
                });
    }

    private static void clauses(JdbcTemplate db, List<SubRow<Clause>> clauses) {
        db.batchUpdate("""
                insert into agreement_clauses (agreement, version, clause, kind) values (?, ?, ?, ?)
                on conflict (agreement, clause) do update set version = excluded.version, kind = excluded.kind""",
                clauses, 500, (row, sub) -> {
                    row.setObject(1, sub.agreement);
                    row.setInt(2, sub.version);
                    row.setObject(3, sub.value.id());
                    row.setString(4, sub.value.kind().word());
                });
    }

    private static void relations(JdbcTemplate db, List<SubRow<Dated<Relation>>> relations) {
        db.batchUpdate("""
                insert into agreement_relations (agreement, version, place, kind, other, since) values (?, ?, ?, ?, ?, ?)
                on conflict (agreement, place) do update set version = excluded.version, kind = excluded.kind, other = excluded.other, since = excluded.since""",
                relations, 500, (row, sub) -> {
                    row.setObject(1, sub.agreement);
                    row.setInt(2, sub.version);
                    row.setInt(3, sub.place);
                    row.setString(4, sub.value.value().kind());
                    row.setObject(5, sub.value.value().agreement().value());
                    row.setObject(6, sub.value.since());
                });
    }

    private static void awaitings(JdbcTemplate db, List<SubRow<Awaited>> awaitings) {
        db.batchUpdate("""
                insert into agreement_awaitings (agreement, version, place, consultation, institution, name, asked_on, due_on, answered_on, response)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (agreement, place) do update set version = excluded.version, consultation = excluded.consultation, institution = excluded.institution,
                    name = excluded.name, asked_on = excluded.asked_on, due_on = excluded.due_on, answered_on = excluded.answered_on,
                    response = excluded.response""",
                awaitings, 500, (row, sub) -> {
                    var one = sub.value;
                    row.setObject(1, sub.agreement);
                    row.setInt(2, sub.version);
                    row.setInt(3, sub.place);
                    row.setObject(4, one.consultation());
                    row.setObject(5, one.institution() == null ? null : one.institution().value());
                    row.setString(6, one.name());
                    row.setObject(7, one.askedOn());
                    row.setObject(8, one.dueOn());
                    row.setObject(9, one.response() == null ? null : one.response().effectiveOn());
                    row.setString(10, one.response() == null ? null : one.response().response().word());
                });
    }

    private static <T> List<SubRow<T>> rows(List<Facts<AgreementFacts>> items, Function<AgreementFacts, List<T>> parts) {
        return items.stream().flatMap(item -> {
            var all = parts.apply(item.facts());
            return IntStream.range(0, all.size()).mapToObj(place -> new SubRow<>(item.id(), item.version(), place, all.get(place)));
        }).toList();
    }

    private record SubRow<T>(UUID agreement, int version, int place, T value) {}
}
