package constancia.app.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AddendaHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String ONE = "0194d0c2-0000-7000-8000-0000000000e1";
    static final String STRANGER = "0194d0c2-0000-7000-8000-0000000000ff";
    static int next;

    final String tag = "AD" + ++next;
    final String council = institution("SEGOB" + tag);
    final String town = institution("ALC1" + tag);
    final String otherTown = institution("ALC2" + tag);
    final String convenio = REGISTER.post("/api/agreements", "{'kind':'cooperation-agreement','title':'Convenio de ejecución de fondos LCESC','text':'Las partes convienen.',"
            + "'parties':[{'institution':'SEGOB" + tag + "','mustSign':true},{'institution':'ALC1" + tag + "','mustSign':true}],"
            + "'validUntil':'2016-06-30','effectiveOn':'2015-07-01'}").is(201).id();

    @Test
    void a_convenio_with_a_town_is_prolonged_and_another_town_joins() {
        post("sign-agreement", "'institution':'SEGOB" + tag + "','effectiveOn':'2015-07-01'").is(200);
        post("sign-agreement", "'institution':'ALC1" + tag + "','effectiveOn':'2015-07-02'").is(200);
        post("add-addendum", "'addendum':'" + ONE + "','title':'Adenda de prórroga','text':'Se prorroga y se incorpora otra alcaldía.','newText':'Las tres partes convienen.',"
                + "'validUntil':'2017-06-30','addParties':[{'institution':'ALC2" + tag + "','mustSign':true}],'effectiveOn':'2016-04-01'").is(200);
        post("sign-addendum", "'addendum':'" + ONE + "','institution':'SEGOB" + tag + "','effectiveOn':'2016-04-05'").is(200);
        post("sign-addendum", "'addendum':'" + ONE + "','institution':'ALC1" + tag + "','effectiveOn':'2016-04-20'").is(200);
        refused("sign-agreement", "'institution':'ALC2" + tag + "','effectiveOn':'2016-04-20'", 409, "joins-by-addendum",
                "La institución se incorpora por la adenda 1: al firmar esa adenda firma también el acuerdo.",
                "The institution joins by addendum 1: by signing that addendum it signs the agreement as well.");
        assertThat(on("2016-05-01").get("textInForce").asString()).isEqualTo("Las partes convienen.");
        assertThat(on("2016-05-01").at("/addenda/0/status").asString()).isEqualTo("pending-signatures");
        var signed = post("sign-addendum", "'addendum':'" + ONE + "','institution':'ALC2" + tag + "','effectiveOn':'2016-05-02'").is(200);

        assertThat(on("2016-05-01").get("textInForce").asString()).isEqualTo("Las partes convienen.");
        assertThat(on("2016-05-01").get("validUntil").asString()).isEqualTo("2016-06-30");
        assertThat(on("2016-05-01").get("parties")).hasSize(2);
        var amended = on("2016-05-02");
        assertThat(amended.get("text").asString()).isEqualTo("Las partes convienen.");
        assertThat(amended.get("textInForce").asString()).isEqualTo("Las tres partes convienen.");
        assertThat(amended.get("validUntil").asString()).isEqualTo("2017-06-30");
        assertThat(amended.at("/parties/2/institution/id").asString()).isEqualTo(otherTown);
        assertThat(amended.at("/parties/2/signedOn").asString()).isEqualTo("2016-05-02");
        assertThat(amended.at("/addenda/0").propertyNames()).containsExactly("id", "number", "title", "text", "effects", "signatures", "status", "inForceSince",
                "version", "review", "reviews");
        assertThat(amended.at("/addenda/0/number").asInt()).isEqualTo(1);
        assertThat(amended.at("/addenda/0/status").asString()).isEqualTo("in-force");
        assertThat(amended.at("/addenda/0/inForceSince").asString()).isEqualTo("2016-05-02");
        assertThat(List.of(on("2016-07-01").get("status").asString(), on("2017-07-01").get("status").asString())).containsExactly("in-force", "expired");
        var listed = REGISTER.list("/api/agreements?institution=ALC2" + tag, signed);
        assertThat(listed.at("/items/0/id").asString()).isEqualTo(convenio);
        assertThat(listed.at("/items/0/validUntil").asString()).isEqualTo("2017-06-30");
    }

    @Test
    void what_does_not_hold_together_is_refused_and_nothing_is_recorded() {
        refused("add-addendum", "'title':'Adenda','effectiveOn':'2015-08-01'", 422, "addendum-without-content",
                "La adenda debe decir o modificar algo: su texto, el texto del instrumento, su vigencia o sus partes.",
                "The addendum must say or change something: its text, the text of the instrument, its validity or its parties.");
        refused("add-addendum", "'title':'Adenda','text':'Dice.','signatories':['ALC2" + tag + "'],'effectiveOn':'2015-08-01'", 422, "not-a-party",
                "La institución no es parte de este acuerdo.", "The institution is not a party to this agreement.");
        refused("sign-addendum", "'addendum':'" + STRANGER + "','institution':'" + town + "','effectiveOn':'2015-08-01'", 422, "unknown-addendum",
                "El acuerdo no tiene ninguna adenda con el identificador «" + STRANGER + "».", "The agreement has no addendum with the identifier “" + STRANGER + "”.");
        refused("add-addendum", "'title':'Adenda','text':'Dice.','effectiveOn':'2016-07-01'", 409, "agreement-expired",
                "El acuerdo venció el 2016-06-30.", "The agreement expired on 2016-06-30.");
        assertThat(REGISTER.get("/api/agreements/" + convenio).body().get("version").asInt()).isEqualTo(1);
        post("add-addendum", "'addendum':'" + ONE + "','title':'Adenda','text':'Dice.','effectiveOn':'2015-08-01'").is(200);
        refused("add-addendum", "'addendum':'" + ONE + "','title':'Adenda','text':'Dice.','effectiveOn':'2015-08-01'", 409, "addendum-known",
                "El acuerdo ya tiene una adenda con ese identificador.", "The agreement already has an addendum with that identifier.");
        var letter = REGISTER.post("/api/agreements", "{'kind':'pronouncement','title':'Pronunciamiento','text':'Se pronuncia.','effectiveOn':'2015-07-01'}").is(201).id();
        refused("/api/agreements/" + letter + "/add-addendum", "'title':'Adenda','text':'Dice.','effectiveOn':'2015-08-01'", 409, "not-an-instrument",
                "Solo los convenios, memorandos y cartas de compromiso admiten adendas.",
                "Only cooperation agreements, memoranda and letters of commitment take addenda.");
    }

    private JsonNode on(String day) {
        return REGISTER.get("/api/agreements/" + convenio + "?on=" + day).is(200).body();
    }

    private Reply post(String command, String fields) {
        return REGISTER.post("/api/agreements/" + convenio + "/" + command, "{" + fields + "}");
    }

    private void refused(String command, String fields, int status, String code, String spanish, String english) {
        var path = command.startsWith("/") ? command : "/api/agreements/" + convenio + "/" + command;
        REGISTER.post(path, "{" + fields + "}", "es").says(status, code, spanish);
        REGISTER.post(path, "{" + fields + "}", "en").says(status, code, english);
    }

    private static String institution(String acronym) {
        return REGISTER.post("/api/institutions", "{'name':'Institución " + acronym + "','acronym':'" + acronym + "','kind':'state','effectiveOn':'2010-01-01'}").is(201).id();
    }
}
