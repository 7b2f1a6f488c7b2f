package constancia.app.roles;

import static constancia.app.roles.Role.COMMAND;
import static constancia.app.roles.Role.QUERY;
import static constancia.app.roles.Role.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class RolesTest {

    @Test
    void a_node_that_is_told_nothing_does_everything() {
        assertThat(Role.of(new MockEnvironment())).containsExactly(COMMAND, QUERY, WEB);
        assertThat(Role.of(new MockEnvironment().withProperty("constancia.roles", "web, query"))).containsExactly(QUERY, WEB);
    }

    @Test
    void an_unknown_role_stops_the_start() {
        assertThatThrownBy(() -> Role.of(new MockEnvironment().withProperty("constancia.roles", "command,reader"))).hasMessageContaining("reader");
        assertThatThrownBy(() -> Role.of(new MockEnvironment().withProperty("constancia.roles", ""))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_asked_of_a_node_needs_its_role() {
        assertThat(Gate.needed("GET", "/api/actions")).containsExactly(QUERY, WEB);
        assertThat(Gate.needed("POST", "/api/actions")).containsExactly(COMMAND, WEB);
        assertThat(Gate.needed("GET", "/api/imports/x")).containsExactly(COMMAND, WEB);
        assertThat(Gate.needed("POST", "/api/operations/rebuild-tables")).containsExactly(QUERY, WEB);
        assertThat(Gate.needed("POST", "/api/tokens")).containsExactly(WEB);
        assertThat(Gate.needed("GET", "/v3/api-docs")).containsExactly(WEB);
    }
}
