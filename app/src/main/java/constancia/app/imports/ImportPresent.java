package constancia.app.imports;

import constancia.app.lookups.Keys;
import constancia.command.actions.Actions;
import constancia.command.imports.ImportPlan;
import constancia.command.plans.Plans;
import constancia.kernel.Event;
import constancia.kernel.Invalid;
import constancia.kernel.ItemId;
import constancia.kernel.Recorded;
import constancia.kernel.actions.ActionId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.PlanId;
import constancia.query.Reader;
import constancia.query.history.Entry;
import constancia.query.history.Journal;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is on record already, for imports. */
@Component
final class ImportPresent implements ImportPlan.Present {

    private final Plans plans;
    private final Actions actions;
    private final Journal journal;
    private final JdbcClient db;

    ImportPresent(Plans plans, Actions actions, Journal journal, JdbcClient commandDb) {
        this.plans = plans;
        this.actions = actions;
        this.journal = journal;
        this.db = commandDb;
    }

    @Override
    public boolean plan(PlanId plan) {
        return plans.find(plan).isPresent();
    }

    @Override
    public boolean node(PlanId plan, UUID node) {
        return plans.hasNode(plan, node);
    }

    @Override
    public boolean action(ActionId action) {
        return actions.exists(action);
    }

    @Override
    public BodyId body(String acronym) {
        return db.sql("select id from journal.body where acronym_key = :key").param("key", Keys.of(acronym)).query(UUID.class).optional()
                .map(BodyId::new).orElseThrow(() -> new Invalid("body", "unknown-body", acronym));
    }

    /** All records of an item. */
    List<Recorded<Event>> records(ItemId item) {
        return journal.of(Reader.REGISTER, ItemId.kind(item.getClass()), item.value()).stream().map(Entry::record).toList();
    }

    /** Whether an institution has that acronym. */
    boolean hasInstitution(String acronym) {
        return there("select 1 from journal.institution_name where kind = 'acronym' and key = :key", acronym);
    }

    /** Whether a body has that acronym. */
    boolean hasBody(String acronym) {
        return there("select 1 from journal.body where acronym_key = :key", acronym);
    }

    /** Whether a plan has that code. */
    boolean hasPlan(String code) {
        return there("select 1 from journal.plan where code_key = :key", code);
    }

    private boolean there(String sql, String name) {
        return db.sql(sql).param("key", Keys.of(name)).query(Integer.class).optional().isPresent();
    }

    @Override
    public boolean called(UUID institution, String name) {
        return db.sql("select 1 from journal.institution_name where institution = :id and key = :key").param("id", institution).param("key", Keys.of(name))
                .query(Integer.class).optional().isPresent();
    }
}
