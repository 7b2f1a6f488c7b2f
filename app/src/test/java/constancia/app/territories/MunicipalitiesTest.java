package constancia.app.territories;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.texts.Repository;
import constancia.postgres.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The municipalities that come along go into the catalogue as they are. */
class MunicipalitiesTest {

    private static final Map<String, Long> OF_EACH_DEPARTMENT = Map.ofEntries(Map.entry("SV-AH", 12L), Map.entry("SV-SA", 13L), Map.entry("SV-SO", 16L), Map.entry("SV-CH", 33L),
            Map.entry("SV-LI", 22L), Map.entry("SV-SS", 19L), Map.entry("SV-CU", 16L), Map.entry("SV-PA", 22L), Map.entry("SV-CA", 9L), Map.entry("SV-SV", 13L), Map.entry("SV-US", 23L),
            Map.entry("SV-SM", 20L), Map.entry("SV-MO", 26L), Map.entry("SV-UN", 18L));

    @Test
    void all_of_them_are_put_in_at_once_and_found_under_their_departments() throws IOException {
        try (var register = HttpRegister.on(TestPostgres.newDurableDatabase())) {
            assertThat(register.post("/api/territories", Files.readString(Repository.root().resolve("samples/municipios-el-salvador.json"))).is(200).body().get("put").asInt()).isEqualTo(262);
            var all = register.get("/api/territories?kind=municipality&limit=500").is(200).body();
            assertThat(all.get("items").valueStream().collect(Collectors.groupingBy(row -> row.get("parent").asString(), Collectors.counting()))).isEqualTo(OF_EACH_DEPARTMENT);
            assertThat(register.get("/api/territories/0614").is(200).text("name")).isEqualTo("San Salvador");
            register.post("/api/actions", "{'title':'Acción en Suchitoto','territory':['0715']}").is(201);
        }
    }
}
