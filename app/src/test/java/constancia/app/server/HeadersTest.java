package constancia.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.server.RawHttp.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Every answer is strict, whoever gives it, and every refusal is a problem. */
class HeadersTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static final String SOME_ID = "01900000-0000-7000-8000-0000000000ff";
    private static final Map<String, String> STRICT = Map.of(
            "x-content-type-options", "nosniff", "referrer-policy", "same-origin",
            "cross-origin-opener-policy", "same-origin", "cross-origin-resource-policy", "same-origin", "cache-control", "no-store");

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private final RawHttp http = new RawHttp(REGISTER.port());

    @AfterEach
    void close() throws IOException {
        http.close();
    }

    @Test
    void every_route_answers_strictly_with_and_without_a_token_and_to_every_method() throws Exception {
        var asked = new TreeSet<String>();
        for (var path : paths()) {
            for (var method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")) {
                for (var headers : List.of(Map.<String, String>of(), Map.of("Authorization", REGISTER.bearer()), Map.of("Authorization", REGISTER.bearer(), "Accept", "text/html", "Content-Type", "application/json"))) {
                    strict(method + " " + path, http.ask(method, path, headers, method.equals("POST") && headers.size() == 3 ? "{".getBytes() : null), method.equals("HEAD"));
                }
            }
            asked.add(path);
        }
        assertThat(asked).hasSizeGreaterThan(40).contains("/api/actions", "/v3/api-docs", "/actuator/health", "/actuator/health/readiness");
    }

    private static List<String> paths() {
        var paths = new ArrayList<>(List.of("/", "/error", "/no-such-page", "/favicon.ico", "/actuator", "/actuator/health", "/actuator/health/readiness", "/actuator/env",
                "/api/no-such-thing/at/all/anywhere", "/api/actions/" + SOME_ID + "/no-such-command"));
        REGISTER.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues()
                .forEach(pattern -> paths.add(pattern.replace("{collection}", "actions").replace("{command}", "accept-commitment").replaceAll("\\{[^}]+}", SOME_ID))));
        return paths;
    }

    @Test
    void requests_that_the_server_itself_refuses_get_the_registers_problem() throws Exception {
        var refused = new LinkedHashMap<String, Integer>();
        refused.put("GET /api/actions?q=a|b\"<>^`{} HTTP/1.1\r\nHost: x\r\n\r\n", 400);
        refused.put("GET /api/actions?q=ñ HTTP/1.1\r\nHost: x\r\n\r\n", 400);
        refused.put("GET /api/actions HTTP/1.1\r\n\r\n", 400);
        refused.put("GET /api/actions HTTP/1.1\r\nHost: a b\r\n\r\n", 400);
        refused.put("GET /api/actions HTTP/7.1\r\nHost: x\r\n\r\n", 400);
        refused.put("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", 400);
        refused.put("GET /api/%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400);
        refused.put("GET /api/%zz HTTP/1.1\r\nHost: x\r\n\r\n", 400);
        refused.put("GET /api//actions;a=b HTTP/1.1\r\nHost: x\r\n\r\n", 400);
        refused.put("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n", 400);
        refused.put("GET /api/actions HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n", 400);
        refused.put("G\u0000T /api/actions HTTP/1.1\r\nHost: x\r\n\r\n", 400);
        refused.put("POST /api/actions HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n", 400);
        refused.put("POST /api/actions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: rot13\r\n\r\n", 400);
        refused.put("TRACE /api/actions HTTP/1.1\r\nHost: x\r\n\r\n", 405);
        refused.put("OPTIONS /api/no-such-thing HTTP/1.1\r\nHost: x\r\n\r\n", 401);
        for (var request : refused.entrySet()) {
            var as = request.getKey().substring(0, Math.min(80, request.getKey().length()));
            var answer = http.send(request.getKey().getBytes(StandardCharsets.UTF_8), false);
            strict(as, answer, false);
            assertThat(answer.status()).as(as + answer.text()).isEqualTo(request.getValue());
            http.close();
        }
    }

    private static void strict(String as, Answer answer, boolean bodiless) {
        assertThat(answer.headers()).as(as).containsAllEntriesOf(STRICT).containsKey("permissions-policy").doesNotContainKeys("server", "x-powered-by", "strict-transport-security");
        assertThat(answer.status()).as("%s: %s", as, answer.text()).isLessThan(500);
        if (as.matches("[^ ]+ /(api|v3|actuator)/.*") || answer.header("content-type").contains("json")) {
            assertThat(answer.header("content-security-policy")).as(as).isEqualTo(NOTHING);
            assertThat(answer.headers()).as(as).doesNotContainKey("set-cookie");
            problem(as, answer, bodiless);
        } else {
            // A page's own policy says more, and never less than where everything else comes from and who may frame it.
            assertThat(answer.header("content-security-policy")).as(as).startsWith("default-src 'none'; ").endsWith("frame-ancestors 'none'").doesNotContain("unsafe", "http", "*");
        }
    }

    private static void problem(String as, Answer answer, boolean bodiless) {
        if (answer.status() >= 400) {
            assertThat(answer.header("content-type")).as(as).startsWith("application/problem+json");
            if (!bodiless) {
                var problem = JsonMapper.shared().readTree(answer.body());
                assertThat(problem.get("status").asInt()).as(as).isEqualTo(answer.status());
                assertThat(problem.get("type").asString()).as(as).isEqualTo("urn:constancia:" + problem.get("code").asString());
                assertThat(problem.get("detail").asString()).as(as).isNotBlank();
            }
        }
    }
}
