package constancia.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.history.EveryCommand;
import constancia.app.server.RawHttp.Answer;
import constancia.postgres.TestPostgres;
import constancia.web.Collections;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever a request says of the register's name, even through the proxy that is believed, goes into no answer: what leaves it has the operator's address. */
class HostTest {

    private static final String ADDRESS = "https://registro.example";
    private static final HttpRegister REGISTER = HttpRegister.at(0, TestPostgres.newDurableDatabase(), "--constancia.proxy=127.0.0.1", "--constancia.address=" + ADDRESS);
    private static final List<String> CLAIMS = List.of("Host: hostil.example", "X-Forwarded-Host: hostil.example", "X-Forwarded-Server: hostil.example", "X-Forwarded-Prefix: /hostil", "X-Forwarded-Port: 6660",
            "X-Host: hostil.example", "X-Original-Host: hostil.example", "X-Original-URL: /hostil", "X-Rewrite-URL: /hostil", "X-Forwarded-Proto: https", "Forwarded: host=hostil.example;proto=https", "Referer: https://hostil.example/");
    private static final String NOBODY = "01900000-0000-7000-8000-0000000000ff";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::((?:[^{}]|\\{[^}]*})*))?}");
    private static final Pattern ENDS = Pattern.compile("/(salir|entrar|cuenta|invitacion).*");
    private static final Pattern KINDS = Pattern.compile("\\{\\w+:([a-z-]+(?:\\|[a-z-]+)+)}");

    private static List<String> items;

    @BeforeAll
    static void record() {
        items = EveryCommand.in(REGISTER).items();
    }

    @AfterAll
    static void close() {
        REGISTER.close();
    }

    private record Route(RequestMethod method, String path) {
        boolean ofPrograms() {
            return path.startsWith("/api/") || path.startsWith("/v3/");
        }
    }

    @Test
    void no_answer_tells_it_again_and_no_redirect_leaves_the_register() throws Exception {
        var whole = new TreeSet<String>();
        var redirects = new TreeSet<String>();
        try (var http = new RawHttp(REGISTER.port())) {
            var entered = signedIn(http);
            for (var route : routes()) {
                boolean reads = route.method == RequestMethod.GET;
                var session = route.ofPrograms() ? null : entered;
                for (var as : Stream.of(session == null ? "Authorization: " + REGISTER.newBearer() : session.cookie, "Accept: */*").toList()) {
                    var answer = http.send(request(route, as, session == null || reads ? "" : "_csrf=" + session.token), false);
                    innocent(route.toString(), answer);
                    if (answer.headers().containsKey("location")) {
                        redirects.add(route.path);
                        assertThat(answer.header("location")).as(route.toString()).matches("/([^/\\\\].*)?");
                    }
                    if (reads && answer.status() == 200 && !as.startsWith("Accept")) {
                        whole.add(route.path);
                    }
                }
                if (!reads && ENDS.matcher(route.path).matches()) {
                    entered = signedIn(http);
                }
            }
        }
        assertThat(redirects).as("every page sends to the sign-in page").hasSizeGreaterThan(60);
        assertThat(whole).hasSizeGreaterThan(130).anyMatch(path -> path.endsWith("/acta.pdf")).contains("/", "/cuenta", "/administration/accounts", "/api/actions", "/v3/api-docs");
    }

    @Test
    void what_the_server_answers_by_itself_does_not_either() throws Exception {
        try (var http = new RawHttp(REGISTER.port())) {
            for (var path : List.of("/actuator", "/actuator/health", "/actuator/env", "/error", "/no-such-page", "/webjars", "/api", "/api/", "/actions/", "/%2e%2e", "//hostil", "/\\hostil", "/a|b")) {
                for (var method : List.of("GET", "POST", "OPTIONS", "TRACE", "PUT")) {
                    var answer = http.send((method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", CLAIMS) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8), false);
                    assertThat(answer.text().toLowerCase(Locale.ROOT)).as(method + " " + path).doesNotContain("hostil.example");
                    assertThat(answer.headers().toString()).as(method + " " + path).doesNotContain("hostil.example");
                    http.close();
                }
            }
            for (var host : List.of("hostil.example:80:80", "hostil example", "hostil.example/\"><script>", "[hostil.example]", "hostil.example\r\nHost: hostil.example")) {
                innocent(host, http.send(("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").getBytes(StandardCharsets.UTF_8), false));
                http.close();
            }
        }
    }

    @Test
    void links_and_papers_have_the_operators_address() throws Exception {
        try (var http = new RawHttp(REGISTER.port())) {
            var session = signedIn(http);
            var invited = http.send(request(new Route(RequestMethod.POST, "/administration/accounts/new"), session.cookie,
                    "_csrf=" + session.token + "&account=marta.rivas&name=Marta&kind=person"), false);
            assertThat(invited.text()).contains("value=\"" + ADDRESS + "/invitacion/");
            innocent("invitation", invited);
            var meeting = items.stream().filter(item -> item.contains("/meetings/")).findFirst().orElseThrow().replace("/api", "");
            assertThat(readable(http.send(request(new Route(RequestMethod.GET, meeting + "/acta.pdf"), session.cookie, ""), false).body())).contains(ADDRESS + meeting);
        }
    }

    private static void innocent(String as, Answer answer) throws IOException {
        assertThat(answer.headers().toString().toLowerCase(Locale.ROOT)).as(as).doesNotContain("hostil", ":6660", "%3a6660");
        assertThat(readable(answer.body()).toLowerCase(Locale.ROOT)).as(as).doesNotContain("hostil");
        assertThat(answer.status()).as(as + answer.text()).isLessThan(500);
    }

    /** What somebody who opens it reads: papers and workbooks are packed. */
    private static String readable(byte[] body) throws IOException {
        var plain = new String(body, StandardCharsets.UTF_8);
        if (plain.startsWith("%PDF")) {
            try (var pdf = Loader.loadPDF(body)) {
                return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            }
        }
        if (plain.startsWith("PK")) {
            var all = new StringBuilder();
            try (var zip = new ZipInputStream(new ByteArrayInputStream(body))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    all.append(entry.getName()).append(readable(zip.readAllBytes()));
                }
            }
            return all.toString();
        }
        return plain;
    }

    private static byte[] request(Route route, String as, String form) {
        boolean body = route.method != RequestMethod.GET;
        var sent = route.ofPrograms() && body ? "{}" : form;
        return (route.method + " " + route.path + " HTTP/1.1\r\n" + String.join("\r\n", CLAIMS) + "\r\n" + as + "\r\n"
                + (body ? "Content-Type: " + (route.ofPrograms() ? "application/json" : "application/x-www-form-urlencoded") + "\r\nContent-Length: " + sent.length() + "\r\n" : "") + "\r\n" + (body ? sent : ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private record Session(String cookie, String token) {}

    private static Session signedIn(RawHttp http) throws IOException {
        var page = http.send(request(new Route(RequestMethod.GET, "/entrar"), "Accept: */*", ""), false);
        innocent("/entrar", page);
        var entered = http.send(request(new Route(RequestMethod.POST, "/entrar"), "Cookie: " + cookie(page, "__Host-constancia-entrada"),
                "account=admin&password=" + URLEncoder.encode(HttpRegister.PASSWORD, StandardCharsets.UTF_8) + "&_csrf=" + token(page)), false);
        innocent("POST /entrar", entered);
        assertThat(entered.header("location")).isEqualTo("/");
        var cookie = "Cookie: " + cookie(entered, "__Host-constancia");
        return new Session(cookie, token(http.send(request(new Route(RequestMethod.GET, "/cuenta"), cookie, ""), false)));
    }

    private static String cookie(Answer answer, String name) {
        var found = Pattern.compile(name + "=[^;]+").matcher(answer.header("set-cookie"));
        assertThat(found.find()).as(answer.headers().toString()).isTrue();
        return found.group();
    }

    private static String token(Answer page) {
        var found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.text());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(1);
    }

    /** Everything that Spring serves, for each kind of item, of items that are there; what is only read comes first. */
    private static List<Route> routes() {
        var routes = new ArrayList<Route>();
        REGISTER.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().forEach(pattern ->
                mapping.getMethodsCondition().getMethods().forEach(method -> kinds(pattern).forEach(path -> routes.add(new Route(method, filled(path, method)))))));
        return routes.stream().distinct().sorted((one, other) -> Boolean.compare(one.method != RequestMethod.GET, other.method != RequestMethod.GET)).toList();
    }

    private static Stream<String> kinds(String pattern) {
        var kinds = KINDS.matcher(pattern);
        if (kinds.find()) {
            return Stream.of(kinds.group(1).split("\\|")).map(kind -> pattern.replace(kinds.group(), kind));
        }
        return pattern.contains("{collection}") ? Arrays.stream(Collections.values()).map(collection -> pattern.replace("{collection}", collection.path())) : Stream.of(pattern);
    }

    private static String filled(String path, RequestMethod method) {
        var collection = Arrays.stream(Collections.values()).filter(each -> path.matches("(/api)?/" + each.path() + "/.*")).findFirst().orElse(Collections.ACTIONS);
        var item = items.stream().filter(one -> one.contains("/" + collection.path() + "/")).findFirst().orElseThrow();
        var values = Map.of("id", item.substring(item.lastIndexOf('/') + 1), "command", Collections.kebab(collection.commands().stream().filter(command -> !Collections.creates(command)).findFirst().orElseThrow()),
                "list", "actions", "account", method == RequestMethod.GET ? "admin" : "nadie", "n", "1", "period", "T1", "sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        return VARIABLE.matcher(path).replaceAll(variable -> values.getOrDefault(variable.group(1), NOBODY));
    }
}
