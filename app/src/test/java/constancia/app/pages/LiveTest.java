package constancia.app.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session is prepared, held and minuted in a real browser; nothing that was written is lost or stands twice. */
class LiveTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static Chromium chromium;
    private static int next;

    private final List<String> complaints = new ArrayList<>();
    private final Map<String, String> institutions = new HashMap<>();
    private String tag;
    private String meeting;

    @BeforeAll
    static void enter() {
        Chromium.need();
        chromium = new Chromium();
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void convene() {
        tag = "LV" + ++next;
        for (var name : List.of("MJSP", "COMURES", "UE")) {
            institutions.put(name, created("institutions", "{'name':'Institución " + name + tag + "','acronym':'" + name + tag + "','kind':'state','effectiveOn':'2015-01-02'}"));
        }
        var body = created("bodies", "{'name':'Consejo de la sesión " + tag + "','acronym':'" + tag + "','kind':'council','effectiveOn':'2015-01-02'}");
        Stream.of("MJSP:leads", "COMURES:member", "UE:observer").map(seat -> seat.split(":")).forEach(seat -> REGISTER.post("/api/bodies/" + body + "/seat-institution",
                "{'institution':'" + seat[0] + tag + "','role':'" + seat[1] + "','effectiveOn':'2015-01-02'}").is(200));
        REGISTER.post("/api/bodies/" + body + "/set-quorum", "{'atLeast':2,'effectiveOn':'2015-01-02'}").is(200);
        var before = created("meetings", "{'body':'" + tag + "','startsAt':'2015-02-20T09:00:00-06:00','agenda':[{'title':'Diagnóstico'},{'title':'Mecanismo de financiamiento','minutes':30}],"
                + "'effectiveOn':'2015-02-10'}");
        REGISTER.post("/api/meetings/" + before + "/open-meeting", "{'attendance':[{'institution':'MJSP" + tag + "'},{'institution':'COMURES" + tag + "'}],'effectiveOn':'2015-02-20'}").is(200);
        var agreement = created("agreements", "{'kind':'decision','title':'Municipios prioritarios','text':'Atender diez municipios.','meeting':'" + before + "','adoption':'consensus','effectiveOn':'2015-02-20'}");
        created("actions", "{'title':'Proponer la lista de municipios','agreement':'" + agreement + "','responsible':[{'institution':'COMURES" + tag + "','role':'lead'}],"
                + "'schedule':{'dueOn':'2015-03-10'},'effectiveOn':'2015-02-20'}");
        var funds = REGISTER.get("/api/meetings/" + before).body().at("/agenda/1/id").asString();
        REGISTER.post("/api/meetings/" + before + "/close-agenda-item", "{'item':'" + funds + "','outcome':'not-reached','effectiveOn':'2015-02-20'}").is(200);
        REGISTER.post("/api/meetings/" + before + "/close-meeting", "{'effectiveOn':'2015-02-20'}").is(200);
        meeting = created("meetings", "{'body':'" + tag + "','startsAt':'2015-03-27T09:00:00-06:00','place':'Casa Presidencial','agenda':[{'title':'Acuerdos de la sesión anterior','minutes':10},"
                + "{'title':'Reglamento de la mesa','presenter':'MJSP" + tag + "','minutes':40}],'effectiveOn':'2015-03-01'}");
    }

    private void open() {
        REGISTER.post("/api/meetings/" + meeting + "/open-meeting", "{'attendance':[{'institution':'MJSP" + tag + "'},{'institution':'COMURES" + tag + "'},{'institution':'UE" + tag
                + "'}],'effectiveOn':'2015-03-27'}").is(200);
    }

    private static String created(String collection, String body) {
        return REGISTER.post("/api/" + collection, body).is(201).id();
    }

    @ParameterizedTest
    @CsvSource({"es, LIGHT, 1440", "en, DARK, 390"})
    void a_session_from_its_preparation_to_its_minutes(String language, ColorScheme scheme, int width) {
        try (var context = context(language, scheme, width)) {
            var page = signedIn(context);
            page.navigate(REGISTER.url() + live());
            look(page, language + "-" + width + "-prepare");
            page.locator("section[aria-labelledby=h-backlog] form button").first().click();
            assertThat(page.locator("section[aria-labelledby=h-agenda] .rows li")).hasCount(3);
            page.locator(".attendance .choice input").nth(0).check();
            page.locator(".attendance .choice input").nth(1).check();
            page.locator(".attendance .choice input").nth(2).check();
            page.fill("#open-on", "27/03/2015");
            page.locator(".column-side form button").click();
            saved(page);

            page.locator("a[data-point='2']").click();
            note(page, "put-question", "#q-question", "¿Cada cuánto se reúne la mesa?");
            position(page, "COMURES", "Cada mes, en un municipio distinto.");
            position(page, "UE", "La asistencia técnica puede acompañar cada sesión.");
            note(page, "compile-proposal", "#q-options", "Una vez al mes\nCada dos meses");
            choose(page, "assess-proposal");
            page.selectOption("#q-assess-who", new com.microsoft.playwright.options.SelectOption().setLabel("COMURES" + tag));
            page.selectOption("#q-assessment", "agrees-with-reservation");
            page.fill("#q-assess-text", "Si hay fondos para el traslado.");
            page.keyboard().press("Control+Enter");
            choose(page, "conclude-deliberation");
            page.selectOption("#q-outcome", "consensus-with-reservations");
            page.locator("form.entry:visible button").click();
            saved(page);
            assertThat(page.locator(".point:visible .outcome")).isVisible();
            look(page, language + "-" + width + "-live");
            choose(page, "record-agreement");
            page.fill("#q-title", "Sesiones mensuales");
            page.fill("#q-text", "La mesa sesiona una vez al mes.");
            page.keyboard().press("Control+Enter");
            choose(page, "propose-action");
            page.fill("#q-what", "Preparar el calendario de sesiones");
            page.selectOption("#q-lead", new com.microsoft.playwright.options.SelectOption().setLabel("MJSP" + tag));
            page.fill("#q-due", "15/4/2015");
            page.keyboard().press("Control+Enter");
            saved(page);
            assertThat(page.locator(".agreement .said")).containsText("Preparar el calendario de sesiones");
            look(page, language + "-" + width + "-agreed");

            page.navigate(REGISTER.url() + "/meetings/" + meeting + "/wall");
            assertThat(page.locator(".wall")).isVisible();
            look(page, language + "-" + width + "-wall");

            page.navigate(REGISTER.url() + live());
            page.locator("form.close button").click();
            page.locator(".minutes .form-do a").first().click();
            page.locator(".form button").click();
            page.navigate(REGISTER.url() + live());
            page.locator(".minutes .form-do a", new Page.LocatorOptions().setHasText(language.equals("es") ? "Circular" : "Circulate")).click();
            page.locator(".form button").click();
            page.navigate(REGISTER.url() + live());
            look(page, language + "-" + width + "-minutes");
        }
        assertThat(complaints).isEmpty();
        var deliberation = REGISTER.get("/api/meetings/" + meeting).body().at("/deliberations/0");
        assertThat(deliberation.at("/positions").valueStream().map(one -> one.at("/institution/acronym").asString() + " " + one.get("counts").asBoolean())).containsExactly("COMURES" + tag + " true", "UE" + tag + " false");
        assertThat(deliberation.get("outcome").asString()).isEqualTo("consensus-with-reservations");
        assertThat(REGISTER.get("/api/meetings/" + meeting).body().at("/minutes/status").asString()).isEqualTo("circulated");
    }

    @ParameterizedTest
    @CsvSource({"es, LIGHT, 1440", "en, DARK, 390", "es, DARK, 1024"})
    void who_came_and_who_speaks_for_whom_is_called_and_the_quorum_is_always_seen(String language, ColorScheme scheme, int width) {
        var ana = created("persons", "{'name':'Ana Titular " + tag + "','office':'Viceministra'}");
        REGISTER.post("/api/institutions/" + institutions.get("MJSP") + "/appoint-representative", "{'person':'" + ana + "','capacity':'representative','office':'Viceministra','effectiveOn':'2015-01-05'}").is(200);
        var luis = created("persons", "{'name':'Luis del Directorio " + tag + "','office':'Técnico','institution':'COMURES" + tag + "'}");
        try (var context = context(language, scheme, width)) {
            var page = signedIn(context);
            page.navigate(REGISTER.url() + live());
            page.locator(".attendance .choice input").nth(0).focus();
            page.keyboard().press("Space");
            assertThat(page.locator("#cuenta")).hasAttribute("data-quorate", "false");
            page.keyboard().press("Tab");
            page.keyboard().press("ArrowDown");
            page.locator(".attendance .choice input").nth(1).check();
            assertThat(page.locator("#cuenta")).hasAttribute("data-quorate", "true");
            page.selectOption("#asiste-1", luis + ":delegate");
            page.locator(".attendance .choice input").nth(2).check();
            page.locator(".attendant").nth(2).locator("summary").click();
            page.fill("#asiste-2-name", "x".repeat(301));
            page.fill("#open-on", "27/03/2015");
            page.locator(".column-side form button").click();
            assertThat(page.locator(".attendant .fault")).isVisible();
            page.fill("#asiste-2-name", "Eva Delegada " + tag);
            page.fill("#asiste-2-office", "Jefa de cooperación");
            look(page, "roll-" + language + "-" + width);
            page.locator(".column-side form button").click();
            saved(page);
            assertThat(page.locator(".roll li")).containsText(new String[] {"Ana Titular", "Luis del Directorio", "Eva Delegada"});
            assertThat(page.locator("#quorum")).hasAttribute("data-quorate", "true");

            page.navigate(REGISTER.url() + live() + "?point=2");
            note(page, "put-question", "#q-question", "¿Quién convoca?");
            position(page, "MJSP", "La secretaría.");
            saved(page);
            assertThat(page.locator(".point:visible .entries .who")).containsText("Ana Titular");
            look(page, "attended-" + language + "-" + width);
            var correcting = context.newPage();
            correcting.navigate(REGISTER.url() + live());
            correcting.locator(".roll a").click();
            assertThat(correcting.locator("#i-attendance-0-person")).hasValue(Pattern.compile("Ana Titular.*"));
            look(correcting, "correcting-" + language + "-" + width);
            correcting.close();
            REGISTER.post("/api/meetings/" + meeting + "/rectify", "{'record':2,'replacement':{'attendance':[{'institution':'MJSP" + tag + "','person':'" + ana
                    + "','capacity':'representative'}]},'grounds':'COMURES se retiró antes de empezar.'}").is(200);
            page.evaluate("dispatchEvent(new Event('focus'))");
            assertThat(page.locator("#quorum")).hasAttribute("data-quorate", "false");
            assertThat(page.locator("#q-position-who option")).hasCount(2);
        }
        assertThat(complaints.stream().filter(one -> !one.contains("422"))).isEmpty();
        var opened = REGISTER.get("/api/meetings/" + meeting + "/history").is(200).body().at("/items/1/changes");
        assertThat(opened.toString()).contains("representative").contains("delegate");
        assertThat(REGISTER.get("/api/meetings/" + meeting).body().at("/deliberations/0/positions/0/person").asString()).isEqualTo(ana);
        assertThat(REGISTER.get("/api/persons?q=Eva+Delegada+" + tag).body().at("/items/0/office").asString()).isEqualTo("Jefa de cooperación");
    }

    @Test
    void what_was_written_without_a_network_is_on_record_once_and_in_order() {
        open();
        try (var context = context("es", ColorScheme.LIGHT, 1440)) {
            var page = signedIn(context);
            page.onDialog(Dialog::accept);
            page.navigate(REGISTER.url() + live() + "?point=2");
            note(page, "put-question", "#q-question", "¿Cada cuánto se reúne la mesa?");
            saved(page);

            context.setOffline(true);
            position(page, "MJSP", "Primera.");
            position(page, "COMURES", "Segunda.");
            assertThat(page.locator("#guardado")).containsText("Sin conexión. 2 anotaciones");
            position(page, "UE", "Tercera.");
            assertThat(page.locator("#pendientes li")).hasCount(3);
            page.close();

            context.setOffline(false);
            var answersLost = new ArrayList<String>();
            context.route(Pattern.compile(".*/live/record-position$"), route -> {
                // the register takes it, and its answer never arrives
                if (answersLost.size() < 2) {
                    route.fetch();
                    answersLost.add(route.request().headers().get("idempotency-key"));
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page = context.newPage();
            page.navigate(REGISTER.url() + live() + "?point=2");
            assertThat(page.locator("#pendientes li")).hasCount(3);
            page.reload();
            saved(page);
            assertThat(answersLost).hasSize(2);
            assertThat(page.locator(".point:visible .entries .said")).hasText(new String[] {"Primera.", "Segunda.", "Tercera."});
        }
        assertThat(said()).containsExactly("Primera.", "Segunda.", "Tercera.");
    }

    @Test
    void without_a_network_the_page_is_there_again_and_takes_what_is_said() {
        open();
        try (var context = context("es", ColorScheme.LIGHT, 1440)) {
            var page = signedIn(context);
            page.onDialog(Dialog::accept);
            page.navigate(REGISTER.url() + live() + "?point=2");
            note(page, "put-question", "#q-question", "¿Cada cuánto se reúne la mesa?");
            saved(page);
            page.waitForCondition(() -> kept(page).contains("data-stage=\"question\""));
            assertThat(kept(page)).as("what is reserved is not kept").doesNotContain("Cada cuánto");

            context.setOffline(true);
            page.reload();
            assertThat(page.locator(".kept-page")).containsText("Sin conexión");
            assertThat(page.evaluate("async () => Boolean(await caches.match(new URL(document.querySelector('main use').href.baseVal, location).pathname))")).as("the shapes are kept").isEqualTo(true);
            assertThat(page.locator("#punto-2")).isVisible();
            position(page, "MJSP", "Primera, sin red.");
            assertThat(page.locator("#pendientes li")).hasCount(1);
            page.reload();
            assertThat(page.locator("#pendientes li")).hasCount(1);
            position(page, "COMURES", "Segunda, sin red.");
            note(page, "compile-proposal", "#q-options", "Una vez al mes");
            choose(page, "assess-proposal");
            page.selectOption("#q-assess-who", new com.microsoft.playwright.options.SelectOption().setLabel("COMURES" + tag));
            page.locator("form.entry:visible button").click();
            choose(page, "conclude-deliberation");
            page.locator("form.entry:visible button").click();
            assertThat(page.locator("#guardado")).containsText("Sin conexión. 5 anotaciones");
            page.reload();
            choose(page, "record-agreement");
            page.fill("#q-title", "Sesiones mensuales");
            note(page, "record-agreement", "#q-text", "La mesa sesiona una vez al mes.");
            assertThat(page.locator("#pendientes li")).hasCount(6);
            page.reload();
            choose(page, "propose-action");
            page.fill("#q-due", "+15");
            page.fill("#q-what", "Preparar el calendario de sesiones");
            assertThat(page.locator("#q-due + .day-said")).isVisible();
            taken(page, "#q-what");
            assertThat(page.locator("#q-due + .day-said")).isHidden();
            assertThat(page.locator("#pendientes li")).hasCount(7);
            Inspection.keepPicture(page, "offline");

            var sent = new ArrayList<String>();
            page.onRequest(request -> sent.add(String.valueOf(request.postData())));
            var due = LocalDate.parse(page.getAttribute("html", "data-today")).plusDays(15).format(DateTimeFormatter.ofPattern("dd/MM/uuuu"));
            context.setOffline(false);
            saved(page);
            assertThat(sent).as("the day that was meant when it was written").anyMatch(body -> URLDecoder.decode(body, StandardCharsets.UTF_8).contains(due));
            assertThat(page.locator(".kept-page")).hasCount(0);
            assertThat(page.locator(".point:visible .entries .said").first()).hasText("Primera, sin red.");
            assertThat(page.locator(".agreement .said")).hasText("Preparar el calendario de sesiones · " + due);
            page.navigate(REGISTER.url() + "/meetings");
            page.locator("form[action$='/salir'] button").click();
            page.waitForURL(url -> url.contains("/entrar"));
            page.waitForCondition(() -> page.evaluate("async () => (await caches.keys()).length").equals(0));
        }
        assertThat(said()).containsExactly("Primera, sin red.", "Segunda, sin red.");
        assertThat(REGISTER.get("/api/meetings/" + meeting).body().at("/deliberations/0/outcome").asString()).isEqualTo("consensus");
    }

    @Test
    void of_a_reserved_meeting_nothing_is_kept() {
        open();
        try (var context = context("es", ColorScheme.LIGHT, 1440)) {
            var page = signedIn(context);
            page.navigate(REGISTER.url() + live() + "?point=2");
            page.waitForCondition(() -> !kept(page).isEmpty());
            REGISTER.post("/api/meetings/" + meeting + "/classify-meeting", "{'class':'confidential','legalBasis':'Art. 24, LAIP','effectiveOn':'2015-03-27','grounds':'En curso.'}").is(200);
            page.evaluate("dispatchEvent(new Event('focus'))");
            page.waitForCondition(() -> kept(page).isEmpty());
        }
    }

    private String kept(Page page) {
        return (String) page.evaluate("async path => { const kept = await caches.match(path); return kept ? kept.text() : ''; }", live());
    }

    @Test
    void what_is_being_written_and_what_is_refused_stay_where_they_are() {
        open();
        try (var context = context("es", ColorScheme.LIGHT, 1440)) {
            var page = signedIn(context);
            page.onDialog(Dialog::accept);
            page.navigate(REGISTER.url() + live() + "?point=2&kind=put-question");
            note(page, "put-question", "#q-question", "¿Quién convoca?");
            choose(page, "put-second-proposal");
            page.fill("#q-second", "Sin primera propuesta");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#pendientes .fault")).isVisible();
            position(page, "MJSP", "Sigue lo demás.");
            assertThat(page.locator(".point:visible .entries .said")).hasText("Sigue lo demás.");
            assertThat(page.locator("#guardado")).containsText("Una anotación no se pudo asentar");

            choose(page, "assess-proposal");
            page.selectOption("#q-assessment", "disagrees");
            page.fill("#q-assess-text", "A medio escri");
            page.waitForCondition(() -> page.evaluate("async () => (await new Promise(yes => { const o = indexedDB.open('constancia'); o.onsuccess = () => { const r = o.result.transaction('draft')"
                    + ".objectStore('draft').getAll(); r.onsuccess = () => { o.result.close(); yes(r.result); }; } })).flat(2)").toString().contains("A medio escri"));
            page.reload();
            choose(page, "assess-proposal");
            assertThat(page.locator("#q-assessment")).hasValue("disagrees");
            assertThat(page.locator("#q-assess-text")).hasValue("A medio escri");
            assertThat(page.locator("#pendientes li")).hasCount(1);
            page.locator("#pendientes button").first().click();
            assertThat(page.locator("#q-second")).hasValue("Sin primera propuesta");
            assertThat(page.locator("#pendientes li")).hasCount(0);
        }
        assertThat(said()).containsExactly("Sigue lo demás.");
    }

    @Test
    void whoever_signs_in_after_somebody_neither_sees_nor_sends_what_that_one_left() {
        open();
        var other = REGISTER.post("/api/invitations", "{'account':'otra." + tag.toLowerCase() + "','roles':[{'role':'coordinator'}]}").is(201).text("link");
        try (var context = context("es", ColorScheme.LIGHT, 1440)) {
            var page = signedIn(context);
            page.navigate(REGISTER.url() + live() + "?point=2");
            note(page, "put-question", "#q-question", "¿Quién preside?");
            saved(page);
            context.setOffline(true);
            position(page, "MJSP", "De quien se fue.");
            assertThat(page.locator("#guardado")).containsText("Sin conexión");
            page.close();
            context.setOffline(false);
            context.clearCookies();

            var second = context.newPage();
            invited(second, "otra." + tag.toLowerCase(), other);
            second.navigate(REGISTER.url() + live() + "?point=2");
            saved(second);
            assertThat(second.locator("#pendientes li")).hasCount(0);
            assertThat(said()).isEmpty();
            second.close();
            context.clearCookies();

            var back = signedIn(context);
            back.navigate(REGISTER.url() + live() + "?point=2");
            saved(back);
        }
        assertThat(said()).containsExactly("De quien se fue.");
    }

    @Test
    void whoever_may_not_know_what_is_said_sees_the_meeting_and_that_something_is_on_record() {
        open();
        REGISTER.post("/api/meetings/" + meeting + "/put-question", "{'question':'¿Qué no se sabe todavía?','effectiveOn':'2015-03-27'}").is(200);
        var link = REGISTER.post("/api/invitations", "{'account':'mira." + tag.toLowerCase() + "','roles':[{'role':'observer'}]}").is(201).text("link");
        try (var context = context("es", ColorScheme.LIGHT, 1440)) {
            var page = context.newPage();
            invited(page, "mira." + tag.toLowerCase(), link);
            for (var step : List.of("", "?step=2", "?step=3", "?from=2&to=3")) {
                assertThat(page.navigate(REGISTER.url() + "/meetings/" + meeting + step).status()).as(step).isEqualTo(200);
                assertThat(page.locator(".records li")).hasCount(3);
                assertThat(page.content()).doesNotContain("Qué no se sabe");
            }
        }
    }

    private static void invited(Page page, String account, String link) {
        page.navigate(REGISTER.url() + link.replaceFirst("^https?://[^/]+", ""));
        page.fill("#next", "una contraseña larga y propia");
        page.fill("#repeated", "una contraseña larga y propia");
        page.locator("main button").click();
        signIn(page, account, "una contraseña larga y propia");
    }

    @Test
    void without_a_script_the_same_forms_are_sent_as_any_other() {
        open();
        try (var context = chromium.context(new NewContextOptions().setLocale("es-SV").setJavaScriptEnabled(false))) {
            var page = signedIn(context);
            page.navigate(REGISTER.url() + live() + "?point=2&kind=put-question");
            page.fill("#q-question", "¿Cuándo?");
            page.locator("form.entry:visible button").click();
            page.navigate(REGISTER.url() + live() + "?point=2&kind=record-position");
            page.selectOption("#q-position-who", new com.microsoft.playwright.options.SelectOption().setLabel("MJSP" + tag));
            page.fill("#q-position", "Pronto.");
            page.locator("form.entry:visible button").click();
            assertThat(page.locator(".point:visible .said")).hasText("Pronto.");
            page.navigate(REGISTER.url() + live() + "?point=2&kind=put-second-proposal");
            page.fill("#q-second", "Otra");
            page.locator("form.entry:visible button").click();
            assertThat(page.locator(".problem")).isVisible();
            assertThat(page.locator("#q-second")).hasValue("Otra");
        }
        assertThat(said()).containsExactly("Pronto.");
    }

    private List<String> said() {
        return REGISTER.get("/api/meetings/" + meeting).body().at("/deliberations/0/positions").valueStream().map(one -> one.get("text").asString()).toList();
    }

    private String live() {
        return "/meetings/" + meeting + "/live";
    }

    private static void saved(Page page) {
        assertThat(page.locator("#guardado")).containsText(Pattern.compile("Todo asentado|All recorded"));
        assertThat(page.locator("#pendientes li")).hasCount(0);
    }

    private static void choose(Page page, String kind) {
        page.locator("a[data-kind=" + kind + "]").click();
    }

    private static void note(Page page, String kind, String field, String text) {
        choose(page, kind);
        page.fill(field, text);
        taken(page, field);
    }

    private void position(Page page, String who, String text) {
        choose(page, "record-position");
        page.selectOption("#q-position-who", page.locator("#q-position-who option", new Page.LocatorOptions().setHasText(who + tag)).getAttribute("value"));
        page.fill("#q-position", text);
        taken(page, "#q-position");
    }

    /** By keyboard; its field is empty again as soon as this computer has it. */
    private static void taken(Page page, String field) {
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(field)).hasValue("");
    }

    private void look(Page page, String name) {
        assertThat(page.content()).as(name).doesNotContain("??");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(name + " fits the width").isTrue();
        Axe.violations(page, name).forEach(complaints::add);
        Inspection.keepPicture(page, name);
    }

    private BrowserContext context(String language, ColorScheme scheme, int width) {
        return chromium.context(new NewContextOptions().setLocale(language.equals("es") ? "es-SV" : "en-GB").setColorScheme(scheme).setViewportSize(width, 900));
    }

    private Page signedIn(BrowserContext context) {
        context.setDefaultTimeout(15_000);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(complaints::add);
        signIn(page, "admin", HttpRegister.PASSWORD);
        return page;
    }

    private static void signIn(Page page, String account, String password) {
        page.navigate(REGISTER.url() + "/entrar");
        page.fill("#account", account);
        page.fill("#password", password);
        page.locator("main button").first().click();
        page.waitForURL(url -> !url.contains("/entrar"));
    }
}
