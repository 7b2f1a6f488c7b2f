package constancia.app.imports;

import constancia.command.Command;
import constancia.command.imports.Fingerprint;
import constancia.command.imports.ImportPlan.Step;
import constancia.command.imports.InstitutionMatcher;
import constancia.command.imports.Mapping;
import constancia.command.imports.Register;
import constancia.kernel.plans.PlanId;
import constancia.query.history.UnknownItem;
import constancia.web.NameResolver;
import constancia.web.imports.ImportDesk.RefusedRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Files under way and the rows that came in with them. On the command connections: what it writes stands or falls with the commands. */
@Component
class ImportStore implements Register {

    /** A file under way. */
    record Import(UUID id, String account, String fileName, byte[] content, @Nullable String planGiven, @Nullable Mapping mapping, Map<String, String> answers,
                  String status, @Nullable UUID plan, int total, List<RefusedRow> refused) {}

    /** One command of a confirmed file and its place among them. */
    record Kept(int n, Step step) {}

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<RefusedRow>> REFUSED = new TypeReference<>() {};

    private final JdbcClient db;
    private final NameResolver names;
    private final JsonMapper json;
    private final CommandForms forms;

    ImportStore(JdbcClient commandDb, NameResolver names, JsonMapper json, CommandForms forms) {
        this.db = commandDb;
        this.names = names;
        this.json = json;
        this.forms = forms;
    }

    void keep(UUID id, String account, String fileName, byte[] content, @Nullable String plan, @Nullable Mapping mapping) {
        db.sql("insert into journal.import (id, account, file_name, content, plan_given, mapping) values (:id, :account, :name, :content, :plan, :mapping::jsonb)")
                .param("id", id).param("account", account).param("name", fileName).param("content", content).param("plan", plan)
                .param("mapping", mapping == null ? null : json.writeValueAsString(mapping)).update();
    }

    Import find(String account, UUID id) {
        return db.sql("select * from journal.import where id = :id and account = :account").param("id", id).param("account", account)
                .query(this::row).optional().orElseThrow(UnknownItem::new);
    }

    List<Import> running() {
        return db.sql("select * from journal.import where status = 'running'").query(this::row).list();
    }

    /** Keeps the answers and forgets what was refused before; false when it is under way or done. */
    boolean answer(UUID id, Map<String, String> answers) {
        return db.sql("update journal.import set answers = :answers::jsonb, status = 'previewed', refused = '[]' where id = :id and status in ('previewed', 'stopped')")
                .param("answers", json.writeValueAsString(answers)).param("id", id).update() == 1;
    }

    /** @param steps in the order in which they are to be carried out; to be called in a transaction */
    void start(Import kept, PlanId plan, List<Step> steps) {
        boolean ours = db.sql("""
                update journal.import set status = 'running', plan = :plan, refused = '[]'
                where id = :id and status in ('previewed', 'stopped') and answers = :answers::jsonb""")
                .param("plan", plan.value()).param("id", kept.id()).param("answers", json.writeValueAsString(kept.answers())).update() == 1;
        if (ours) {
            db.sql("delete from journal.import_step where import = :id and not done").param("id", kept.id()).update();
            int last = db.sql("select coalesce(max(n), 0) from journal.import_step where import = :id").param("id", kept.id()).query(Integer.class).single();
            for (var step : steps) {
                keep(kept.id(), ++last, step);
            }
            db.sql("update journal.import set total = (select count(*) from journal.import_step where import = :id and \"row\" > 0) where id = :id")
                    .param("id", kept.id()).update();
        }
    }

    private void keep(UUID id, int n, Step step) {
        var place = step.place();
        db.sql("""
                insert into journal.import_step (import, n, "row", fingerprint, component, block, number, text, type, command, more)
                values (:import, :n, :row, :fingerprint, :component, :block, :number, :text, :type, :command::jsonb, :more::jsonb)""")
                .param("import", id).param("n", n).param("row", step.row()).param("fingerprint", step.fingerprint())
                .param("component", place == null ? null : place.component()).param("block", place == null ? null : place.block())
                .param("number", place == null ? null : place.number()).param("text", step.text())
                .param("type", type(step.commands().getFirst())).param("command", json.writeValueAsString(step.commands().getFirst()))
                .param("more", json.writeValueAsString(step.commands().stream().skip(1).map(command -> Map.of("type", type(command), "command", command)).toList())).update();
    }

    private static String type(Command command) {
        return command.getClass().getSimpleName();
    }

    /** Notes what the rules would refuse of a file that nobody has started meanwhile. */
    void refuse(Import kept, List<RefusedRow> refused) {
        db.sql("update journal.import set status = 'stopped', refused = :refused::jsonb where id = :id and status in ('previewed', 'stopped') and answers = :answers::jsonb")
                .param("refused", json.writeValueAsString(refused)).param("id", kept.id()).param("answers", json.writeValueAsString(kept.answers())).update();
    }

    void stop(UUID id, List<RefusedRow> refused) {
        db.sql("update journal.import set status = 'stopped', refused = :refused::jsonb where id = :id and status <> 'done'")
                .param("refused", json.writeValueAsString(refused)).param("id", id).update();
    }

    /** Whether it is under way and nobody else is carrying out a step of it; if so, nobody will until the transaction ends. */
    boolean claim(UUID id) {
        return db.sql("select status = 'running' from journal.import where id = :id for no key update skip locked").param("id", id)
                .query(Boolean.class).optional().orElse(false);
    }

    List<Kept> left(UUID id, int most) {
        return db.sql("select * from journal.import_step where import = :id and not done order by n limit :most").param("id", id).param("most", most)
                .query((row, line) -> new Kept(row.getInt("n"), step(row))).list();
    }

    private Step step(ResultSet row) throws SQLException {
        var place = row.getString("component") == null ? null : new Fingerprint.Place(row.getString("component"), row.getInt("block"), row.getString("number"));
        return new Step(row.getInt("row"), row.getString("fingerprint"), place, row.getString("text"), commands(row));
    }

    private List<Command> commands(ResultSet row) throws SQLException {
        var commands = new ArrayList<Command>();
        commands.add(forms.read(row.getString("type"), row.getString("command")));
        json.readTree(row.getString("more")).forEach(more -> commands.add(forms.read(more.get("type").asString(), more.get("command").toString())));
        return commands;
    }

    void carriedOut(UUID id, int n) {
        db.sql("update journal.import_step set done = true where import = :id and n = :n and not done").param("id", id).param("n", n).update();
    }

    void done(UUID id) {
        db.sql("update journal.import set status = 'done' where id = :id").param("id", id).update();
    }

    /** Notes that a row comes in; false when it came in before. */
    boolean admit(UUID id, UUID plan, Step step) {
        var place = step.place();
        return db.sql("""
                insert into journal.imported_row (plan, fingerprint, import, action, component, block, number, text)
                values (:plan, :fingerprint, :import, :action, :component, :block, :number, :text)
                on conflict on constraint imported_row_once do nothing""")
                .param("plan", plan).param("fingerprint", step.fingerprint()).param("import", id).param("action", step.item())
                .param("component", place.component()).param("block", place.block()).param("number", place.number()).param("text", step.text()).update() == 1;
    }

    int admitted(UUID id) {
        return db.sql("select count(*) from journal.import_step where import = :id and \"row\" > 0 and done").param("id", id).query(Integer.class).single();
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
        var found = Stream.concat(names.plans(idOrCode).stream().map(one -> one.id().toString()), Stream.of(idOrCode)).findFirst().orElseThrow();
        return db.sql("select id, code from journal.plan where id::text = lower(:id)").param("id", found)
                .query((row, line) -> new KnownPlan(new PlanId(row.getObject("id", UUID.class)), row.getString("code"))).optional();
    }

    @Override
    public List<Imported> imported(PlanId plan) {
        return db.sql("select fingerprint, action, component, block, number, text from journal.imported_row where plan = :plan order by came_in").param("plan", plan.value())
                .query((row, line) -> new Imported(row.getString("fingerprint"), row.getObject("action", UUID.class),
                        new Fingerprint.Place(row.getString("component"), row.getInt("block"), row.getString("number")), row.getString("text"))).list();
    }

    private @Nullable Mapping mapping(@Nullable String written) {
        return written == null ? null : json.readValue(written, Mapping.class);
    }

    @Override
    public List<KnownBody> bodies() {
        return db.sql("select id, acronym from journal.body where dissolved_on is null order by acronym_key")
                .query((row, line) -> new KnownBody(row.getObject("id", UUID.class), row.getString("acronym"))).list();
    }

    private Import row(ResultSet row, int line) throws SQLException {
        return new Import(row.getObject("id", UUID.class), row.getString("account"), row.getString("file_name"), row.getBytes("content"),
                row.getString("plan_given"), mapping(row.getString("mapping")), json.readValue(row.getString("answers"), ANSWERS), row.getString("status"),
                row.getObject("plan", UUID.class), row.getInt("total"), json.readValue(row.getString("refused"), REFUSED));
    }
}
