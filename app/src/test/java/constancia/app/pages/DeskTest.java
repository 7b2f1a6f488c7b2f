package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import constancia.app.texts.Repository;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import constancia.postgres.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first page asks of each what waits for that person, and leads to the form that settles it. */
class DeskTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static Chromium chromium;
    private static String meeting;

    @BeforeAll
    static void furnish() {
        Chromium.need();
        chromium = new Chromium();
        created("institutions", "{'name':'Ministerio del Escritorio','acronym':'MESC','kind':'state','effectiveOn':'2010-01-01'}");
        var body = created("bodies", "{'name':'Mesa del Escritorio','acronym':'MESAESC','kind':'table','effectiveOn':'2010-01-01'}");
        REGISTER.post("/api/bodies/" + body + "/seat-institution", "{'institution':'MESC','role':'member','effectiveOn':'2014-01-01'}").is(200);
        created("plans", "{'code':'ESCRITORIO','title':'Plan del escritorio','kind':'improvement-plan','body':'MESAESC','calendar':[{'period':'T1','from':'2015-01-01','until':'2015-03-31'}],'effectiveOn':'2015-01-01'}");
        var waiting = action("Equipar el escritorio");
        REGISTER.post("/api/actions/" + waiting + "/request-extension", "{'institution':'MESC','dueOn':'2015-06-30','grounds':'Faltan las sillas.','effectiveOn':'2015-03-02'}").is(200);
        var blocked = action("Ordenar el escritorio");
        REGISTER.post("/api/actions/" + blocked + "/report-impediment", "{'text':'No hay gavetas.','effectiveOn':'2015-03-02'}").is(200);
        meeting = created("meetings", "{'body':'MESAESC','startsAt':'2015-03-24T09:00:00-06:00','agenda':[{'title':'Lectura de acuerdos'}],'effectiveOn':'2015-03-01'}");
        REGISTER.post("/api/meetings/" + meeting + "/open-meeting", "{'attendance':[{'institution':'MESC'}],'effectiveOn':'2015-03-24'}").is(200);
        REGISTER.list("/api/meetings", REGISTER.post("/api/meetings/" + meeting + "/close-meeting", "{'effectiveOn':'2015-03-24'}").is(200));
    }

    private static String action(String title) {
        return created("actions", "{'title':'" + title + "','plan':'ESCRITORIO','schedule':{'dueOn':'2015-03-31'},'responsible':[{'institution':'MESC','role':'lead'}],'effectiveOn':'2015-01-05'}");
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

    @Test
    void an_extension_is_granted_by_who_may_authorise_it_in_two_clicks() {
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1024)) {
            var page = Inspection.invited(context.newPage(), "autoriza.escritorio", "{'role':'authoriser','plan':'ESCRITORIO'}");
            var block = block(page, "extensions");
            assertThat(block.textContent()).contains("Equipar el escritorio").contains("MESC pide plazo hasta el 30/06/2015").contains("Vence el 31/03/2015").contains("Faltan las sillas");
            assertThat(block(page, "blocked").count()).isZero();
            block.locator("a.button").click();
            record(page, "10/03/2015");
            assertThat(page.locator(".head .answer").textContent()).contains("30/06/2015");
            home(page);
            assertThat(block(page, "extensions").count()).isZero();
        }
    }

    @Test
    void the_minutes_go_from_the_secretariat_to_those_who_attended_and_back() {
        try (var secretariats = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1024); var liaisons = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1024)) {
            var secretariat = Inspection.invited(secretariats.newPage(), "secretaria.escritorio", "{'role':'technical-secretariat','body':'MESAESC'}");
            var liaison = Inspection.invited(liaisons.newPage(), "enlace.escritorio", "{'role':'liaison','institution':'MESC'}");
            assertThat(block(liaison, "to-acknowledge").count()).isZero();
            settled(secretariat, "to-draft", "25/03/2015");
            settled(secretariat, "to-circulate", "26/03/2015");
            home(liaison);
            settled(liaison, "to-acknowledge", "27/03/2015");
            home(secretariat);
            settled(secretariat, "to-approve", "10/04/2015");
            home(liaison);
            assertThat(block(liaison, "to-acknowledge").count()).isZero();
            settled(liaison, "to-sign", "11/04/2015");
            assertThat(block(liaison, "to-sign").count()).isZero();
            assertThat(REGISTER.get("/api/meetings/" + meeting + "/minutes").is(200).body().get("status").asString()).isEqualTo("approved");
        }
    }

    @Test
    void what_is_blocked_and_a_file_that_nobody_confirmed_wait_for_the_unit() {
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1024)) {
            var page = Inspection.invited(context.newPage(), "unidad.escritorio", "{'role':'coordinator','body':'MESAESC'}");
            assertThat(block(page, "blocked").textContent()).contains("Ordenar el escritorio");
            assertThat(block(page, "blocked").locator("a.button").getAttribute("href")).endsWith("/resolve-impediment");
            page.navigate(REGISTER.url() + "/imports");
            page.setInputFiles("#i-file", Repository.root().resolve("samples/consejo-seguridad-2014.xlsx"));
            page.locator("form.drop-form button, form button.button").first().click();
            page.waitForURL(url -> url.matches(".*/imports/[0-9a-f-]{36}.*"));
            var file = page.url();
            home(page);
            assertThat(block(page, "imports").textContent()).contains("consejo-seguridad-2014.xlsx");
            block(page, "imports").locator("a.button").click();
            assertThat(page.url()).isEqualTo(file);
        }
    }

    @Test
    void an_auditor_reads_what_was_rectified_and_what_was_recorded_long_after() {
        var doubtful = action("Contar el escritorio");
        REGISTER.list("/api/actions", REGISTER.post("/api/actions/" + doubtful + "/rectify", "{'record':1,'replacement':{'title':'Contar los escritorios'},'grounds':'Son varios.'}").is(200));
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1024)) {
            var page = Inspection.invited(context.newPage(), "audita.escritorio", "{'role':'auditor'}");
            var rectified = block(page, "rectified");
            assertThat(rectified.locator("li").first().textContent()).contains("Se rectificó el asiento 1").contains("Contar los escritorios").contains("admin").contains("«Son varios.»").doesNotContain("antes)");
            var late = block(page, "late");
            assertThat(late.locator("li").first().textContent()).contains("Contar los escritorios").contains("rige desde el 05/01/2015 (").contains("días antes)");
            assertThat(page.locator("main").textContent()).doesNotContain("Ninguna rectificación");
            assertThat(page.locator("#cumplimiento").count()).isZero();

            rectified.locator("li a").first().click();
            assertThat(page.locator(".records li[aria-current]").textContent()).contains("Son varios.");
            page.navigate(REGISTER.url() + "/records?type=Rectified&kind=action");
            assertThat(page.locator("tbody tr").first().textContent()).contains("Contar los escritorios").contains("«Son varios.»");
            assertThat(page.locator("#f-type").inputValue()).isEqualTo("Rectified");
            assertThat(page.locator("#f-kind").inputValue()).isEqualTo("action");
            page.selectOption("#f-type", "");
            page.fill("#f-lateBy", "30");
            page.locator("form.filters button").click();
            assertThat(page.url()).contains("kind=action").contains("lateBy=30");
            assertThat(page.locator("tbody tr").first().textContent()).contains("Contar los escritorios").contains("asentado ").contains("días después");
            page.fill("#f-lateBy", "99999");
            page.locator("form.filters button").click();
            assertThat(page.locator("main .empty").textContent()).contains("Nada cumple con lo que pidió.");
            page.locator("main .empty a").click();
            assertThat(page.url()).isEqualTo(REGISTER.url() + "/records");
        }
    }

    @Test
    void an_auditor_reads_that_nothing_was_rectified_lately() {
        try (var register = HttpRegister.on(TestPostgres.newDurableDatabase()); var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1024)) {
            register.list("/api/institutions", register.post("/api/institutions", "{'name':'Ministerio puntual','kind':'state'}").is(201));
            register.as("admin", new Binding(Role.AUDITOR, null));
            var page = Inspection.signedIn(register, context, "admin", HttpRegister.PASSWORD);
            assertThat(block(page, "rectified").textContent()).contains("Ninguna rectificación en los últimos 30 días.");
            assertThat(block(page, "late").textContent()).contains("En los últimos 30 días nada se asentó con más de 30 días de atraso.");
            assertThat(page.locator("#b-rectified ~ ul, #b-late ~ ul").count()).isZero();
        }
    }

    @Test
    void an_evaluator_reads_how_each_plan_keeps_its_commitments_and_nobody_else_does() {
        try (var evaluators = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1024); var others = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1024)) {
            var evaluator = Inspection.invited(evaluators.newPage(), "evalua.escritorio", "{'role':'evaluator','plan':'ESCRITORIO'}");
            var row = evaluator.locator("section:has(#cumplimiento) tbody tr");
            assertThat(row.locator("a").first().textContent()).isEqualTo("ESCRITORIO");
            var total = REGISTER.get("/api/commitments?plan=ESCRITORIO&role=lead,co-responsible").body().get("total").asInt();
            assertThat(row.textContent()).contains(total + " compromisos").contains("0 de " + total).contains("Todavía ninguna entrega con plazo").contains(total + " de " + total);
            assertThat(block(evaluator, "rectified").count() + block(evaluator, "late").count()).isZero();
            row.locator("a").last().click();
            assertThat(evaluator.locator("tbody tr").count()).isEqualTo(total);
            home(evaluator);
            row.locator("a").first().click();
            assertThat(evaluator.locator("h1").textContent()).contains("Plan del escritorio");

            var other = Inspection.invited(others.newPage(), "observa.escritorio", "{'role':'observer'}");
            for (var account : List.of(other, Inspection.signedIn(others, "admin", HttpRegister.PASSWORD))) {
                assertThat(account.locator("#semaforo").count()).isOne();
                assertThat(account.locator("#cumplimiento, #b-rectified, #b-late").count()).isZero();
                assertThat(account.locator("main").textContent()).doesNotContain("Ninguna rectificación");
            }
        }
    }

    private static Locator block(Page page, String key) {
        return page.locator("section[aria-labelledby=b-" + key + "]");
    }

    private static void home(Page page) {
        page.navigate(REGISTER.url() + "/");
    }

    /** From the first page to the form and back to the first page. */
    private static void settled(Page page, String key, String day) {
        block(page, key).locator("a.button").first().click();
        record(page, day);
        home(page);
    }

    private static void record(Page page, String day) {
        page.locator("details.when").first().evaluate("element => { element.open = true }");
        page.fill("#i-effectiveOn", day);
        page.locator(".form-do button").first().click();
        page.waitForURL("**recorded=**");
    }
}
