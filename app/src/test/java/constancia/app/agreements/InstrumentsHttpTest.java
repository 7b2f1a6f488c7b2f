package constancia.app.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InstrumentsHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String CLAUSE = "0194d0c2-0000-7000-8000-0000000000c1";
    static final String PERSON = REGISTER.person("0194d0c2-0000-7000-8000-0000000000c2");
    static final String STRANGER = "0194d0c2-0000-7000-8000-0000000000ff";
    static int next;

    final String tag = "IN" + ++next;
    final String secretariat = institution("SEGOB" + tag);
    final String legal = institution("SJ" + tag);
    final String memorandum = record("'kind':'memorandum','title':'Memorando de Entendimiento','text':'Las partes convienen.','parties':[{'institution':'SEGOB" + tag
            + "','mustSign':true}],'clauses':[{'clause':'" + CLAUSE + "','kind':'disaster','text':'Se atienden primero los municipios afectados.'},{'kind':'delegates',"
            + "'text':'Deciden los mandos medios.','delegates':[{'institution':'SEGOB" + tag + "','person':'" + PERSON + "'}]}],'effectiveOn':'2018-03-01'");

    @Test
    void a_memorandum_is_signed_once_the_legal_secretariat_has_cleared_it() {
        post("submit-for-legal-review", "'reviewer':'SJ" + tag + "','effectiveOn':'2018-03-02'").is(200);
        refused("sign-agreement", "'institution':'SEGOB" + tag + "','effectiveOn':'2018-03-05'", 409, "under-review",
                "El borrador está en revisión legal: hay que esperar su resultado.", "The draft is under legal review: its outcome must be awaited.");
        var held = REGISTER.list("/api/agreements?review=under-review&institution=SEGOB" + tag, post("record-reservation",
                "'institution':'SEGOB" + tag + "','text':'Sujeto a revisión.','effectiveOn':'2018-03-05'").is(200));
        assertThat(held.at("/items/0/review/reviewer/acronym").asString()).isEqualTo("SJ" + tag);
        assertThat(held.at("/items/0/review/submittedOn").asString()).isEqualTo("2018-03-02");
        post("return-for-changes", "'effectiveOn':'2018-03-12','grounds':'Falta la base legal.'").is(200);
        refused("sign-agreement", "'institution':'SEGOB" + tag + "','effectiveOn':'2018-03-13'", 409, "returned-for-changes",
                "La revisión legal devolvió el borrador para cambios: hay que volver a someterlo antes de la firma o la emisión.",
                "Legal review returned the draft for changes: it must be submitted again before it is signed or issued.");
        post("revise-draft", "'text':'Las partes convienen, según la ley.','effectiveOn':'2018-03-14'").is(200);
        post("submit-for-legal-review", "'reviewer':'SJ" + tag + "','effectiveOn':'2018-03-15'").is(200);
        post("clear-legal-review", "'text':'Conforme.','effectiveOn':'2018-03-20'").is(200);
        post("sign-agreement", "'institution':'SEGOB" + tag + "','effectiveOn':'2018-03-21'").is(200);

        var item = on(memorandum, "2018-03-21");
        assertThat(item.get("status").asString()).isEqualTo("in-force");
        assertThat(item.get("text").asString()).isEqualTo("Las partes convienen, según la ley.");
        assertThat(item.get("review").asString()).isEqualTo("cleared");
        assertThat(item.at("/reviews/0/daysHeld").asInt()).isEqualTo(10);
        assertThat(item.at("/reviews/0/remarks").asString()).isEqualTo("Falta la base legal.");
        assertThat(item.at("/reviews/1").propertyNames()).containsExactly("reviewer", "submittedOn", "outcome", "endedOn", "daysHeld", "remarks");
        assertThat(on(memorandum, "2018-03-09").at("/reviews/0/daysHeld").asInt()).isEqualTo(7);
        assertThat(on(memorandum, "2018-03-09").get("text").asString()).isEqualTo("Las partes convienen.");
        assertThat(item.at("/drafts/1/since").asString()).isEqualTo("2018-03-14");
        refused("revise-draft", "'text':'Otro.','effectiveOn':'2018-03-22'", 409, "draft-closed",
                "El texto dejó de ser un borrador el 2018-03-21: desde entonces tiene una firma o está vigente. Un instrumento se modifica por adenda.",
                "The text ceased to be a draft on 2018-03-21: it has a signature or is in force since then. An instrument is amended by an addendum.");
    }

    @Test
    void a_review_takes_its_course() {
        refused("clear-legal-review", "'effectiveOn':'2018-03-02'", 409, "not-under-review", "El borrador no está en revisión legal.", "The draft is not under legal review.");
        post("submit-for-legal-review", "'reviewer':'SJ" + tag + "','effectiveOn':'2018-03-02'").is(200);
        post("clear-legal-review", "'effectiveOn':'2018-03-03'").is(200);
        refused("submit-for-legal-review", "'reviewer':'SJ" + tag + "','effectiveOn':'2018-03-04'", 409, "already-cleared",
                "Esta versión del borrador ya tiene el visto bueno legal.", "This version of the draft has been cleared by legal review already.");
        refused("revise-draft", "'effectiveOn':'2018-03-04'", 422, "revision-without-content",
                "La revisión debe cambiar algo de lo que el borrador dice.",
                "The revision must change something of what the draft says.");
        post("revise-draft", "'title':'Memorando','effectiveOn':'2018-03-04'").is(200);
        refused("sign-agreement", "'institution':'SEGOB" + tag + "','effectiveOn':'2018-03-05'", 409, "revised-since-cleared",
                "El borrador se revisó después del visto bueno legal: hay que volver a someterlo antes de la firma o la emisión.",
                "The draft was revised after it was cleared: it must be submitted again before it is signed or issued.");
        refused("issue-pronouncement", "'effectiveOn':'2018-03-05'", 409, "not-a-draft",
                "El acuerdo no se asentó como borrador de un pronunciamiento: no hay nada que emitir.",
                "The agreement was not recorded as the draft of a pronouncement: there is nothing to issue.");
        assertThat(post("return-for-changes", "'effectiveOn':'2018-03-05'").is(422).body().at("/errors/0/code").asString()).isEqualTo("grounds-required");
    }

    @Test
    void a_clause_is_replaced_by_an_addendum_and_found_in_lists() {
        post("sign-agreement", "'institution':'SEGOB" + tag + "','effectiveOn':'2018-03-05'").is(200);
        post("add-addendum", "'title':'Adenda','clauses':[{'clause':'" + CLAUSE + "','kind':'disaster','text':'Los fondos se reorientan.'}],'effectiveOn':'2018-04-01',"
                + "'addendum':'" + STRANGER + "'").is(200);
        var signed = post("sign-addendum", "'addendum':'" + STRANGER + "','institution':'SEGOB" + tag + "','effectiveOn':'2018-04-10'").is(200);
        assertThat(on(memorandum, "2018-04-09").at("/clauses/0/text").asString()).isEqualTo("Se atienden primero los municipios afectados.");
        var now = on(memorandum, "2018-04-10");
        assertThat(now.at("/clauses/0/text").asString()).isEqualTo("Los fondos se reorientan.");
        assertThat(now.at("/clauses/1/delegates/0/institution/acronym").asString()).isEqualTo("SEGOB" + tag);
        assertThat(now.at("/clauses/1/delegates/0/person").asString()).isEqualTo(PERSON);
        assertThat(REGISTER.list("/api/agreements?clause=disaster&institution=SEGOB" + tag, signed).get("total").asInt()).isEqualTo(1);
        assertThat(REGISTER.list("/api/agreements?clause=change-of-authorities&institution=SEGOB" + tag, signed).get("total").asInt()).isZero();
        refused("add-addendum", "'title':'Adenda','removeClauses':['" + PERSON + "'],'effectiveOn':'2018-05-01'", 422, "unknown-clause",
                "Ese día el acuerdo no tenía ninguna cláusula con el identificador «" + PERSON + "».", "On that day the agreement had no clause with the identifier “" + PERSON + "”.");
        assertThat(REGISTER.get("/api/agreements/" + memorandum + "/history").body().at("/items/3/summary").asString()).isEqualTo("SEGOB" + tag + " firmó la adenda 1.");
    }

    @Test
    void a_pronouncement_is_drafted_addressed_issued_and_reiterated() {
        var of = "'kind':'pronouncement','title':'Ley del Agua','text':'El Consejo llama a aprobar una Ley del Agua.',";
        var first = record(of + "'draft':true,'addressees':[{'name':'Asamblea Legislativa'}],'effectiveOn':'2018-05-01'");
        assertThat(on(first, "2018-05-02").get("status").asString()).isEqualTo("pending-signatures");
        REGISTER.post("/api/agreements/" + first + "/revise-draft", "{'addressees':[{'institution':'SJ" + tag + "'},{'name':'Asamblea Legislativa'}],'effectiveOn':'2018-05-03'}").is(200);
        REGISTER.post("/api/agreements/" + first + "/issue-pronouncement", "{'effectiveOn':'2018-05-10'}").is(200);
        assertThat(on(first, "2018-05-09").get("status").asString()).isEqualTo("pending-signatures");
        assertThat(on(first, "2018-05-10").get("status").asString()).isEqualTo("in-force");
        assertThat(on(first, "2018-05-10").get("issuedOn").asString()).isEqualTo("2018-05-10");
        assertThat(on(first, "2018-05-10").at("/addressees/1/name").asString()).isEqualTo("Asamblea Legislativa");
        refused("/api/agreements/" + first + "/issue-pronouncement", "'effectiveOn':'2018-05-11'", 409, "already-issued", "El pronunciamiento ya se emitió, el 2018-05-10.",
                "The pronouncement has already been issued, on 2018-05-10.");
        var again = record(of + "'effectiveOn':'2018-06-01'");
        assertThat(on(again, "2018-06-01").get("status").asString()).isEqualTo("in-force");
        var related = REGISTER.post("/api/agreements/" + again + "/relate-agreement", "{'agreement':'" + first + "','kind':'reiterates','effectiveOn':'2018-06-01'}").is(200);
        var ofFirst = REGISTER.list("/api/agreements/" + first + "/related", related);
        assertThat(ofFirst.at("/items/0/id").asString()).isEqualTo(again);
        assertThat(ofFirst.at("/items/0/relations/0/kind").asString()).isEqualTo("reiterates");
        assertThat(REGISTER.list("/api/agreements?related=" + again, related).at("/items/0/id").asString()).isEqualTo(first);
        assertThat(REGISTER.list("/api/agreements?addressee=SJ" + tag, related).at("/items/0/id").asString()).isEqualTo(first);
        assertThat(on(again, "2018-06-01").at("/relations/0/agreement/folio").asString()).startsWith("INS-2018-");
        refused("/api/agreements/" + again + "/relate-agreement", "'agreement':'" + first + "','kind':'reiterates','effectiveOn':'2018-06-02'", 409, "already-related",
                "Esta relación ya consta.", "This relation is already on record.");
        assertThat(REGISTER.get("/api/agreements/" + STRANGER + "/related").status()).isEqualTo(404);
    }

    @Test
    void two_are_merged_into_a_third_and_one_is_split_into_two() {
        var third = record("'kind':'memorandum','title':'Marco','text':'Todo.','effectiveOn':'2018-03-01'");
        var other = record("'kind':'memorandum','title':'Otro','text':'Algo.','effectiveOn':'2018-03-01'");
        post("merge-agreement", "'into':'" + third + "','effectiveOn':'2018-04-01'").is(200);
        var merged = REGISTER.post("/api/agreements/" + other + "/merge-agreement", "{'into':'" + third + "','effectiveOn':'2018-04-01'}").is(200);
        assertThat(on(memorandum, "2018-04-01").get("status").asString()).isEqualTo("superseded");
        assertThat(on(memorandum, "2018-04-01").at("/supersededBy/id").asString()).isEqualTo(third);
        assertThat(on(memorandum, "2018-03-31").get("status").asString()).isEqualTo("pending-signatures");
        assertThat(REGISTER.list("/api/agreements?related=" + third + "&status=superseded", merged).get("items").valueStream().map(row -> row.get("id").asString()))
                .containsExactlyInAnyOrder(memorandum, other);
        var split = REGISTER.post("/api/agreements/" + third + "/split-agreement", "{'into':['" + one() + "','" + one() + "'],'effectiveOn':'2018-05-01'}").is(200);
        assertThat(REGISTER.list("/api/agreements/" + third + "/related", split).get("total").asInt()).isEqualTo(4);
        refused("/api/agreements/" + one() + "/split-agreement", "'into':['" + one() + "'],'effectiveOn':'2018-05-01'", 422, "splits-into-several",
                "Un acuerdo se divide en dos o más.", "An agreement is split into two or more.");
        refused("/api/agreements/" + one() + "/merge-agreement", "'into':'" + third + "','effectiveOn':'2018-05-01'", 422, "agreement-ended",
                "El acuerdo terminó el 2018-05-01.", "The agreement ended on 2018-05-01.");
    }

    @Test
    void a_party_terminates_it_after_its_notice() {
        refused("terminate-agreement", "'institution':'SJ" + tag + "','effectiveOn':'2018-06-01','grounds':'Denuncia.'", 422, "not-a-party",
                "La institución no es parte de este acuerdo.", "The institution is not a party to this agreement.");
        refused("terminate-agreement", "'noticeOn':'2018-05-01','effectiveOn':'2018-06-01','grounds':'Denuncia.'", 422, "notice-of-nobody",
                "Para señalar la fecha del aviso hay que indicar también qué parte lo dio.", "To state the date of the notice, the party that gave it must be stated as well.");
        refused("terminate-agreement", "'institution':'SEGOB" + tag + "','noticeOn':'2018-02-01','effectiveOn':'2018-06-01','grounds':'Denuncia.'", 422, "notice-out-of-time",
                "La fecha del aviso debe estar entre el 2018-03-01, día en que se asentó el acuerdo, y el 2018-06-01, fecha de efecto de este asiento.",
                "The date of the notice must be between 2018-03-01, the day on which the agreement was recorded, and 2018-06-01, the effective date of this record.");
        post("terminate-agreement", "'institution':'SEGOB" + tag + "','noticeOn':'2018-05-01','effectiveOn':'2018-06-01','grounds':'Denuncia.'").is(200);
        assertThat(on(memorandum, "2018-06-01").at("/termination/institution/id").asString()).isEqualTo(secretariat);
        assertThat(on(memorandum, "2018-06-01").at("/termination/noticeOn").asString()).isEqualTo("2018-05-01");
    }

    @Test
    void what_does_not_suit_its_kind_is_refused() {
        var pronouncement = "'kind':'pronouncement','title':'Ley del Agua','text':'El Consejo llama.','effectiveOn':'2018-05-01',";
        creationRefused(pronouncement + "'addressees':[{}]", "institution-or-name",
                "El destinatario se indica como institución del registro o por su nombre: una de las dos cosas, y solo una.",
                "The addressee is stated as an institution of the register or by its name: one of the two, and only one.");
        creationRefused(pronouncement + "'addressees':[{'name':'A'},{'name':'A'}]", "addressee-named-twice", "Este destinatario ya figura en la lista.",
                "This addressee is already in the list.");
        creationRefused(pronouncement + "'clauses':[]", "only-for-instruments", "Solo los convenios, memorandos y cartas de compromiso llevan cláusulas.",
                "Only cooperation agreements, memoranda and letters of commitment have clauses.");
        var letter = "'kind':'letter-of-commitment','title':'Carta','text':'Nos comprometemos.','effectiveOn':'2018-05-01',";
        creationRefused(letter + "'draft':true", "only-for-pronouncements", "Solo los pronunciamientos se asientan como borrador y llevan destinatarios.",
                "Only pronouncements are recorded as drafts and have addressees.");
        creationRefused(letter + "'clauses':[{'clause':'" + CLAUSE + "','kind':'other','text':'Una.'},{'clause':'" + CLAUSE + "','kind':'other','text':'Dos.'}]",
                "clause-named-twice", "La lista ya tiene una cláusula con ese identificador.", "The list already has a clause with that identifier.");
        refused("relate-agreement", "'agreement':'" + memorandum + "','kind':'amends','effectiveOn':'2018-05-01'", 422, "relates-to-itself",
                "Un acuerdo no puede relacionarse consigo mismo.", "An agreement cannot be related to itself.");
        var later = record("'kind':'memorandum','title':'Posterior','text':'Algo.','effectiveOn':'2018-09-01'");
        refused("relate-agreement", "'agreement':'" + later + "','kind':'amends','effectiveOn':'2018-05-01'", 422, "not-yet-on-record",
                "Ese día el otro acuerdo aún no existía: es del 2018-09-01.", "On that day the other agreement did not exist yet: it is of 2018-09-01.");
    }

    @Test
    void an_addendum_goes_through_legal_review() {
        post("sign-agreement", "'institution':'SEGOB" + tag + "','effectiveOn':'2018-03-05'").is(200);
        post("add-addendum", "'title':'Adenda','text':'Se prorroga.','effectiveOn':'2018-04-01','addendum':'" + STRANGER + "'").is(200);
        var of = "'addendum':'" + STRANGER + "',";
        var submitted = post("submit-for-legal-review", of + "'reviewer':'SJ" + tag + "','effectiveOn':'2018-04-02'").is(200);
        refused("sign-addendum", of + "'institution':'SEGOB" + tag + "','effectiveOn':'2018-04-03'", 409, "under-review",
                "El borrador está en revisión legal: hay que esperar su resultado.", "The draft is under legal review: its outcome must be awaited.");
        var held = REGISTER.list("/api/agreements?review=under-review&reviewer=SJ" + tag, submitted);
        assertThat(held.at("/items/0/review/addendum").asInt()).isEqualTo(1);
        post("return-for-changes", of + "'effectiveOn':'2018-04-06','grounds':'Falta la fecha.'").is(200);
        post("revise-addendum", of + "'text':'Se prorroga hasta el 30 de junio de 2019.','effectiveOn':'2018-04-07'").is(200);
        post("submit-for-legal-review", of + "'reviewer':'SJ" + tag + "','effectiveOn':'2018-04-08'").is(200);
        post("clear-legal-review", of + "'effectiveOn':'2018-04-09'").is(200);
        post("sign-addendum", of + "'institution':'SEGOB" + tag + "','effectiveOn':'2018-04-10'").is(200);
        var addendum = on(memorandum, "2018-04-10").at("/addenda/0");
        assertThat(addendum.get("text").asString()).isEqualTo("Se prorroga hasta el 30 de junio de 2019.");
        assertThat(addendum.get("version").asInt()).isEqualTo(2);
        assertThat(addendum.get("review").asString()).isEqualTo("cleared");
        assertThat(addendum.at("/reviews/0/daysHeld").asInt()).isEqualTo(4);
        assertThat(on(memorandum, "2018-04-06").at("/addenda/0/text").asString()).isEqualTo("Se prorroga.");
    }

    @Test
    void a_draft_is_put_to_consultation_and_a_pronouncement_is_answered() {
        var pronouncement = record("'kind':'pronouncement','title':'Ley del Agua','text':'El Consejo llama.','draft':true,'addressees':[{'name':'Asamblea Legislativa'}],'effectiveOn':'2018-05-01'");
        var path = "/api/agreements/" + pronouncement + "/";
        REGISTER.post(path + "consult-institutions", "{'consultation':'" + CLAUSE + "','institutions':['SEGOB" + tag + "','SJ" + tag
                + "'],'text':'¿Qué opina del proyecto?','dueOn':'2018-05-15','effectiveOn':'2018-05-02'}").is(200);
        var of = "'consultation':'" + CLAUSE + "',";
        var answered = REGISTER.post(path + "record-response", "{" + of + "'institution':'SJ" + tag + "','response':'observations','text':'Falta citar la ley.','document':'" + REGISTER.document("observaciones")
                + "','effectiveOn':'2018-05-10'}").is(200);
        assertThat(REGISTER.list("/api/agreements?overdue=true&awaiting=SEGOB" + tag, answered).at("/items/0/awaited").asInt()).isEqualTo(1);
        assertThat(REGISTER.list("/api/agreements?awaiting=SJ" + tag, answered).get("total").asInt()).isZero();
        var answers = on(pronouncement, "2018-05-16").at("/consultations/0/answers");
        assertThat(answers.at("/0/overdue").asBoolean()).isTrue();
        assertThat(answers.at("/1/response").asString()).isEqualTo("observations");
        assertThat(on(pronouncement, "2018-05-15").at("/consultations/0/answers/0/overdue").asBoolean()).isFalse();
        refused(path + "record-response", of + "'institution':'SJ" + tag + "','response':'accepted','effectiveOn':'2018-05-11'", 409, "already-answered", "Esa respuesta ya se recibió, el 2018-05-10.",
                "That answer was already received, on 2018-05-10.");
        refused(path + "record-response", "'consultation':'" + STRANGER + "','institution':'SJ" + tag + "','response':'accepted','effectiveOn':'2018-05-11'", 422, "unknown-consultation",
                "El acuerdo no tiene ninguna consulta con el identificador «" + STRANGER + "».", "The agreement has no consultation under the identifier “" + STRANGER + "”.");
        refused(path + "consult-institutions", of + "'institutions':['SJ" + tag + "'],'text':'¿Y ahora?','effectiveOn':'2018-05-11'", 409, "consultation-known",
                "Ya hay una consulta con ese identificador.", "There is already a consultation under that identifier.");
        refused(path + "consult-institutions", "'institutions':['SJ" + tag + "','SJ" + tag + "'],'text':'¿Y ahora?','effectiveOn':'2018-05-11'", 422, "consulted-twice",
                "Esta institución ya figura en la consulta.", "This institution is already among those consulted.");
        refused(path + "record-response", of + "'name':'Asamblea Legislativa','response':'accepted','effectiveOn':'2018-05-11'", 409, "not-consulted",
                "Esa consulta no se dirigió a esa institución.", "That consultation was not put to that institution.");
        refused(path + "record-response", "'name':'Asamblea Legislativa','response':'accepted','effectiveOn':'2018-05-11'", 409, "not-issued",
                "El 2018-05-11 el pronunciamiento aún no se había emitido: no hay nada que responder.", "On 2018-05-11 the pronouncement had not been issued yet: there is nothing to answer.");
        REGISTER.post(path + "issue-pronouncement", "{'answersUntil':'2018-06-20','effectiveOn':'2018-05-20'}").is(200);
        refused(path + "record-response", "'name':'Corte de Cuentas','response':'accepted','effectiveOn':'2018-05-21'", 409, "not-an-addressee",
                "El pronunciamiento no está dirigido a quien responde.", "The pronouncement is not addressed to whoever answers.");
        assertThat(on(pronouncement, "2018-06-21").at("/addressees/0/overdue").asBoolean()).isTrue();
        REGISTER.post(path + "record-response", "{'name':'Asamblea Legislativa','response':'accepted','text':'Se incorporó a la agenda.','effectiveOn':'2018-06-25'}").is(200);
        assertThat(on(pronouncement, "2018-06-25").at("/addressees/0/response").asString()).isEqualTo("accepted");
    }

    private String one() {
        return record("'kind':'memorandum','title':'Uno','text':'Algo.','effectiveOn':'2018-03-01'");
    }

    private static JsonNode on(String agreement, String day) {
        return REGISTER.get("/api/agreements/" + agreement + "?on=" + day).is(200).body();
    }

    private Reply post(String command, String fields) {
        return REGISTER.post("/api/agreements/" + memorandum + "/" + command, "{" + fields + "}");
    }

    private void refused(String command, String fields, int status, String code, String spanish, String english) {
        var path = command.startsWith("/") ? command : "/api/agreements/" + memorandum + "/" + command;
        REGISTER.post(path, "{" + fields + "}", "es").says(status, code, spanish);
        REGISTER.post(path, "{" + fields + "}", "en").says(status, code, english);
    }

    private static void creationRefused(String fields, String code, String spanish, String english) {
        REGISTER.post("/api/agreements", "{" + fields + "}", "es").says(422, code, spanish);
        REGISTER.post("/api/agreements", "{" + fields + "}", "en").says(422, code, english);
    }

    private static String record(String fields) {
        return REGISTER.post("/api/agreements", "{" + fields + "}").is(201).id();
    }

    private static String institution(String acronym) {
        return REGISTER.post("/api/institutions", "{'name':'Institución " + acronym + "','acronym':'" + acronym + "','kind':'state','effectiveOn':'2010-01-01'}").is(201).id();
    }
}
