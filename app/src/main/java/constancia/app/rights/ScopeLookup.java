package constancia.app.rights;

import constancia.command.rights.Scopes;
import constancia.kernel.ItemId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where items belong, as the lookups of commands know it. */
final class ScopeLookup implements Scopes {

    private final JdbcClient db;

    ScopeLookup(JdbcClient db) {
        this.db = db;
    }

    /** The offset keeps the planner from joining whole tables to an item: each is asked for its one row. */
    @Override
    public Set<ItemId> of(ItemId item) {
        return db.sql("""
                with recursive within (kind, item) as (
                    select cast(:kind as text), cast(:item as uuid)
                    union
                    select b.to_kind, b.to_item from within w
                    cross join lateral (select to_kind, to_item from journal.belongs where kind = w.kind and item = w.item offset 0) b)
                select kind, item from within where kind in ('body', 'plan', 'institution')
                union
                select 'institution', institution from journal.has_part where kind = :kind and item = :item""")
                .param("kind", ItemId.kind(item.getClass())).param("item", item.value())
                .query((row, line) -> part(row.getString("kind"), row.getObject("item", UUID.class))).set();
    }

    private static ItemId part(String kind, UUID id) {
        return switch (kind) {
            case "body" -> new BodyId(id);
            case "plan" -> new PlanId(id);
            case "institution" -> new InstitutionId(id);
            default -> throw new IllegalStateException("Nobody has a role for something of the kind " + kind);
        };
    }

    @Override
    public Optional<InstitutionId> awaited(CaseFileId caseFile, UUID awaiting) {
        return db.sql("select institution from journal.awaited_answer where case_file = :caseFile and id = :id")
                .param("caseFile", caseFile.value()).param("id", awaiting)
                .query((row, line) -> new InstitutionId(row.getObject("institution", UUID.class))).optional();
    }

    @Override
    public Optional<InstitutionId> entrusted(ItemId item, UUID part) {
        return db.sql("select institution from journal.entrusted where item = :item and part = :part and still")
                .param("item", item.value()).param("part", part)
                .query((row, line) -> new InstitutionId(row.getObject("institution", UUID.class))).optional();
    }
}
