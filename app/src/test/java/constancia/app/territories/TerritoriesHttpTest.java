package constancia.app.territories;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TerritoriesHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static int next;

    /** A department of this test's own with a municipality, and a district in that; the narrowest come first. */
    final String tag = "TE" + ++next;

    Reply put(String... entries) {
        return REGISTER.post("/api/territories", "{'territories':[" + String.join(",", entries) + "]}");
    }

    static String entry(String code, String kind, String more) {
        return "{'code':'" + code + "','name':'Lugar " + code + "','kind':'" + kind + "'" + more + "}";
    }

    void hierarchy() {
        put(entry(tag + "-0101", "district", ",'parent':'" + tag + "-01'"), entry(tag + "-01", "municipality", ",'parent':'" + tag
                + "','priority':{'index':67.25,'source':'Mapa de pobreza, FLACSO','year':2005}"), entry(tag, "department", "")).is(200);
    }

    static List<String> codes(JsonNode list) {
        return StreamSupport.stream(list.get("items").spliterator(), false).map(row -> row.get("code").asString()).toList();
    }

    @Test
    void the_departments_of_el_salvador_are_there_from_the_beginning() {
        var list = REGISTER.get("/api/territories?kind=department&q=SV-").is(200).body();
        assertThat(codes(list)).containsExactly("SV-AH", "SV-CA", "SV-CH", "SV-CU", "SV-LI", "SV-MO", "SV-PA", "SV-SA", "SV-SM", "SV-SO", "SV-SS", "SV-SV",
                "SV-UN", "SV-US");
        assertThat(list.at("/items/1/name").asString()).isEqualTo("Cabañas");
        assertThat(list.at("/items/1/changedBy").isNull()).isTrue();
    }

    @Test
    void what_is_put_into_the_catalogue_is_there_and_can_be_said_anew() {
        hierarchy();
        var municipality = REGISTER.get("/api/territories/" + tag + "-01").is(200).body();
        assertThat(municipality.get("parent").asString()).isEqualTo(tag);
        assertThat(municipality.get("priority")).hasToString("{\"index\":\"67.25\",\"source\":\"Mapa de pobreza, FLACSO\",\"year\":2005}");
        assertThat(municipality.get("changedBy").asString()).isEqualTo("admin");
        assertThat(codes(REGISTER.get("/api/territories?parent=" + tag).is(200).body())).containsExactly(tag + "-01");
        put(entry(tag + "-01", "municipality", ",'parent':'" + tag + "'")).is(200);
        assertThat(REGISTER.get("/api/territories/" + tag + "-01").is(200).body().get("priority").isNull()).isTrue();
        REGISTER.get("/api/territories/" + tag + "-99").says(404, "unknown-item", "No consta nada con ese identificador.");
    }

    @Test
    void what_does_not_fit_is_refused_whole() {
        hierarchy();
        put(entry(tag + "-02", "municipality", ""), entry(tag + "-03", "municipality", ",'parent':'" + tag + "-77'"))
                .says(422, "unknown-territory", "El catálogo de territorios no tiene el código «" + tag + "-77».");
        REGISTER.get("/api/territories/" + tag + "-02").is(404);
        put(entry(tag + "-02", "municipality", ",'parent':'" + tag + "-01'"))
                .says(422, "territory-no-wider", "El territorio «" + tag + "-01» no es más amplio que el que estaría dentro de él.");
        put(entry(tag + "-02", "municipality", ""), entry(tag + "-02", "district", ""))
                .says(422, "territory-repeated", "El código «" + tag + "-02» aparece más de una vez.");
        put(entry(tag, "municipality", ""))
                .says(409, "territory-has-parts", "El territorio «" + tag + "» contiene otros que ya no cabrían en él si cambia de clase.");
        put("{'code':'" + tag + " 1','name':' ','kind':'province','extent':1}").says(400, "unknown-field", "El campo «extent» no existe en esta petición.");
        assertThat(put("{'code':'" + tag + " 1','name':' ','kind':'province'}").is(422).body().get("errors")).hasSize(3);
    }

    @Test
    void an_action_is_found_by_the_territories_around_it() {
        hierarchy();
        var written = REGISTER.post("/api/actions", "{'title':'Capacitar','responsible':[],'territory':['" + tag + "-0101'],'effectiveOn':'2015-01-10'}").is(201);
        for (var territory : List.of(tag, tag + "-01", tag + "-0101", "SV-CA," + tag)) {
            assertThat(REGISTER.list("/api/actions?territory=" + territory, written).at("/items/0/id").asString()).isEqualTo(written.id());
        }
        assertThat(REGISTER.list("/api/actions?territory=SV-CA", written).get("items")).noneMatch(row -> row.get("id").asString().equals(written.id()));
        REGISTER.get("/api/commitments?territory=" + tag + "-77").says(422, "unknown-territory", "El catálogo de territorios no tiene el código «" + tag + "-77».");
    }

    @Test
    void an_action_names_only_territories_of_the_catalogue() {
        REGISTER.post("/api/actions", "{'title':'Capacitar','territory':['SV-SS','" + tag + "-77'],'effectiveOn':'2015-01-10'}", "en")
                .says(422, "unknown-territory", "The catalogue of territories does not have the code “" + tag + "-77”.");
    }
}
