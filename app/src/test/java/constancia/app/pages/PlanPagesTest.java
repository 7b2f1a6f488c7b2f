package constancia.app.pages;

import static constancia.app.pages.PlanScene.REGISTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import constancia.app.HttpRegister;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan as its matrix and on its line of time, as coordination units and liaisons use them. */
class PlanPagesTest {

    private static Chromium chromium;
    private static PlanScene scene;

    @BeforeAll
    static void furnish() {
        Chromium.need();
        chromium = new Chromium();
        scene = new PlanScene();
        REGISTER.list("/api/schedules?plan=MATRIZ", scene.on("1", "attach-evidence", 180, "'evidence':['" + REGISTER.document("acta de la matriz") + "'],'caption':'Acta'"));
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"es, LIGHT, 1440", "en, DARK, 1024", "es, DARK, 390"})
    void a_cell_opens_beside_the_matrix_for_everybody(String language, ColorScheme scheme, int width) {
        try (var visitor = Visitor.to(REGISTER, chromium, language, scheme, width, true).signedIn("admin", HttpRegister.PASSWORD)) {
            var page = visitor.at("/plans/" + scene.plan, 200);
            page.locator("#matriz a.mark").first().click();
            page.waitForSelector("dialog[open] #panel-title");
            visitor.looks("plan-panel");
            visitor.hasNoComplaint();
        }
    }

    @ParameterizedTest
    @CsvSource({"es, LIGHT, 1440", "en, DARK, 1024", "es, DARK, 390"})
    void the_line_of_time_and_its_groups_are_for_everybody(String language, ColorScheme scheme, int width) {
        try (var visitor = Visitor.to(REGISTER, chromium, language, scheme, width, true).signedIn("admin", HttpRegister.PASSWORD)) {
            var page = visitor.at("/timeline?plan=MATRIZ", 200);
            visitor.looks("line");
            page.locator(".group-fold").first().click();
            assertThat(page.locator("#lineas tbody").first().locator("tr:visible").count()).isEqualTo(1);
            visitor.looks("line-folded");
            visitor.at("/timeline?plan=MATRIZ&group=institution&scale=month", 200);
            visitor.looks("line-months");
            visitor.hasNoComplaint();
        }
    }

    @Test
    void each_cell_says_in_words_how_the_action_stood_in_that_period() {
        try (var visitor = admin()) {
            var page = visitor.at("/plans/" + scene.plan, 200);
            assertThat(page.locator(".answer").first().textContent()).contains("7 acciones", "una cumplida", "una vencida", "una sin responsable");
            assertThat(cells(page, "1")).containsExactly("Informada 25 %", "Informada 40 %", "En marcha", "Programada");
            assertThat(cells(page, "2")).containsExactly("Movida", "", "Comprometida Movida aquí", "");
            assertThat(cells(page, "3")).containsExactly("Sin informe", "Vencida", "", "");
            assertThat(cells(page, "4")).containsExactly("", "Cumplida", "", "");
            assertThat(cells(page, "5")).containsExactly("", "", "Bloqueada", "");
            assertThat(cells(page, "6")).containsExactly("", "", "", "Programada");
            assertThat(page.locator("#matriz .grid-group").allTextContents()).anySatisfy(heading -> assertThat(heading).contains("2 Componente del nivel nacional", "2.1 Fortalecer"));

            page = visitor.at("/plans/" + scene.plan + "?condition=overdue&period=T2", 200);
            assertThat(page.locator("#matriz tbody .grid-number").allTextContents()).containsExactly("3");
            assertThat(page.locator(".sieve summary").textContent()).isEqualTo("2 filtros: 1 de 7 acciones");
            page = visitor.at("/plans/" + scene.plan + "?node=" + PlanScene.COMPONENT + "&institution=CJMAT", 200);
            assertThat(page.locator("#matriz tbody .grid-number").allTextContents()).containsExactly("1", "2", "7");
        }
    }

    @Test
    void a_liaison_reports_from_the_cell_and_the_cell_tells_it() {
        var link = REGISTER.post("/api/invitations", "{'account':'enlace.matriz','roles':[{'role':'liaison','institution':'CJMAT'}]}").is(201).text("link");
        try (var visitor = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, true)) {
            var page = visitor.at(link.replaceFirst("^https?://[^/]+", ""), 200);
            page.fill("#next", "una contraseña larga y propia");
            page.fill("#repeated", "una contraseña larga y propia");
            page.locator("main button").click();
            visitor.signedIn("enlace.matriz", "una contraseña larga y propia");

            page = visitor.at("/plans/" + scene.plan, 200);
            page.locator("tr:has-text('Continuar el apoyo') a.mark").nth(2).click();
            page.waitForSelector("dialog[open] #panel-title");
            assertThat(page.locator("dialog .cell-part:has-text('MJMAT') a.button").count()).as("another institution's part").isZero();
            assertThat(page.locator("dialog .cell-part:has-text('CJMAT') .may").textContent()).contains("Informar avance", "Dar por entregada", "Solicitar prórroga").doesNotContain("Verificar");
            page.keyboard().press("Escape");
            assertThat((Boolean) page.evaluate("document.activeElement.matches('a.mark')")).as("back in the cell").isTrue();
            page.locator("tr:has-text('Capacitar a los enlaces') a.mark").first().focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Enter");
            page.waitForSelector("dialog[open] .cell-action:has-text('Capacitar')");
            page.locator("dialog .cell-part:has-text('CJMAT') .may a").first().click();
            page.waitForURL("**/report-progress?**");
            assertThat(page.inputValue("#i-period")).isEqualTo("T2");
            page.fill("#i-percent", "55");
            page.locator(".form button").click();
            assertThat(page.locator(".notice").textContent()).contains("Quedó asentado");

            page = visitor.at("/plans/" + scene.plan + "/actions/" + scene.actions.get("7") + "/T2", 200);
            assertThat(page.locator(".cell-part:has-text('CJMAT')").textContent()).contains("55 %");
            visitor.hasNoComplaint();
        }
    }

    @Test
    void without_scripts_a_cell_is_a_link_to_the_same() {
        try (var visitor = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1024, false).signedIn("admin", HttpRegister.PASSWORD)) {
            var page = visitor.at("/plans/" + scene.plan, 200);
            page.locator("tr:has-text('revisión participativa') a.mark").first().click();
            assertThat(page.url()).endsWith("/actions/" + scene.actions.get("3") + "/T1");
            assertThat(page.locator("#panel-title").textContent()).isEqualTo("Período: T1");
            assertThat(page.locator(".cell").textContent()).contains("Sin informe", "El período terminó sin el informe que se esperaba.", "Informar avance");
            visitor.at("/plans/" + scene.plan + "/actions/" + scene.actions.get("3") + "/T9", 404);
        }
    }

    @Test
    void on_paper_the_matrix_lies_across_with_its_head_and_without_what_cannot_be_pressed() throws IOException {
        try (var visitor = admin()) {
            var page = visitor.at("/plans/" + scene.plan, 200);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".tabs").isVisible()).isFalse();
            assertThat(page.locator(".sieve").isVisible()).isFalse();
            assertThat(page.evaluate("getComputedStyle(document.querySelector('#matriz thead')).display")).isEqualTo("table-header-group");
            assertThat((Boolean) page.evaluate("document.querySelector('.grid-window').scrollWidth <= document.querySelector('.grid-window').clientWidth")).isTrue();
            visitor.looks("paper");
            var printed = Printed.by(page).keepPictures("paper-matrix");
            assertThat(printed.liesAcross()).isTrue();
            assertThat(printed.pages()).first().asString().contains("Plan de mejora del sistema de prevención", "1 Continuar el apoyo");
            visitor.hasNoComplaint();
        }
    }

    @Test
    void on_paper_the_line_of_time_lies_across_with_its_bars_beside_what_they_are_of() throws IOException {
        try (var visitor = admin()) {
            var page = visitor.at("/timeline?plan=MATRIZ", 200);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".line rect.bar").first().isVisible()).isTrue();
            assertThat((Boolean) page.evaluate("""
                    () => Array.from(document.querySelectorAll('.line rect.bar')).every(bar => {
                        const drawn = bar.getBoundingClientRect(), cell = bar.closest('td').getBoundingClientRect()
                        return drawn.left >= cell.left - 1 && drawn.right <= cell.right + 1 && drawn.top >= cell.top && drawn.bottom <= cell.bottom
                    })""")).isTrue();
            assertThat(Printed.by(page).keepPictures("paper-line").liesAcross()).isTrue();
        }
    }

    @Test
    void from_a_body_and_an_institution_there_is_a_way_to_their_lines_of_time() {
        try (var visitor = admin()) {
            var page = visitor.at("/institutions?q=PNMAT", 200);
            page.locator("main table a").first().click();
            page.locator(".head a").click();
            assertThat(page.locator("#lineas tbody th a[href^='/actions/']").allTextContents()).contains("Publicar el mapa de actores", "Instalar el observatorio local").doesNotContain("Elaborar la guía de seguimiento");
            page = visitor.at("/bodies?q=MEMAT", 200);
            page.locator("main table a").first().click();
            page.locator(".head a").click();
            assertThat(page.locator(".answer").textContent()).contains("7 acciones");
            assertThat(page.locator("h1").textContent()).isEqualTo("Línea de tiempo: MEMAT · Mesa de la matriz");
            assertThat(page.title()).startsWith("Línea de tiempo: MEMAT");
            page.locator(".crumbs a").last().click();
            assertThat(page.locator("h1").textContent()).contains("Mesa de la matriz");
            page = visitor.at("/timeline?plan=MATRIZ&institution=PNMAT", 200);
            assertThat(page.locator("h1").textContent()).isEqualTo("Línea de tiempo: MATRIZ · Plan de mejora del sistema de prevención; PNMAT · Policía de la Matriz");
            assertThat(page.locator(".answer").textContent()).as("of what both have").contains("2 acciones");
            assertThat(visitor.at("/timeline?plan=0194d0c2-0000-7000-8000-00000000dead", 200).locator("h1").textContent()).as("of a plan that nobody may know of").isEqualTo("Línea de tiempo");
            visitor.hasNoComplaint();
        }
    }

    @Test
    void two_steps_of_a_plan_are_compared_on_its_sheet() {
        try (var visitor = admin()) {
            var page = visitor.at("/plans?q=MATRIZ", 200);
            page.locator("main table a").first().click();
            page.navigate(page.url().replaceAll("[?].*", "") + "?view=sheet");
            page.locator(".compare button").click();
            assertThat(page.locator(".replay").isVisible()).isTrue();
            page.locator(".replay-go a").click();
            assertThat(page.locator(".compare").isVisible()).isTrue();
            visitor.hasNoComplaint();
        }
    }

    @Test
    void the_line_of_time_says_for_the_ear_what_it_draws() {
        try (var visitor = admin()) {
            var page = visitor.at("/timeline?plan=MATRIZ&group=institution", 200);
            assertThat(page.locator(".answer").textContent()).contains("7 acciones", "una vencida", "2 con otro plazo que el original");
            assertThat(page.locator(".line-group").allTextContents()).anySatisfy(heading -> assertThat(heading).contains("CJMAT · Consejo")).anySatisfy(heading -> assertThat(heading).contains("Sin responsable", "una acción, ninguna vencida"));
            assertThat(page.locator(".line-group").allTextContents()).anySatisfy(heading -> assertThat(heading).contains("MJMAT", "2 acciones, una vencida"));
            assertThat(said(page, "Capacitar a los enlaces")).contains("Plazo original", "% informado", "una prórroga");
            assertThat(said(page, "revisión participativa")).contains("vencida hace 20 días");
            assertThat(said(page, "Instalar el observatorio")).contains("bloqueada desde el", "hito «Diagnóstico» alcanzado", "hito «Equipo instalado» previsto", "hito «Local listo» vencido", "depende de Realizar la revisión");
            assertThat(said(page, "Publicar el mapa")).contains("entregada el").contains("verificada el");
            for (var drawn : List.of("extension", "overdue", "impediment", "baseline", "fulfilled", "reported")) {
                assertThat(page.locator("#lineas .bar--" + drawn).count()).as(drawn).isPositive();
            }
            for (var sign : List.of("milestone", "milestone-overdue", "milestone-reached", "moved-due", "verified", "depends")) {
                assertThat(page.locator("#lineas .sign--" + sign).count()).as(sign).isPositive();
            }
            double quarters = page.locator("thead .line").boundingBox().width;
            page = visitor.at("/timeline?plan=MATRIZ&scale=month", 200);
            assertThat(page.locator("thead .line").boundingBox().width).as("zooming is the width of one column").isGreaterThan(quarters);
            assertThat(visitor.at("/timeline?plan=MATRIZ&condition=blocked", 200).locator("#lineas tbody a").first().textContent()).isEqualTo("Instalar el observatorio local");
            visitor.hasNoComplaint();
        }
    }

    private static Visitor admin() {
        return Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, true).signedIn("admin", HttpRegister.PASSWORD);
    }

    private static List<String> cells(Page page, String number) {
        return page.locator("#matriz tbody tr:has(.grid-number:text-is('" + number + "')) .grid-period").all().stream()
                .map(cell -> String.join(" ", cell.locator("a.mark > span").all().stream().map(part -> part.textContent().strip()).toList())).toList();
    }

    private static String said(Page page, String title) {
        return page.locator("#lineas tr:has-text('" + title + "') .line-cell .sr-only").first().textContent();
    }
}
