package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How people come in, through a real browser, and what they first do there. */
class PagesTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static Chromium chromium;
    private static String action;

    @BeforeAll
    static void furnish() {
        Chromium.need();
        chromium = new Chromium();
        REGISTER.post("/api/institutions", "{'name':'Dirección de Páginas','acronym':'DIPAG','kind':'state','effectiveOn':'2010-01-01'}").is(201);
        var proposed = REGISTER.post("/api/actions", "{'title':'Redactar las páginas','schedule':{'dueOn':'2015-03-31'},'responsible':[{'institution':'DIPAG','role':'lead'}],'effectiveOn':'2015-01-05'}").is(201);
        REGISTER.list("/api/commitments", proposed);
        action = proposed.id();
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_liaison_is_invited_reads_what_it_owes_and_answers() {
        var link = REGISTER.post("/api/invitations", "{'account':'enlace.paginas','roles':[{'role':'liaison','institution':'DIPAG'}]}").is(201).text("link");
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1024)) {
            var page = context.newPage();
            page.navigate(REGISTER.url() + link.replaceFirst("^https?://[^/]+", ""));
            page.fill("#next", "una contraseña larga y propia");
            page.fill("#repeated", "una contraseña larga y propia");
            page.locator("main button").click();
            page.navigate(REGISTER.url() + "/entrar");
            Inspection.signIn(page, "enlace.paginas", "una contraseña larga y propia");

            page.navigate(REGISTER.url() + "/");
            assertThat(page.locator(".todo").first().textContent()).contains("Redactar las páginas");
            page.navigate(REGISTER.url() + "/actions/" + action);
            assertThat(page.locator(".may").textContent()).contains("Informar avance").doesNotContain("Verificar entrega").doesNotContain("Cancelar la acción");
            page.locator(".may a", new Page.LocatorOptions().setHasText("Aceptar compromiso")).first().click();
            page.locator("main summary").click();
            page.fill("#i-effectiveOn", "10/1/2015");
            page.locator(".form button").click();
            assertThat(page.locator(".notice").textContent()).contains("Quedó asentado");

            page.navigate(REGISTER.url() + "/actions/" + action + "/report-progress");
            page.fill("#i-percent", "140");
            page.fill("#i-narrative", "Las páginas están escritas.");
            page.locator(".form button").click();
            assertThat(page.locator(".problem").textContent()).contains("Hay un problema");
            assertThat(page.locator("#e-i-percent").isVisible()).isTrue();
            assertThat(page.inputValue("#i-narrative")).isEqualTo("Las páginas están escritas.");
            page.fill("#i-percent", "40");
            page.locator(".form button").click();
            assertThat(page.locator(".notice").textContent()).contains("Quedó asentado");

            page.navigate(REGISTER.url() + "/actions/" + action + "/cancel-action");
            assertThat(page.locator("h1").textContent()).isEqualTo("No está permitido");
            assertThat(page.locator("main").textContent()).contains("pídalo a quien administra las cuentas");
        }
        Reply history = REGISTER.get("/api/actions/" + action + "/history").is(200);
        var told = history.body().get("items").valueStream().filter(record -> record.get("actor").asString().equals("enlace.paginas")).toList();
        assertThat(told).hasSize(2).allSatisfy(record -> assertThat(record.get("through").asString()).isEqualTo("web"));
        assertThat(told.getFirst().get("effectiveOn").asString()).isEqualTo("2015-01-10");
    }

    @Test
    void who_is_not_signed_in_is_led_to_the_door_and_back() {
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1024)) {
            var page = context.newPage();
            page.navigate(REGISTER.url() + "/actions/" + action);
            assertThat(page.url()).contains("/entrar?volver=");
            Inspection.signIn(page, "admin", HttpRegister.PASSWORD);
            assertThat(page.url()).endsWith("/actions/" + action);
            page.navigate(REGISTER.url() + "/actions/01900000-0000-7000-8000-0000000000ff");
            assertThat(page.locator("h1").textContent()).isEqualTo("No se encontró");
        }
    }

    @Test
    void in_another_language_it_is_the_same_page() {
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1024)) {
            var page = Inspection.signedIn(context, "admin", HttpRegister.PASSWORD);
            page.navigate(REGISTER.url() + "/actions?q=Redactar+las+p%C3%A1ginas&sort=dueOn");
            page.locator(".languages a[lang=en]").click();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(page.inputValue("#f-q")).isEqualTo("Redactar las páginas");
            page.locator(".themes button[value=dark]").click();
            assertThat(page.inputValue("#f-q")).isEqualTo("Redactar las páginas");
            page.navigate(REGISTER.url() + "/actions/" + action + "/rectify?record=1");
            page.locator(".languages a[lang=es]").click();
            assertThat(page.locator("h1").textContent()).contains("Rectificar");
        }
    }

    @Test
    void what_somebody_may_not_do_is_not_offered() {
        var institution = REGISTER.get("/api/institutions?q=DIPAG").is(200).body().at("/items/0/id").asString();
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1024)) {
            var page = Inspection.invited(context.newPage(), "observa.paginas", "{'role':'observer'}");
            assertThat(page.locator(".todo").first().isVisible()).isTrue();
            assertThat(page.locator(".todo .button").count()).isZero();
            page.navigate(REGISTER.url() + "/institutions/" + institution);
            assertThat(page.locator("main").textContent()).contains("Redactar las páginas");
            assertThat(page.locator(".do a").count()).isZero();
        }
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1024)) {
            var page = Inspection.signedIn(context, "admin", HttpRegister.PASSWORD);
            page.navigate(REGISTER.url() + "/institutions/" + institution);
            assertThat(page.locator(".do a").count()).isPositive();
        }
    }
}
