package constancia.app.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BodiesHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String PERSON = REGISTER.person("0194d0c2-0000-7000-8000-0000000000aa");
    static final String SEAT = "0194d0c2-0000-7000-8000-0000000000bb";
    static int next;

    final String tag = "CB" + ++next;
    final String ministry = institution("MJSP" + tag, "Ministerio de Justicia y Seguridad Pública " + tag);
    final String council = establish(tag).id();

    @Test
    void a_council_from_its_establishment_to_its_dissolution() {
        var table = REGISTER.post("/api/bodies", "{'name':'Mesa técnica " + tag + "','acronym':'MT-" + tag + "','kind':'table','parent':'" + tag.toLowerCase()
                + "','effectiveOn':'2014-09-17'}").is(201);
        assertThat(table.headers()).containsEntry("location", "/api/bodies/" + table.id()).containsEntry("etag", "\"1\"");
        post(table.id(), "seat-institution", "'seat':'" + SEAT + "','institution':'MJSP" + tag + "','role':'leads','effectiveOn':'2014-09-17'").is(200);
        post(table.id(), "seat-institution", "'person':'" + PERSON + "','role':'member','from':'2014-10-01','until':'2099-12-31','effectiveOn':'2014-09-17'").is(200);
        post(table.id(), "vacate-seat", "'seat':'" + SEAT + "','effectiveOn':'2016-03-01'").is(200);
        post(table.id(), "set-quorum", "'share':'1/2','effectiveOn':'2014-09-24'").is(200);
        var rules = post(table.id(), "adopt-rules", "'title':'Normas de funcionamiento','text':'Mantenerse en el proceso.','effectiveOn':'2014-09-24'").is(200);

        var item = REGISTER.get("/api/bodies/" + table.id()).is(200).body();
        assertThat(item.propertyNames()).containsExactly("id", "version", "status", "acronym", "name", "kind", "parent", "seats", "quorum", "rules",
                "establishedOn", "dissolvedOn", "series", "class", "cut");
        assertThat(item.get("version").asInt()).isEqualTo(6);
        assertThat(item.get("status").asString()).isEqualTo("active");
        assertThat(item.at("/parent/id").asString()).isEqualTo(council);
        assertThat(item.at("/parent/acronym").asString()).isEqualTo(tag);
        assertThat(item.at("/quorum")).hasToString("{\"share\":\"1/2\",\"roles\":[\"leads\",\"convenes\",\"facilitates\",\"technical-secretariat\",\"member\"]}");
        assertThat(item.at("/rules/0/title").asString()).isEqualTo("Normas de funcionamiento");
        assertThat(item.at("/rules/0/adoptedOn").asString()).isEqualTo("2014-09-24");
        var seats = item.get("seats");
        assertThat(seats.at("/0/institution/acronym").asString()).isEqualTo("MJSP" + tag);
        assertThat(seats.at("/0/vacatedOn").asString()).isEqualTo("2016-03-01");
        assertThat(seats.at("/0/held").asBoolean()).isFalse();
        assertThat(seats.at("/1/person").asString()).isEqualTo(PERSON);
        assertThat(seats.at("/1/held").asBoolean()).isTrue();

        var before = REGISTER.get("/api/bodies/" + table.id() + "?on=2014-09-20").is(200).body();
        assertThat(before.at("/seats/0/held").asBoolean()).isTrue();
        assertThat(before.at("/seats/0/vacatedOn").isNull()).isTrue();
        assertThat(before.at("/seats/1/held").asBoolean()).isFalse();
        assertThat(before.get("quorum").isNull()).isTrue();
        REGISTER.get("/api/bodies/" + table.id() + "?on=2014-09-16").says(404, "not-at-that-time", "En el momento consultado esto aún no constaba.");

        var listed = REGISTER.list("/api/bodies/" + table.id() + "/seats", rules);
        assertThat(listed.get("total").asInt()).isEqualTo(2);
        assertThat(listed.at("/items/0/role").asString()).isEqualTo("leads");
        assertThat(listed.at("/items/0/institution/name").asString()).isEqualTo("Ministerio de Justicia y Seguridad Pública " + tag);
        assertThat(listed.at("/items/1/held").asBoolean()).isTrue();

        post(table.id(), "dissolve-body", "'effectiveOn':'2019-06-01','grounds':'El decreto que la creó fue derogado.'").is(200);
        assertThat(REGISTER.get("/api/bodies/" + table.id()).body().get("status").asString()).isEqualTo("dissolved");

        var history = REGISTER.get("/api/bodies/" + table.id() + "/history").is(200).body().get("items");
        assertThat(history.size()).isEqualTo(7);
        assertThat(history.at("/0/summary").asString()).isEqualTo("Se constituyó la instancia Mesa técnica " + tag + ", con la sigla MT-" + tag + ".");
        assertThat(history.at("/1/summary").asString()).isEqualTo("Ministerio de Justicia y Seguridad Pública " + tag + " ocupó un escaño para dirigir la instancia.");
        assertThat(history.at("/3/changes").toString()).contains("\"path\":\"/seats/" + SEAT + "/vacatedOn\",\"before\":null,\"after\":\"2016-03-01\"");
        assertThat(history.at("/6/grounds").asString()).isEqualTo("El decreto que la creó fue derogado.");
    }

    @Test
    void bodies_are_listed_by_kind_status_institution_and_name() {
        post(council, "seat-institution", "'institution':'" + ministry + "','role':'leads','effectiveOn':'2014-09-17'").is(200);
        var gone = REGISTER.post("/api/bodies", "{'name':'Comité " + tag + "','acronym':'CO-" + tag + "','kind':'committee','effectiveOn':'2014-09-17'}").is(201);
        var last = post(gone.id(), "dissolve-body", "'effectiveOn':'2015-01-01','grounds':'Cumplió su cometido.'").is(200);
        assertThat(ids(REGISTER.list("/api/bodies?q=" + tag.toLowerCase(), last))).containsExactly(gone.id(), council);
        assertThat(ids(REGISTER.list("/api/bodies?q=" + tag + "&kind=committee,table", last))).containsExactly(gone.id());
        assertThat(ids(REGISTER.list("/api/bodies?q=" + tag + "&status=active", last))).containsExactly(council);
        assertThat(ids(REGISTER.list("/api/bodies?institution=MJSP" + tag, last))).containsExactly(council);
        REGISTER.get("/api/bodies?kind=club").says(422, "unknown-word", "El valor «club» no está entre los admitidos: committee, council, table, team, unit.");
        REGISTER.get("/api/bodies?on=2015-01-01").is(400);
        REGISTER.get("/api/bodies/" + UUID.randomUUID() + "/seats").says(404, "unknown-item", "No consta nada con ese identificador.");
    }

    @Test
    void an_acronym_is_given_once_however_it_is_written_and_for_ever() {
        var request = "{'name':'Otro','acronym':'" + tag.toLowerCase() + "','kind':'council','effectiveOn':'2014-09-17'}";
        REGISTER.post("/api/bodies", request).says(409, "acronym-taken", "La sigla «" + tag.toLowerCase() + "» ya es de otra institución o instancia.");
        REGISTER.post("/api/bodies", request, "en").says(409, "acronym-taken", "The acronym “" + tag.toLowerCase() + "” already belongs to another institution or body.");
        post(council, "dissolve-body", "'effectiveOn':'2015-01-01','grounds':'Cumplió su cometido.'").is(200);
        REGISTER.post("/api/bodies", request).is(409);
    }

    @Test
    void a_body_is_established_below_one_that_is_there_and_once() {
        refused("/api/bodies", "'name':'Mesa','acronym':'X" + tag + "','kind':'table','parent':'NADIE','effectiveOn':'2014-09-17'", 422, "unknown-body",
                "No hay ninguna instancia registrada como «NADIE».", "No body is registered as “NADIE”.");
        refused("/api/bodies", "'name':'Mesa','acronym':'X" + tag + "','kind':'table','parent':'" + tag + "','effectiveOn':'2014-09-16'", 422, "body-not-active",
                "El 2014-09-16 esa instancia no estaba constituida o ya se había disuelto.", "On 2014-09-16 that body was not yet established or already dissolved.");
        refused("/api/bodies", "'id':'" + council + "','name':'Mesa','acronym':'X" + tag + "','kind':'table','effectiveOn':'2014-09-17'", 409, "already-exists",
                "Ya existe un registro con ese identificador.", "There is already something on record under that identifier.");
    }

    @Test
    void a_seat_has_one_holder_and_days_in_order() {
        var seat = "/api/bodies/" + council + "/seat-institution";
        refused(seat, "'role':'member','effectiveOn':'2014-09-17'", 422, "institution-or-person",
                "Un escaño corresponde a una institución o a una persona: indique una de las dos, y solo una.",
                "A seat belongs to an institution or to a person: please name one of the two, and only one.");
        refused(seat, "'person':'" + PERSON + "','role':'member','from':'2014-09-01','effectiveOn':'2014-09-17'", 422, "from-before-effective",
                "El escaño no puede comenzar antes del 2014-09-17, día desde el que vale este asiento. Si comenzó antes, indique ese día en «effectiveOn».",
                "The seat cannot begin before 2014-09-17, the day since when this record holds. If it began earlier, give that day in “effectiveOn”.");
        refused(seat, "'person':'" + PERSON + "','role':'member','from':'2014-10-01','until':'2014-09-30','effectiveOn':'2014-09-17'", 422, "until-before-from",
                "La fecha de término no puede ser anterior a la de inicio.", "The end date cannot be before the start date.");
        refused(seat, "'institution':'" + ministry + "','role':'member','effectiveOn':'2014-09-16'", 409, "effective-before-item",
                "La fecha de efecto no puede ser anterior al primer asiento de este registro.",
                "The effective date cannot be earlier than the first record of this item.");
        var unknown = UUID.randomUUID().toString();
        refused(seat, "'institution':'" + unknown + "','role':'member','effectiveOn':'2014-09-17'", 422, "unknown-institution",
                "No hay ninguna institución registrada como «" + unknown + "».", "No institution is registered as “" + unknown + "”.");
        REGISTER.post("/api/institutions/" + ministry + "/deactivate-institution", "{'effectiveOn':'2018-01-01','grounds':'Fusión.'}").is(200);
        refused(seat, "'institution':'" + ministry + "','role':'member','effectiveOn':'2018-01-01'", 422, "institution-not-active",
                "El 2018-01-01 esa institución aún no estaba registrada o ya había dejado de existir.",
                "On 2018-01-01 that institution was not yet registered or no longer existed.");
        assertThat(version(council)).isEqualTo(1);
    }

    @Test
    void a_seat_is_taken_once_and_vacated_once() {
        var seat = "/api/bodies/" + council + "/seat-institution";
        var vacate = "/api/bodies/" + council + "/vacate-seat";
        REGISTER.post(seat, "{'seat':'" + SEAT + "','institution':'" + ministry + "','role':'technical-secretariat','from':'2014-10-01','until':'2016-12-31','effectiveOn':'2014-10-01'}").is(200);
        refused(seat, "'seat':'" + SEAT + "','person':'" + PERSON + "','role':'member','effectiveOn':'2014-10-01'", 409, "seat-known",
                "Ya existe un escaño con ese identificador en la instancia.", "The body already has a seat under that identifier.");
        refused(seat, "'institution':'" + ministry + "','role':'technical-secretariat','effectiveOn':'2015-01-01'", 409, "already-seated",
                "Ya ocupa un escaño con ese mismo rol (technical-secretariat) en esas fechas.", "It already holds a seat in that same role (technical-secretariat) on those dates.");
        refused(vacate, "'seat':'" + UUID.randomUUID() + "'", 422, "unknown-seat", "La instancia no tiene ningún escaño con ese identificador.",
                "The body has no seat under that identifier.");
        refused(vacate, "'seat':'" + SEAT + "','effectiveOn':'2014-09-30'", 409, "effective-before-previous",
                "La fecha de efecto no puede ser anterior al 2014-10-01, la del asiento previo en esta materia.",
                "The effective date cannot be earlier than 2014-10-01, the date of the previous record of this matter.");
        refused(vacate, "'seat':'" + SEAT + "','effectiveOn':'2017-01-01'", 409, "seat-term-over",
                "El período de ese escaño terminó el 2016-12-31; ya no hay nada que dejar vacante.", "The term of that seat ended on 2016-12-31; there is nothing left to vacate.");
        REGISTER.post(vacate, "{'seat':'" + SEAT + "','effectiveOn':'2015-06-01'}").is(200);
        refused(vacate, "'seat':'" + SEAT + "','effectiveOn':'2015-06-02'", 409, "seat-vacated", "El escaño está vacante desde el 2015-06-01.",
                "The seat has been vacant since 2015-06-01.");
        assertThat(version(council)).isEqualTo(3);
    }

    @Test
    void a_quorum_is_one_number_or_one_share_of_those_that_count() {
        var quorum = "/api/bodies/" + council + "/set-quorum";
        refused(quorum, "'atLeast':5,'share':'1/2'", 422, "at-least-or-share", "El quórum se fija con un número o con una fracción: indique uno de los dos, y solo uno.",
                "A quorum is set by a number or by a fraction: please give one of the two, and only one.");
        refused(quorum, "'share':'3/2'", 422, "share-above-whole", "La fracción del quórum no puede ser mayor que el total de escaños.",
                "The fraction of the quorum cannot be more than all the seats.");
        refused(quorum, "'atLeast':5,'roles':['friend']", 422, "role-never-counts", "Quien participa con el rol «friend» nunca cuenta para el quórum.",
                "Whoever takes part as “friend” never counts for the quorum.");
        refused(quorum, "'atLeast':5,'roles':[]", 422, "required", "Este dato es obligatorio.", "This value is required.");
        REGISTER.post(quorum, "{'share':'mitad'}").is(422);
        REGISTER.post(quorum, "{'atLeast':0}").is(422);
        assertThat(version(council)).isEqualTo(1);
        post(council, "set-quorum", "'atLeast':5,'roles':['member','leads']").is(200);
        assertThat(REGISTER.get("/api/bodies/" + council).body().get("quorum")).hasToString("{\"atLeast\":5,\"roles\":[\"leads\",\"member\"]}");
    }

    @Test
    void rules_have_a_text_or_a_document() {
        var rules = "/api/bodies/" + council + "/adopt-rules";
        refused(rules, "'title':'Normas'", 422, "text-or-document", "Indique el texto de las normas o el documento que las contiene.",
                "Please give the text of the rules or the document that holds them.");
        var unknown = UUID.randomUUID().toString();
        refused(rules, "'title':'Normas','text':'Texto','agreement':'" + unknown + "'", 422, "unknown-agreement",
                "No hay ningún acuerdo con el identificador «" + unknown + "».", "There is no agreement with the identifier “" + unknown + "”.");
        assertThat(version(council)).isEqualTo(1);
    }

    @Test
    void a_body_is_dissolved_once_on_grounds_and_after_all_else() {
        var dissolve = "/api/bodies/" + council + "/dissolve-body";
        refused(dissolve, "'effectiveOn':'2015-01-01'", 422, "grounds-required", "Este asiento exige que se expresen sus motivos.", "This record requires that its grounds be stated.");
        post(council, "set-quorum", "'atLeast':5,'effectiveOn':'2015-06-01'").is(200);
        refused(dissolve, "'effectiveOn':'2015-01-01','grounds':'Fin'", 409, "effective-before-previous",
                "La fecha de efecto no puede ser anterior al 2015-06-01, la del asiento previo en esta materia.",
                "The effective date cannot be earlier than 2015-06-01, the date of the previous record of this matter.");
        REGISTER.post(dissolve, "{'effectiveOn':'2015-06-01','grounds':'Fin'}").is(200);
        refused(dissolve, "'effectiveOn':'2016-01-01','grounds':'Fin'", 409, "body-dissolved", "La instancia está disuelta desde el 2015-06-01.",
                "The body has been dissolved since 2015-06-01.");
        assertThat(version(council)).isEqualTo(3);
    }

    private static void refused(String path, String fields, int status, String code, String spanish, String english) {
        REGISTER.post(path, "{" + fields + "}", "es").says(status, code, spanish);
        REGISTER.post(path, "{" + fields + "}", "en").says(status, code, english);
    }

    private static Reply post(String body, String command, String fields) {
        return REGISTER.post("/api/bodies/" + body + "/" + command, "{" + fields + "}");
    }

    private static int version(String body) {
        return REGISTER.get("/api/bodies/" + body).is(200).body().get("version").asInt();
    }

    private static Reply establish(String acronym) {
        return REGISTER.post("/api/bodies", "{'name':'Consejo Nacional " + acronym + "','acronym':'" + acronym + "','kind':'council','effectiveOn':'2014-09-17'}").is(201);
    }

    private static String institution(String acronym, String name) {
        return REGISTER.post("/api/institutions", "{'name':'" + name + "','acronym':'" + acronym + "','kind':'state','effectiveOn':'" + LocalDate.of(2010, 1, 1) + "'}").is(201).id();
    }

    private static java.util.List<String> ids(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }
}
