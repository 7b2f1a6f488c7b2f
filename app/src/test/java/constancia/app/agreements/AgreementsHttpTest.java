package constancia.app.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AgreementsHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String PERSON = REGISTER.person("0194d0c2-0000-7000-8000-0000000000cc");
    static final String DELEGATING = REGISTER.person("0194d0c2-0000-7000-8000-0000000000cd");
    static final String ITEM = "0194d0c2-0000-7000-8000-0000000000dd";
    static final String STRANGER = "0194d0c2-0000-7000-8000-0000000000ff";
    static final String DOCUMENT = REGISTER.document("test");
    static int next;

    final String tag = "CV" + ++next;
    final String ministry = institution("MJSP" + tag);
    final String undp = institution("PNUD" + tag);
    final String council = REGISTER.post("/api/bodies", "{'name':'Consejo " + tag + "','acronym':'" + tag + "','kind':'council','effectiveOn':'2014-09-01'}").is(201).id();

    @Test
    void a_decision_of_the_council_from_its_session_to_the_one_that_takes_its_place() {
        var meeting = held(2);
        var recorded = REGISTER.post("/api/agreements", "{'kind':'decision','title':'Plan de trabajo 2015','text':'Aprobar el plan de trabajo.','meeting':'" + meeting
                + "','item':'" + ITEM + "','adoption':'consensus','effectiveOn':'2014-11-20'}").is(201);
        var id = recorded.id();
        assertThat(recorded.text("folio")).isEqualTo("ACU-" + tag + "-2014-0001");
        assertThat(recorded.headers().get("location")).isEqualTo("/api/agreements/" + id);
        assertThat(recorded.body().get("version").asInt()).isEqualTo(1);

        var action = REGISTER.post("/api/actions", "{'title':'Capacitar a los comités','effectiveOn':'2014-11-24'}").is(201).id();
        post(id, "record-reservation", "'institution':'MJSP" + tag + "','text':'Sujeto a presupuesto.','effectiveOn':'2014-11-20'").is(200);
        post(id, "link-action", "'action':'" + action + "','effectiveOn':'2014-11-24'").is(200);
        post(id, "classify-agreement", "'class':'reserved','until':'2999-12-31','legalBasis':'Art. 19, LAIP','effectiveOn':'2014-11-21','grounds':'En curso.'").is(200);
        post(id, "suspend-agreement", "'effectiveOn':'2015-02-01','grounds':'Falta de fondos.'").is(200);
        post(id, "resume-agreement", "'effectiveOn':'2015-03-01'").is(200);
        var newer = decision("Plan de trabajo 2015, revisado", "2015-04-01");
        var superseded = post(id, "supersede-agreement", "'by':'" + newer.id() + "','effectiveOn':'2015-04-01'").is(200);
        assertThat(superseded.text("folio")).isEqualTo("ACU-" + tag + "-2014-0001");

        var item = REGISTER.get("/api/agreements/" + id).is(200).body();
        assertThat(item.propertyNames()).containsExactly("id", "version", "folio", "status", "kind", "title", "text", "textInForce", "adoption", "agreedOn", "meeting", "deliberation", "item", "body",
                "parties", "reservations", "validFrom", "validUntil", "inForceSince", "formerValidities", "suspensions", "endedOn", "actions", "supersededBy", "class",
                "reserve", "addenda", "addressees", "clauses", "drafts", "issuedOn", "review", "reviews", "termination", "relations", "consultations", "answersUntil", "cut");
        assertThat(item.get("status").asString()).isEqualTo("superseded");
        assertThat(item.at("/meeting/id").asString()).isEqualTo(meeting);
        assertThat(item.at("/meeting/body/acronym").asString()).isEqualTo(tag);
        assertThat(item.get("item").asString()).isEqualTo(ITEM);
        assertThat(item.at("/body/id").asString()).isEqualTo(council);
        assertThat(item.at("/reservations/0/institution/id").asString()).isEqualTo(ministry);
        assertThat(item.get("actions")).hasToString("[\"" + action + "\"]");
        assertThat(item.get("suspensions")).hasToString("[{\"from\":\"2015-02-01\",\"until\":\"2015-03-01\"}]");
        assertThat(item.at("/supersededBy/folio").asString()).isEqualTo("ACU-" + tag + "-2015-0001");
        assertThat(item.get("class").asString()).isEqualTo("reserved");
        assertThat(item.get("reserve")).hasToString("{\"until\":\"2999-12-31\",\"legalBasis\":\"Art. 19, LAIP\",\"authority\":null,\"resolution\":null}");
        assertThat(statusOn(id, "2014-11-20")).isEqualTo("in-force");
        assertThat(statusOn(id, "2015-02-15")).isEqualTo("suspended");
        assertThat(statusOn(id, "2015-03-31")).isEqualTo("in-force");
        REGISTER.get("/api/agreements/" + id + "?on=2014-11-19").says(404, "not-at-that-time", "En el momento consultado esto aún no constaba.");

        var history = REGISTER.get("/api/agreements/" + id + "/history").is(200).body().get("items");
        assertThat(history.valueStream().map(record -> record.get("type").asString())).containsExactly("AgreementRecorded", "ReservationRecorded", "ActionLinked",
                "AgreementClassified", "AgreementSuspended", "AgreementResumed", "AgreementSuperseded");
        assertThat(history.at("/0/summary").asString()).isEqualTo("Se asentó el acuerdo ACU-" + tag + "-2014-0001: «Plan de trabajo 2015».");
        assertThat(history.at("/1/institution/id").asString()).isEqualTo(ministry);
        assertThat(history.at("/1/onBehalf").asBoolean()).isTrue();
        assertThat(history.at("/4/grounds").asString()).isEqualTo("Falta de fondos.");
        assertThat(history.at("/6/changes").toString()).contains("/status", "/endedOn", "/supersededBy");

        assertThat(ids(REGISTER.list("/api/bodies/" + council + "/agreements?sort=folio", superseded))).containsExactly(id, newer.id());
        assertThat(ids(REGISTER.list("/api/meetings/" + meeting + "/agreements", superseded))).containsExactly(id);
        assertThat(ids(REGISTER.list("/api/agreements?meeting=" + meeting + "&item=" + ITEM, superseded))).containsExactly(id);
        assertThat(REGISTER.list("/api/meetings/" + meeting + "/agreements?item=" + ITEM, superseded).at("/items/0/item").asString()).isEqualTo(ITEM);
        assertThat(REGISTER.list("/api/agreements?meeting=" + meeting + "&item=" + meeting, superseded).get("items")).isEmpty();
        assertThat(ids(REGISTER.list("/api/agreements?body=" + tag + "&status=in-force,suspended", superseded))).containsExactly(newer.id());
        assertThat(REGISTER.list("/api/agreements?meeting=" + meeting, superseded).at("/items/0/class").asString()).isEqualTo("reserved");
    }

    @Test
    void a_convenio_from_its_signatures_to_its_end() {
        var id = REGISTER.post("/api/agreements", "{'kind':'cooperation-agreement','title':'Convenio " + tag + "','text':'Las partes convienen.','parties':["
                + "{'institution':'MJSP" + tag + "','mustSign':true},{'institution':'PNUD" + tag + "','mustSign':true,'mustRatify':true}],"
                + "'validUntil':'2015-12-31','effectiveOn':'2015-01-10'}").is(201);
        assertThat(id.text("folio")).matches("INS-2015-\\d{4}");
        var agreement = id.id();
        assertThat(statusOn(agreement, "2015-01-10")).isEqualTo("pending-signatures");
        post(agreement, "sign-agreement", "'institution':'MJSP" + tag + "','person':'" + PERSON + "','document':'" + DOCUMENT + "','effectiveOn':'2015-01-12'").is(200);
        post(agreement, "sign-agreement", "'institution':'" + undp + "','effectiveOn':'2015-01-12'").is(200);
        post(agreement, "ratify-agreement", "'institution':'PNUD" + tag + "','document':'" + DOCUMENT + "','effectiveOn':'2015-02-01'").is(200);
        var renewed = post(agreement, "renew-agreement", "'validUntil':'2016-12-31','effectiveOn':'2016-01-15'").is(200);
        assertThat(ids(REGISTER.list("/api/agreements?institution=PNUD" + tag + "&status=expired&kind=cooperation-agreement", renewed))).containsExactly(agreement);
        assertThat(ids(REGISTER.list("/api/agreements?q=convenio%20" + tag.toLowerCase(), renewed))).containsExactly(agreement);
        post(agreement, "declare-fulfilled", "'effectiveOn':'2017-01-05'").is(200);

        assertThat(List.of(statusOn(agreement, "2015-01-31"), statusOn(agreement, "2015-02-01"), statusOn(agreement, "2015-12-31"), statusOn(agreement, "2016-01-01"),
                statusOn(agreement, "2016-01-15"), statusOn(agreement, "2017-01-01"), statusOn(agreement, "2017-01-05")))
                .containsExactly("pending-signatures", "in-force", "in-force", "expired", "in-force", "expired", "fulfilled");
        var item = REGISTER.get("/api/agreements/" + agreement).is(200).body();
        assertThat(item.get("inForceSince").asString()).isEqualTo("2015-02-01");
        assertThat(item.get("formerValidities")).hasToString("[{\"validUntil\":\"2015-12-31\",\"renewedOn\":\"2016-01-15\"}]");
        assertThat(item.at("/parties/0").propertyNames()).containsExactly("institution", "mustSign", "mustRatify", "signedOn", "signedBy", "document", "ratifiedOn",
                "ratifiedBy", "ratification", "signedAs", "ratifiedAs");
        assertThat(item.at("/parties/0/signedBy").asString()).isEqualTo(PERSON);
        assertThat(item.at("/parties/1/ratification").asString()).isEqualTo(DOCUMENT);
        assertThat(item.at("/body").isNull()).isTrue();
    }

    @Test
    void what_is_recorded_must_hold_together() {
        var common = "'title':'Acuerdo','text':'Se acuerda.','effectiveOn':'2014-11-20'";
        var decision = "'kind':'decision'," + common;
        refused("/api/agreements", decision, 422, "required", "Este dato es obligatorio.", "This value is required.");
        refused("/api/agreements", decision + ",'body':'" + STRANGER + "'", 422, "unknown-body", "No hay ninguna instancia registrada como «" + STRANGER + "».",
                "No body is registered as “" + STRANGER + "”.");
        refused("/api/agreements", "'kind':'decision','title':'A','text':'B','effectiveOn':'2014-08-31','body':'" + tag + "'", 422, "body-not-active",
                "El 2014-08-31 esa instancia no estaba constituida o ya se había disuelto.", "On 2014-08-31 that body was not yet established or already dissolved.");
        refused("/api/agreements", decision + ",'body':'" + tag + "','item':'" + ITEM + "'", 422, "item-without-meeting",
                "Para señalar un punto de agenda hay que indicar también la reunión.", "To name an agenda item, the meeting must be named as well.");
        refused("/api/agreements", decision + ",'body':'" + tag + "','deliberation':'" + STRANGER + "'", 422, "deliberation-without-meeting",
                "Para señalar una deliberación hay que indicar también la reunión.", "To name a deliberation, the meeting must be named as well.");
        refused("/api/agreements", decision + ",'meeting':'" + held(2) + "','deliberation':'" + STRANGER + "'", 422, "unknown-deliberation",
                "No consta ninguna deliberación con el identificador «" + STRANGER + "».", "No deliberation is on record under the identifier “" + STRANGER + "”.");
        refused("/api/agreements", decision + ",'body':'" + tag + "','parties':[{'institution':'" + ministry + "','mustSign':true}]", 422, "waits-for-no-signature",
                "Una decisión o un pronunciamiento rige desde que se asienta: no queda a la espera de firmas ni de ratificaciones.",
                "A decision or a pronouncement is in force once recorded: it does not wait for signatures or ratifications.");
        var memorandum = "'kind':'memorandum'," + common;
        refused("/api/agreements", memorandum + ",'parties':[{'institution':'" + STRANGER + "','mustSign':true}]", 422, "unknown-institution",
                "No hay ninguna institución registrada como «" + STRANGER + "».", "No institution is registered as “" + STRANGER + "”.");
        refused("/api/agreements", memorandum + ",'parties':[{'institution':'" + undp + "','mustSign':true},{'institution':'PNUD" + tag + "','mustSign':false}]", 422,
                "party-named-twice", "Esta institución ya figura entre las partes.", "This institution is already named among the parties.");
        refused("/api/agreements", memorandum + ",'validFrom':'2015-01-02','validUntil':'2015-01-01'", 422, "until-before-from",
                "La fecha de término no puede ser anterior a la de inicio.", "The end date cannot be before the start date.");
        refused("/api/agreements", memorandum + ",'validUntil':'2014-11-19'", 422, "until-before-effective",
                "La fecha final no puede ser anterior al 2014-11-20, fecha de efecto de este asiento.",
                "The final date cannot be earlier than 2014-11-20, the effective date of this record.");
        REGISTER.post("/api/agreements", "{" + memorandum + ",'parties':[{'institution':'" + undp + "','mustSing':true}]}").is(400);
        REGISTER.post("/api/agreements", "{" + memorandum + ",'parties':[{'institution':'" + undp + "'}]}").is(422);
        REGISTER.post("/api/agreements", "{" + memorandum.replaceFirst("'text':'[^']*'", "'text':'" + "x".repeat(20001) + "'") + "}").is(422);
        assertThat(REGISTER.get("/api/bodies/" + council + "/agreements").is(200).body().get("total").asInt()).isZero();
        assertThat(decision("El primero", "2014-11-20").text("folio")).isEqualTo("ACU-" + tag + "-2014-0001");
    }

    @Test
    void a_meeting_decides_while_it_is_held_and_with_quorum() {
        var decision = "'kind':'decision','title':'Acuerdo','text':'Se acuerda.','effectiveOn':'2014-11-20','meeting':";
        refused("/api/agreements", decision + "'" + STRANGER + "'", 422, "unknown-meeting", "No hay ninguna reunión con el identificador «" + STRANGER + "».",
                "There is no meeting with the identifier “" + STRANGER + "”.");
        var convened = convened();
        refused("/api/agreements", decision + "'" + convened + "'", 409, "meeting-not-open", "La reunión aún no se ha abierto.", "The meeting has not been opened yet.");
        REGISTER.post("/api/meetings/" + convened + "/cancel-meeting", "{'effectiveOn':'2014-11-15','grounds':'Sin fecha.'}").is(200);
        refused("/api/agreements", decision + "'" + convened + "'", 409, "meeting-cancelled", "La reunión fue cancelada.", "The meeting was cancelled.");

        var meeting = held(2);
        refused("/api/agreements", decision + "'" + meeting + "','item':'" + STRANGER + "'", 422, "unknown-agenda-item",
                "El punto «" + STRANGER + "» no está en la agenda de esa reunión.", "The item “" + STRANGER + "” is not on the agenda of that meeting.");
        var other = REGISTER.post("/api/bodies", "{'name':'Otra " + tag + "','acronym':'O" + tag + "','kind':'table','effectiveOn':'2014-09-01'}").is(201).id();
        refused("/api/agreements", decision + "'" + meeting + "','body':'" + other + "'", 422, "not-the-meetings-body", "La reunión es de otra instancia.",
                "The meeting belongs to another body.");
        var before = decision.replace("2014-11-20", "2014-11-19");
        refused("/api/agreements", before + "'" + meeting + "'", 409, "effective-before-meeting",
                "La fecha de efecto no puede ser anterior al 2014-11-20, día en que se abrió la reunión.",
                "The effective date cannot be earlier than 2014-11-20, the day the meeting was opened.");
        REGISTER.post("/api/meetings/" + meeting + "/close-meeting", "{'effectiveOn':'2014-11-21'}").is(200);
        refused("/api/agreements", decision.replace("2014-11-20", "2014-11-22") + "'" + meeting + "'", 409, "effective-after-meeting",
                "La fecha de efecto no puede ser posterior al 2014-11-21, día en que se cerró la reunión.",
                "The effective date cannot be later than 2014-11-21, the day the meeting was closed.");
        assertThat(REGISTER.post("/api/agreements", "{" + decision + "'" + meeting + "'}").is(201).text("folio")).isEqualTo("ACU-" + tag + "-2014-0001");

        var few = held(9);
        refused("/api/agreements", decision + "'" + few + "'", 409, "meeting-not-quorate", "La reunión no tiene quórum: puede celebrarse, pero no decide.",
                "The meeting has no quorum: it may be held, but it decides nothing.");
    }

    @Test
    void parties_sign_and_ratify_once_and_in_order() {
        var id = REGISTER.post("/api/agreements", "{'kind':'memorandum','title':'Memorando','text':'Se conviene.','parties':[{'institution':'" + undp
                + "','mustSign':true,'mustRatify':true}],'validUntil':'2015-12-31','effectiveOn':'2015-01-10'}").is(201).id();
        refused(id, "sign-agreement", "'effectiveOn':'2015-01-12'", 422, "required", "Este dato es obligatorio.", "This value is required.");
        refused(id, "sign-agreement", "'institution':'" + ministry + "','effectiveOn':'2015-01-12'", 409, "not-a-party",
                "La institución no es parte de este acuerdo.", "The institution is not a party to this agreement.");
        refused(id, "ratify-agreement", "'institution':'" + undp + "','effectiveOn':'2015-01-12'", 409, "not-signed",
                "La institución no ha firmado: no puede ratificar.", "The institution has not signed: it cannot ratify.");
        refused(id, "sign-agreement", "'institution':'" + undp + "','effectiveOn':'2016-01-01'", 409, "agreement-expired",
                "El acuerdo venció el 2015-12-31.", "The agreement expired on 2015-12-31.");
        refused(id, "sign-agreement", "'institution':'" + undp + "','effectiveOn':'2015-01-09'", 409, "effective-before-item",
                "La fecha de efecto no puede ser anterior al primer asiento de este registro.", "The effective date cannot be earlier than the first record of this item.");
        refused(id, "sign-agreement", "'institution':'" + undp + "','document':'abc','effectiveOn':'2015-01-12'", 422, "text-not-in-form",
                "El texto no tiene la forma esperada; por ejemplo: " + DOCUMENT + ".", "The text is not in the expected form; for example: " + DOCUMENT + ".");
        var by = "'institution':'" + undp + "','person':'" + PERSON + "','effectiveOn':'2015-01-12','signer':";
        refused(id, "sign-agreement", by + "{'capacity':'representative','delegatedBy':'" + DELEGATING + "'}", 422, "delegation-without-delegate",
                "Quien firma por delegación lo hace en calidad de persona delegada: indique esa calidad.", "Whoever signs by delegation does so as a delegate: please state that capacity.");
        refused(id, "sign-agreement", by + "{'capacity':'delegate','delegatedBy':'" + PERSON + "'}", 422, "delegates-to-oneself",
                "Quien firma no puede ser la misma persona que delegó la firma.", "Whoever signs cannot be the person who delegated the signature.");
        refused(id, "sign-agreement", by + "{'since':'2015-01-13'}", 422, "since-after-signing",
                "El cargo o la delegación no puede ser posterior al 2015-01-12, día de la firma.", "The office or the delegation cannot be later than 2015-01-12, the day of the signature.");
        refused(id, "sign-agreement", by + "{'capacity':'delegate','delegatedBy':'" + STRANGER + "'}", 422, "unknown-person",
                "No hay en el directorio ninguna persona con el identificador «" + STRANGER + "».", "There is no person with the identifier “" + STRANGER + "” in the directory.");
        post(id, "sign-agreement", by + "{'capacity':'delegate','office':'Representante adjunta','delegatedBy':'" + DELEGATING + "','since':'2014-12-01'}").is(200);
        assertThat(REGISTER.get("/api/agreements/" + id).is(200).body().at("/parties/0/signedAs").toString())
                .isEqualTo("{\"capacity\":\"delegate\",\"office\":\"Representante adjunta\",\"delegatedBy\":\"" + DELEGATING + "\",\"since\":\"2014-12-01\"}");
        refused(id, "sign-agreement", "'institution':'" + undp + "','effectiveOn':'2015-01-13'", 409, "already-signed",
                "La institución ya firmó, el 2015-01-12.", "The institution has already signed, on 2015-01-12.");
        refused(id, "ratify-agreement", "'institution':'" + undp + "','effectiveOn':'2015-01-11'", 409, "effective-before-previous",
                "La fecha de efecto no puede ser anterior al 2015-01-12, la del asiento previo en esta materia.",
                "The effective date cannot be earlier than 2015-01-12, the date of the previous record of this matter.");
        post(id, "ratify-agreement", "'institution':'" + undp + "','effectiveOn':'2015-01-12'").is(200);
        refused(id, "ratify-agreement", "'institution':'" + undp + "','effectiveOn':'2015-01-13'", 409, "already-ratified",
                "La institución ya ratificó, el 2015-01-12.", "The institution has already ratified, on 2015-01-12.");
        REGISTER.post("/api/institutions/" + ministry + "/deactivate-institution", "{'effectiveOn':'2015-01-01','grounds':'Fusión.'}").is(200);
        refused(id, "record-reservation", "'institution':'" + ministry + "','text':'Reserva','effectiveOn':'2015-01-12'", 422, "institution-not-active",
                "El 2015-01-12 esa institución aún no estaba registrada o ya había dejado de existir.",
                "On 2015-01-12 that institution was not yet registered or no longer existed.");
    }

    @Test
    void its_life_is_in_order() {
        var id = decision("Acuerdo", "2014-11-20").id();
        refused(id, "resume-agreement", "'effectiveOn':'2014-12-01'", 409, "not-suspended", "El acuerdo no estaba suspendido el 2014-12-01.",
                "The agreement was not suspended on 2014-12-01.");
        refused(id, "suspend-agreement", "'effectiveOn':'2014-12-01'", 422, "grounds-required", "Este asiento exige que se expresen sus motivos.",
                "This record requires that its grounds be stated.");
        post(id, "suspend-agreement", "'effectiveOn':'2014-12-01','grounds':'Revisión.'").is(200);
        refused(id, "declare-fulfilled", "'effectiveOn':'2014-12-01'", 409, "not-in-force", "El acuerdo no estaba vigente el 2014-12-01.",
                "The agreement was not in force on 2014-12-01.");
        refused(id, "terminate-agreement", "'effectiveOn':'2014-11-30','grounds':'Fin.'", 409, "effective-before-previous",
                "La fecha de efecto no puede ser anterior al 2014-12-01, la del asiento previo en esta materia.",
                "The effective date cannot be earlier than 2014-12-01, the date of the previous record of this matter.");
        refused(id, "renew-agreement", "'validUntil':'2016-01-01','effectiveOn':'2014-12-01'", 409, "nothing-to-renew",
                "El acuerdo no tiene fecha de vencimiento que prorrogar.", "The agreement has no expiry date to renew.");
        refused(id, "supersede-agreement", "'by':'" + id + "','effectiveOn':'2014-12-01'", 422, "supersedes-itself",
                "Un acuerdo no puede sustituirse a sí mismo.", "An agreement cannot supersede itself.");
        refused(id, "supersede-agreement", "'by':'" + STRANGER + "','effectiveOn':'2014-12-01'", 422, "unknown-agreement",
                "No hay ningún acuerdo con el identificador «" + STRANGER + "».", "There is no agreement with the identifier “" + STRANGER + "”.");
        var later = decision("Otro", "2015-06-01").id();
        refused(id, "supersede-agreement", "'by':'" + later + "','effectiveOn':'2014-12-01'", 422, "not-yet-agreed",
                "El acuerdo que lo sustituye es posterior: rige desde el 2015-06-01.", "The agreement that supersedes it is later: it holds since 2015-06-01.");
        post(id, "terminate-agreement", "'effectiveOn':'2014-12-15','grounds':'Fin.'").is(200);
        refused(id, "suspend-agreement", "'effectiveOn':'2014-12-20','grounds':'No.'", 409, "agreement-ended", "El acuerdo terminó el 2014-12-15.",
                "The agreement ended on 2014-12-15.");
        refused(later, "supersede-agreement", "'by':'" + id + "','effectiveOn':'2015-06-01'", 422, "agreement-ended", "El acuerdo terminó el 2014-12-15.",
                "The agreement ended on 2014-12-15.");
        var limited = REGISTER.post("/api/agreements", "{'kind':'decision','title':'A','text':'B','body':'" + tag + "','validUntil':'2015-12-31','effectiveOn':'2015-01-01'}").is(201).id();
        refused(limited, "renew-agreement", "'validUntil':'2015-12-31','effectiveOn':'2015-02-01'", 422, "not-after-former",
                "La nueva fecha de vencimiento debe ser posterior a la actual, 2015-12-31.", "The new expiry date must be later than the present one, 2015-12-31.");
    }

    @Test
    void a_reserve_says_until_when_and_on_which_basis_and_a_link_leads_to_an_action_once() {
        var id = decision("Acuerdo", "2014-11-20").id();
        refused(id, "classify-agreement", "'class':'reserved','legalBasis':'Art. 19','grounds':'Sí'", 422, "required", "Este dato es obligatorio.", "This value is required.");
        refused(id, "classify-agreement", "'class':'confidential','until':'2999-01-01','grounds':'Sí'", 422, "only-for-reserved",
                "Solo un acuerdo reservado lleva fecha de término de la reserva.", "Only a reserved agreement has a date on which the reserve ends.");
        refused(id, "classify-agreement", "'class':'public','legalBasis':'Art. 10','grounds':'Sí'", 422, "public-needs-no-basis",
                "Un acuerdo público no necesita base legal.", "A public agreement needs no legal basis.");
        refused(id, "classify-agreement", "'class':'secret','grounds':'Sí'", 422, "unknown-word",
                "El valor «secret» no está entre los admitidos: public, reserved, confidential.", "The value “secret” is not one of those allowed: public, reserved, confidential.");
        post(id, "classify-agreement", "'class':'confidential','effectiveOn':'2014-12-01','grounds':'Sí'").is(200);
        assertThat(REGISTER.get("/api/agreements/" + id + "?on=2014-11-30").body().get("class").asString()).isEqualTo("public");
        assertThat(REGISTER.get("/api/agreements/" + id).body().get("class").asString()).isEqualTo("confidential");

        refused(id, "link-action", "'action':'" + STRANGER + "','effectiveOn':'2014-12-01'", 422, "unknown-action",
                "No hay ninguna acción con el identificador «" + STRANGER + "».", "There is no action with the identifier “" + STRANGER + "”.");
        var action = REGISTER.post("/api/actions", "{'title':'Capacitar','effectiveOn':'2014-11-24'}").is(201).id();
        post(id, "link-action", "'action':'" + action + "','effectiveOn':'2014-12-01'").is(200);
        refused(id, "link-action", "'action':'" + action + "','effectiveOn':'2014-12-02'", 409, "already-linked",
                "La acción ya está vinculada a este acuerdo.", "The action is already linked to this agreement.");
    }

    @Test
    void many_at_once_get_folios_without_gaps() throws Exception {
        int many = 24;
        var replies = new ArrayList<Reply>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var asked = IntStream.range(0, many).mapToObj(i -> pool.submit(() -> REGISTER.post("/api/agreements", "{'kind':'decision','title':'Acuerdo " + i
                    + "','text':'Se acuerda.','body':'" + (i % 3 == 0 ? STRANGER : tag) + "','effectiveOn':'2014-11-20'}"))).toList();
            for (var answer : asked) {
                replies.add(answer.get());
            }
        }
        var folios = replies.stream().filter(reply -> reply.status() == 201).map(reply -> reply.text("folio")).sorted().toList();
        assertThat(replies.stream().filter(reply -> reply.status() == 422)).hasSize(many / 3);
        assertThat(folios).isEqualTo(IntStream.rangeClosed(1, many - many / 3).mapToObj(i -> "ACU-%s-2014-%04d".formatted(tag, i)).toList());
    }

    @Test
    void lists_say_what_they_do_not_take() {
        REGISTER.get("/api/agreements?status=open").says(422, "unknown-word",
                "El valor «open» no está entre los admitidos: expired, fulfilled, in-force, pending-signatures, superseded, suspended, terminated.");
        REGISTER.get("/api/agreements?sort=version").is(422);
        REGISTER.get("/api/agreements?on=2015-01-01").is(400);
        REGISTER.get("/api/bodies/" + council + "/agreements?body=" + tag).is(400);
        REGISTER.get("/api/bodies/" + UUID.randomUUID() + "/agreements").is(404);
        REGISTER.get("/api/meetings/" + council + "/agreements").is(404);
    }

    private Reply decision(String title, String on) {
        return REGISTER.post("/api/agreements", "{'kind':'decision','title':'" + title + "','text':'Se acuerda.','body':'" + tag + "','effectiveOn':'" + on + "'}").is(201);
    }

    private String convened() {
        return REGISTER.post("/api/meetings", "{'body':'" + tag + "','startsAt':'2014-11-20T09:00:00-06:00','agenda':[{'item':'" + ITEM
                + "','title':'Plan de trabajo'}],'effectiveOn':'2014-11-10'}").is(201).id();
    }

    /** A meeting held on 20 November by the two members of the council, of whom {@code quorum} were needed. */
    private String held(int quorum) {
        for (var member : List.of(ministry, undp)) {
            REGISTER.post("/api/bodies/" + council + "/seat-institution", "{'institution':'" + member + "','role':'member','effectiveOn':'2014-09-01'}");
        }
        REGISTER.post("/api/bodies/" + council + "/set-quorum", "{'atLeast':" + quorum + ",'effectiveOn':'2014-09-01'}").is(200);
        var meeting = convened();
        REGISTER.post("/api/meetings/" + meeting + "/open-meeting", "{'attendance':[{'institution':'" + ministry + "'},{'institution':'" + undp
                + "'}],'effectiveOn':'2014-11-20'}").is(200);
        return meeting;
    }

    private static String statusOn(String agreement, String day) {
        return REGISTER.get("/api/agreements/" + agreement + "?on=" + day).is(200).text("status");
    }

    private static void refused(String agreement, String command, String fields, int status, String code, String spanish, String english) {
        refused("/api/agreements/" + agreement + "/" + command, fields, status, code, spanish, english);
    }

    private static void refused(String path, String fields, int status, String code, String spanish, String english) {
        REGISTER.post(path, "{" + fields + "}", "es").says(status, code, spanish);
        REGISTER.post(path, "{" + fields + "}", "en").says(status, code, english);
    }

    private static Reply post(String agreement, String command, String fields) {
        return REGISTER.post("/api/agreements/" + agreement + "/" + command, "{" + fields + "}");
    }

    private static String institution(String acronym) {
        return REGISTER.post("/api/institutions", "{'name':'Institución " + acronym + "','acronym':'" + acronym + "','kind':'state','effectiveOn':'2010-01-01'}").is(201).id();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }
}
