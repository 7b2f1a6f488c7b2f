package constancia.app.imports;

import constancia.command.Command;
import constancia.command.imports.Fingerprint;
import constancia.command.imports.ImportPlan.Entry;
import constancia.command.imports.ImportPlan.Step;
import constancia.command.imports.InstitutionMatcher;
import constancia.command.imports.Mapping;
import constancia.command.imports.Register;
import constancia.command.territories.Territory;
import constancia.kernel.Recorded;
import constancia.kernel.Rectifications;
import constancia.kernel.plans.CalendarPeriod;
import constancia.kernel.plans.PlanEvent.PlanDefined;
import constancia.kernel.plans.PlanId;
import constancia.kernel.territories.TerritoryKind;
import constancia.query.history.UnknownItem;
import constancia.web.NameResolver;
import constancia.web.imports.ImportDesk;
import constancia.web.imports.ImportDesk.RefusedRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
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
    record Import(UUID id, String account, String fileName, @Nullable String planGiven, @Nullable Mapping mapping, Map<String, String> answers,
                  String status, @Nullable UUID plan, @Nullable UUID attempt, int total, List<RefusedRow> refused) {}

    /** One command of a confirmed file and its place among them. */
    record Kept(int n, Step step) {}

    /** One entry for the catalogue of territories and its place before the commands. */
    record KeptEntry(int n, Territory territory) {}

    /** All but the content, which is large. */
    private static final String COLUMNS = "id, account, file_name, plan_given, mapping, answers, status, plan, attempt, total, refused";
    private static final String SHOWN = "id, file_name, created_at, status, plan, total, territories + came_in as done";
    private static final int MOST_SHOWN = 200;
    /** What stands in place of a command's name. */
    private static final String ENTRY = Territory.class.getSimpleName();
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<RefusedRow>> REFUSED = new TypeReference<>() {};

    private final JdbcClient db;
    private final NameResolver names;
    private final JsonMapper json;
    private final CommandForms forms;
    private final ImportPresent present;

    ImportStore(JdbcClient commandDb, NameResolver names, JsonMapper json, CommandForms forms, ImportPresent present) {
        this.db = commandDb;
        this.names = names;
        this.json = json;
        this.forms = forms;
        this.present = present;
    }

    void keep(UUID id, String account, String fileName, byte[] content, @Nullable String plan, @Nullable Mapping mapping) {
        db.sql("insert into journal.import (id, account, file_name, content, plan_given, mapping) values (:id, :account, :name, :content, :plan, :mapping::jsonb)")
                .param("id", id).param("account", account).param("name", fileName).param("content", content).param("plan", plan)
                .param("mapping", mapping == null ? null : json.writeValueAsString(mapping)).update();
    }

    Import find(String account, UUID id) {
        return db.sql("select " + COLUMNS + " from journal.import where id = :id and account = :account").param("id", id).param("account", account)
                .query(this::row).optional().orElseThrow(UnknownItem::new);
    }

    List<ImportDesk.Kept> list(String account) {
        return db.sql("select " + SHOWN + " from journal.import where account = :account order by created_at desc limit :most").param("account", account).param("most", MOST_SHOWN)
                .query(ImportStore::shown).list();
    }

    ImportDesk.Kept kept(String account, UUID id) {
        return db.sql("select " + SHOWN + " from journal.import where id = :id and account = :account").param("id", id).param("account", account)
                .query(ImportStore::shown).optional().orElseThrow(UnknownItem::new);
    }

    private static ImportDesk.Kept shown(ResultSet row, int line) throws SQLException {
        var plan = row.getObject("plan", UUID.class);
        return new ImportDesk.Kept(row.getObject("id", UUID.class), row.getString("file_name"), row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("status"),
                Register.NO_PLAN.value().equals(plan) ? null : plan, row.getInt("total"), row.getInt("done"));
    }

    List<Import> running() {
        return db.sql("select " + COLUMNS + " from journal.import where status = 'running'").query(this::row).list();
    }

    /** Keeps the answers and forgets what was refused before; false when it is under way or done. */
    boolean answer(UUID id, Map<String, String> answers) {
        return db.sql("update journal.import set answers = :answers::jsonb, status = 'previewed', refused = '[]' where id = :id and status in ('previewed', 'stopped')")
                .param("answers", json.writeValueAsString(answers)).param("id", id).update() == 1;
    }

    byte[] content(UUID id) {
        return db.sql("select content from journal.import where id = :id").param("id", id).query(byte[].class).single();
    }

    /** Lays down what a confirmation will carry out, in slices of its own; nothing of it counts before {@link #start}. */
    void lay(UUID id, UUID attempt, int first, List<Step> steps) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var step : steps) {
            var row = new HashMap<String, Object>();
            row.put("n", first + rows.size());
            row.put("row", step.row());
            row.put("fingerprint", step.fingerprint());
            if (step.place() != null) {
                row.put("component", step.place().component());
                row.put("block", step.place().block());
                row.put("number", step.place().number());
            }
            row.put("text", step.text());
            row.put("type", type(step.commands().getFirst()));
            row.put("command", step.commands().getFirst());
            row.put("more", step.commands().stream().skip(1).map(command -> Map.of("type", type(command), "command", command)).toList());
            rows.add(row);
        }
        lay(id, attempt, rows);
    }

    /** Lays down what goes into the catalogue, before any command. */
    void layEntries(UUID id, UUID attempt, int first, List<Entry> entries) {
        lay(id, attempt, IntStream.range(0, entries.size()).mapToObj(i -> Map.<String, Object>of("n", first + i, "row", entries.get(i).row(), "type", ENTRY,
                "command", entries.get(i).territory(), "more", List.of())).toList());
    }

    private void lay(UUID id, UUID attempt, List<Map<String, Object>> rows) {
        db.sql("""
                insert into journal.import_step (import, attempt, n, "row", fingerprint, component, block, number, text, type, command, more)
                select :import, :attempt, n, "row", fingerprint, component, block, number, text, type, command, more
                from jsonb_to_recordset(:rows::jsonb) as step (n int, "row" int, fingerprint text, component text, block int, number text, text text,
                    type text, command jsonb, more jsonb)""")
                .param("import", id).param("attempt", attempt).param("rows", json.writeValueAsString(rows)).update();
    }

    /** From now on that confirmation is carried out; false when another one was quicker, or answers have changed. To be called in a transaction. */
    boolean start(Import kept, PlanId plan, UUID attempt) {
        boolean ours = db.sql("""
                update journal.import set status = 'running', plan = :plan, attempt = :attempt, refused = '[]'
                where id = :id and status in ('previewed', 'stopped') and answers = :answers::jsonb""")
                .param("plan", plan.value()).param("attempt", attempt).param("id", kept.id()).param("answers", json.writeValueAsString(kept.answers())).update() == 1;
        if (ours) {
            db.sql("""
                    update journal.import set total = territories + (select count(*) from journal.import_step where import = :id and "row" > 0 and (done or attempt = :attempt))
                    where id = :id""").param("id", kept.id()).param("attempt", attempt).update();
        }
        return ours;
    }

    /** Forgets what another confirmation laid down and nobody will carry out. */
    void forget(UUID id, UUID attempt) {
        db.sql("delete from journal.import_step where import = :id and not done and attempt = :attempt").param("id", id).param("attempt", attempt).update();
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

    /** The next commands, where no entry is left. */
    List<Kept> left(Import kept, int most) {
        return db.sql("select * from journal.import_step where import = :id and not done and attempt = :attempt order by n limit :most")
                .param("id", kept.id()).param("attempt", kept.attempt()).param("most", most)
                .query((row, line) -> new Kept(row.getInt("n"), step(row))).list();
    }

    /** Those at the head of what is left: they come before the commands. */
    List<KeptEntry> entriesLeft(Import kept, int most) {
        return db.sql("""
                select n, command from (select n, type, command from journal.import_step where import = :id and not done and attempt = :attempt order by n limit :most) step
                where type = :entry order by n""")
                .param("entry", ENTRY).param("id", kept.id()).param("attempt", kept.attempt()).param("most", most)
                .query((row, line) -> new KeptEntry(row.getInt("n"), json.readValue(row.getString("command"), Territory.class))).list();
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

    void carriedOut(Import kept, List<Kept> some) {
        carriedOut(kept, some.getFirst().n(), some.getLast().n(), some.stream().filter(one -> one.step().row() > 0).count());
    }

    void entered(Import kept, List<KeptEntry> some) {
        carriedOut(kept, some.getFirst().n(), some.getLast().n(), some.size());
    }

    private void carriedOut(Import kept, int first, int last, long rows) {
        db.sql("update journal.import_step set done = true where import = :id and attempt = :attempt and n between :first and :last")
                .param("id", kept.id()).param("attempt", kept.attempt()).param("first", first).param("last", last).update();
        db.sql("update journal.import set came_in = came_in + :rows where id = :id").param("rows", rows).param("id", kept.id()).update();
    }

    void done(UUID id) {
        db.sql("update journal.import set status = 'done' where id = :id").param("id", id).update();
    }

    /** Notes that rows come in; answers the fingerprints of those that did not come in before. */
    Set<String> admit(UUID id, UUID plan, List<Step> steps) {
        var rows = steps.stream().map(step -> Map.of("fingerprint", step.fingerprint(), "action", step.item(), "component", step.place().component(),
                "block", step.place().block(), "number", step.place().number(), "text", step.text())).toList();
        return Set.copyOf(db.sql("""
                insert into journal.imported_row (plan, fingerprint, import, action, component, block, number, text)
                select :plan, fingerprint, :import, action, component, block, number, text
                from jsonb_to_recordset(:rows::jsonb) as step (fingerprint text, action uuid, component text, block int, number text, text text)
                on conflict on constraint imported_row_once do nothing
                returning fingerprint""")
                .param("plan", plan).param("import", id).param("rows", json.writeValueAsString(rows)).query(String.class).list());
    }

    int admitted(UUID id) {
        return db.sql("select territories + came_in from journal.import where id = :id").param("id", id).query(Integer.class).single();
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
    public List<String> periods(PlanId plan) {
        return Rectifications.among(present.records(plan)).standing().stream().map(Recorded::event).filter(PlanDefined.class::isInstance).map(PlanDefined.class::cast)
                .flatMap(defined -> defined.calendar().stream()).map(CalendarPeriod::period).toList();
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

    @Override
    public List<KnownTerritory> territories() {
        return db.sql("select code, name, kind, parent from journal.territory order by code")
                .query((row, line) -> new KnownTerritory(row.getString("code"), row.getString("name"),
                        TerritoryKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')), row.getString("parent"))).list();
    }

    private Import row(ResultSet row, int line) throws SQLException {
        return new Import(row.getObject("id", UUID.class), row.getString("account"), row.getString("file_name"),
                row.getString("plan_given"), mapping(row.getString("mapping")), json.readValue(row.getString("answers"), ANSWERS), row.getString("status"),
                row.getObject("plan", UUID.class), row.getObject("attempt", UUID.class), row.getInt("total"), json.readValue(row.getString("refused"), REFUSED));
    }
}
