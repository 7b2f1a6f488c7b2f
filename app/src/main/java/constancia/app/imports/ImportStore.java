package constancia.app.imports;

import constancia.command.imports.Fingerprint;
import constancia.command.imports.ImportPlan;
import constancia.command.imports.InstitutionMatcher;
import constancia.command.imports.Register;
import constancia.kernel.actions.ActionId;
import constancia.kernel.plans.PlanId;
import constancia.query.history.UnknownItem;
import constancia.web.NameResolver;
import constancia.web.imports.ImportDesk.RefusedRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Files under way and the rows that came in with them. On the command connections: what it writes stands or falls with the commands. */
@Component
class ImportStore implements Register {

    /** A file under way. */
    record Import(UUID id, String account, String fileName, byte[] content, @Nullable String planGiven, Map<String, String> answers,
                  String status, @Nullable UUID plan, int total, List<RefusedRow> refused) {}

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<RefusedRow>> REFUSED = new TypeReference<>() {};

    private final JdbcClient db;
    private final NameResolver names;
    private final JsonMapper json;

    ImportStore(JdbcClient commandDb, NameResolver names, JsonMapper json) {
        this.db = commandDb;
        this.names = names;
        this.json = json;
    }

    void keep(UUID id, String account, String fileName, byte[] content, @Nullable String plan) {
        db.sql("insert into journal.import (id, account, file_name, content, plan_given) values (:id, :account, :name, :content, :plan)")
                .param("id", id).param("account", account).param("name", fileName).param("content", content).param("plan", plan).update();
    }

    Import find(String account, UUID id) {
        return db.sql("select * from journal.import where id = :id and account = :account").param("id", id).param("account", account)
                .query(this::row).optional().orElseThrow(UnknownItem::new);
    }

    List<Import> running() {
        return db.sql("select * from journal.import where status = 'running'").query(this::row).list();
    }

    void answer(UUID id, Map<String, String> answers) {
        db.sql("update journal.import set answers = :answers::jsonb where id = :id").param("answers", json.writeValueAsString(answers)).param("id", id).update();
    }

    void status(UUID id, String status, @Nullable PlanId plan, int total, List<RefusedRow> refused) {
        db.sql("update journal.import set status = :status, plan = :plan, total = :total, refused = :refused::jsonb where id = :id")
                .param("status", status).param("plan", plan == null ? null : plan.value()).param("total", total)
                .param("refused", json.writeValueAsString(refused)).param("id", id).update();
    }

    /** Only one node at a time carries out a step of an import; answers whether there is still something to do. */
    boolean claim(UUID id) {
        return db.sql("select status = 'running' from journal.import where id = :id for update").param("id", id).query(Boolean.class).single();
    }

    /** Notes that a row comes in; false when it came in before. */
    boolean admit(UUID id, PlanId plan, ImportPlan.Step step) {
        var place = step.place();
        return db.sql("""
                insert into journal.imported_row (plan, fingerprint, import, action, component, block, number, text)
                values (:plan, :fingerprint, :import, :action, :component, :block, :number, :text)
                on conflict on constraint imported_row_once do nothing""")
                .param("plan", plan.value()).param("fingerprint", step.fingerprint()).param("import", id).param("action", step.command().id().value())
                .param("component", place.component()).param("block", place.block()).param("number", place.number()).param("text", step.text()).update() == 1;
    }

    int admitted(UUID id) {
        return db.sql("select count(*) from journal.imported_row where import = :id").param("id", id).query(Integer.class).single();
    }

    @Override
    public List<InstitutionMatcher.Known> institutions() {
        return db.sql("""
                select i.id,
                       (select written from journal.institution_name where institution = i.id and kind = 'name') as name,
                       (select written from journal.institution_name where institution = i.id and kind = 'acronym') as acronym,
                       array(select written from journal.institution_name where institution = i.id and kind = 'alias' order by written) as aliases
                from journal.institution i where i.ended_on is null order by i.id""")
                .query((row, line) -> new InstitutionMatcher.Known(row.getObject("id", UUID.class), row.getString("name"), row.getString("acronym"),
                        List.of((String[]) row.getArray("aliases").getArray()))).list();
    }

    @Override
    public Optional<KnownPlan> plan(String idOrCode) {
        var found = idOrCode.length() == 36 && idOrCode.matches("[0-9a-fA-F-]{36}") ? List.of(UUID.fromString(idOrCode))
                : names.plans(idOrCode).stream().map(NameResolver.Found::id).toList();
        return found.stream().findFirst().flatMap(id -> db.sql("select code from journal.plan where id = :id").param("id", id)
                .query((row, line) -> new KnownPlan(new PlanId(id), row.getString("code"), row.getString("code"))).optional());
    }

    @Override
    public List<Imported> imported(PlanId plan) {
        return db.sql("select fingerprint, action, component, block, number, text from journal.imported_row where plan = :plan").param("plan", plan.value())
                .query((row, line) -> new Imported(row.getString("fingerprint"), new ActionId(row.getObject("action", UUID.class)),
                        new Fingerprint.Place(row.getString("component"), row.getInt("block"), row.getString("number")), row.getString("text"))).list();
    }

    private Import row(ResultSet row, int line) throws SQLException {
        return new Import(row.getObject("id", UUID.class), row.getString("account"), row.getString("file_name"), row.getBytes("content"),
                row.getString("plan_given"), json.readValue(row.getString("answers"), ANSWERS), row.getString("status"),
                row.getObject("plan", UUID.class), row.getInt("total"), json.readValue(row.getString("refused"), REFUSED));
    }
}
