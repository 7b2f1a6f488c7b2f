package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser: as people open them, in both languages and themes, on a wall and on a telephone. */
class PagesTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static Chromium chromium;
    private static List<String> pages;
    private static String action;

    @BeforeAll
    static void furnish() {
        Chromium.need();
        chromium = new Chromium();
        created("institutions", "{'name':'Dirección de Páginas','acronym':'DIPAG','kind':'state','effectiveOn':'2010-01-01'}");
        var body = created("bodies", "{'name':'Mesa de Páginas','acronym':'MEPAG','kind':'table','effectiveOn':'2010-01-01'}");
        var plan = created("plans", "{'code':'PAGINAS','title':'Plan de las páginas','kind':'improvement-plan','body':'MEPAG','calendar':[{'period':'T1','from':'2015-01-01','until':'2015-03-31'},{'period':'T2','from':'2015-04-01','until':'2015-06-30'}],'effectiveOn':'2015-01-01'}");
        var agreement = created("agreements", "{'kind':'decision','title':'Acuerdo de las páginas','text':'Se establece que las páginas se leen.','body':'MEPAG','adoption':'consensus','effectiveOn':'2015-01-05'}");
        action = created("actions", "{'title':'Redactar las páginas','plan':'PAGINAS','number':'1','agreement':'" + agreement + "','schedule':{'periods':['T1']},"
                + "'responsible':[{'institution':'DIPAG','role':'lead'}],'effectiveOn':'2015-01-05'}");
        var meeting = created("meetings", "{'body':'MEPAG','startsAt':'2015-02-03T09:00:00-06:00','place':'Casa Presidencial','agenda':[{'title':'Lectura'}],'effectiveOn':'2015-01-26'}");
        var caseFile = created("case-files", "{'title':'Expediente de las páginas','body':'MEPAG','effectiveOn':'2015-01-05'}");
        var indicator = created("indicators", "{'name':'Páginas leídas','kind':'product','unit':'páginas','plan':'PAGINAS','effectiveOn':'2015-01-05'}");
        var risk = REGISTER.post("/api/risks", "{'scenario':'Nadie lee las páginas','plan':'PAGINAS','warningSigns':['Nadie entra'],'preventive':['Invitar'],'damageReduction':['Imprimir'],'adjustments':['Resumir'],'effectiveOn':'2015-01-05'}").is(201);
        REGISTER.list("/api/risks?plan=PAGINAS", risk);
        pages = List.of("/", "/actions?plan=PAGINAS", "/commitments?institution=DIPAG", "/agreements", "/meetings", "/plans", "/case-files", "/institutions?q=DIPAG", "/bodies", "/indicators", "/risks",
                "/actions/" + action, "/actions/" + action + "?step=1", "/actions/" + action + "?on=31/01/2015", "/agreements/" + agreement, "/meetings/" + meeting, "/plans/" + plan,
                "/case-files/" + caseFile, "/indicators/" + indicator, "/risks/" + risk.id(), "/bodies/" + body, "/search?q=paginas", "/actions/new", "/meetings/new",
                "/actions/" + action + "/report-progress", "/actions/" + action + "/cancel-action", "/meetings/" + meeting + "/open-meeting", "/cuenta");
    }

    private static String created(String collection, String body) {
        return REGISTER.post("/api/" + collection, body).is(201).id();
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"es, LIGHT, 1440", "en, DARK, 390"})
    void every_page_is_there_for_everybody(String language, ColorScheme scheme, int width) {
        try (var context = Inspection.context(chromium, language, scheme, width)) {
            new Inspection(Inspection.signedIn(context, "admin", HttpRegister.PASSWORD), language, language + "-" + width).of(pages);
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
            page.locator("summary").click();
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
            page.fill("#i-grounds", "No procede.");
            page.locator(".form button").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("No está permitido");
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
}
