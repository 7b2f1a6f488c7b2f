package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole story of an agreement, clicked through by three people in two languages: the coordination unit convenes and
 * records, an institution's liaison accepts, reports and delivers, and an auditor looks at every step of it.
 */
class CouncilStoryTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static final String PASSWORD = "tres personas y dos idiomas";
    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> open = new ArrayList<>();

    @BeforeAll
    static void council() {
        Chromium.need();
        chromium = new Chromium();
        created("institutions", "{'name':'Ministerio de la Historia','acronym':'MIHIS','kind':'state','effectiveOn':'2014-09-01'}");
        created("institutions", "{'name':'Secretaría de la Historia','acronym':'SEHIS','kind':'state','effectiveOn':'2014-09-01'}");
        var body = created("bodies", "{'name':'Consejo de la Historia','acronym':'COHIS','kind':'council','effectiveOn':'2014-09-01'}");
        REGISTER.post("/api/bodies/" + body + "/seat-institution", "{'institution':'MIHIS','role':'member','effectiveOn':'2014-09-01'}").is(200);
        var last = REGISTER.post("/api/bodies/" + body + "/set-quorum", "{'atLeast':1,'effectiveOn':'2014-09-01'}").is(200);
        REGISTER.list("/api/bodies?q=COHIS", last);
    }

    private static String created(String collection, String body) {
        return REGISTER.post("/api/" + collection, body).is(201).id();
    }

    @AfterEach
    void nobody_complained() {
        open.forEach(BrowserContext::close);
        assertThat(complaints).isEmpty();
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void an_agreement_from_the_meeting_to_the_auditor() {
        var unit = invited("unidad.historia", "{'role':'coordinator'}", "es-SV");
        var liaison = invited("enlace.historia", "{'role':'liaison','institution':'MIHIS'}", "en-GB");
        var auditor = invited("auditora.historia", "{'role':'auditor'}", "en-GB");

        var meeting = convened(unit);
        var agreement = agreed(unit, meeting);
        var action = proposed(unit, agreement);

        accepted(liaison, action);
        reported(liaison, action);
        delivered(liaison, action);
        verified(unit, action);
        audited(auditor, action);
    }

    private String convened(Page unit) {
        go(unit, "/meetings/new");
        put(unit, "i-body", "COHIS");
        put(unit, "i-startsAt", "03/02/2015 09:00");
        put(unit, "i-place", "Casa Presidencial");
        put(unit, "i-agenda-0-title", "Seguimiento de acuerdos entre instituciones");
        when(unit, "26/01/2015");
        var meeting = record(unit);
        go(unit, "/meetings/" + meeting + "/open-meeting");
        put(unit, "i-attendance-0-institution", "MIHIS");
        when(unit, "03/02/2015");
        record(unit);
        go(unit, "/meetings/" + meeting + "/close-meeting");
        when(unit, "03/02/2015");
        record(unit);
        return meeting;
    }

    private String agreed(Page unit, String meeting) {
        go(unit, "/agreements/new");
        put(unit, "i-kind", "decision");
        put(unit, "i-title", "Mecanismo de seguimiento de la historia");
        put(unit, "i-text", "Se establece un mecanismo de seguimiento.");
        put(unit, "i-meeting", meeting);
        put(unit, "i-adoption", "consensus");
        when(unit, "03/02/2015");
        var agreement = record(unit);
        assertThat(unit.locator("main").textContent()).contains("ACU-COHIS-2015-0001");
        return agreement;
    }

    private String proposed(Page unit, String agreement) {
        go(unit, "/actions/new");
        put(unit, "i-title", "Poner en marcha el mecanismo de la historia");
        put(unit, "i-agreement", agreement);
        put(unit, "i-responsible-0-institution", "MIHIS");
        put(unit, "i-responsible-0-role", "lead");
        put(unit, "i-schedule-dueOn", "15/06/2015");
        when(unit, "03/02/2015");
        return record(unit);
    }

    private void accepted(Page liaison, String action) {
        go(liaison, "/actions/" + action);
        assertThat(liaison.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(liaison.locator(".may").textContent()).doesNotContain("Verify").doesNotContain("Cancel the action");
        go(liaison, "/actions/" + action + "/accept-commitment");
        when(liaison, "10/02/2015");
        record(liaison);
    }

    /** A refusal stands at its field, and nothing that was written is lost. */
    private void reported(Page liaison, String action) {
        go(liaison, "/actions/" + action + "/report-progress");
        put(liaison, "i-percent", "140");
        put(liaison, "i-narrative", "The mechanism is drafted.");
        when(liaison, "20/05/2015");
        liaison.locator(".form-do button").first().click();
        liaison.waitForSelector("#e-i-percent");
        assertThat(liaison.inputValue("#i-narrative")).isEqualTo("The mechanism is drafted.");
        put(liaison, "i-percent", "40");
        record(liaison);
    }

    private void delivered(Page liaison, String action) {
        go(liaison, "/actions/" + action + "/mark-delivered");
        put(liaison, "i-narrative", "It works.");
        when(liaison, "10/06/2015");
        record(liaison);
        // nobody verifies the own delivery
        go(liaison, "/actions/" + action + "/verify-delivery");
        put(liaison, "i-institution", "MIHIS");
        put(liaison, "i-finding", "complete");
        liaison.locator(".form-do button").first().click();
        liaison.waitForSelector("h1");
        assertThat(liaison.locator("h1").textContent()).isEqualTo("Not permitted");
    }

    private void verified(Page unit, String action) {
        go(unit, "/actions/" + action + "/verify-delivery");
        put(unit, "i-institution", "MIHIS");
        put(unit, "i-finding", "complete");
        when(unit, "22/06/2015");
        record(unit);
        assertThat(unit.locator(".state").textContent()).contains("Cumplida");
    }

    private void audited(Page auditor, String action) {
        go(auditor, "/actions/" + action);
        assertThat(auditor.locator(".may").count()).isZero();
        var steps = auditor.locator(".records li").count();
        assertThat(steps).isGreaterThanOrEqualTo(5);
        assertThat(auditor.locator(".records").textContent()).contains("unidad.historia").contains("enlace.historia");
        go(auditor, "/actions/" + action + "?step=1");
        for (int step = 1; step < steps; step++) {
            auditor.locator("a[rel=next]").first().click();
            auditor.waitForURL("**step=" + (step + 1) + "**");
        }
        assertThat(auditor.locator("a[rel=next]").count()).isZero();
        go(auditor, "/actions/" + action + "?on=15/02/2015");
        assertThat(auditor.locator(".past").count()).isEqualTo(1);
        assertThat(auditor.locator(".state").textContent()).doesNotContain("Fulfilled");
    }

    private Page invited(String account, String role, String locale) {
        var link = REGISTER.post("/api/invitations", "{'account':'" + account + "','roles':[" + role + "]}").is(201).text("link");
        var context = chromium.context(new NewContextOptions().setLocale(locale).setColorScheme(ColorScheme.LIGHT).setViewportSize(1280, 900));
        open.add(context);
        var page = context.newPage();
        listen(page);
        page.navigate(REGISTER.url() + link.replaceFirst("^https?://[^/]+", ""));
        page.fill("#next", PASSWORD);
        page.fill("#repeated", PASSWORD);
        page.locator("main button").first().click();
        page.waitForURL("**/entrar**");
        page.fill("#account", account);
        page.fill("#password", PASSWORD);
        page.locator("main button").first().click();
        page.waitForURL(url -> !url.contains("/entrar"));
        return page;
    }

    /** A refusal of ours is told as an error in the console by the browser itself; anything else there is one of ours. */
    private void listen(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(REGISTER.url())) {
                complaints.add("asked another host: " + request.url());
            }
        });
    }

    private static void go(Page page, String path) {
        page.navigate(REGISTER.url() + path);
    }

    private static void put(Page page, String id, String value) {
        var field = page.locator("#" + id);
        if (field.evaluate("element => element.tagName").equals("SELECT")) {
            field.selectOption(value);
        } else {
            field.fill(value);
        }
    }

    private static void when(Page page, String day) {
        page.locator("details.when").first().evaluate("element => { element.open = true }");
        page.fill("#i-effectiveOn", day);
    }

    /** Sends the form; answers the id of the item on whose page one is then. */
    private static String record(Page page) {
        page.locator(".form-do button").first().click();
        page.waitForLoadState();
        assertThat(page.url()).as(page.locator("main").innerText()).contains("recorded=");
        assertThat(page.locator(".notice").first().isVisible()).isTrue();
        return page.url().replaceFirst(".*/([0-9a-f-]{36})\\?.*", "$1");
    }
}
