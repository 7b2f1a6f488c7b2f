package constancia.app.lookups;

import constancia.app.journal.Told;
import constancia.command.bodies.Bodies;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyEvent.*;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.history.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bodies as commands must know them. */
@Component
final class BodyLookup implements Bodies {

    private static final String SEATS_ON = """
            select s.id, s.institution, s.person, s.role
            from journal.seat s join journal.body b on b.id = s.body
            where s.body = :body and s.held_from <= :on and (s.held_until is null or s.held_until >= :on)
                and (s.vacated_on is null or s.vacated_on > :on) and (b.dissolved_on is null or b.dissolved_on > :on)""";

    private final JdbcClient db;

    BodyLookup(JdbcClient commandDb) {
        this.db = commandDb;
    }

    @Override
    public boolean active(BodyId body, LocalDate on) {
        return db.sql("select established_on <= :on and (dissolved_on is null or dissolved_on > :on) from journal.body where id = :id for share")
                .param("id", body.value()).param("on", on).query(Boolean.class).optional().orElse(false);
    }

    @Override
    public boolean exists(BodyId body) {
        return db.sql("select 1 from journal.body where id = :id for share").param("id", body.value()).query(Integer.class).optional().isPresent();
    }

    @Override
    public String acronym(BodyId body) {
        return db.sql("select acronym from journal.body where id = :id").param("id", body.value()).query(String.class).single();
    }

    @Override
    public boolean onlyWatches(BodyId body, InstitutionId institution, LocalDate on) {
        var seats = Told.once(new SeatsOf(body, institution, on), () -> db.sql(SEATS_ON + " and s.institution = :institution for share")
                .param("body", body.value()).param("on", on).param("institution", institution.value()).query(BodyLookup::seat).list());
        return !seats.isEmpty() && seats.stream().allMatch(seat -> seat.role().watches());
    }

    @Override
    public List<HeldSeat> seated(BodyId body, LocalDate on) {
        return db.sql(SEATS_ON + " order by s.id for share").param("body", body.value()).param("on", on).query(BodyLookup::seat).list();
    }

    @Override
    public Optional<QuorumRule> quorum(BodyId body, LocalDate on) {
        return db.sql("""
                select at_least, share, roles from journal.body_quorum where body = :body and since <= :on
                order by since desc limit 1 for share""")
                .param("body", body.value()).param("on", on)
                .query((row, line) -> new QuorumRule(row.getObject("at_least", Integer.class), row.getString("share"),
                        Stream.of((String[]) row.getArray("roles").getArray()).map(SeatRole::valueOf).toList())).optional();
    }

    @Override
    public void recorded(BodyId body, BodyEvent event) {
        switch (event) {
            case BodyEstablished e -> Taken.unless(Map.of("body_acronym_taken", new Refused("acronym-taken", e.acronym())), () ->
                    db.sql("insert into journal.body (id, acronym, acronym_key, established_on, parent) values (:id, :acronym, :key, :on, :parent)")
                            .param("id", body.value()).param("acronym", e.acronym()).param("key", Keys.of(e.acronym()))
                            .param("on", e.effectiveOn()).param("parent", e.parent() == null ? null : e.parent().value()).update());
            case SeatTaken e -> db.sql("""
                    insert into journal.seat (body, id, institution, person, role, held_from, held_until)
                    values (:body, :id, :institution, :person, :role, :from, :until)""")
                    .param("body", body.value()).param("id", e.seat()).param("institution", value(e.institution())).param("person", e.person())
                    .param("role", e.role().name()).param("from", e.from()).param("until", e.until()).update();
            case SeatVacated e -> db.sql("update journal.seat set vacated_on = :on where body = :body and id = :id")
                    .param("body", body.value()).param("id", e.seat()).param("on", e.effectiveOn()).update();
            case QuorumSet e -> db.sql("""
                    insert into journal.body_quorum (body, since, at_least, share, roles) values (:body, :since, :atLeast, :share, :roles)
                    on conflict (body, since) do update set at_least = excluded.at_least, share = excluded.share, roles = excluded.roles""")
                    .param("body", body.value()).param("since", e.effectiveOn()).param("atLeast", e.atLeast()).param("share", e.share())
                    .param("roles", e.roles().stream().map(SeatRole::name).toArray(String[]::new)).update();
            case RulesAdopted _ -> { }
            case SeriesTemplateSet e -> template(body, e);
            case BodyDissolved e -> db.sql("update journal.body set dissolved_on = :on where id = :id")
                    .param("id", body.value()).param("on", e.effectiveOn()).update();
        }
    }

    @Override
    public void rectified(BodyId body, List<BodyEvent> standing) {
        db.sql("delete from journal.seat where body = :id").param("id", body.value()).update();
        db.sql("delete from journal.body_quorum where body = :id").param("id", body.value()).update();
        db.sql("delete from journal.series_template where body = :id").param("id", body.value()).update();
        for (var event : standing) {
            if (event instanceof BodyEstablished e) {
                Taken.unless(Map.of("body_acronym_taken", new Refused("acronym-taken", e.acronym())), () ->
                        db.sql("update journal.body set acronym = :acronym, acronym_key = :key, established_on = :on, parent = :parent, dissolved_on = null where id = :id")
                                .param("id", body.value()).param("acronym", e.acronym()).param("key", Keys.of(e.acronym())).param("on", e.effectiveOn())
                                .param("parent", e.parent() == null ? null : e.parent().value()).update());
            } else {
                recorded(body, event);
            }
        }
    }

    /** A series that no meeting has begun yet begins with its template. */
    private void template(BodyId body, SeriesTemplateSet e) {
        int owned = db.sql("""
                insert into journal.meeting_series (id, body, last) values (:series, :body, 0)
                on conflict (id) do update set last = meeting_series.last where meeting_series.body = :body""")
                .param("series", e.series()).param("body", body.value()).update();
        if (owned == 0) {
            throw new Refused("series-of-another-body");
        }
        db.sql("""
                insert into journal.series_template (series, body, since, said) values (:series, :body, :since, :said)
                on conflict (series, since) do update set said = excluded.said""")
                .param("series", e.series()).param("body", body.value()).param("since", e.effectiveOn()).param("said", EventJson.write(e)).update();
    }

    private static HeldSeat seat(ResultSet row, int line) throws SQLException {
        var institution = row.getObject("institution", UUID.class);
        return new HeldSeat(row.getObject("id", UUID.class), institution == null ? null : new InstitutionId(institution),
                row.getObject("person", UUID.class), SeatRole.valueOf(row.getString("role")));
    }

    private static @Nullable UUID value(@Nullable InstitutionId institution) {
        return institution == null ? null : institution.value();
    }

    private record SeatsOf(BodyId body, InstitutionId institution, LocalDate on) {}
}
