package constancia.app.lookups;

import constancia.web.NameResolver;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names in requests, found in the tables that the commands keep. An acronym that is in use wins over former ones. */
@Component
final class LookupNames implements NameResolver {

    private final JdbcClient db;

    LookupNames(@Qualifier("readDb") JdbcClient readDb) {
        this.db = readDb;
    }

    @Override
    public List<Found> institutions(String acronymOrAlias) {
        return found("""
                select distinct n.institution as id, coalesce(f.written, n.written) as name, n.kind = 'acronym' as exact
                from journal.institution_name n
                left join journal.institution_name f on f.institution = n.institution and f.kind = 'name'
                where n.key = :key and n.kind in ('acronym', 'alias')""", acronymOrAlias);
    }

    @Override
    public List<Found> bodies(String acronym) {
        return found("select id, acronym as name, true as exact from journal.body where acronym_key = :key", acronym);
    }

    @Override
    public List<Found> plans(String code) {
        return found("select id, code as name, true as exact from journal.plan where code_key = :key", code);
    }

    @Override
    public List<String> territories(String code) {
        return db.sql("""
                with recursive within (code) as (
                    select code from journal.territory where code = :code
                    union all
                    select t.code from journal.territory t join within w on t.parent = w.code)
                select code from within""").param("code", code).query(String.class).list();
    }

    private List<Found> found(String sql, String name) {
        var rows = db.sql(sql).param("key", Keys.of(name))
                .query((row, line) -> new Candidate(new Found(row.getObject("id", UUID.class), row.getString("name")), row.getBoolean("exact"))).list();
        var exact = rows.stream().filter(Candidate::exact).map(Candidate::found).distinct().toList();
        return exact.isEmpty() ? rows.stream().map(Candidate::found).distinct().toList() : exact;
    }

    private record Candidate(Found found, boolean exact) {}
}
