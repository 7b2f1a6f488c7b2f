package constancia.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** A request is led to the same place the second time, with what its own path says. */
class RememberedRoutesTest {

    private static final String ONE = "01900000-0000-7000-8000-000000000001";
    private static final String OTHER = "01900000-0000-7000-8000-000000000002";

    private RequestMappingHandlerMapping routes;

    @RestController
    static class Places {
        @PostMapping("/api/{collection}/{id}/{command}")
        void command() {}

        @PostMapping("/api/imports/{id}/confirm")
        void confirm() {}

        @PostMapping(path = "/api/imports/{id}/decide", consumes = "application/json")
        void decide() {}

        @GetMapping("/api/{collection}/{id}")
        void item() {}

        @GetMapping("/risks/{id:[0-9a-f-]+}")
        void risk() {}

        @GetMapping("/plans/{id}")
        void plan() {}

        @GetMapping(path = "/plans/{id}", params = "step")
        void step() {}

        @PostMapping(path = "/live/{command}", headers = "!Idempotency-Key")
        void form() {}

        @PostMapping(path = "/live/{command}", headers = "Idempotency-Key")
        void outbox() {}
    }

    @BeforeEach
    void open() {
        var context = new StaticWebApplicationContext();
        context.registerSingleton("places", Places.class);
        routes = new RememberedRoutes().getRequestMappingHandlerMapping();
        routes.setApplicationContext(context);
        routes.afterPropertiesSet();
    }

    @Test
    void the_second_time_as_the_first_and_with_its_own_ids() throws Exception {
        assertThat(led("POST", "/api/actions/" + ONE + "/report-progress")).isEqualTo("command {collection=actions, command=report-progress, id=" + ONE + "}");
        assertThat(led("POST", "/api/actions/" + OTHER + "/report-progress")).isEqualTo("command {collection=actions, command=report-progress, id=" + OTHER + "}");
        assertThat(led("GET", "/api/actions/" + ONE)).isEqualTo("item {collection=actions, id=" + ONE + "}");
        assertThat(led("HEAD", "/api/actions/" + OTHER)).isEqualTo("item {collection=actions, id=" + OTHER + "}");
    }

    @Test
    void the_nearest_route_wins_both_times() throws Exception {
        for (var id : new String[] {ONE, OTHER}) {
            assertThat(led("POST", "/api/imports/" + id + "/confirm")).isEqualTo("confirm {id=" + id + "}");
            assertThat(led("POST", "/api/imports/" + id + "/undo")).isEqualTo("command {collection=imports, command=undo, id=" + id + "}");
        }
    }

    @Test
    void a_route_that_asks_for_more_than_a_path_is_looked_for_each_time() throws Exception {
        for (var id : new String[] {ONE, OTHER, ONE}) {
            assertThat(led(request("GET", "/plans/" + id, null, null))).startsWith("plan ");
            assertThat(led(request("GET", "/plans/" + id, "step", null))).startsWith("step ");
            assertThat(led(request("POST", "/live/put-question", null, null))).startsWith("form ");
            assertThat(led(request("POST", "/live/put-question", null, "Idempotency-Key"))).startsWith("outbox ");
        }
    }

    @Test
    void what_is_of_another_type_is_refused_before_and_after_a_request_that_is_right() throws Exception {
        for (int time = 0; time < 2; time++) {
            var wrong = request("POST", "/api/imports/" + ONE + "/decide", null, null);
            wrong.setContentType("text/plain");
            assertThat(led(wrong)).startsWith("command ");
            var right = request("POST", "/api/imports/" + ONE + "/decide", null, null);
            right.setContentType("application/json");
            assertThat(led(right)).startsWith("decide ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/risks/*", "/risks/{}", "/risks/%20", "/risks/x"})
    void what_is_no_id_is_not_taken_for_one(String path) throws Exception {
        assertThat(led("GET", "/risks/" + ONE)).startsWith("risk ");
        assertThat(led("GET", path)).isNull();
        assertThat(led("GET", "/risks/" + OTHER)).startsWith("risk ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api", "/plans/" + ONE + "/more"})
    void what_leads_nowhere_leads_nowhere_again(String path) throws Exception {
        assertThat(led("GET", path)).isNull();
        assertThat(led("GET", path)).isNull();
    }

    @Test
    void another_method_is_refused_whatever_was_asked_before() throws Exception {
        led("GET", "/plans/" + ONE);
        assertThatThrownBy(() -> led("DELETE", "/plans/" + ONE)).isInstanceOf(HttpRequestMethodNotSupportedException.class);
    }

    private @Nullable String led(String method, String path) throws Exception {
        return led(request(method, path, null, null));
    }

    private @Nullable String led(MockHttpServletRequest request) throws Exception {
        var chain = routes.getHandler(request);
        if (chain == null) {
            return null;
        }
        assertThat(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)).isNotNull();
        @SuppressWarnings("unchecked")
        var variables = new TreeMap<>((Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE));
        return ((HandlerMethod) chain.getHandler()).getMethod().getName() + " " + variables;
    }

    private static MockHttpServletRequest request(String method, String path, @Nullable String parameter, @Nullable String header) {
        var request = new MockHttpServletRequest(method, path);
        if (parameter != null) {
            request.addParameter(parameter, "2");
        }
        if (header != null) {
            request.addHeader(header, UUID.randomUUID().toString());
        }
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }
}
