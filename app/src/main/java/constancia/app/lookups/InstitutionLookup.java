package constancia.app.lookups;

import constancia.app.journal.Told;
import constancia.command.institutions.Institutions;
import constancia.kernel.Refused;
import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionEvent.*;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Institutions as commands must know them. */
@Component
final class InstitutionLookup implements Institutions {

    private final JdbcClient db;

    InstitutionLookup(JdbcClient commandDb) {
        this.db = commandDb;
    }

    @Override
    public Optional<LocalDate> activeUntil(InstitutionId institution, LocalDate on) {
        return Told.once(new ActiveUntil(institution, on), () -> db
                .sql("select ended_on from journal.institution where id = :id and registered_on <= :on and (ended_on is null or ended_on > :on) for share")
                .param("id", institution.value()).param("on", on)
                .query((row, line) -> Objects.requireNonNullElse(row.getObject("ended_on", LocalDate.class), LocalDate.MAX)).optional());
    }

    @Override
    public Optional<Succession> succession(InstitutionId institution) {
        return db.sql("select succeeded_on, successors from journal.succession where institution = :id").param("id", institution.value())
                .query((row, line) -> new Succession(row.getObject("succeeded_on", LocalDate.class),
                        Stream.of((UUID[]) row.getArray("successors").getArray()).map(InstitutionId::new).toList())).optional();
    }

    @Override
    public boolean exists(InstitutionId institution) {
        return db.sql("select 1 from journal.institution where id = :id for share").param("id", institution.value()).query(Integer.class).optional().isPresent();
    }

    @Override
    public void recorded(InstitutionId institution, InstitutionEvent event) {
        switch (event) {
            case InstitutionRegistered e -> {
                db.sql("insert into journal.institution (id, registered_on) values (:id, :on)")
                        .param("id", institution.value()).param("on", e.effectiveOn()).update();
                registered(institution, e);
            }
            case AliasAdded e -> named(institution, "alias", e.alias(), e.effectiveOn());
            case InstitutionRenamed e -> {
                formerNames(institution);
                named(institution, "name", e.name(), e.effectiveOn());
                named(institution, "acronym", e.acronym(), e.effectiveOn());
            }
            case InstitutionSucceeded e -> {
                ended(institution, e.effectiveOn());
                db.sql("insert into journal.succession (institution, succeeded_on, successors) values (:id, :on, array[:successors]::uuid[])")
                        .param("id", institution.value()).param("on", e.effectiveOn())
                        .param("successors", e.successors().stream().map(InstitutionId::value).distinct().toList()).update();
            }
            case InstitutionDeactivated e -> ended(institution, e.effectiveOn());
            case RepresentativeAppointed _ -> { }
            case MandateEnded _ -> { }
        }
    }

    @Override
    public void rectified(InstitutionId institution, List<InstitutionEvent> standing) {
        db.sql("delete from journal.institution_name where institution = :id").param("id", institution.value()).update();
        db.sql("delete from journal.succession where institution = :id").param("id", institution.value()).update();
        for (var event : standing) {
            if (event instanceof InstitutionRegistered e) {
                db.sql("update journal.institution set registered_on = :on, ended_on = null where id = :id")
                        .param("id", institution.value()).param("on", e.effectiveOn()).update();
                registered(institution, e);
            } else {
                recorded(institution, event);
            }
        }
    }

    private void registered(InstitutionId institution, InstitutionRegistered e) {
        named(institution, "name", e.name(), e.effectiveOn());
        named(institution, "acronym", e.acronym(), e.effectiveOn());
        e.aliases().forEach(alias -> named(institution, "alias", alias, e.effectiveOn()));
    }

    private void ended(InstitutionId institution, LocalDate on) {
        db.sql("update journal.institution set ended_on = :on where id = :id").param("id", institution.value()).param("on", on).update();
        formerNames(institution);
    }

    /** Former names still lead to the institution, but its acronym may be another's. */
    private void formerNames(InstitutionId institution) {
        db.sql("""
                insert into journal.institution_name (institution, kind, key, written, since)
                select institution, 'alias', key, written, since from journal.institution_name where institution = :id and kind in ('name', 'acronym')
                on conflict do nothing""").param("id", institution.value()).update();
        db.sql("delete from journal.institution_name where institution = :id and kind in ('name', 'acronym')").param("id", institution.value()).update();
    }

    private void named(InstitutionId institution, String kind, @Nullable String name, LocalDate since) {
        if (name == null) {
            return;
        }
        Taken.unless(Map.of("institution_acronym_taken", new Refused("acronym-taken", name)), () ->
                db.sql("""
                        insert into journal.institution_name (institution, kind, key, written, since) values (:id, :kind, :key, :written, :since)
                        on conflict (institution, kind, key) do nothing""")
                        .param("id", institution.value()).param("kind", kind).param("key", Keys.of(name)).param("written", name).param("since", since).update());
    }

    private record ActiveUntil(InstitutionId institution, LocalDate on) {}
}
