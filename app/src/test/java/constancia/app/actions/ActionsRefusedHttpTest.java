package constancia.app.actions;

import static constancia.app.actions.ActionsScene.*;

import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is refused says so in both languages and leaves nothing behind. */
class ActionsRefusedHttpTest {

    static final Map<String, String> IDS = new LinkedHashMap<>();

    @BeforeAll
    static void onRecord() {
        var scene = new ActionsScene();
        for (var id : new String[] {"milestone", "extension", "impediment", "resolved", "funding", "expenditure", "pending", "dropped"}) {
            IDS.put(id, "0194d0c2-0000-7000-8000-0000000000e" + IDS.size());
        }
        IDS.putAll(Map.of("mjsp", scene.mjsp, "conjuve", scene.conjuve, "pnud", scene.pnud, "council", scene.council));
        IDS.put("mined", created("/api/institutions", "'name':'Ministerio de Educación " + scene.tag + "','kind':'state','effectiveOn':'2010-01-01'"));
        IDS.put("ended", created("/api/institutions", "'name':'Secretaría disuelta " + scene.tag + "','kind':'state','effectiveOn':'2010-01-01'"));
        post("institutions/{ended}/deactivate-institution", "'grounds':'Fin','effectiveOn':'2012-01-01'");
        IDS.put("dissolved", created("/api/bodies", "'name':'Mesa " + scene.tag + "','acronym':'MD" + scene.tag + "','kind':'table','effectiveOn':'2010-01-01'"));
        post("bodies/{dissolved}/dissolve-body", "'grounds':'Fin','effectiveOn':'2012-01-01'");
        IDS.put("closed", created("/api/plans", "'code':'PC-" + scene.tag + "','title':'Plan cerrado','kind':'improvement-plan','calendar':[],'effectiveOn':'2010-01-01'"));
        post("plans/{closed}/close-plan", "'grounds':'Fin','effectiveOn':'2012-01-01'");
        IDS.put("open", scene.propose());
        IDS.put("cancelled", scene.propose());
        IDS.put("delivered", scene.propose());
        IDS.put("without", created("/api/actions", "'title':'Sin plan','responsible':[{'institution':'" + scene.mjsp + "','role':'lead'}],'effectiveOn':'2015-01-10'"));
        post("actions/{without}/assign-responsible", "'institution':'{conjuve}','role':'support','effectiveOn':'2015-02-01'");
        post("actions/{cancelled}/cancel-action", "'grounds':'Fin','effectiveOn':'2015-02-01'");
        post("actions/{delivered}/mark-delivered", "'institution':'{mjsp}','effectiveOn':'2015-05-01'");
        post("actions/{delivered}/mark-delivered", "'institution':'{conjuve}','effectiveOn':'2015-05-01'");
        REGISTER.as("verifica.entregas", new Binding(Role.VERIFIER, null)).post("/api/" + filled("actions/{delivered}/verify-delivery"), filled("{'institution':'{conjuve}','finding':'complete','effectiveOn':'2015-05-02'}")).is(200);
        post("actions/{open}/accept-commitment", "'institution':'{mjsp}','effectiveOn':'2015-02-03'");
        post("actions/{open}/add-milestone", "'milestone':'{milestone}','title':'Diagnóstico','effectiveOn':'2015-02-03'");
        post("actions/{open}/reach-milestone", "'milestone':'{milestone}','effectiveOn':'2015-03-01'");
        post("actions/{open}/add-milestone", "'milestone':'{pending}','title':'Informe','dueOn':'2015-08-31','effectiveOn':'2015-02-03'");
        post("actions/{open}/add-milestone", "'milestone':'{dropped}','title':'Manual','dueOn':'2015-08-31','effectiveOn':'2015-02-03'");
        post("actions/{open}/drop-milestone", "'milestone':'{dropped}','grounds':'Ya no','effectiveOn':'2015-03-01'");
        post("actions/{open}/request-extension", "'institution':'{mjsp}','extension':'{extension}','dueOn':'2015-07-31','grounds':'Lluvias','effectiveOn':'2015-03-01'");
        post("actions/{open}/refuse-extension", "'extension':'{extension}','grounds':'No','effectiveOn':'2015-03-05'");
        post("actions/{open}/request-extension", "'institution':'{conjuve}','dueOn':'2015-07-31','grounds':'Lluvias','effectiveOn':'2015-03-01'");
        post("actions/{open}/report-impediment", "'impediment':'{impediment}','text':'Faltan fondos','effectiveOn':'2015-03-01'");
        post("actions/{open}/escalate-impediment", "'impediment':'{impediment}','body':'{council}','effectiveOn':'2015-03-02'");
        post("actions/{open}/report-impediment", "'impediment':'{resolved}','text':'Falta personal','effectiveOn':'2015-03-01'");
        post("actions/{open}/resolve-impediment", "'impediment':'{resolved}','effectiveOn':'2015-03-10'");
        post("actions/{open}/commit-funding", "'funding':'{funding}','source':'Fondo General','state':'available','amount':1,'currency':'USD','effectiveOn':'2015-02-01'");
        post("actions/{open}/record-expenditure", "'expenditure':'{expenditure}','amount':1,'currency':'USD','description':'Taller','effectiveOn':'2015-03-01'");
    }

    @AfterAll
    static void nothingWasRecorded() {
        versionIs(IDS.get("open"), 16);
        versionIs(IDS.get("cancelled"), 2);
        versionIs(IDS.get("delivered"), 4);
        versionIs(IDS.get("without"), 2);
    }

    @Test
    void of_the_life_of_an_action() {
        refused("actions/{cancelled}/report-progress", "'institution':'{mjsp}','percent':5,'effectiveOn':'2015-02-01'", 409, "action-cancelled",
                "En esa fecha la acción está cancelada. Para continuar, reábrala e indique el fundamento.",
                "The action is cancelled on that date. To go on, reopen it and give the grounds.");
        refused("actions/{cancelled}/cancel-action", "'grounds':'Otra vez'", 409, "action-cancelled",
                "En esa fecha la acción está cancelada. Para continuar, reábrala e indique el fundamento.",
                "The action is cancelled on that date. To go on, reopen it and give the grounds.");
        refused("actions/{open}/reopen-action", "'grounds':'Porque sí'", 409, "nothing-to-reopen",
                "La acción no está cancelada, entregada ni cumplida: no hay nada que reabrir.",
                "The action is neither cancelled, delivered nor fulfilled: there is nothing to reopen.");
        refused("actions/{cancelled}/reopen-action", "'institutions':['{mjsp}'],'grounds':'Porque sí'", 422, "restored-as-it-was",
                "Una acción cancelada se restablece como estaba: no indique instituciones.",
                "A cancelled action is restored as it was: do not name institutions.");
        refused("actions/{delivered}/reopen-action", "'institutions':['{pnud}'],'grounds':'Porque sí'", 422, "nothing-delivered",
                "Esta institución no tiene en la acción ninguna entrega que deba rehacerse.",
                "This institution has no delivery in the action that could be made again.");
        refused("actions/{cancelled}/cancel-action", "'effectiveOn':'2015-01-20'", 422, "grounds-required",
                "Este asiento exige que se expresen sus motivos.",
                "This record requires that its grounds be stated.");
        refused("actions/{cancelled}/reopen-action", "'effectiveOn':'2015-01-20','grounds':'Porque sí'", 409, "effective-before-previous",
                "La fecha de efecto no puede ser anterior al 2015-02-01, la del asiento previo en esta materia.",
                "The effective date cannot be earlier than 2015-02-01, the date of the previous record of this matter.");
        refused("actions/{open}/amend-action", "", 422, "nothing-to-amend",
                "Indique al menos un dato que deba cambiar.",
                "State at least one thing that is to change.");
        refused("actions/{open}/amend-action", "'title':'Otro','effectiveOn':'2015-01-09'", 409, "effective-before-item",
                "La fecha de efecto no puede ser anterior al primer asiento de este registro.",
                "The effective date cannot be earlier than the first record of this item.");
        refused("actions/{open}/amend-action", "'node':'0194d0c2-0000-7000-8000-0000000000ff'", 422, "unknown-node",
                "El plan no tiene en su esquema ningún elemento con el identificador «0194d0c2-0000-7000-8000-0000000000ff».",
                "The plan’s outline has no element with the identifier “0194d0c2-0000-7000-8000-0000000000ff”.");
        refused("actions/{open}/amend-action", "'recommendations':['0194d0c2-0000-7000-8000-0000000000ff']", 422, "unknown-recommendation",
                "El plan no tiene ninguna recomendación con el identificador «0194d0c2-0000-7000-8000-0000000000ff».",
                "The plan has no recommendation with the identifier “0194d0c2-0000-7000-8000-0000000000ff”.");
        refused("actions/{without}/amend-action", "'node':'0194d0c2-0000-7000-8000-0000000000ff'", 422, "action-without-plan",
                "La acción no pertenece a ningún plan; este dato se toma del plan.",
                "The action belongs to no plan, and this is taken from the plan.");
        refused("actions/{open}/attach-evidence", "'evidence':[]", 422, "required",
                "Este dato es obligatorio.",
                "This value is required.");
        refused("actions/{open}/attach-evidence", "'evidence':['abc']", 422, "text-not-in-form",
                "El texto no tiene la forma esperada; por ejemplo: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.",
                "The text is not in the expected form; for example: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.");
    }

    @Test
    void of_proposing() {
        refused("actions", "'title':'Otra','plan':'{closed}'", 409, "plan-closed",
                "El plan está cerrado y no admite acciones nuevas.",
                "The plan is closed and takes no new actions.");
        refused("actions", "'id':'{open}','title':'Otra'", 409, "already-exists",
                "Ya existe un registro con ese identificador.",
                "There is already something on record under that identifier.");
        refused("actions", "'title':'Otra','plan':'NADIE'", 422, "unknown-plan",
                "No hay ningún plan registrado como «NADIE».",
                "No plan is registered as “NADIE”.");
        refused("actions", "'title':'Otra','agreement':'0194d0c2-0000-7000-8000-0000000000ff'", 422, "unknown-agreement",
                "No hay ningún acuerdo con el identificador «0194d0c2-0000-7000-8000-0000000000ff».",
                "There is no agreement with the identifier “0194d0c2-0000-7000-8000-0000000000ff”.");
        refused("actions", "'title':'Otra','responsible':[{'institution':'NADIE','role':'lead'}]", 422, "unknown-institution",
                "No hay ninguna institución registrada como «NADIE».",
                "No institution is registered as “NADIE”.");
        refused("actions", "'title':'Otra','responsible':[{'institution':'{mjsp}','role':'lead'},{'institution':'{mjsp}','role':'support'}]", 422, "institution-twice",
                "La misma institución aparece más de una vez entre los responsables.",
                "The same institution is named more than once among those responsible.");
        refused("actions", "'title':'Otra','responsible':[{'institution':'{mjsp}','role':'jefe'}]", 422, "unknown-word",
                "El valor «jefe» no está entre los admitidos: lead, co-responsible, support.",
                "The value “jefe” is not one of those allowed: lead, co-responsible, support.");
        refused("actions", "'title':'Otra','responsible':[{'institution':'{mjsp}','role':'lead','acceptedOn':'2999-01-01'}]", 422, "date-in-future",
                "La fecha no puede ser posterior a hoy.",
                "The date cannot be after today.");
        refused("actions", "'title':'Otra','responsible':[{'institution':'{mjsp}','role':'lead'},{'institution':'{conjuve}','role':'lead'}]", 409, "lead-taken",
                "La acción ya tiene responsable principal. Libérelo antes o agregue un corresponsable.",
                "The action already has a lead. Release it first or add a co-responsible.");
    }

    @Test
    void of_commitments() {
        refused("actions/{open}/accept-commitment", "'institution':'{mjsp}'", 409, "already-accepted",
                "La institución ya aceptó este compromiso.",
                "The institution has already accepted this commitment.");
        refused("actions/{open}/accept-commitment", "'institution':'{pnud}'", 409, "no-commitment",
                "La institución no tiene en esa fecha un compromiso en esta acción.",
                "The institution has no commitment in this action on that date.");
        refused("actions/{open}/accept-commitment", "", 422, "required",
                "Este dato es obligatorio.",
                "This value is required.");
        refused("actions/{open}/decline-commitment", "'institution':'{mjsp}','grounds':'No puede'", 409, "already-taken-up",
                "La institución ya aceptó este compromiso o empezó a cumplirlo, y no puede declinarlo. Puede ser liberada, con su fundamento.",
                "The institution has already accepted this commitment or begun to fulfil it and cannot decline it. It may be released, with grounds.");
        refused("actions/{open}/release-responsible", "'institution':'{mjsp}','grounds':'Cambio','effectiveOn':'2015-01-20'", 409, "effective-before-previous",
                "La fecha de efecto no puede ser anterior al 2015-02-03, la del asiento previo en esta materia.",
                "The effective date cannot be earlier than 2015-02-03, the date of the previous record of this matter.");
        refused("actions/{delivered}/release-responsible", "'institution':'{mjsp}','grounds':'Cambio'", 409, "already-delivered",
                "El compromiso ya consta como entregado.",
                "The commitment is already on record as delivered.");
        refused("actions/{open}/assign-responsible", "'institution':'{mjsp}','role':'support'", 409, "already-responsible",
                "La institución ya tiene un compromiso vigente en esta acción.",
                "The institution already has a commitment in this action.");
        refused("actions/{open}/assign-responsible", "'institution':'{pnud}','role':'co-responsible'", 409, "only-watches",
                "Quien solo observa o acompaña como amigo en la instancia no responde por acciones: la institución puede dar apoyo. Para responsable o corresponsable, elija otra.",
                "Whoever only observes or is a friend in the body never answers for actions: the institution may give support. For lead or co-responsible, choose another.");
        refused("actions/{open}/assign-responsible", "'institution':'{mined}','role':'lead'", 409, "lead-taken",
                "La acción ya tiene responsable principal. Libérelo antes o agregue un corresponsable.",
                "The action already has a lead. Release it first or add a co-responsible.");
        refused("actions/{open}/assign-responsible", "'institution':'{ended}','role':'support','effectiveOn':'2015-05-01'", 422, "institution-not-active",
                "El 2015-05-01 esa institución aún no estaba registrada o ya había dejado de existir.",
                "On 2015-05-01 that institution was not yet registered or no longer existed.");
    }

    @Test
    void of_progress_and_delivery() {
        refused("actions/{open}/report-progress", "'institution':'{mjsp}'", 422, "percent-or-narrative",
                "Indique el porcentaje de avance o describa lo realizado.",
                "State the percentage of progress or describe what was done.");
        refused("actions/{open}/report-progress", "'institution':'{mjsp}','percent':101", 422, "out-of-range",
                "El valor debe estar entre 0 y 100.",
                "The value must be between 0 and 100.");
        refused("actions/{open}/report-progress", "'institution':'{mjsp}','percent':5,'period':'T9'", 422, "unknown-period",
                "El calendario del plan no tiene ningún período «T9».",
                "The plan’s calendar has no period “T9”.");
        refused("actions/{without}/report-progress", "'institution':'{conjuve}','percent':5,'effectiveOn':'2015-01-20'", 409, "before-assignment",
                "La fecha de efecto no puede ser anterior al 2015-02-01, cuando se asignó el compromiso.",
                "The effective date cannot be before 2015-02-01, when the commitment was assigned.");
        refused("actions/{delivered}/mark-delivered", "'institution':'{mjsp}'", 409, "already-delivered",
                "El compromiso ya consta como entregado.",
                "The commitment is already on record as delivered.");
        refused("actions/{open}/verify-delivery", "'institution':'{mjsp}','finding':'complete'", 409, "not-delivered",
                "El compromiso no consta como entregado.",
                "The commitment is not on record as delivered.");
        refused("actions/{delivered}/verify-delivery", "'institution':'{conjuve}','finding':'complete'", 409, "already-verified",
                "La entrega ya fue verificada. Para que se rehaga, reabra la acción.",
                "The delivery has already been verified. To have it made again, reopen the action.");
        refused("actions/{delivered}/return-delivery", "'institution':'{conjuve}','grounds':'Falta'", 409, "already-verified",
                "La entrega ya fue verificada. Para que se rehaga, reabra la acción.",
                "The delivery has already been verified. To have it made again, reopen the action.");
    }

    @Test
    void of_schedule_and_milestones() {
        refused("actions/{open}/schedule-action", "'dueOn':'2015-12-31'", 422, "grounds-required",
                "Este asiento exige que se expresen sus motivos.",
                "This record requires that its grounds be stated.");
        refused("actions/{without}/schedule-action", "'periods':['T1'],'dueOn':'2015-12-31'", 422, "periods-or-dates",
                "Indique los períodos del plan o la fecha límite, solo lo uno o lo otro; el inicio acompaña a la fecha límite.",
                "State periods of the plan or a due date, only one or the other; a start goes with a due date.");
        refused("actions/{without}/schedule-action", "'from':'2016-01-01','dueOn':'2015-12-31'", 422, "from-after-due",
                "El inicio no puede ser posterior al plazo, 2015-12-31.",
                "The start cannot be after the due date, 2015-12-31.");
        refused("actions/{without}/schedule-action", "'dueOn':'9999-12-31'", 422, "out-of-range",
                "El valor debe estar entre 1900-01-01 y 2199-12-31.",
                "The value must be between 1900-01-01 and 2199-12-31.");
        refused("actions/{without}/schedule-action", "'periods':['T1']", 422, "action-without-plan",
                "La acción no pertenece a ningún plan; este dato se toma del plan.",
                "The action belongs to no plan, and this is taken from the plan.");
        refused("actions/{open}/schedule-action", "'periods':['T9'],'grounds':'Cambio'", 422, "unknown-period",
                "El calendario del plan no tiene ningún período «T9».",
                "The plan’s calendar has no period “T9”.");
        refused("actions/{open}/add-milestone", "'title':'Otro','dueOn':'2015-05-01','period':'T1'", 422, "date-or-period",
                "Indique una fecha o un período, solo uno de los dos.",
                "State a date or a period, only one of them.");
        refused("actions/{open}/add-milestone", "'milestone':'{milestone}','title':'Otro'", 409, "milestone-known",
                "La acción ya tiene un hito con ese identificador.",
                "The action already has a milestone with that identifier.");
        refused("actions/{open}/reach-milestone", "'milestone':'{milestone}'", 409, "milestone-reached",
                "El hito ya consta como alcanzado el 2015-03-01.",
                "The milestone is already on record as reached on 2015-03-01.");
        refused("actions/{open}/reschedule-milestone", "'milestone':'{milestone}','dueOn':'2015-09-30'", 422, "grounds-required",
                "Este asiento exige que se expresen sus motivos.", "This record requires that its grounds be stated.");
        refused("actions/{open}/drop-milestone", "'milestone':'{milestone}','grounds':'Ya no'", 409, "milestone-reached",
                "El hito ya consta como alcanzado el 2015-03-01.",
                "The milestone is already on record as reached on 2015-03-01.");
        refused("actions/{open}/reschedule-milestone", "'milestone':'{pending}','dueOn':'2015-08-31','grounds':'Igual'", 409, "milestone-same-date",
                "El hito ya está previsto para entonces.", "The milestone is planned for then already.");
        refused("actions/{open}/reschedule-milestone", "'milestone':'{dropped}','dueOn':'2015-09-30','grounds':'Tarde'", 409, "milestone-dropped",
                "El hito quedó sin efecto el 2015-03-01.", "The milestone was dropped on 2015-03-01.");
        refused("actions/{open}/reach-milestone", "'milestone':'0194d0c2-0000-7000-8000-0000000000ff'", 422, "unknown-milestone",
                "La acción no tiene ningún hito con ese identificador.",
                "The action has no milestone with that identifier.");
    }

    @Test
    void of_extensions() {
        refused("actions/{open}/request-extension", "'institution':'{mjsp}','grounds':'Lluvias'", 422, "date-or-period",
                "Indique una fecha o un período, solo uno de los dos.",
                "State a date or a period, only one of them.");
        refused("actions/{open}/request-extension", "'institution':'{mjsp}','period':'T1','grounds':'Lluvias'", 422, "period-without-dates",
                "El período «T1» todavía no tiene fechas. Indique una fecha.",
                "The period “T1” has no dates yet. State a date.");
        refused("actions/{open}/request-extension", "'institution':'{mjsp}','dueOn':'2015-06-15','grounds':'Lluvias'", 422, "extension-not-later",
                "La prórroga debe llevar a una fecha posterior al plazo vigente, 2015-06-15.",
                "An extension must lead to a date after the current due date, 2015-06-15.");
        refused("actions/{open}/request-extension", "'institution':'{mjsp}','extension':'{extension}','dueOn':'2015-12-31','grounds':'Lluvias'", 409, "extension-known",
                "La acción ya tiene una solicitud de prórroga con ese identificador.",
                "The action already has an extension request with that identifier.");
        refused("actions/{open}/request-extension", "'institution':'{conjuve}','dueOn':'2015-12-31','grounds':'Lluvias'", 409, "extension-open",
                "La institución ya tiene una solicitud de prórroga pendiente de respuesta.",
                "The institution already has an extension request awaiting an answer.");
        refused("actions/{without}/request-extension", "'institution':'{mjsp}','dueOn':'2015-12-31','grounds':'Lluvias'", 409, "nothing-to-extend",
                "La acción no tiene un plazo con fecha que prorrogar.",
                "The action has no due date to extend.");
        refused("actions/{open}/grant-extension", "'extension':'0194d0c2-0000-7000-8000-0000000000ff'", 422, "unknown-extension",
                "La acción no tiene ninguna solicitud de prórroga con ese identificador.",
                "The action has no extension request with that identifier.");
        refused("actions/{open}/refuse-extension", "'extension':'{extension}','grounds':'No'", 409, "extension-decided",
                "Esa solicitud de prórroga ya fue resuelta el 2015-03-05.",
                "That extension request was already decided on 2015-03-05.");
    }

    @Test
    void of_impediments() {
        refused("actions/{open}/report-impediment", "'impediment':'{impediment}','text':'Otro'", 409, "impediment-known",
                "La acción ya tiene un impedimento con ese identificador.",
                "The action already has an impediment with that identifier.");
        refused("actions/{open}/resolve-impediment", "'impediment':'{resolved}'", 409, "impediment-resolved",
                "El impedimento ya consta como resuelto el 2015-03-10.",
                "The impediment is already on record as resolved on 2015-03-10.");
        refused("actions/{open}/resolve-impediment", "'impediment':'0194d0c2-0000-7000-8000-0000000000ff'", 422, "unknown-impediment",
                "La acción no tiene ningún impedimento con ese identificador.",
                "The action has no impediment with that identifier.");
        refused("actions/{open}/escalate-impediment", "'impediment':'{impediment}','body':'{council}'", 409, "already-escalated",
                "El impedimento ya fue elevado a esa instancia.",
                "The impediment has already been escalated to that body.");
        refused("actions/{open}/escalate-impediment", "'impediment':'{impediment}','body':'{dissolved}','effectiveOn':'2015-05-01'", 422, "body-not-active",
                "El 2015-05-01 esa instancia no estaba constituida o ya se había disuelto.",
                "On 2015-05-01 that body was not yet established or already dissolved.");
        refused("actions/{open}/escalate-impediment", "'impediment':'{impediment}','body':'0194d0c2-0000-7000-8000-0000000000ff'", 422, "unknown-body",
                "No hay ninguna instancia registrada como «0194d0c2-0000-7000-8000-0000000000ff».",
                "No body is registered as “0194d0c2-0000-7000-8000-0000000000ff”.");
    }

    @Test
    void of_money() {
        refused("actions/{open}/commit-funding", "'state':'available','amount':1,'currency':'USD'", 422, "source-or-funder",
                "Indique la fuente con su nombre o la institución que financia, solo una de las dos.",
                "State the source by its name or the institution that funds, only one of them.");
        refused("actions/{open}/commit-funding", "'funding':'{funding}','source':'X','state':'available','amount':1,'currency':'EUR'", 422, "other-currency",
                "Esta línea de financiamiento está en otra moneda: USD.",
                "This line of funding is in another currency: USD.");
        refused("actions/{open}/commit-funding", "'source':'X','state':'available','amount':1,'currency':'XQX'", 422, "unknown-currency",
                "«XQX» no es una moneda conocida. Use su código de tres letras, por ejemplo USD.",
                "“XQX” is not a known currency. Use its three-letter code, for example USD.");
        refused("actions/{open}/commit-funding", "'source':'X','state':'available','amount':0,'currency':'USD'", 422, "amount-out-of-range",
                "El monto debe ser mayor que cero y tener como máximo quince cifras enteras.",
                "The amount must be more than zero and have at most fifteen digits before the point.");
        refused("actions/{open}/commit-funding", "'source':'X','state':'available','amount':1.5,'currency':'JPY'", 422, "amount-too-fine",
                "En JPY el monto admite como máximo 0 decimales.",
                "In JPY an amount has at most 0 decimals.");
        refused("actions/{open}/record-expenditure", "'amount':1,'currency':'USD','description':'Taller','funding':'0194d0c2-0000-7000-8000-0000000000ff'", 422, "unknown-funding",
                "La acción no tiene ninguna línea de financiamiento con ese identificador.",
                "The action has no line of funding with that identifier.");
        refused("actions/{open}/record-expenditure", "'expenditure':'{expenditure}','amount':1,'currency':'USD','description':'Taller'", 409, "expenditure-known",
                "La acción ya tiene un gasto con ese identificador.",
                "The action already has an expenditure with that identifier.");
    }

    private static void post(String path, String fields) {
        REGISTER.post("/api/" + filled(path), "{" + filled(fields) + "}").is(200);
    }

    private static void refused(String path, String fields, int status, String code, String spanish, String english) {
        var body = "{" + filled(fields) + "}";
        REGISTER.post("/api/" + filled(path), body).says(status, code, spanish);
        REGISTER.post("/api/" + filled(path), body, "en").says(status, code, english);
    }

    private static String filled(String text) {
        for (var id : IDS.entrySet()) {
            text = text.replace("{" + id.getKey() + "}", id.getValue());
        }
        return text;
    }
}
