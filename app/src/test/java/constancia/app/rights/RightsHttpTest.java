package constancia.app.rights;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import constancia.app.rights.TwoCouncils.Side;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What roles mean where a table says too little: whose institution, which body, what was rectified, whose delivery. */
class RightsHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final TwoCouncils SCENE = TwoCouncils.in(REGISTER, "ROL-");
    static final String OUTSIDE = "Su cuenta está autorizada para esto, pero no en la instancia o el plan al que pertenece este asunto.";
    static final String ANOTHERS = "Su cuenta solo actúa por su propia institución y en lo que a ella le corresponde.";
    static final String NOBODY = "018f0000-0000-7000-8000-00000000dead";

    static HttpRegister holding(String account, Binding... roles) {
        return REGISTER.as("rol-" + account, roles);
    }

    /** An action of the plan on that side, in which its institution leads. */
    static String action(Side side) {
        return "/api/actions/" + REGISTER.post("/api/actions", "{'title':'Acción','plan':'P-ROL-" + side + "','responsible':[{'institution':'I-ROL-" + side
                + "','role':'lead'}],'effectiveOn':'2014-09-01'}").is(201).id();
    }

    static Reply next(HttpRegister by, String item, String command, String fields) {
        return by.post(item + "/" + command, "{" + fields + (fields.isEmpty() ? "" : ",") + "'effectiveOn':'2014-09-02'}");
    }

    @Test
    void a_liaison_acts_for_its_institution_and_in_the_name_of_no_other() {
        var liaison = holding("enlace", new Binding(Role.LIAISON, SCENE.institution(Side.HERE)));
        var own = action(Side.HERE);
        next(REGISTER, own, "assign-responsible", "'institution':'I-ROL-THERE','role':'support'").is(200);
        next(liaison, own, "accept-commitment", "'institution':'I-ROL-THERE'").says(403, "not-your-institution", ANOTHERS);
        next(liaison, own, "accept-commitment", "").is(200);
        next(liaison, own, "report-progress", "'institution':'I-ROL-HERE','percent':10").is(200);
        next(liaison, action(Side.THERE), "report-progress", "'percent':10").says(403, "not-your-institution", ANOTHERS);
        next(liaison, own, "verify-delivery", "'institution':'I-ROL-THERE','finding':'complete'").says(403, "forbidden", "Su cuenta no está autorizada para esto.");
    }

    @Test
    void a_liaison_moves_a_letter_as_long_as_its_institution_has_it() {
        var here = holding("cartas-aqui", new Binding(Role.LIAISON, SCENE.institution(Side.HERE)));
        var there = holding("cartas-alla", new Binding(Role.LIAISON, SCENE.institution(Side.THERE)));
        var file = "/api/case-files/" + REGISTER.post("/api/case-files", "{'title':'Expediente','effectiveOn':'2014-09-01'}").is(201).id();
        var letter = "'correspondence':'018f0000-0000-7000-8000-0000000002a1'";
        next(REGISTER, file, "record-correspondence", letter + ",'direction':'incoming','institution':'I-ROL-THERE','subject':'Nota','heldBy':'I-ROL-HERE'").is(200);
        next(there, file, "forward-correspondence", letter + ",'to':'I-ROL-THERE'").says(403, "not-your-institution", ANOTHERS);
        next(here, file, "forward-correspondence", letter + ",'to':'I-ROL-THERE'").is(200);
        next(here, file, "settle-correspondence", letter).says(403, "not-your-institution", ANOTHERS);
        next(here, file, "rectify", "'record':3,'replacement':{'text':'Para su opinión.'},'grounds':'Faltaba el texto.'").is(200);
        next(there, file, "settle-correspondence", letter + ",'text':'Se respondió.'").is(200);
        next(there, file, "rectify", "'record':5,'replacement':{'text':'Se archivó.'},'grounds':'No se respondió.'").is(200);
        next(there, file, "rectify", "'record':3,'void':true,'grounds':'Motivo.'").says(403, "not-your-institution", ANOTHERS);
        assertThat(REGISTER.get(file + "/history").is(200).body().at("/items/4/institution/acronym").asString()).isEqualTo("I-ROL-THERE");

        var sent = "'correspondence':'018f0000-0000-7000-8000-0000000002a2'";
        next(REGISTER, file, "record-correspondence", sent + ",'direction':'outgoing','institution':'I-ROL-HERE','subject':'Nota'").is(200);
        next(there, file, "settle-correspondence", sent).says(403, "not-your-institution", ANOTHERS);
        next(here, file, "settle-correspondence", sent + ",'text':'Se dio respuesta.'").is(200);
    }

    @Test
    void the_liaison_of_the_reviewer_clears_what_it_reviews_or_gives_it_back() {
        var reviewer = holding("revisora", new Binding(Role.LIAISON, SCENE.institution(Side.THERE)));
        var party = holding("parte", new Binding(Role.LIAISON, SCENE.institution(Side.HERE)));
        var convenio = "/api/agreements/" + REGISTER.post("/api/agreements", "{'kind':'cooperation-agreement','title':'Convenio','text':'Se conviene.',"
                + "'parties':[{'institution':'I-ROL-HERE','mustSign':true}],'effectiveOn':'2014-09-01'}").is(201).id();
        next(reviewer, convenio, "clear-legal-review", "").says(403, "not-your-institution", ANOTHERS);
        next(REGISTER, convenio, "submit-for-legal-review", "'reviewer':'I-ROL-THERE'").is(200);
        next(party, convenio, "clear-legal-review", "").says(403, "not-your-institution", ANOTHERS);
        next(reviewer, convenio, "return-for-changes", "'grounds':'Falta la vigencia.'").is(200);
        next(REGISTER, convenio, "submit-for-legal-review", "'reviewer':'I-ROL-THERE'").is(200);
        next(reviewer, convenio, "clear-legal-review", "'text':'Visto bueno.'").is(200);
        next(reviewer, convenio, "clear-legal-review", "").says(403, "not-your-institution", ANOTHERS);
        next(party, convenio, "sign-agreement", "").is(200);

        var addendum = "'addendum':'018f0000-0000-7000-8000-0000000002a3'";
        next(REGISTER, convenio, "add-addendum", addendum + ",'title':'Adenda','text':'Se prorroga.'").is(200);
        next(REGISTER, convenio, "submit-for-legal-review", addendum + ",'reviewer':'I-ROL-THERE'").is(200);
        next(reviewer, convenio, "clear-legal-review", "").says(403, "not-your-institution", ANOTHERS);
        next(reviewer, convenio, "clear-legal-review", addendum).is(200);
    }

    @Test
    void what_a_body_coordinates_the_bodies_below_it_belong_to() {
        var coordinator = holding("coordinadora", new Binding(Role.COORDINATOR, SCENE.body(Side.HERE)));
        REGISTER.post("/api/bodies", "{'name':'Mesa','acronym':'ROL-MESA','kind':'table','parent':'C-ROL-HERE','effectiveOn':'2014-09-01'}").is(201);
        coordinator.post("/api/meetings", "{'body':'ROL-MESA','startsAt':'2014-10-01T09:00:00-06:00','effectiveOn':'2014-09-15'}").is(201);
        coordinator.post("/api/meetings", "{'body':'C-ROL-THERE','startsAt':'2014-10-01T09:00:00-06:00','effectiveOn':'2014-09-15'}").says(403, "outside-your-scope", OUTSIDE);
        coordinator.post("/api/actions", "{'title':'Sin plan ni acuerdo'}").says(403, "outside-your-scope", OUTSIDE);
        coordinator.post("/api/bodies", "{'name':'Otra','acronym':'ROL-OTRA','kind':'table','parent':'C-ROL-HERE'}").says(403, "forbidden", "Su cuenta no está autorizada para esto.");
    }

    @Test
    void whoever_plans_for_one_body_puts_nothing_into_another() {
        var coordinator = holding("planificadora", new Binding(Role.COORDINATOR, SCENE.plan(Side.HERE)));
        var indicator = "'name':'Indicador','kind':'result','unit':'%','plan':'P-ROL-HERE','effectiveOn':'2014-09-01'";
        coordinator.post("/api/indicators", "{" + indicator + "}").is(201);
        coordinator.post("/api/indicators", "{" + indicator + ",'body':'C-ROL-HERE'}").is(201);
        coordinator.post("/api/indicators", "{" + indicator + ",'body':'C-ROL-THERE'}").is(403);
    }

    @Test
    void rights_follow_what_is_rectified() {
        var here = holding("aqui", new Binding(Role.COORDINATOR, SCENE.plan(Side.HERE)));
        var there = holding("alla", new Binding(Role.COORDINATOR, SCENE.plan(Side.THERE)));
        var institution = holding("asignada", new Binding(Role.LIAISON, SCENE.institution(Side.THERE)));
        var action = action(Side.HERE);
        next(here, action, "assign-responsible", "'institution':'I-ROL-THERE','role':'support'").is(200);
        next(institution, action, "accept-commitment", "").is(200);
        next(REGISTER, action, "rectify", "'record':3,'void':true,'grounds':'No aceptó.'").is(200);
        next(REGISTER, action, "rectify", "'record':2,'void':true,'grounds':'No participa.'").is(200);
        next(institution, action, "accept-commitment", "").says(403, "not-your-institution", ANOTHERS);

        next(there, action, "amend-action", "'title':'Otra'").says(403, "outside-your-scope", OUTSIDE);
        next(REGISTER, action, "rectify", "'record':1,'replacement':{'plan':'P-ROL-THERE'},'grounds':'Era del otro plan.'").is(200);
        next(here, action, "amend-action", "'title':'Otra'").says(403, "outside-your-scope", OUTSIDE);
        next(there, action, "amend-action", "'title':'Otra'").is(200);
    }

    @Test
    void nobody_rectifies_what_they_could_not_have_recorded() {
        var here = holding("rectifica", new Binding(Role.COORDINATOR, SCENE.plan(Side.HERE)));
        var liaison = holding("rectifica-lo-suyo", new Binding(Role.LIAISON, SCENE.institution(Side.HERE)));
        var action = action(Side.HERE);
        next(liaison, action, "report-progress", "'percent':30").is(200);
        next(here, action, "attach-evidence", "'evidence':['" + REGISTER.document("evidencia") + "']").is(200);
        next(liaison, action, "rectify", "'record':2,'replacement':{'percent':20},'grounds':'Eran veinte.'").is(200);
        next(liaison, action, "rectify", "'record':1,'replacement':{'title':'Otra'},'grounds':'Motivo.'").is(403);
        next(liaison, action, "rectify", "'record':3,'void':true,'grounds':'Motivo.'").says(403, "not-your-institution", ANOTHERS);
        next(here, action, "rectify", "'record':1,'replacement':{'plan':'P-ROL-THERE'},'grounds':'Motivo.'").says(403, "outside-your-scope", OUTSIDE);
        next(here, action, "rectify", "'record':3,'void':true,'grounds':'No era esa.'").is(200);
        next(here, action, "rectify", "'record':99,'void':true,'grounds':'Motivo.'").is(422);
    }

    @Test
    void who_delivered_or_speaks_for_who_delivered_does_not_verify() {
        var unit = holding("unidad", new Binding(Role.COORDINATOR, SCENE.plan(Side.HERE)));
        var both = holding("verificadora-y-enlace", new Binding(Role.VERIFIER, null), new Binding(Role.LIAISON, SCENE.institution(Side.HERE)),
                new Binding(Role.LIAISON, SCENE.institution(Side.THERE)));
        var verifier = holding("verificadora", new Binding(Role.VERIFIER, SCENE.plan(Side.HERE)));
        var action = action(Side.HERE);
        next(unit, action, "mark-delivered", "'institution':'I-ROL-HERE'").is(200);
        var verify = "'institution':'I-ROL-HERE','finding':'complete'";
        var own = "La entrega de una institución no la verifica ni la devuelve quien habla por ella.";
        next(unit, action, "verify-delivery", verify).says(409, "own-record", "Quien registró la entrega no puede verificarla: debe hacerlo otra cuenta.");
        next(both, action, "verify-delivery", verify).says(409, "own-delivery", own);
        next(both, action, "return-delivery", "'institution':'I-ROL-HERE','grounds':'Incompleta.'").says(409, "own-delivery", own);
        next(verifier, action, "verify-delivery", verify).is(200);
    }

    @Test
    void rights_come_before_everything_in_a_request_and_an_unknown_item_before_rights() {
        var observer = holding("observa", new Binding(Role.OBSERVER, null));
        var action = action(Side.HERE);
        assertThat(observer.exactly(action + "/cancel-action", "not json", Map.of("Content-Type", "text/plain")).status()).isEqualTo(403);
        assertThat(observer.exactly(action + "/cancel-action", "x".repeat(11 * 1024 * 1024), Map.of()).status()).isEqualTo(403);
        assertThat(observer.exactly(action + "/cancel-action", "{}", Map.of("If-Match", "\"77\"")).status()).isEqualTo(403);
        next(observer, "/api/actions/" + NOBODY, "cancel-action", "").is(404);
        next(holding("de-fuera", new Binding(Role.COORDINATOR, SCENE.body(Side.THERE))), "/api/actions/" + NOBODY, "cancel-action", "").is(404);
    }

    @Test
    void an_answer_kept_under_a_key_is_for_whoever_may_still_ask_for_it() {
        var register = holding("perdera-el-papel", new Binding(Role.COORDINATOR, SCENE.plan(Side.HERE)));
        var proposal = "{'title':'Con clave','plan':'P-ROL-HERE','effectiveOn':'2014-09-01'}";
        var key = Map.of("Idempotency-Key", "rol-1");
        register.post("/api/actions", proposal, key).is(201);
        var moved = "{'title':'Con clave','plan':'P-ROL-THERE','effectiveOn':'2014-09-01'}";
        register.post("/api/actions", moved, key).says(403, "outside-your-scope", OUTSIDE);
        register.post("/api/actions", proposal, key).is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"institutions/succeed-institution", "plans/extend-plan", "actions/decline-commitment", "actions/release-responsible", "actions/request-extension",
        "actions/refuse-extension", "actions/return-delivery", "actions/cancel-action", "actions/reopen-action", "agreements/classify-agreement",
        "institutions/rectify", "bodies/rectify", "plans/rectify", "actions/rectify", "agreements/rectify", "meetings/rectify", "case-files/rectify", "indicators/rectify", "risks/rectify"})
    void what_the_contract_marks_needs_grounds(String command) {
        var path = command.split("/");
        var refused = REGISTER.post("/api/" + path[0] + "/" + SCENE.item(Side.HERE, path[0]) + "/" + path[1], "{}").is(422);
        assertThat(refused.body().get("errors").valueStream().map(error -> error.get("pointer").asString() + " " + error.get("code").asString())).contains("#/grounds grounds-required");
    }

    @Test
    void so_does_a_second_schedule() {
        var action = action(Side.HERE);
        next(REGISTER, action, "schedule-action", "'dueOn':'2015-01-31'").is(200);
        assertThat(next(REGISTER, action, "schedule-action", "'dueOn':'2015-02-28'").is(422).text("code")).isEqualTo("grounds-required");
        next(REGISTER, action, "schedule-action", "'dueOn':'2015-02-28','grounds':'Se atrasó la compra.'").is(200);
    }
}
