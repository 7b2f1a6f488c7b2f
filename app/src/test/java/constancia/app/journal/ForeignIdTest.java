package constancia.app.journal;

import constancia.app.HttpRegister;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An id names one item of one kind, however lately another kind of item was kept under it. */
class ForeignIdTest {

    private final HttpRegister register = HttpRegister.shared();
    private final String id = UUID.randomUUID().toString();

    @Test
    void what_an_institution_is_called_by_no_action_can_be() {
        register.post("/api/institutions", "{'id': '" + id + "', 'name': 'Dirección " + id + "', 'kind': 'state'}").is(201);
        assertThat(register.post("/api/actions", "{'id': '" + id + "', 'title': 'Una acción'}").is(409).text("code")).isEqualTo("already-exists");
        assertThat(register.get("/api/institutions/" + id).is(200).body().get("version").asInt()).isEqualTo(1);
    }

    @Test
    void nor_when_its_state_is_no_longer_kept() {
        register.post("/api/institutions", "{'id': '" + id + "', 'name': 'Dirección " + id + "', 'kind': 'state'}").is(201);
        try (var other = HttpRegister.on(register.database())) {
            assertThat(other.post("/api/actions", "{'id': '" + id + "', 'title': 'Una acción'}").is(409).text("code")).isEqualTo("already-exists");
        }
    }

    @Test
    void commands_of_another_kind_do_not_know_it() {
        register.post("/api/institutions", "{'id': '" + id + "', 'name': 'Dirección " + id + "', 'kind': 'state'}").is(201);
        register.post("/api/actions/" + id + "/cancel-action", "{'grounds': 'Se acordó así'}").is(404);
        register.post("/api/actions/" + id + "/cancel-action", "{'unknown': 1}").is(404);
        register.post("/api/actions/" + UUID.randomUUID() + "/cancel-action", "{'unknown': 1}").is(404);
        assertThat(register.get("/api/institutions/" + id).is(200).body().get("version").asInt()).isEqualTo(1);
    }
}
