package constancia.app.imports;

import static constancia.app.imports.ImportsScene.sample;
import static constancia.app.imports.ImportsScene.texts;
import static constancia.app.imports.ImportsScene.until;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.postgres.TestPostgres;
import org.junit.jupiter.api.Test;

/** A list of institutions into a register that has none. */
class InstitutionsSheetHttpTest {

    @Test
    void institutions_are_registered_and_those_that_look_alike_are_asked_about() {
        try (var register = HttpRegister.on(TestPostgres.newDurableDatabase())) {
            var scene = new ImportsScene(register);
            var preview = scene.upload("instituciones.csv", sample("instituciones.csv")).is(201).body();
            assertThat(preview.get("rows")).hasSize(85);
            assertThat(texts(preview.get("questions"), "kind")).contains("similar-institution", "name-unknown", "institution-kind");
            var alike = String.join("\n", texts(preview.get("questions"), "detail"));
            assertThat(alike).contains("«CMPV", "«STP (");
            var id = scene.decideAll(preview, "leave-out", "{'question':'effective-on','choice':'on:2015-01-02'}");
            scene.confirm(id).is(202);
            var done = scene.finished(id);
            assertThat(done.get("status").asString()).as(done::toString).isEqualTo("done");
            assertThat(done.get("plan").isNull()).isTrue();
            assertThat(done.get("done").asInt()).isGreaterThan(40);
            until(() -> register.get("/api/institutions?q=MJPS").is(200).body().get("items").size() == 1);
        }
    }
}
