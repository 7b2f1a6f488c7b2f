package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import constancia.app.demo.Demo;
import constancia.app.texts.Repository;
import constancia.postgres.TestPostgres;
import constancia.web.security.Demonstration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.thymeleaf.cache.TemplateCacheKey;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Every page there is, of a register full of data and of an empty one, in both languages and themes and at every width. A page that nobody walks fails. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageTest {

    private static final Path SHEETS = Repository.root().resolve("samples/consejo-seguridad-2014.xlsx");
    private static final String NOBODY = "01900000-0000-7000-8000-0000000000ff";

    private static final HttpRegister SHARED = HttpRegister.shared();
    private static final TreeSet<String> WALKED = new TreeSet<>();
    private static Chromium chromium;
    private static HttpRegister full;
    /** One that wants a second factor of everybody, so that the pages of that are seen too. */
    private static HttpRegister empty;
    private static final List<String> recovery = new ArrayList<>();

    @BeforeAll
    static void open() {
        Chromium.need();
        chromium = new Chromium();
        full = Demo.filled();
        empty = HttpRegister.on(TestPostgres.newDurableDatabase(), "--constancia.second-factor=required");
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
            empty.close();
        }
    }

    private static Visitor visitor(HttpRegister register, String language, ColorScheme theme) {
        return Visitor.to(register, chromium, language, theme, language.equals("es") ? 1440 : 390, true);
    }

    private static void walk(Visitor visitor, List<String> paths, String language) {
        for (var path : paths) {
            assertThat(visitor.walks(path, 200, language).locator(".demo").count()).as("what %s says of a demonstration", path).isEqualTo(visitor.in(full) ? 1 : 0);
        }
        WALKED.addAll(paths);
    }

    @Order(1)
    @ParameterizedTest
    @CsvSource({"es, LIGHT", "en, DARK"})
    void a_register_full_of_data(String language, ColorScheme theme) {
        try (var visitor = visitor(full, language, theme).signedIn("admin", HttpRegister.PASSWORD)) {
            walk(visitor, Addresses.of(full), language);
            // each form once: they are made of the same fields, and each field and command has its text in both languages
            var forms = Addresses.forms(full);
            walk(visitor, IntStream.range(0, forms.size()).filter(n -> n % 2 == (language.equals("es") ? 0 : 1)).mapToObj(forms::get).toList(), language);
            visitor.hasNoComplaint();
        }
    }

    @Order(2)
    @ParameterizedTest
    @CsvSource({"es, LIGHT", "en, DARK"})
    void an_empty_register_and_the_way_into_it(String language, ColorScheme theme) throws Exception {
        try (var visitor = visitor(empty, language, theme)) {
            walk(visitor, List.of("/entrar", "/entrar?salio", "/entrar/tema"), language);
            passes(visitor, language);
            walk(visitor, Addresses.of(empty), language);
            visitor.walks("/actions/" + NOBODY, 404, language);
            visitor.walks("/no-hay-tal-pagina", 404, language);
            visitor.hasNoComplaint();
        }
    }

    /** The first who signs in enrols a second factor, and whoever comes later gives a code. */
    private static void passes(Visitor visitor, String language) throws Exception {
        var page = visitor.page();
        enters(visitor, "otra contraseña");
        visitor.sees("wrong password", language);
        enters(visitor, HttpRegister.PASSWORD);
        for (var other : List.of(language.equals("es") ? "en" : "es", language)) {
            walk(visitor, List.of(page.url().replaceFirst("^https?://[^/]+", "").replaceAll("[?].*", "") + "?lang=" + other), other);
        }
        page.fill("#code", recovery.isEmpty() ? code(page.locator("code.secret").textContent()) : recovery.removeFirst());
        page.locator("main button").first().click();
        if (recovery.isEmpty()) {
            visitor.sees("recovery codes", language);
            recovery.addAll(page.locator(".codes code").allTextContents());
            page.locator("main a.button").click();
        }
    }

    private static void enters(Visitor visitor, String password) {
        visitor.at("/entrar", 200).fill("#account", "admin");
        visitor.page().fill("#password", password);
        visitor.page().locator("main button").first().click();
    }

    private static String code(String letters) throws Exception {
        var codes = new TimeBasedOneTimePasswordGenerator();
        return codes.generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(letters), codes.getAlgorithm()), empty.bean("wallClock", Clock.class).instant());
    }

    /** What neither of them has: somebody invited, somebody erased, a session that is held, a file that comes in, a filter that gets no name, a liaison's own institution, a form that was open for too long. */
    @Order(3)
    @ParameterizedTest
    @CsvSource({"es, DARK", "en, LIGHT"})
    void what_there_is_only_at_times(String language, ColorScheme theme) throws Exception {
        var link = SHARED.post("/api/invitations", "{'account':'invitada.%s','roles':[{'role':'observer'}]}".formatted(language)).is(201).text("link").replaceFirst("^https?://[^/]+", "");
        var meeting = held(language);
        var erased = SHARED.post("/api/persons", "{'name':'Suprimida de todas las páginas'}").is(201).id();
        SHARED.delete("/api/persons/" + erased, "{'grounds':'Lo pidió.'}").is(204);
        var file = SHARED.upload("/api/imports", SHEETS.getFileName().toString(), Files.readAllBytes(SHEETS), Map.of(), "es").is(201).id();
        try (var visitor = visitor(SHARED, language, theme)) {
            walk(visitor, List.of(link), language);
            visitor.walks("/invitacion/no-hay", 404, language);
            visitor.signedIn("admin", HttpRegister.PASSWORD);
            walk(visitor, List.of("/meetings/" + meeting + "/live", "/meetings/" + meeting + "/live/kept", "/meetings/" + meeting + "/wall", "/persons/" + erased, "/imports/" + file + "?view=doubts", "/imports/" + file + "?view=sheet", "/imports/" + file + "?view=preview"), language);
            visitor.walks("/persons/" + erased + "/erase", 409, language);
            SHARED.bean("workDb", JdbcClient.class).sql("update journal.import set status = 'running' where id = :id").param("id", UUID.fromString(file)).update();
            walk(visitor, List.of("/imports/" + file), language);
            keepsWithoutName(visitor, language);
            visitor.hasNoComplaint();
        }
        try (var visitor = visitor(full, language, theme).signedIn("enlace.mjsp", full.bean(Demonstration.class).password())) {
            walk(visitor, List.of("/", "/mine"), language);
            outlives(visitor, language);
            visitor.hasNoComplaint();
        }
    }

    private static String held(String language) {
        var body = "MESA-" + language.toUpperCase();
        SHARED.post("/api/institutions", "{'name':'Dirección de la %s','acronym':'D-%s','kind':'state','effectiveOn':'2015-01-02'}".formatted(body, body)).is(201);
        SHARED.post("/api/bodies", "{'name':'Mesa de todas las páginas','acronym':'%s','kind':'table','effectiveOn':'2015-01-02'}".formatted(body)).is(201);
        var meeting = SHARED.post("/api/meetings", "{'body':'%s','startsAt':'2015-02-20T09:00:00-06:00','agenda':[{'title':'Diagnóstico'},{'title':'Mecanismo de financiamiento','minutes':30}],'effectiveOn':'2015-02-10'}".formatted(body)).is(201).id();
        SHARED.post("/api/meetings/" + meeting + "/open-meeting", "{'attendance':[{'institution':'D-%s'}],'effectiveOn':'2015-02-20'}".formatted(body)).is(200);
        return meeting;
    }

    private static void keepsWithoutName(Visitor visitor, String language) {
        var page = visitor.at("/commitments?condition=overdue", 200);
        page.locator(".keep-fold summary").click();
        page.locator(".keep button").click();
        visitor.sees("a filter without a name", language);
    }

    private static void outlives(Visitor visitor, String language) {
        var page = visitor.at("/cuenta", 200);
        page.evaluate("document.querySelectorAll('[name=_csrf]').forEach(token => token.value = 'vencido')");
        page.locator("form[action='/salir'] button").click();
        assertThat(page.locator(".demo").isVisible()).isTrue();
        visitor.sees("refused", language);
    }

    @Order(4)
    @Test
    void none_is_left_out() throws Exception {
        var walked = WALKED.stream().map(path -> PathContainer.parsePath(path.replaceAll("[?].*", ""))).toList();
        assertThat(pages().toList()).hasSizeGreaterThan(35).allSatisfy(page -> assertThat(walked).as(page.toString()).anyMatch(path -> page.getPatterns().stream().anyMatch(pattern -> pattern.matches(path))));
        try (var templates = Files.list(Repository.root().resolve("web/src/main/resources/templates"))) {
            var drawn = Stream.of(full, empty, SHARED).flatMap(EveryPageTest::drawn).toList();
            assertThat(templates.filter(Files::isRegularFile).map(file -> file.getFileName().toString().replaceFirst("[.]html$", "")).toList()).hasSizeGreaterThan(35)
                    .allSatisfy(template -> assertThat(drawn).contains(template));
        }
    }

    /** What answers a page when it is asked for. */
    private static Stream<PathPatternsRequestCondition> pages() {
        return full.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(route -> route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET) && answersPage(route.getValue())).map(route -> route.getKey().getPathPatternsCondition());
    }

    private static boolean answersPage(HandlerMethod handler) {
        var answer = handler.getReturnType().getParameterType();
        return (answer == String.class || answer == ModelAndView.class) && !AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class) && !handler.hasMethodAnnotation(ResponseBody.class);
    }

    private static Stream<String> drawn(HttpRegister register) {
        return register.bean(SpringTemplateEngine.class).getCacheManager().getTemplateCache().keySet().stream().map(TemplateCacheKey::getTemplate);
    }
}
