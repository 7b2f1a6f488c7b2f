package constancia.app.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From one session of the council to the next: convocation, outcomes, minutes, and what became of what was agreed. */
class MinutesHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String PERSON = REGISTER.person("0194d0c2-0000-7000-8000-0000000000f1");
    static final String EXPERT = REGISTER.person("0194d0c2-0000-7000-8000-0000000000f2");
    static final String DIAGNOSIS = "0194d0c2-0000-7000-8000-0000000000f3";
    static final String FUNDS = "0194d0c2-0000-7000-8000-0000000000f4";
    static final String OBSERVATION = "0194d0c2-0000-7000-8000-0000000000f5";
    static final String UNKNOWN = "0194d0c2-0000-7000-8000-0000000000f6";
    static int next;

    final String tag = "MN" + ++next;
    final String series = UUID.randomUUID().toString();
    final String ministry = institution("MJSP" + tag);
    final String undp = institution("PNUD" + tag);
    final String spain = institution("ES" + tag);
    final String absent = institution("FGR" + tag);
    final String council = REGISTER.post("/api/bodies", "{'name':'Consejo " + tag + "','acronym':'" + tag + "','kind':'council','effectiveOn':'2014-09-01'}").is(201).id();

    @Test
    void from_one_session_to_the_next() throws Exception {
        seats();
        var session = session();
        post(session, "close-agenda-item", "'item':'" + DIAGNOSIS + "','outcome':'decision'").is(200);
        var notReached = post(session, "close-agenda-item", "'item':'" + FUNDS + "','outcome':'not-reached'").is(200);
        post(session, "close-meeting", "").is(200);
        var agreement = REGISTER.post("/api/agreements", "{'kind':'decision','title':'Municipios','text':'Atender diez municipios.','meeting':'" + session
                + "','adoption':'consensus','effectiveOn':'2014-10-01'}").is(201);
        var folio = agreement.body().get("folio").asString();
        REGISTER.post("/api/actions", "{'title':'Proponer la lista','agreement':'" + agreement.id() + "','responsible':[{'institution':'MJSP" + tag
                + "','role':'lead'}],'schedule':{'dueOn':'2014-10-31'},'effectiveOn':'2014-10-01'}").is(201);
        var linked = REGISTER.post("/api/actions", "{'title':'Estimar los recursos','effectiveOn':'2014-10-01'}").is(201);
        REGISTER.post("/api/agreements/" + agreement.id() + "/link-action", "{'action':'" + linked.id() + "','effectiveOn':'2014-10-01'}").is(200);

        var backlog = REGISTER.list("/api/bodies/" + council + "/backlog", notReached);
        assertThat(backlog.get("total").asInt()).isEqualTo(1);
        assertThat(backlog.at("/items/0/meeting").asString()).isEqualTo(session);
        assertThat(backlog.at("/items/0/item").asString()).isEqualTo(FUNDS);
        assertThat(backlog.at("/items/0/notReachedOn").asString()).isEqualTo("2014-10-01");

        var before = minutes(session, "");
        assertThat(before.get("status").asString()).isEqualTo("none");
        assertThat(before.get("text").isNull()).isTrue();
        assertThat(before.get("generated").asString()).startsWith("MINUTA DE REUNIÓN\nConsejo " + tag + " (" + tag + ")\nReunión 1 de su serie\n")
                .contains("Celebrada: miércoles 1 de octubre de 2014\nConvocada: a las 09:00 del miércoles 1 de octubre de 2014\nLugar: Casa Presidencial\n",
                        "1. Institución MJSP" + tag + " (MJSP" + tag + "): dirige; por su suplente\n", "Se excusó: Institución FGR" + tag,
                        "2. Mecanismo de financiamiento\n   Resultado: no se alcanzó; pasa a la agenda pendiente\n",
                        folio + ". Municipios\n   Atender diez municipios.\n", "   Acción: Proponer la lista\n      Responsable principal: Institución MJSP" + tag,
                        "      Plazo: viernes 31 de octubre de 2014\n", "   Acción: Estimar los recursos\n      Plazo: sin fecha\n");
        assertThat(REGISTER.get("/api/meetings/" + session + "/minutes", "en").is(200).body().get("generated").asString()).startsWith("MINUTES OF MEETING\n");

        post(session, "draft-minutes", "'effectiveOn':'2014-10-02'").is(200);
        assertThat(minutes(session, "").get("text")).isEqualTo(before.get("generated"));
        post(session, "circulate-minutes", "'effectiveOn':'2014-10-03'").is(200);
        post(session, "observe-minutes", "'observation':'" + OBSERVATION + "','institution':'ES" + tag + "','text':'Falta la asistencia técnica.','effectiveOn':'2014-10-06'").is(200);
        post(session, "observe-minutes", "'person':'" + EXPERT + "','text':'Bien.','effectiveOn':'2014-10-06'").is(200);
        post(session, "answer-observation", "'observation':'" + OBSERVATION + "','taken':true,'why':'Consta en el audio.','effectiveOn':'2014-10-07'").is(200);
        var other = minutes(session, "").at("/observations/1");
        assertThat(other.get("institution").isNull()).isTrue();
        assertThat(other.get("person").asString()).isEqualTo(EXPERT);
        post(session, "answer-observation", "'observation':'" + other.get("id").asString() + "','taken':false,'why':'No pide nada.','effectiveOn':'2014-10-07'").is(200);
        post(session, "draft-minutes", "'text':'Minuta.\\nEspaña ofreció asistencia técnica — «sin costo».','effectiveOn':'2014-10-08'").is(200);
        post(session, "circulate-minutes", "'observationsUntil':'2014-10-14','effectiveOn':'2014-10-08'").is(200);
        var acknowledged = post(session, "acknowledge-minutes", "'institution':'ES" + tag + "','effectiveOn':'2014-10-09'").is(200);
        assertThat(ids(REGISTER.list("/api/meetings?body=" + tag + "&toAcknowledge=MJSP" + tag, acknowledged))).containsExactly(session);
        assertThat(ids(REGISTER.list("/api/meetings?body=" + tag + "&toAcknowledge=ES" + tag, acknowledged))).isEmpty();

        var second = REGISTER.post("/api/meetings", "{'body':'" + tag + "','startsAt':'2014-10-15T09:00:00-06:00','series':'" + series + "','agenda':[{'title':'Mecanismo de financiamiento',"
                + "'carriedFrom':{'meeting':'" + session + "','item':'" + FUNDS + "'}}],'effectiveOn':'2014-10-09'}").is(201);
        assertThat(REGISTER.list("/api/bodies/" + council + "/backlog", second).get("items").size()).isZero();
        var item = REGISTER.get("/api/meetings/" + second.id()).is(200).body();
        assertThat(item.get("series")).hasToString("{\"id\":\"" + series + "\",\"ordinal\":2}");
        assertThat(item.at("/agenda/0/carriedFrom/meeting/id").asString()).isEqualTo(session);
        post(second.id(), "open-meeting", "'attendance':[{'institution':'MJSP" + tag + "'}],'effectiveOn':'2014-10-15'").is(200);
        var approved = post(session, "approve-minutes", "'meeting':'" + second.id() + "','effectiveOn':'2014-10-15'").is(200);
        var minutesFolio = "MIN-" + tag + "-2014-0001";
        assertThat(approved.body().get("folio").asString()).isEqualTo(minutesFolio);
        assertThat(ids(REGISTER.list("/api/meetings?toSign=ES" + tag, approved))).containsExactly(session);
        post(session, "sign-minutes", "'institution':'ES" + tag + "','person':'" + PERSON + "','capacity':'representative','document':'" + REGISTER.document("minuta firmada") + "','effectiveOn':'2014-10-16'").is(200);
        post(session, "issue-corrigendum", "'text':'Donde dice «costo», léase «cargo».','effectiveOn':'2014-10-20','grounds':'Error de transcripción.'").is(200);

        var frozen = minutes(session, "");
        assertThat(frozen.propertyNames()).containsExactly("id", "status", "draft", "draftedOn", "circulatedOn", "observationsUntil", "approvedOn", "folio", "approvedIn", "heading", "text", "sha256",
                "generated", "observations", "corrigenda", "receipts");
        assertThat(frozen.get("status").asString()).isEqualTo("approved");
        assertThat(frozen.get("draft").asInt()).isEqualTo(2);
        assertThat(frozen.at("/approvedIn/id").asString()).isEqualTo(second.id());
        assertThat(frozen.get("text").asString()).isEqualTo("Minuta.\nEspaña ofreció asistencia técnica — «sin costo».");
        assertThat(frozen.get("sha256").asString()).isEqualTo(HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(frozen.get("text").asString().getBytes(StandardCharsets.UTF_8))));
        assertThat(frozen.get("generated").isNull()).isTrue();
        assertThat(frozen.get("folio").asString()).isEqualTo(minutesFolio);
        assertThat(frozen.get("heading").asString()).isEqualTo("MINUTA " + minutesFolio + "\nAprobada el miércoles 15 de octubre de 2014. SHA-256 de su texto: " + frozen.get("sha256").asString());
        assertThat(frozen.get("receipts").valueStream().map(one -> one.at("/institution/acronym").asString("") + " " + one.get("acknowledgedOn").asString("-") + " " + one.get("signedOn").asString("-")))
                .containsExactly("MJSP" + tag + " - -", "PNUD" + tag + " - -", "ES" + tag + " 2014-10-09 2014-10-16", " - -");
        assertThat(REGISTER.get("/api/meetings/" + session).is(200).body().at("/minutes/folio").asString()).isEqualTo(minutesFolio);
        assertThat(ids(REGISTER.list("/api/meetings?q=" + minutesFolio.toLowerCase(), approved))).containsExactly(session);
        assertThat(frozen.at("/corrigenda/0/grounds").asString()).isEqualTo("Error de transcripción.");
        assertThat(minutes(session, "?on=2014-10-05").get("status").asString()).isEqualTo("circulated");
        assertThat(minutes(session, "?on=2014-10-05").get("observations").size()).isZero();
        assertThat(minutes(session, "?on=2014-10-19").get("corrigenda").size()).isZero();
        assertThat(ids(REGISTER.list("/api/meetings?body=" + tag + "&minutes=approved", approved))).containsExactly(session);
        assertThat(ids(REGISTER.list("/api/meetings?series=" + series, approved))).containsExactly(session, second.id());
        assertThat(ids(REGISTER.list("/api/bodies/" + council + "/meetings?minutes=none,draft", approved))).containsExactly(second.id());
        REGISTER.post("/api/agreements", "{'kind':'decision','title':'Otro','text':'Otro.','meeting':'" + session + "','effectiveOn':'2014-10-01'}")
                .says(409, "minutes-approved", "La minuta de la reunión ya se aprobó: desde entonces solo cabe una fe de erratas.");

        var previous = previous(second.id(), "");
        assertThat(previous.at("/meeting/id").asString()).isEqualTo(session);
        assertThat(previous.at("/meeting/minutes").asString()).isEqualTo("approved");
        assertThat(previous.get("agreements").size()).isEqualTo(1);
        assertThat(previous.at("/agreements/0/folio").asString()).isEqualTo(folio);
        assertThat(previous.at("/agreements/0/status").asString()).isEqualTo("in-force");
        assertThat(previous.at("/agreements/0/actions").valueStream().map(action -> action.get("title").asString())).containsExactlyInAnyOrder("Proponer la lista", "Estimar los recursos");
        assertThat(action(previous, "Proponer la lista").get("conditions")).hasToString("[\"overdue\"]");
        assertThat(action(previous(second.id(), "?on=2014-10-15"), "Proponer la lista").get("conditions")).hasToString("[\"near-due\"]");
        assertThat(action(previous, "Proponer la lista").at("/responsible/0/institution/acronym").asString()).isEqualTo("MJSP" + tag);
        assertThat(previous(session, "").get("meeting").isNull()).isTrue();
    }

    @Test
    void what_was_known_before_stays_as_it_was() {
        seats();
        var session = session();
        post(session, "close-meeting", "").is(200);
        var next = REGISTER.post("/api/meetings", "{'body':'" + tag + "','startsAt':'2014-10-15T09:00:00-06:00','effectiveOn':'2014-10-09'}").is(201).id();
        long known = Long.parseLong(REGISTER.get("/api/meetings/" + next + "?asOf=" + position(next)).is(200).headers().get("constancia-position"));
        var agreement = REGISTER.post("/api/agreements", "{'kind':'decision','title':'Municipios','text':'Atender diez.','meeting':'" + session + "','effectiveOn':'2014-10-01'}").is(201);
        REGISTER.post("/api/agreements/" + agreement.id() + "/classify-agreement",
                "{'class':'reserved','until':'2999-12-31','legalBasis':'Art. 19, LAIP','effectiveOn':'2014-10-02','grounds':'En curso.'}").is(200);
        post(session, "draft-minutes", "'effectiveOn':'2014-10-02'").is(200);
        assertThat(minutes(session, "").get("text").asString()).contains("Lo que consta bajo reserva o es confidencial no figura en esta minuta.")
                .doesNotContain("Municipios").doesNotContain(agreement.body().get("folio").asString());
        assertThat(previous(next, "").at("/agreements/0/title").asString()).isEqualTo("Municipios");
        assertThat(previous(next, "").get("agreements").size()).isEqualTo(1);
        assertThat(previous(next, "?asOf=" + known).get("agreements").size()).isZero();
        assertThat(minutes(session, "?asOf=" + known).get("status").asString()).isEqualTo("none");
        REGISTER.get("/api/meetings/" + next + "/previous-agreements?on=2014-10-08").is(404);
        REGISTER.get("/api/meetings/" + UUID.randomUUID() + "/minutes").is(404);
        REGISTER.get("/api/meetings/" + UUID.randomUUID() + "/previous-agreements").is(404);
        REGISTER.get("/api/bodies/" + UUID.randomUUID() + "/backlog").is(404);
        REGISTER.get("/api/meetings/" + session + "/minutes?on=ayer").says(422, "bad-date",
                "«ayer» no es una fecha válida: debe existir en el calendario y escribirse en la forma 2015-06-30.");
    }

    @Test
    void convocations_series_and_backlog_have_their_rules() {
        seats();
        var meeting = convened();
        refused(meeting, "answer-convocation", "'institution':'" + institution("INJUVE" + tag) + "','answer':'accepts','effectiveOn':'2014-09-20'", 409, "not-convened",
                "Quien responde no ocupaba ese día ningún escaño de la instancia: no fue convocado.", "Whoever answers held no seat of the body on that day: it was not convened.");
        refused(meeting, "answer-convocation", "'answer':'accepts','effectiveOn':'2014-09-20'", 422, "required", "Este dato es obligatorio.", "This value is required.");
        post(meeting, "answer-convocation", "'institution':'" + ministry + "','answer':'tentative','effectiveOn':'2014-09-20'").is(200);
        post(meeting, "answer-convocation", "'institution':'" + ministry + "','answer':'accepts','effectiveOn':'2014-09-21'").is(200);
        var convocation = REGISTER.get("/api/meetings/" + meeting).body().get("convocation");
        assertThat(convocation.size()).isEqualTo(1);
        assertThat(convocation.at("/0/answer").asString()).isEqualTo("accepts");
        refused(meeting, "open-meeting", "'attendance':[{'person':'" + EXPERT + "','capacity':'delegate'}],'effectiveOn':'2014-10-01'", 422, "capacity-without-institution",
                "Titular, suplente o delegado se es de una institución: indíquela, o no indique la calidad.",
                "A representative, alternate or delegate is one of an institution: please name it, or give no capacity.");
        var other = REGISTER.post("/api/bodies", "{'name':'Mesa " + tag + "','acronym':'MT" + tag + "','kind':'table','effectiveOn':'2014-09-01'}").is(201).id();
        var ofTheTable = "'body':'" + other + "','startsAt':'2014-10-15T09:00:00-06:00','effectiveOn':'2014-10-09'";
        refused(ofTheTable + ",'series':'" + series + "'", 409, "series-of-another-body", "Esa serie de reuniones es de otra instancia.", "That series of meetings is of another body.");

        open(meeting);
        refused(meeting, "answer-convocation", "'institution':'" + ministry + "','answer':'accepts','effectiveOn':'2014-10-01'", 409, "meeting-open", "La reunión ya se abrió.",
                "The meeting was already opened.");
        var carried = ",'agenda':[{'title':'Fondos','carriedFrom':{'meeting':'" + meeting + "','item':'" + FUNDS + "'}}]";
        var again = "'body':'" + tag + "','startsAt':'2014-10-15T09:00:00-06:00','effectiveOn':'2014-10-09'";
        refused(again + carried, 409, "item-not-in-backlog", "Ese punto no estaba entonces en la agenda pendiente.", "That item was not in the backlog then.");
        post(meeting, "put-question", "'item':'" + DIAGNOSIS + "','question':'¿Qué?'").is(200);
        refused(meeting, "close-agenda-item", "'item':'" + DIAGNOSIS + "','outcome':'not-reached','effectiveOn':'2014-10-01'", 409, "agenda-item-reached",
                "Bajo ese punto se formuló una cuestión: no puede constar que no se alcanzó.", "A question was put under that item: it cannot be recorded as not reached.");
        post(meeting, "close-agenda-item", "'item':'" + FUNDS + "','outcome':'not-reached'").is(200);
        refused(meeting, "close-agenda-item", "'item':'" + FUNDS + "','outcome':'action','effectiveOn':'2014-10-01'", 409, "agenda-item-closed",
                "Ya consta el resultado de ese punto de la agenda.", "The outcome of that agenda item is already on record.");
        refused(ofTheTable + carried, 409, "item-of-another-body", "Ese punto es de la agenda de otra instancia.", "That item is on the agenda of another body.");
        REGISTER.post("/api/meetings", "{" + again + carried + "}").is(201);
        refused(again + carried, 409, "item-taken-up", "Otra reunión, u otro punto de esta, ya retomó ese punto de la agenda pendiente.",
                "Another meeting, or another item of this one, has already taken up that item of the backlog.");
        REGISTER.get("/api/meetings?minutes=over").says(422, "unknown-word", "El valor «over» no está entre los admitidos: approved, circulated, draft, none.");
    }

    @Test
    void minutes_follow_their_course() {
        seats();
        var meeting = convened();
        open(meeting);
        refused(meeting, "draft-minutes", "", 409, "meeting-not-closed", "La reunión aún no se ha cerrado: no hay minuta todavía.",
                "The meeting has not been closed yet: there are no minutes so far.");
        post(meeting, "close-meeting", "").is(200);
        refused(meeting, "circulate-minutes", "", 409, "minutes-not-drafted", "Aún no se ha redactado la minuta.", "The minutes have not been drafted yet.");
        post(meeting, "draft-minutes", "").is(200);
        refused(meeting, "approve-minutes", "", 409, "minutes-not-circulated", "El último borrador de la minuta aún no se ha circulado.",
                "The last draft of the minutes has not been circulated yet.");
        refused(meeting, "issue-corrigendum", "'text':'Sí.','grounds':'Sí.'", 409, "minutes-not-approved",
                "La minuta aún no se ha aprobado: lo que le falte se corrige en un nuevo borrador.", "The minutes have not been approved yet: what they lack is mended in a new draft.");
        post(meeting, "circulate-minutes", "").is(200);
        refused(meeting, "circulate-minutes", "", 409, "minutes-circulated", "Ese borrador de la minuta ya se circuló.", "That draft of the minutes was already circulated.");
        refused(meeting, "draft-minutes", "", 409, "no-observation-taken", "No se acogió ninguna observación a este borrador: no hay nada que redactar de nuevo.",
                "No observation on this draft was taken: there is nothing to draft anew.");
        refused(meeting, "observe-minutes", "'institution':'" + absent + "','text':'Sí.'", 409, "not-present",
                "La institución no figura entre las que asistieron a la reunión: no puede intervenir en ella.", "The institution is not among those that attended the meeting: it cannot speak in it.");
        refused(meeting, "answer-observation", "'observation':'" + UNKNOWN + "','taken':true,'why':'Sí.'", 422, "unknown-observation",
                "No consta ninguna observación a la minuta con el identificador «" + UNKNOWN + "».", "No observation on the minutes is on record under the identifier “" + UNKNOWN + "”.");
        var observe = "'observation':'" + OBSERVATION + "','institution':'" + spain + "','text':'Falta algo.'";
        post(meeting, "observe-minutes", observe).is(200);
        refused(meeting, "observe-minutes", observe, 409, "observation-known", "Ya hay una observación con ese identificador.", "There is already an observation under that identifier.");
        refused(meeting, "approve-minutes", "", 409, "observations-unanswered", "Hay observaciones a la minuta que aún no tienen respuesta.",
                "Some observations on the minutes have not been answered yet.");
        var answer = "'observation':'" + OBSERVATION + "','taken':true,'why':'Así fue.'";
        post(meeting, "answer-observation", answer).is(200);
        refused(meeting, "answer-observation", answer, 409, "observation-answered", "Esa observación ya tiene respuesta.", "That observation has already been answered.");
        refused(meeting, "approve-minutes", "", 409, "observations-not-drafted", "Se acogieron observaciones a este borrador: antes de aprobar hay que redactar y circular el nuevo.",
                "Observations on this draft were taken: the new draft must be made and circulated before approving.");
        post(meeting, "draft-minutes", "'text':'Minuta.'").is(200);
        post(meeting, "circulate-minutes", "").is(200);
        refused(meeting, "approve-minutes", "'meeting':'" + meeting + "'", 409, "not-a-later-meeting",
                "Esa reunión no es posterior, o el 2014-10-02 aún no se había abierto: no pudo aprobar la minuta.",
                "That meeting is not a later one, or on 2014-10-02 it had not been opened yet: it cannot have approved the minutes.");
        var other = REGISTER.post("/api/bodies", "{'name':'Mesa " + tag + "','acronym':'MT" + tag + "','kind':'table','effectiveOn':'2014-09-01'}").is(201).id();
        var ofTheTable = REGISTER.post("/api/meetings", "{'body':'" + other + "','startsAt':'2014-10-02T09:00:00-06:00','effectiveOn':'2014-10-01'}").is(201).id();
        refused(meeting, "approve-minutes", "'meeting':'" + ofTheTable + "'", 409, "meeting-of-another-body", "Esa reunión es de otra instancia.", "That meeting is of another body.");
        post(meeting, "approve-minutes", "").is(200);
        refused(meeting, "draft-minutes", "", 409, "minutes-approved", "La minuta de la reunión ya se aprobó: desde entonces solo cabe una fe de erratas.",
                "The minutes of the meeting were already approved: from then on there can only be a corrigendum.");
        refused(meeting, "circulate-minutes", "", 409, "minutes-approved", "La minuta de la reunión ya se aprobó: desde entonces solo cabe una fe de erratas.",
                "The minutes of the meeting were already approved: from then on there can only be a corrigendum.");
        var corrigendum = "'corrigendum':'" + UNKNOWN + "','text':'Donde dice uno, léase dos.','grounds':'Error.'";
        post(meeting, "issue-corrigendum", corrigendum).is(200);
        refused(meeting, "issue-corrigendum", corrigendum, 409, "corrigendum-known", "Ya hay una fe de erratas con ese identificador.",
                "There is already a corrigendum under that identifier.");
        assertThat(minutes(meeting, "").get("text").asString()).isEqualTo("Minuta.");
    }

    @Test
    void receipts_and_time_limits_have_their_refusals() {
        seats();
        var meeting = convened();
        open(meeting);
        post(meeting, "close-meeting", "").is(200);
        post(meeting, "draft-minutes", "").is(200);
        post(meeting, "circulate-minutes", "'observationsUntil':'2014-10-10'").is(200);
        refused(meeting, "observe-minutes", "'institution':'" + spain + "','text':'Tarde.','effectiveOn':'2014-10-11'", 409, "observations-closed",
                "El plazo para hacer observaciones a este borrador de la minuta venció el 2014-10-10.", "The time to make observations on this draft of the minutes ended on 2014-10-10.");
        refused(meeting, "approve-minutes", "'effectiveOn':'2014-10-10'", 409, "observations-open",
                "Este borrador de la minuta puede observarse hasta el 2014-10-10: antes solo se aprueba si todos los asistentes acusaron recibo sin observaciones, o si se indica el motivo.",
                "This draft of the minutes may be observed until 2014-10-10: before that it is approved only if all who attended acknowledged it without observations, or if a reason is given.");
        post(meeting, "acknowledge-minutes", "'institution':'" + spain + "','effectiveOn':'2014-10-03'").is(200);
        refused(meeting, "acknowledge-minutes", "'institution':'" + spain + "','effectiveOn':'2014-10-04'", 409, "minutes-acknowledged",
                "Ya consta el acuse de recibo de este borrador, del 2014-10-03.", "The acknowledgement of this draft is already on record, of 2014-10-03.");
        refused(meeting, "sign-minutes", "'institution':'" + spain + "'", 409, "minutes-signed-when-approved", "La minuta se firma una vez aprobada, y aún no lo está.",
                "Minutes are signed once they are approved, and these are not yet.");
        post(meeting, "approve-minutes", "'effectiveOn':'2014-10-10','grounds':'La sesión siguiente es mañana.'").is(200);
        post(meeting, "sign-minutes", "'person':'" + EXPERT + "','effectiveOn':'2014-10-10'").is(200);
        refused(meeting, "sign-minutes", "'person':'" + EXPERT + "','effectiveOn':'2014-10-11'", 409, "minutes-signed", "Ya consta la firma de la minuta, del 2014-10-10.",
                "The signature of the minutes is already on record, of 2014-10-10.");
    }

    @Test
    void the_folio_of_minutes_outlives_the_rectification_of_their_approval() {
        seats();
        var meeting = minuted();
        var approved = post(meeting, "approve-minutes", "").is(200).body();
        assertThat(approved.get("folio").asString()).isEqualTo("MIN-" + tag + "-2014-0001");
        int n = approved.get("version").asInt();
        REGISTER.post("/api/meetings/" + meeting + "/rectify", "{'record':" + n + ",'replacement':{'effectiveOn':'2014-10-03'},'grounds':'Fue el viernes.'}").is(200);
        assertThat(minutes(meeting, "").get("folio").asString()).isEqualTo("MIN-" + tag + "-2014-0001");
        assertThat(minutes(meeting, "").get("approvedOn").asString()).isEqualTo("2014-10-03");
        REGISTER.post("/api/meetings/" + meeting + "/rectify", "{'record':" + n + ",'void':true,'grounds':'No se aprobó ese día.'}").is(200);
        assertThat(minutes(meeting, "").get("folio").isNull()).isTrue();
        assertThat(post(minuted(), "approve-minutes", "").is(200).body().get("folio").asString()).isEqualTo("MIN-" + tag + "-2014-0002");
        assertThat(post(meeting, "approve-minutes", "'effectiveOn':'2015-01-09'").is(200).body().get("folio").asString()).isEqualTo("MIN-" + tag + "-2014-0001");
    }

    private String minuted() {
        var meeting = convened();
        open(meeting);
        post(meeting, "close-meeting", "").is(200);
        post(meeting, "draft-minutes", "").is(200);
        post(meeting, "circulate-minutes", "").is(200);
        return meeting;
    }

    @Test
    void a_person_on_its_own_seat_takes_part_in_the_exchange() {
        seats();
        var meeting = convened();
        open(meeting);
        var question = UUID.randomUUID().toString();
        post(meeting, "put-question", "'deliberation':'" + question + "','question':'¿Qué?'").is(200);
        post(meeting, "record-position", "'deliberation':'" + question + "','person':'" + EXPERT + "','text':'Desde la academia.'").is(200);
        post(meeting, "compile-proposal", "'deliberation':'" + question + "','options':['Una']").is(200);
        post(meeting, "assess-proposal", "'deliberation':'" + question + "','person':'" + EXPERT + "','assessment':'agrees-with-reservation','text':'Con fondos.'").is(200);
        post(meeting, "conclude-deliberation", "'deliberation':'" + question + "','outcome':'consensus-with-reservations'").is(200);
        var told = REGISTER.get("/api/meetings/" + meeting).body().at("/deliberations/0");
        assertThat(told.at("/positions/0/person").asString()).isEqualTo(EXPERT);
        assertThat(told.at("/positions/0/counts").asBoolean()).isTrue();
        assertThat(told.at("/discrepancies/0/person").asString()).isEqualTo(EXPERT);
    }

    private void seats() {
        for (var seat : List.of("'institution':'" + ministry + "','role':'leads'", "'institution':'" + undp + "','role':'technical-secretariat'",
                "'institution':'" + spain + "','role':'friend'", "'institution':'" + absent + "','role':'member'", "'person':'" + EXPERT + "','role':'member'")) {
            REGISTER.post("/api/bodies/" + council + "/seat-institution", "{" + seat + ",'effectiveOn':'2014-09-01'}").is(200);
        }
    }

    private String convened() {
        return REGISTER.post("/api/meetings", "{'body':'" + tag + "','startsAt':'2014-10-01T09:00:00-06:00','place':'Casa Presidencial','series':'" + series + "','agenda':[{'item':'"
                + DIAGNOSIS + "','title':'Diagnóstico compartido'},{'item':'" + FUNDS + "','title':'Mecanismo de financiamiento'}],'effectiveOn':'2014-09-17'}").is(201).id();
    }

    private void open(String meeting) {
        post(meeting, "open-meeting", "'attendance':[{'institution':'" + ministry + "','person':'" + PERSON + "','capacity':'alternate'},{'institution':'" + undp
                + "'},{'institution':'" + spain + "'},{'person':'" + EXPERT + "'}]").is(200);
    }

    private String session() {
        var meeting = convened();
        post(meeting, "answer-convocation", "'institution':'" + absent + "','answer':'declines','text':'Audiencia ese día.','effectiveOn':'2014-09-20'").is(200);
        open(meeting);
        return meeting;
    }

    private static long position(String meeting) {
        return REGISTER.get("/api/meetings/" + meeting + "/history").is(200).body().at("/items/0/position").asLong();
    }

    private static JsonNode minutes(String meeting, String cut) {
        return REGISTER.get("/api/meetings/" + meeting + "/minutes" + cut).is(200).body();
    }

    private static JsonNode previous(String meeting, String cut) {
        return REGISTER.get("/api/meetings/" + meeting + "/previous-agreements" + cut).is(200).body();
    }

    private static JsonNode action(JsonNode previous, String title) {
        return previous.at("/agreements/0/actions").valueStream().filter(action -> action.get("title").asString().equals(title)).findFirst().orElseThrow();
    }

    /** A command on a meeting; of the day of the session, and of the day after where it is about the minutes. */
    private static Reply post(String meeting, String command, String fields) {
        return REGISTER.post("/api/meetings/" + meeting + "/" + command, body(command, fields));
    }

    private static String body(String command, String fields) {
        var on = command.contains("minutes") || command.contains("observation") || command.contains("corrigendum") ? "2014-10-02" : "2014-10-01";
        return "{" + fields + (fields.contains("effectiveOn") ? "" : (fields.isEmpty() ? "" : ",") + "'effectiveOn':'" + on + "'") + "}";
    }

    private static void refused(String meeting, String command, String fields, int status, String code, String spanish, String english) {
        var path = "/api/meetings/" + meeting + "/" + command;
        REGISTER.post(path, body(command, fields), "es").says(status, code, spanish);
        REGISTER.post(path, body(command, fields), "en").says(status, code, english);
    }

    private static void refused(String meeting, int status, String code, String spanish, String english) {
        REGISTER.post("/api/meetings", "{" + meeting + "}", "es").says(status, code, spanish);
        REGISTER.post("/api/meetings", "{" + meeting + "}", "en").says(status, code, english);
    }

    private static String institution(String acronym) {
        return REGISTER.post("/api/institutions", "{'name':'Institución " + acronym + "','acronym':'" + acronym + "','kind':'state','effectiveOn':'2010-01-01'}").is(201).id();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }
}
