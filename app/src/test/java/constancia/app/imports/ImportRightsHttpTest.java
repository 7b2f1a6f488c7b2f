package constancia.app.imports;

import static constancia.app.imports.ImportsScene.csv;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.kernel.plans.PlanId;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rows of an import are commands of the account that made it, and each needs its right. */
class ImportRightsHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final ImportsScene SCENE = new ImportsScene(REGISTER);

    @Test
    void a_coordinator_imports_into_its_own_plan_and_nothing_into_another() {
        REGISTER.post("/api/institutions", "{'acronym':'DEIM','name':'Institución de la matriz','kind':'state','effectiveOn':'2005-01-01'}").is(201);
        var own = SCENE.plan("DEIM-1", "2011-01-01");
        var anothers = SCENE.plan("DEIM-2", "2011-01-01");
        var coordinator = new ImportsScene(REGISTER.as("importa", new Binding(Role.COORDINATOR, new PlanId(UUID.fromString(own)))));
        var rows = csv("1,Capacitar,X,DEIM\n2,Evaluar,X,DEIM\n");
        var done = coordinator.decideAll(coordinator.upload("a.csv", rows, own).is(201).body(), "leave-out", "{'question':'effective-on','choice':'on:2011-12-09'}");
        coordinator.done(done, 2);

        long before = SCENE.records();
        var refused = coordinator.decideAll(coordinator.upload("a.csv", rows, anothers).is(201).body(), "leave-out", "{'question':'effective-on','choice':'on:2011-12-09'}");
        coordinator.confirm(refused).is(202);
        var stopped = coordinator.finished(refused);
        assertThat(stopped.get("status").asString()).isEqualTo("stopped");
        assertThat(stopped.get("refused").valueStream().map(row -> row.get("code").asString())).containsExactly("outside-your-scope", "outside-your-scope");
        assertThat(SCENE.records()).isEqualTo(before);
    }
}
