package constancia.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.web.Messages;
import constancia.web.Problems;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import tools.jackson.databind.json.JsonMapper;

/** The server around a servlet that tells who asks, sets a policy of its own, or fails. */
class ServerSetupTest {

    private static final String PAGES = "default-src 'none'; script-src 'nonce-abc'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private WebServer server;

    @AfterEach
    void stop() {
        server.stop();
        server.destroy();
    }

    @Test
    void nobody_is_believed_unless_a_proxy_is_configured() throws Exception {
        start("");
        var answer = ask("/", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https", "Forwarded", "for=203.0.113.9;proto=https");
        assertThat(answer.body()).isEqualTo("127.0.0.1 false");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void only_the_configured_proxy_is_believed() throws Exception {
        start("192.0.2.0/24");
        assertThat(ask("/", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https").body()).isEqualTo("127.0.0.1 false");
    }

    @Test
    void the_proxy_tells_who_asks_and_that_it_was_by_https() throws Exception {
        start("192.0.2.1, 127.0.0.0/8");
        var answer = ask("/", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https");
        assertThat(answer.body()).isEqualTo("203.0.113.9 true");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000; includeSubDomains");
        assertThat(ask("/", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "http").headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void what_the_asker_wrote_before_the_proxy_is_not_believed() throws Exception {
        start("127.0.0.1");
        assertThat(ask("/", "X-Forwarded-For", "10.0.0.1, 127.0.0.1, 203.0.113.9", "X-Forwarded-Proto", "https").body()).isEqualTo("203.0.113.9 true");
    }

    @Test
    void a_page_has_a_policy_of_its_own_and_everything_else() throws Exception {
        start("");
        var headers = ask("/page").headers();
        assertThat(headers.allValues("Content-Security-Policy")).containsExactly(PAGES);
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(ask("/").headers().allValues("Content-Security-Policy")).containsExactly("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void a_failure_tells_nothing_of_itself() throws Exception {
        start("");
        for (var path : new String[] {"/fails", "/fails-late"}) {
            var answer = ask(path, "Accept-Language", "en");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
            assertThat(answer.body()).contains("\"code\":\"internal-error\"", "The register failed").doesNotContain("Exception", "secret", "constancia.web", "half");
        }
    }

    @Test
    void a_status_that_the_register_does_not_use_is_a_request_that_cannot_be_read() throws Exception {
        start("");
        var answer = ask("/teapot");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"bad-request\"").doesNotContain("secret");
    }

    private void start(String proxies) {
        var factory = new TomcatServletWebServerFactory(0);
        new ServerSetup().aroundTheRegister(proxies, new Problems(new Messages()), JsonMapper.shared()).customize(factory);
        server = factory.getWebServer(context -> context.addServlet("told", new Told()).addMapping("/"));
        server.start();
    }

    private HttpResponse<String> ask(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static final class Told extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
            switch (request.getServletPath()) {
                case "/page" -> response.setHeader("Content-Security-Policy", PAGES);
                case "/fails" -> throw new ServletException("secret");
                case "/fails-late" -> {
                    response.getWriter().write("half an answer");
                    throw new IllegalStateException("secret");
                }
                case "/teapot" -> response.sendError(418, "secret");
                default -> response.getWriter().write(request.getRemoteAddr() + " " + request.isSecure());
            }
        }
    }
}
