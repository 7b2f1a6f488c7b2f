package constancia.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Rectifying through HTTP, as section 1 of the contract tells it. */
class RectifyHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static int next;

    final String tag = "RT" + ++next;
    final String ministry = create("institutions", "'name':'Ministerio " + tag + "','acronym':'M-" + tag + "','kind':'state','effectiveOn':'2010-01-01'");
    final String council = create("bodies", "'name':'Consejo " + tag + "','acronym':'" + tag + "','kind':'council','effectiveOn':'2011-01-01'");

    @Test
    void before_the_rectification_the_old_value_was_known_and_after_it_the_new_one_for_every_date() {
        var action = create("actions", "'title':'Difinir','effectiveOn':'2012-01-10'");
        next(action, "amend-action", "'detail':'Con el Consejo','effectiveOn':'2012-02-01'").is(200);
        var rectified = rectify(action, 1, "'title':'Definir'").is(200);
        assertThat(rectified.headers()).containsEntry("etag", "\"3\"");
        assertThat(rectified.body().get("version").asInt()).isEqualTo(3);

        assertThat(REGISTER.get(action).is(200).text("title")).isEqualTo("Definir");
        assertThat(REGISTER.get(action + "?on=2012-01-15").is(200).text("title")).isEqualTo("Definir");
        var before = history(action).get(1).get("position").asLong();
        assertThat(REGISTER.get(action + "?asOf=" + before).is(200).text("title")).isEqualTo("Difinir");
        assertThat(REGISTER.get(action + "?on=2012-01-15&asOf=" + before).is(200).text("title")).isEqualTo("Difinir");
        assertThat(REGISTER.get(action + "/history/1").is(200).text("title")).isEqualTo("Difinir");
        assertThat(REGISTER.get(action + "/history/3").is(200).text("title")).isEqualTo("Definir");
        assertThat(REGISTER.get(action + "/diff?from=2&to=3").is(200).body().get("changes")).hasToString("[{\"path\":\"/title\",\"before\":\"Difinir\",\"after\":\"Definir\"}]");
        assertThat(found(REGISTER.list("/api/actions?q=Definir&limit=500", rectified), action)).isTrue();
        assertThat(found(REGISTER.list("/api/actions?q=Difinir&limit=500", rectified), action)).isFalse();
    }

    @Test
    void the_history_shows_every_record_as_it_was_written_and_by_which_ones_it_was_rectified() {
        var action = create("actions", "'title':'Difinir','effectiveOn':'2012-01-10'");
        rectify(action, 1, "'title':'Definir'").is(200);
        rectify(action, 2, "'replacement':{'title':'Definirlo'}").is(200);
        annul(action, 2).is(200);
        var records = history(action);
        assertThat(records.at("/0/summary").asString()).contains("Difinir");
        assertThat(records.at("/0/rectifiedBy")).hasToString("[2]");
        assertThat(records.at("/1/rectifiedBy")).hasToString("[3,4]");
        assertThat(records.at("/1/type").asString()).isEqualTo("Rectified");
        assertThat(records.at("/1/grounds").asString()).isEqualTo("Error al transcribir.");
        assertThat(records.at("/1/summary").asString()).isEqualTo("Se rectificó el asiento 1, que queda así: «" + records.at("/0/summary").asString().replace("Difinir", "Definir") + "»");
        assertThat(records.at("/3/summary").asString()).isEqualTo("Se dejó sin efecto el asiento 2.");
        assertThat(records.at("/3/changes")).hasToString("[{\"path\":\"/title\",\"before\":\"Definirlo\",\"after\":\"Difinir\"}]");
        assertThat(REGISTER.get(action + "/history", "en").body().at("/items/3/summary").asString()).isEqualTo("Record 2 was made void.");
        assertThat(REGISTER.get(action).is(200).text("title")).isEqualTo("Difinir");
    }

    @Test
    void a_record_whose_day_was_wrong_holds_since_the_right_one() {
        var action = create("actions", "'title':'Definir','effectiveOn':'2012-01-10'");
        next(action, "assign-responsible", "'institution':'M-" + tag + "','role':'lead','effectiveOn':'2012-02-20'").is(200);
        var rectified = rectify(action, 2, "'effectiveOn':'2012-02-02'").is(200);
        assertThat(REGISTER.get(action + "?on=2012-02-02").is(200).body().get("commitments").size()).isEqualTo(1);
        assertThat(REGISTER.get(action + "?on=2012-02-01").is(200).body().get("commitments").size()).isZero();
        var commitments = REGISTER.list("/api/commitments?institution=M-" + tag, rectified).get("items");
        assertThat(commitments.toString()).contains("2012-02-02").doesNotContain("2012-02-20");
        annul(action, 2).is(200);
        var voided = annul(action, 3).says(409, "nothing-rectified", "Con esa rectificación nada cambiaría: el asiento 3 ya está así.");
        assertThat(voided.status()).isEqualTo(409);
        assertThat(REGISTER.list("/api/commitments?institution=M-" + tag, REGISTER.post(action + "/amend-action", "{'detail':'x'}").is(200)).get("total").asInt()).isZero();
    }

    @Test
    void a_history_that_would_break_is_refused_with_the_record_that_breaks_it() {
        var action = create("actions", "'title':'Definir','effectiveOn':'2012-01-10'");
        next(action, "assign-responsible", "'institution':'M-" + tag + "','role':'lead','effectiveOn':'2012-02-01'").is(200);
        next(action, "report-progress", "'institution':'M-" + tag + "','percent':10,'effectiveOn':'2012-02-10'").is(200);
        var late = rectify(action, 2, "'effectiveOn':'2012-02-15'").says(409, "rectification-breaks-history",
                "Con esa rectificación, el asiento 3 ya no podría constar. La fecha de efecto no puede ser anterior al 2012-02-15, cuando se asignó el compromiso.");
        assertThat(late.body().get("record").asInt()).isEqualTo(3);
        assertThat(annul(action, 2).is(409).body().get("record").asInt()).isEqualTo(3);
        annul(action, 3).is(200);
        annul(action, 2).is(200);
        assertThat(REGISTER.get(action).body().get("commitments").size()).isZero();
    }

    @Test
    void a_cancelled_action_takes_nothing_after_its_end_by_a_rectification_either() {
        var action = create("actions", "'title':'Definir','effectiveOn':'2012-01-10'");
        next(action, "assign-responsible", "'institution':'M-" + tag + "','role':'lead','effectiveOn':'2012-02-01'").is(200);
        next(action, "cancel-action", "'effectiveOn':'2012-03-01','grounds':'Ya no procede.'").is(200);
        assertThat(rectify(action, 2, "'effectiveOn':'2012-04-01'").is(409).body().get("record").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void the_first_record_of_no_item_can_be_made_void(String collection) {
        var item = "/api/" + collection + "/" + Examples.of(REGISTER).get(collection);
        annul(item, 1).says(409, "first-record-not-void", "El primer asiento no puede quedar sin efecto; puede rectificarse lo que dice.");
        REGISTER.post(item + "/rectify", "{'record':1,'void':true}").is(422);
        rectify(item, 1, "'folio':'X'").says(422, "never-rectified", "El campo «folio» no se rectifica: los identificadores, el folio, el tipo y el autor de un asiento son para siempre.");
        rectify(item, 1, "'nada':1").is(400);
        rectify(item, 1, "'effectiveOn':'2999-01-01'").says(422, "effective-in-future", "La fecha de efecto no puede ser posterior a hoy.");
        assertThat(rectify(item, 999, "'nada':1").is(422).text("code")).isEqualTo("unknown-record");
        REGISTER.post("/api/" + collection + "/" + UUID.randomUUID() + "/rectify", "{'record':1,'void':true,'grounds':'x'}").is(404);
    }

    static Stream<String> collections() {
        return Arrays.stream(constancia.web.Collections.values()).map(constancia.web.Collections::path);
    }

    @Test
    void every_fault_of_the_right_values_is_named_where_it_stands() {
        var action = create("actions", "'title':'Definir','effectiveOn':'2012-01-10'");
        var faults = rectify(action, 1, "'title':'','responsible':[{'institution':'Nadie','role':'lead'}],'number':'123456789012345678901'").is(422).body().get("errors");
        assertThat(faults.valueStream().map(fault -> fault.get("pointer").asString() + " " + fault.get("code").asString())).containsExactlyInAnyOrder("#/replacement/title text-empty",
                "#/replacement/responsible/0/institution unknown-institution", "#/replacement/number text-too-long");
        assertThat(rectify(action, 1, "'title':7").is(400).body().at("/errors/0/pointer").asString()).isEqualTo("#/replacement/title");
        assertThat(rectify(action, 1, "'plan':'" + UUID.randomUUID() + "'").is(422).body().at("/errors/0/pointer").asString()).isEqualTo("#/replacement/plan");
        next(action, "rectify", "'record':1,'replacement':'x','grounds':'x'").is(400);
        next(action, "rectify", "'record':1,'replacement':{'title':'x'},'void':true,'grounds':'x'").is(422);
        next(action, "rectify", "'record':1,'replacement':{'title':null},'grounds':'x'").is(422);
    }

    @Test
    void version_and_key_are_asked_as_for_any_command() {
        var action = create("actions", "'title':'Difinir','effectiveOn':'2012-01-10'");
        var body = "{'record':1,'replacement':{'title':'Definir'},'grounds':'Error al transcribir.'}";
        REGISTER.post(action + "/rectify", body, Map.of("If-Match", "\"7\"")).is(412);
        var first = REGISTER.post(action + "/rectify", body, Map.of("Idempotency-Key", "rectifica-" + tag)).is(200);
        var again = REGISTER.post(action + "/rectify", body, Map.of("Idempotency-Key", "rectifica-" + tag)).is(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(history(action).size()).isEqualTo(2);
    }

    @Test
    void names_lead_to_an_institution_as_they_were_put_right() {
        var other = create("institutions", "'name':'Otro " + tag + "','acronym':'O-" + tag + "','kind':'state','effectiveOn':'2010-01-01'");
        rectify(other, 1, "'acronym':'M-" + tag + "'").says(409, "acronym-taken", "La sigla «M-" + tag + "» ya es de otra institución o instancia.");
        rectify(other, 1, "'acronym':'P-" + tag + "'").is(200);
        var action = create("actions", "'title':'Definir','effectiveOn':'2012-01-10'");
        next(action, "assign-responsible", "'institution':'O-" + tag + "','role':'lead','effectiveOn':'2012-02-01'").is(422);
        next(action, "assign-responsible", "'institution':'P-" + tag + "','role':'lead','effectiveOn':'2012-02-01'").is(200);
        rectify(ministry, 1, "'acronym':'O-" + tag + "'").is(200);
        rectify(other, 2, "'replacement':{'acronym':'O-" + tag + "'}").is(409);
    }

    @Test
    void a_rename_that_never_happened_gives_the_former_name_back() {
        next(ministry, "rename-institution", "'name':'Nuevo " + tag + "','acronym':'N-" + tag + "','effectiveOn':'2012-01-01','grounds':'Decreto.'").is(200);
        annul(ministry, 2).is(200);
        assertThat(REGISTER.get(ministry).text("acronym")).isEqualTo("M-" + tag);
        create("institutions", "'name':'Nuevo de verdad " + tag + "','acronym':'N-" + tag + "','kind':'state','effectiveOn':'2012-01-01'");
        assertThat(REGISTER.post("/api/institutions", "{'name':'Otro más','acronym':'M-" + tag + "','kind':'state'}").is(409).text("code")).isEqualTo("acronym-taken");
    }

    @Test
    void a_seat_that_was_put_right_or_made_void_counts_so_for_others() {
        var plan = create("plans", "'code':'P-" + tag + "','title':'Plan','kind':'other','body':'" + tag + "','calendar':[],'effectiveOn':'2012-01-01'");
        assertThat(plan).isNotBlank();
        var action = create("actions", "'title':'Definir','plan':'P-" + tag + "','effectiveOn':'2012-01-10'");
        next(council, "seat-institution", "'institution':'M-" + tag + "','role':'observer','effectiveOn':'2011-01-01'").is(200);
        var leads = "'institution':'M-" + tag + "','role':'lead','effectiveOn':'2012-02-01'";
        assertThat(next(action, "assign-responsible", leads).is(409).text("code")).isEqualTo("only-watches");
        annul(council, 2).is(200);
        next(action, "assign-responsible", leads).is(200);
        annul(action, 2).is(200);
        rectify(council, 2, "'role':'friend'").is(200);
        assertThat(next(action, "assign-responsible", leads).is(409).text("code")).isEqualTo("only-watches");
        rectify(council, 2, "'role':'member'").is(200);
        next(action, "assign-responsible", leads).is(200);
        assertThat(REGISTER.get(council).body().at("/seats/0/role").asString()).isEqualTo("member");
    }

    @Test
    void dates_of_periods_that_were_put_right_reach_the_actions_and_the_targets() {
        var plan = create("plans", "'code':'P-" + tag + "','title':'Plan','kind':'other','calendar':[{'period':'T1'}],'effectiveOn':'2012-01-01'");
        var action = create("actions", "'title':'Definir','plan':'P-" + tag + "','schedule':{'periods':['T1']},'effectiveOn':'2012-01-10'");
        var indicator = create("indicators", "'name':'Avance','kind':'result','unit':'%','plan':'P-" + tag + "','effectiveOn':'2012-01-10'");
        next(indicator, "set-target", "'period':'T1','value':10,'effectiveOn':'2012-01-10'").is(200);
        next(action, "add-milestone", "'title':'Diagnóstico','period':'T1','effectiveOn':'2012-01-10'").is(200);
        next(plan, "date-periods", "'periods':[{'period':'T1','from':'2012-01-01','until':'2013-03-31'}],'effectiveOn':'2012-01-20'").is(200);
        due(action, "2013-03-31");
        rectify(plan, 2, "'periods':[{'period':'T1','from':'2012-01-01','until':'2012-03-31'}]").is(200);
        due(action, "2012-03-31");
        await().atMost(Duration.ofSeconds(20)).until(() -> REGISTER.get(indicator).body().at("/targets/0/dueOn").asString("").equals("2012-03-31"));
        assertThat(REGISTER.get(plan).body().at("/calendar/0/until").asString()).isEqualTo("2012-03-31");
        assertThat(REGISTER.get(action + "?on=2012-02-01").body().at("/schedule/dueOn").asString()).isEqualTo("2012-03-31");
        int dated = (int) history(action).valueStream().filter(record -> record.get("type").asString().equals("ScheduleDated")).count();
        assertThat(dated).isEqualTo(2);
        assertThat(annul(action, 3).is(409).text("code")).isEqualTo("recorded-by-the-register");
        rectify(action, 3, "'effectiveOn':'2012-01-21'").says(409, "recorded-by-the-register",
                "El asiento 3 lo hizo el registro mismo, a partir de otro: rectifique aquel del que se sigue.");

        annul(plan, 2).is(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> REGISTER.get(action).body().at("/schedule/dueOn").isNull());
        assertThat(REGISTER.get(action).body().at("/milestones/0/dueOn").isNull()).isTrue();
        await().atMost(Duration.ofSeconds(20)).until(() -> REGISTER.get(indicator).body().at("/targets/0/dueOn").isNull());
        assertThat(history(action).valueStream().toList().getLast().get("summary").asString()).isEqualTo("Los períodos marcados quedaron sin fechas.");
    }

    @Test
    void an_added_period_that_never_was_leaves_its_marks_without_dates_until_it_is_back() {
        var plan = create("plans", "'code':'P-" + tag + "','title':'Plan','kind':'other','calendar':[],'effectiveOn':'2012-01-01'");
        next(plan, "add-periods", "'periods':[{'period':'T5','from':'2012-01-01','until':'2012-03-31'}],'effectiveOn':'2012-01-02'").is(200);
        var action = create("actions", "'title':'Definir','plan':'P-" + tag + "','schedule':{'periods':['T5']},'effectiveOn':'2012-01-10'");
        due(action, "2012-03-31");
        rectify(plan, 2, "'periods':[{'period':'T5','from':'2012-01-01','until':'2012-04-30'}]").is(200);
        due(action, "2012-04-30");
        annul(plan, 2).is(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> REGISTER.get(action).body().at("/schedule/dueOn").isNull());
        assertThat(REGISTER.get(action).body().at("/schedule/periods/0").asString()).isEqualTo("T5");
        next(plan, "add-periods", "'periods':[{'period':'T5','from':'2012-01-01','until':'2012-05-31'}],'effectiveOn':'2012-01-02'").is(200);
        due(action, "2012-05-31");
    }

    @Test
    void a_folio_is_for_ever() {
        var agreement = REGISTER.post("/api/agreements", "{'kind':'decision','title':'Acuerdo','text':'Se acuerda.','body':'" + tag + "','effectiveOn':'2014-09-01'}").is(201);
        var item = "/api/agreements/" + agreement.id();
        var rectified = rectify(item, 1, "'effectiveOn':'2013-09-01','title':'Acuerdo de trabajo'").is(200);
        assertThat(rectified.text("folio")).isEqualTo("ACU-" + tag + "-2014-0001");
        assertThat(REGISTER.get(item).text("folio")).isEqualTo("ACU-" + tag + "-2014-0001");
        var following = REGISTER.post("/api/agreements", "{'kind':'decision','title':'Otro','text':'Se acuerda.','body':'" + tag + "','effectiveOn':'2014-09-01'}").is(201);
        assertThat(following.text("folio")).isEqualTo("ACU-" + tag + "-2014-0002");
        var former = REGISTER.post("/api/agreements", "{'kind':'decision','title':'Otro','text':'Se acuerda.','body':'" + tag + "','effectiveOn':'2013-09-01'}").is(201);
        assertThat(former.text("folio")).isEqualTo("ACU-" + tag + "-2013-0001");
    }

    @Test
    void entries_keep_the_ids_that_they_had() {
        var item = UUID.randomUUID();
        var meeting = create("meetings", "'body':'" + tag + "','startsAt':'2014-09-24T09:00:00-06:00','agenda':[{'item':'" + item + "','title':'Difinir'},{'title':'Varios'}],'effectiveOn':'2014-09-01'");
        rectify(meeting, 1, "'agenda':[{'title':'Definir'},{'title':'Otros'},{'title':'Varios'}]").is(200);
        var agenda = REGISTER.get(meeting).body().get("agenda");
        assertThat(agenda.size()).isEqualTo(3);
        assertThat(agenda.at("/0/id").asString(agenda.at("/0/item").asString(""))).isEqualTo(item.toString());
        next(meeting, "add-agenda-item", "'title':'Más','effectiveOn':'2014-09-02'").is(200);
        rectify(meeting, 3, "'item':'" + UUID.randomUUID() + "'").says(422, "never-rectified", "El campo «item» no se rectifica: los identificadores, el folio, el tipo y el autor de un asiento son para siempre.");
    }

    @Test
    void many_rectifications_in_one_batch_leave_the_tables_as_the_folds_are() {
        var action = create("actions", "'title':'Uno','effectiveOn':'2012-01-10'");
        Reply last = null;
        for (int i : IntStream.rangeClosed(1, 12).toArray()) {
            last = i % 3 == 0 ? next(action, "amend-action", "'detail':'Detalle " + i + "','effectiveOn':'2012-01-11'").is(200) : rectify(action, 1, "'title':'" + tag + " título " + i + "'").is(200);
        }
        var row = REGISTER.list("/api/actions?q=" + tag + "&limit=500", last).get("items").valueStream().filter(found -> action.endsWith(found.get("id").asString())).findFirst().orElseThrow();
        assertThat(row.get("title").asString()).isEqualTo(tag + " título 11").isEqualTo(REGISTER.get(action).text("title"));
        assertThat(row.get("version").asInt()).isEqualTo(13);
    }

    private static void due(String action, String day) {
        await().atMost(Duration.ofSeconds(20)).until(() -> REGISTER.get(action).body().at("/schedule/dueOn").asString("").equals(day));
    }

    private static boolean found(JsonNode list, String item) {
        return list.get("items").valueStream().anyMatch(row -> item.endsWith(row.get("id").asString()));
    }

    private static JsonNode history(String item) {
        return REGISTER.get(item + "/history").is(200).body().get("items");
    }

    private static Reply rectify(String item, int n, String fields) {
        return next(item, "rectify", "'record':" + n + ",'replacement':{" + fields + "},'grounds':'Error al transcribir.'");
    }

    private static Reply annul(String item, int n) {
        return next(item, "rectify", "'record':" + n + ",'void':true,'grounds':'No ocurrió.'");
    }

    private static String create(String collection, String fields) {
        return "/api/" + collection + "/" + REGISTER.post("/api/" + collection, "{" + fields + "}").is(201).id();
    }

    private static Reply next(String item, String command, String fields) {
        return REGISTER.post(item + "/" + command, "{" + fields + "}");
    }
}
