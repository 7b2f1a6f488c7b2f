package constancia.app.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import constancia.app.HttpRegister;
import constancia.kernel.rights.Rights;
import constancia.web.rights.RouteRights;
import constancia.web.wrong.RouteWithoutRight;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The register does not start when its table of rights leaves something out. */
class TableOfRightsTest {

    static final HttpRegister REGISTER = HttpRegister.shared();

    @Test
    void a_route_without_a_row_is_found_and_nothing_starts() throws NoSuchMethodException {
        var wrong = new RequestMappingHandlerMapping();
        wrong.setApplicationContext(new StaticWebApplicationContext());
        wrong.afterPropertiesSet();
        wrong.registerMapping(RequestMappingInfo.paths("/api/forgotten").methods(RequestMethod.GET).build(), new RouteWithoutRight(), RouteWithoutRight.class.getMethod("forgotten"));
        assertThatThrownBy(new RightsComplete(wrong)::afterPropertiesSet).isInstanceOf(IllegalStateException.class).hasMessageContaining("no row for GET /api/forgotten");

        var routes = new TreeSet<>(RouteRights.routes(mapping()));
        routes.addAll(RouteRights.routes(wrong));
        assertThat(RightsComplete.faults(Rights.table(), RightsComplete.commands(), routes)).containsExactly("no row for GET /api/forgotten");
    }

    @Test
    void a_command_without_a_row_is_found() {
        var commands = new TreeSet<>(RightsComplete.commands());
        commands.add("actions/forget-everything");
        assertThat(RightsComplete.faults(Rights.table(), commands, RouteRights.routes(mapping()))).containsExactly("no row for actions/forget-everything");
    }

    @Test
    void so_is_a_row_for_what_there_is_not() {
        var commands = new TreeSet<>(RightsComplete.commands());
        commands.remove("actions/mark-delivered");
        assertThat(RightsComplete.faults(Rights.table(), commands, RouteRights.routes(mapping()))).containsExactly("a row for actions/mark-delivered, which there is not");
    }

    private static RequestMappingHandlerMapping mapping() {
        return REGISTER.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }
}
