package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import constancia.app.HttpRegister;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole story of an agreement, clicked through by three people in two languages: the coordination unit convenes, takes the minutes live and
 * has them approved; an institution's liaison observes and signs them, accepts, reports and delivers; an auditor looks at every step of it.
 */
class CouncilStoryTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static final String PASSWORD = "tres personas y dos idiomas";
    private static final String ACTION = "Poner en marcha el mecanismo de la historia";
    private static final String FOLIO = "ACU-COHIS-2015-0001";
    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> open = new ArrayList<>();

    @BeforeAll
    static void council() {
        Chromium.need();
        chromium = new Chromium();
        created("institutions", "{'name':'Ministerio de la Historia','acronym':'MIHIS','kind':'state','effectiveOn':'2014-09-01'}");
        created("institutions", "{'name':'Secretaría de la Historia','acronym':'SEHIS','kind':'state','effectiveOn':'2014-09-01'}");
        created("institutions", "{'name':'Cooperación de la Historia','acronym':'COOHIS','kind':'cooperation','effectiveOn':'2014-09-01'}");
        var body = created("bodies", "{'name':'Consejo de la Historia','acronym':'COHIS','kind':'council','effectiveOn':'2014-09-01'}");
        for (var seat : List.of("MIHIS member", "SEHIS member", "COOHIS observer")) {
            REGISTER.post("/api/bodies/" + body + "/seat-institution", "{'institution':'%s','role':'%s','effectiveOn':'2014-09-01'}".formatted((Object[]) seat.split(" "))).is(200);
        }
        var last = REGISTER.post("/api/bodies/" + body + "/set-quorum", "{'atLeast':2,'effectiveOn':'2014-09-01'}").is(200);
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
    void an_agreement_from_the_meeting_to_the_auditor() throws IOException {
        var unit = invited("unidad.historia", "{'role':'coordinator'}", "es-SV");
        var liaison = invited("enlace.historia", "{'role':'liaison','institution':'MIHIS'}", "en-GB");
        var auditor = invited("auditora.historia", "{'role':'auditor'}", "en-GB");
        assertThat(liaison.locator("html").getAttribute("lang")).isEqualTo("en");

        convened(unit);
        opened(unit);
        deliberated(unit);
        agreed(unit);
        circulated(unit);
        observed(liaison);
        answeredAndApproved(unit);
        signed(liaison);

        accepted(liaison);
        reported(liaison);
        delivered(liaison);
        verified(unit);
        audited(auditor);
    }

    private void convened(Page unit) {
        navigate(unit, "/meetings");
        unit.locator(".head-side a.button").click();
        put(unit, "i-body", "COHIS");
        put(unit, "i-startsAt", "03/02/2015 09:00");
        put(unit, "i-place", "Casa Presidencial");
        put(unit, "i-agenda-0-title", "Seguimiento de acuerdos entre instituciones");
        when(unit, "26/01/2015");
        record(unit);
    }

    private void opened(Page unit) {
        unit.locator(".head a[href$='/live']").click();
        for (int member = 0; member < 3; member++) {
            unit.locator(".attendance .choice input").nth(member).check();
        }
        unit.fill("#open-on", "03/02/2015");
        unit.locator(".column-side form button").click();
        saved(unit);
    }

    /** Who looks on is heard and not counted; what one disagrees with is proposed once more. */
    private void deliberated(Page unit) {
        unit.locator("a[data-point='1']").click();
        note(unit, "put-question", "¿Quién da seguimiento a los acuerdos?", "#q-question");
        chooses(unit, "record-position", "#q-position-who", "MIHIS", "Una unidad de la propia secretaría.", "#q-position");
        chooses(unit, "record-position", "#q-position-who", "COOHIS", "La cooperación puede acompañar.", "#q-position");
        note(unit, "compile-proposal", "Una unidad nueva", "#q-options");
        assessed(unit, "SEHIS", "disagrees", "No hay plazas.");
        note(unit, "put-second-proposal", "La unidad de coordinación que ya existe", "#q-second");
        assessed(unit, "MIHIS", "agrees", "");
        assessed(unit, "SEHIS", "agrees", "");
        kind(unit, "conclude-deliberation");
        unit.selectOption("#q-outcome", "consensus");
        unit.locator("form.entry:visible button").click();
        saved(unit);
        unit.waitForCondition(() -> unit.locator(".point:visible .entries").first().textContent().contains("COOHIS"));
        assertThat(unit.locator(".point:visible .entries").first().textContent()).contains("(obs.)");
    }

    private void agreed(Page unit) {
        kind(unit, "record-agreement");
        unit.fill("#q-title", "Mecanismo de seguimiento de la historia");
        note(unit, null, "La unidad de coordinación da seguimiento a los acuerdos.", "#q-text");
        kind(unit, "propose-action");
        unit.fill("#q-what", ACTION);
        unit.selectOption("#q-lead", new SelectOption().setLabel("MIHIS"));
        unit.fill("#q-due", "15/6/2015");
        unit.keyboard().press("Control+Enter");
        saved(unit);
        unit.waitForCondition(() -> unit.locator(".agreement").textContent().contains(ACTION));
        assertThat(unit.locator(".agreement").textContent()).contains(FOLIO);
    }

    private void circulated(Page unit) {
        unit.locator("form.close button").click();
        unit.locator(".minutes a[href$='/draft-minutes']").click();
        when(unit, "04/02/2015");
        record(unit);
        unit.locator(".may a[href$='/circulate-minutes']").click();
        put(unit, "i-observationsUntil", "20/02/2015");
        when(unit, "05/02/2015");
        record(unit);
    }

    private void observed(Page liaison) {
        home(liaison);
        assertThat(block(liaison, "to-acknowledge").textContent()).contains("COHIS").contains("20/02/2015");
        block(liaison, "to-acknowledge").locator("a.button").click();
        when(liaison, "09/02/2015");
        record(liaison);
        liaison.locator(".head a[href$='/live']").click();
        assertThat(liaison.locator(".minutes-text").textContent()).contains("¿Quién da seguimiento a los acuerdos?");
        liaison.locator(".minutes a[href$='/observe-minutes']").click();
        put(liaison, "i-text", "El plazo se acordó en días hábiles.");
        when(liaison, "10/02/2015");
        record(liaison);
    }

    private void answeredAndApproved(Page unit) throws IOException {
        home(unit);
        row(unit, "to-approve", "COHIS").locator(".todo-what a").click();
        unit.locator(".head a[href$='/live']").click();
        assertThat(unit.locator(".minutes .entries").textContent()).contains("El plazo se acordó en días hábiles.");
        unit.locator(".minutes .entries a").click();
        put(unit, "i-taken", "false");
        put(unit, "i-why", "La fecha se leyó en voz alta y nadie la objetó.");
        when(unit, "21/02/2015");
        record(unit);
        unit.locator(".may a[href$='/approve-minutes']").click();
        when(unit, "23/02/2015");
        record(unit);
        unit.locator(".head a[href$='/live']").click();
        assertThat(unit.locator(".minutes code").textContent()).matches("[0-9a-f]{64}");
        assertThat(Printed.at(unit, unit.locator(".head a[href$='acta.pdf']").getAttribute("href")).text()).contains(FOLIO, ACTION);
    }

    private void signed(Page liaison) {
        home(liaison);
        block(liaison, "to-sign").locator("a.button").click();
        when(liaison, "25/02/2015");
        record(liaison);
        home(liaison);
        assertThat(block(liaison, "to-sign").count()).isZero();
    }

    private void accepted(Page liaison) {
        row(liaison, "accept", ACTION).locator("a.button").click();
        when(liaison, "26/02/2015");
        record(liaison);
        assertThat(liaison.locator(".may").textContent()).doesNotContain("Verify").doesNotContain("Cancel the action");
    }

    /** A refusal stands at its field, and nothing that was written is lost. */
    private void reported(Page liaison) {
        liaison.locator(".may a[href$='/report-progress']").click();
        put(liaison, "i-percent", "140");
        put(liaison, "i-narrative", "The mechanism is drafted.");
        when(liaison, "20/05/2015");
        liaison.locator(".form-do button").first().click();
        liaison.waitForSelector("#e-i-percent");
        assertThat(liaison.inputValue("#i-narrative")).isEqualTo("The mechanism is drafted.");
        put(liaison, "i-percent", "40");
        record(liaison);
    }

    private void delivered(Page liaison) {
        liaison.locator(".may a[href$='/mark-delivered']").click();
        put(liaison, "i-narrative", "It works.");
        when(liaison, "10/06/2015");
        var action = record(liaison);
        // nobody verifies the own delivery
        assertThat(liaison.navigate(REGISTER.url() + "/actions/" + action + "/verify-delivery").status()).isEqualTo(403);
    }

    private void verified(Page unit) {
        home(unit);
        row(unit, "verify", ACTION).locator("a.button").click();
        put(unit, "i-finding", "complete");
        when(unit, "22/06/2015");
        record(unit);
        assertThat(unit.locator(".state").textContent()).contains("Cumplida");
    }

    /** By the folio to the agreement, from there to what was to be done, and through all that became of it. */
    private void audited(Page auditor) {
        auditor.fill("#seek", FOLIO);
        auditor.keyboard().press("Enter");
        auditor.waitForURL("**/agreements/**");
        auditor.locator("main a", new LocatorOptions().setHasText(ACTION)).first().click();
        assertThat(auditor.locator(".may").count()).isZero();
        var steps = auditor.locator(".records li").count();
        assertThat(steps).isGreaterThanOrEqualTo(5);
        assertThat(auditor.locator(".records").textContent()).contains("unidad.historia").contains("enlace.historia");
        auditor.locator(".records li a").first().click();
        for (int step = 1; step < steps; step++) {
            auditor.locator("a[rel=next]").first().click();
            auditor.waitForURL("**step=" + (step + 1) + "**");
        }
        assertThat(auditor.locator("a[rel=next]").count()).isZero();
        auditor.fill("#on", "15/03/2015");
        auditor.locator("section[aria-labelledby=mirar] button").click();
        assertThat(auditor.locator(".past").count()).isEqualTo(1);
        assertThat(auditor.locator(".state").textContent()).contains("Committed").doesNotContain("Fulfilled");
    }

    private static void navigate(Page page, String path) {
        var place = page.locator(".main-nav a[href='" + path + "']");
        if (!place.isVisible()) {
            page.locator(".main-nav details", new LocatorOptions().setHas(place)).locator("summary").click();
        }
        place.click();
    }

    private static void home(Page page) {
        page.locator(".bar-name").click();
    }

    private static Locator block(Page page, String key) {
        return page.locator("section[aria-labelledby=b-" + key + "]");
    }

    private static Locator row(Page page, String key, String called) {
        return block(page, key).locator("li").filter(new FilterOptions().setHasText(called));
    }

    private static void saved(Page page) {
        page.waitForCondition(() -> page.locator("#guardado").textContent().contains("Todo asentado"));
    }

    private static void kind(Page page, String kind) {
        page.locator("a[data-kind=" + kind + "]").click();
    }

    /** By keyboard; what was written is gone from its field as soon as this computer has it. */
    private static void note(Page page, @Nullable String kind, String text, String field) {
        if (kind != null) {
            kind(page, kind);
        }
        page.fill(field, text);
        page.keyboard().press("Control+Enter");
        page.waitForCondition(() -> page.inputValue(field).isEmpty());
        saved(page);
    }

    private static void chooses(Page page, String kind, String who, String institution, String text, String field) {
        kind(page, kind);
        page.selectOption(who, page.locator(who + " option", new LocatorOptions().setHasText(institution)).getAttribute("value"));
        note(page, null, text, field);
    }

    private static void assessed(Page page, String institution, String assessment, String text) {
        kind(page, "assess-proposal");
        page.selectOption("#q-assessment", assessment);
        chooses(page, "assess-proposal", "#q-assess-who", institution, text, "#q-assess-text");
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
