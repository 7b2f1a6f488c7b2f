package constancia.app.imports;

import static constancia.app.imports.ImportsScene.ANSWERS;
import static constancia.app.imports.ImportsScene.CSV;
import static constancia.app.imports.ImportsScene.sample;
import static constancia.app.imports.ImportsScene.until;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.command.imports.GridReader;
import constancia.command.imports.MatrixReader;
import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Steps of five commands, so that a file of 28 rows takes several. */
class ImportCrashTest {

    private static final String[] SMALL_STEPS = {"--constancia.import-step-rows=5", "--constancia.import-watch=100ms"};

    private static final String PLACES = "comunidades-solidarias-2010-municipios.csv";

    private final TestDatabase database = TestPostgres.newDurableDatabase();

    @Test
    void what_a_stopped_node_left_half_way_the_next_one_finishes_and_every_row_comes_in_once() throws SQLException {
        String id;
        try (var somebody = database.connectAsApp()) {
            try (var first = HttpRegister.on(database, SMALL_STEPS)) {
                var scene = new ImportsScene(first).withInstitutions();
                var plan = scene.plan("00067226", "2011-01-01");
                id = decided(scene);
                holdUp(somebody, id, plan, 14);
                scene.confirm(id).is(202);
                until(() -> waiting(scene));
                assertThat(scene.progress(id).get("status").asString()).isEqualTo("running");
                assertThat(scene.progress(id).get("done").asInt()).isBetween(5, 13);
            }
            somebody.rollback();
        }
        try (var second = HttpRegister.on(database, SMALL_STEPS)) {
            everyRowCameInOnce(new ImportsScene(second), id);
        }
    }

    @Test
    void a_node_that_lost_its_database_goes_on_by_itself() throws SQLException {
        try (var somebody = database.connectAsApp(); var node = HttpRegister.on(database, SMALL_STEPS)) {
            var scene = new ImportsScene(node).withInstitutions();
            var plan = scene.plan("00067226", "2011-01-01");
            var id = decided(scene);
            holdUp(somebody, id, plan, 20);
            scene.confirm(id).is(202);
            until(() -> waiting(scene));
            scene.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
            somebody.rollback();
            everyRowCameInOnce(scene, id);
        }
    }

    @Test
    void two_nodes_at_the_same_import_do_every_row_once() {
        try (var one = HttpRegister.on(database, SMALL_STEPS); var other = HttpRegister.on(database, SMALL_STEPS)) {
            var scene = new ImportsScene(one).withInstitutions();
            scene.plan("00067226", "2011-01-01");
            var id = decided(scene);
            scene.confirm(id).is(202);
            new ImportsScene(other).confirm(id).is(202);
            everyRowCameInOnce(new ImportsScene(other), id);
        }
    }

    @Test
    void municipalities_that_a_stopped_node_did_not_put_into_the_catalogue_the_next_one_puts() throws SQLException {
        String id;
        try (var somebody = database.connectAsApp()) {
            try (var first = HttpRegister.on(database, SMALL_STEPS)) {
                var scene = new ImportsScene(first);
                var preview = scene.upload(PLACES, sample(PLACES)).is(201).body();
                id = scene.decideAll(preview, "", "{'question':'territory-codes','choice':'derive'}", "{'question':'effective-on','choice':'on:2015-01-02'}");
                ImportsScene.begin(somebody);
                try (var insert = somebody.createStatement()) {
                    insert.execute("insert into journal.territory (code, name, kind, rank) values ('SV-SS-SANMARTIN', 'Otro', 'municipality', 3)");
                }
                scene.confirm(id).is(202);
                until(() -> waiting(scene));
                assertThat(scene.progress(id).get("status").asString()).isEqualTo("running");
                assertThat(scene.progress(id).get("rows").asInt()).isEqualTo(25);
                assertThat(scene.progress(id).get("done").asInt()).isLessThan(25);
            }
            somebody.rollback();
        }
        try (var second = HttpRegister.on(database, SMALL_STEPS)) {
            var scene = new ImportsScene(second);
            var done = scene.finished(id);
            assertThat(done.get("status").asString()).as(done::toString).isEqualTo("done");
            assertThat(done.get("done").asInt()).isEqualTo(25);
            assertThat(scene.number("select count(*) from journal.territory where kind = 'municipality'")).isEqualTo(25);
            assertThat(scene.text("select name from journal.territory where code = 'SV-SS-SANMARTIN'")).isEqualTo("San Martín");
        }
    }

    private static String decided(ImportsScene scene) {
        var id = scene.upload(CSV, sample(CSV), "00067226").is(201).id();
        assertThat(scene.decide(id, ANSWERS).is(200).body().get("decided").asBoolean()).isTrue();
        return id;
    }

    /** Somebody else is about to bring in that row: whoever brings it in too has to wait for how that ends. */
    private static void holdUp(Connection somebody, String id, String plan, int row) throws SQLException {
        ImportsScene.begin(somebody);
        try (var insert = somebody.prepareStatement("insert into journal.imported_row (plan, fingerprint, import, action, component, block, number, text)"
                + " values (?, ?, ?, gen_random_uuid(), '', 0, '', '')")) {
            insert.setObject(1, UUID.fromString(plan));
            insert.setString(2, MatrixReader.read(GridReader.read(sample(CSV), CSV)).fingerprints().get(row - 1));
            insert.setObject(3, UUID.fromString(id));
            insert.execute();
        }
    }

    private static boolean waiting(ImportsScene scene) {
        return scene.number("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") > 0;
    }

    private static void everyRowCameInOnce(ImportsScene scene, String id) {
        var done = scene.finished(id);
        assertThat(done.get("status").asString()).as(done::toString).isEqualTo("done");
        assertThat(done.get("done").asInt()).isEqualTo(28);
        assertThat(scene.number("select count(*) from journal.event where type = 'ActionProposed'")).isEqualTo(28);
        assertThat(scene.number("select count(*) from journal.imported_row")).isEqualTo(28);
        assertThat(scene.number("select count(*) from journal.event where type in ('OutlineNodesAdded', 'PlanDefined')")).isEqualTo(2);
        // Nine institutions and the one of the file.
        assertThat(scene.number("select count(*) from journal.event where type = 'InstitutionRegistered'")).isEqualTo(10);
        assertThat(scene.number("select count(*) from journal.event where type = 'AliasAdded'")).isEqualTo(3);
    }
}
