package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import constancia.app.HttpRegister;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nobody types an id: what a form names is written as people know it, and what cannot be meant is refused at its field. */
class NamesInFormsTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static final String NODE = "01900000-0000-7000-8000-00000000f101";
    private static Chromium chromium;
    private static String first;
    private static String second;
    private static String agreement;
    private static String folio;
    private static String reserved;
    private static String meeting;
    private static String ana;

    @BeforeAll
    static void furnish() {
        Chromium.need();
        chromium = new Chromium();
        created("institutions", "{'name':'Dirección de Nombres','acronym':'DINOM','kind':'state','effectiveOn':'2010-01-01'}");
        created("institutions", "{'name':'Fundación sin siglas de nombres','kind':'civil-society','effectiveOn':'2010-01-01'}");
        var body = created("bodies", "{'name':'Consejo de Nombres','acronym':'CNOMB','kind':'council','effectiveOn':'2010-01-01'}");
        created("bodies", "{'name':'Consejo ajeno a los nombres','acronym':'AJENOMB','kind':'council','effectiveOn':'2010-01-01'}");
        var plan = created("plans", "{'code':'NOMBRES-1','title':'Plan de nombres','kind':'improvement-plan','body':'CNOMB','calendar':[{'period':'T1','label':'Primer trimestre','from':'2015-01-01','until':'2015-03-31'},"
                + "{'period':'T2','from':'2015-04-01','until':'2015-06-30'}],'effectiveOn':'2015-01-01'}");
        REGISTER.post("/api/plans/" + plan + "/add-outline-nodes", "{'nodes':[{'id':'" + NODE + "','kind':'component','code':'2.1','text':'Componente con nombre'}],'effectiveOn':'2015-01-01'}").is(200);
        agreement = created("agreements", "{'kind':'decision','title':'Acuerdo con nombre','text':'Se acuerda.','body':'CNOMB','adoption':'consensus','effectiveOn':'2015-01-05'}");
        folio = REGISTER.get("/api/agreements/" + agreement).text("folio");
        reserved = created("agreements", "{'kind':'decision','title':'Acuerdo que no se nombra','text':'Se acuerda.','body':'CNOMB','adoption':'consensus','effectiveOn':'2015-01-06'}");
        first = action("Nombrar lo primero", "'plan':'NOMBRES-1','number':'1',");
        second = action("Nombrar lo segundo", "'plan':'NOMBRES-1','number':'2',");
        action("Nombrar lo mismo", "'plan':'NOMBRES-1','number':'3',");
        action("Nombrar lo mismo", "");
        created("meetings", "{'body':'CNOMB','startsAt':'2015-03-24T14:00:00-06:00','effectiveOn':'2015-03-01'}");
        var convened = REGISTER.post("/api/meetings", "{'body':'CNOMB','startsAt':'2015-03-24T09:00:00-06:00','agenda':[{'title':'Punto con nombre'}],'effectiveOn':'2015-03-01'}").is(201);
        meeting = convened.id();
        REGISTER.post("/api/bodies/" + body + "/seat-institution", "{'institution':'DINOM','role':'member','from':'2014-01-01','effectiveOn':'2014-01-01'}").is(200);
        REGISTER.post("/api/meetings/" + meeting + "/open-meeting", "{'attendance':[{'institution':'DINOM'}],'effectiveOn':'2015-03-24'}").is(200);
        ana = REGISTER.post("/api/persons", "{'name':'Ana Nombrada','office':'Directora','institution':'DINOM'}").is(201).id();
        REGISTER.post("/api/persons", "{'name':'Beto Nombrado','office':'Técnico','institution':'DINOM'}").is(201);
        REGISTER.post("/api/persons", "{'name':'Beto Nombrado','office':'Asesor'}").is(201);
        REGISTER.list("/api/meetings", convened);
    }

    private static String created(String collection, String body) {
        return REGISTER.post("/api/" + collection, body).is(201).id();
    }

    private static String action(String title, String more) {
        return created("actions", "{'title':'" + title + "'," + more + "'schedule':{'dueOn':'2099-06-30'},'responsible':[{'institution':'DINOM','role':'lead'}],'effectiveOn':'2015-01-05'}");
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** Pages are looked at with scripts; what they do is done without. */
    private static Visitor visitor(boolean scripts) {
        return Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, scripts);
    }

    private static Visitor admin(boolean scripts) {
        return visitor(scripts).signedIn("admin", HttpRegister.PASSWORD);
    }

    private static void send(Page page) {
        page.locator(".form-do button").click();
    }

    private static List<Object> suggested(Page page, String kind) {
        return page.locator("#n-" + kind + " option").all().stream().<Object>map(option -> option.getAttribute("value")).toList();
    }

    @Test
    void an_agreement_by_its_folio_and_an_element_of_the_outline_from_the_plan() {
        try (var visitor = admin(false)) {
            var page = visitor.at("/actions/new?plan=NOMBRES-1&agreement=" + agreement, 200);
            assertThat(page.inputValue("#i-agreement")).as("a link names it by its id, the form as people do").isEqualTo(folio);
            assertThat(suggested(page, "AGREEMENT")).contains(folio);
            assertThat(page.locator("#i-node option").allTextContents()).anyMatch(text -> text.contains("2.1 · Componente con nombre"));
            assertThat(page.locator("input[name='schedule/periods']").count()).isEqualTo(2);
            page.fill("#i-title", "Acción hija de un folio");
            page.fill("#i-agreement", "ACU-CNOMB-1990-0001");
            page.selectOption("#i-node", NODE);
            page.locator("input[name='schedule/periods'][value=T2]").check();
            send(page);
            assertThat(page.locator("#e-i-agreement").textContent()).contains("No consta ningún acuerdo con el folio «ACU-CNOMB-1990-0001»");
            assertThat(page.inputValue("#i-title")).isEqualTo("Acción hija de un folio");
            assertThat(page.inputValue("#i-agreement")).isEqualTo("ACU-CNOMB-1990-0001");
            assertThat(page.inputValue("#i-node")).isEqualTo(NODE);
            assertThat(page.isChecked("input[name='schedule/periods'][value=T2]")).isTrue();
            page.fill("#i-agreement", folio.toLowerCase());
            send(page);
            assertThat(page.locator("h1").textContent()).isEqualTo("Acción hija de un folio");
            var made = REGISTER.get("/api/actions/" + page.url().replaceAll(".*/|[?].*", "")).is(200).body();
            assertThat(made.at("/agreements/0/id").asString()).isEqualTo(agreement);
            assertThat(made.get("node").asString()).isEqualTo(NODE);
            assertThat(made.at("/schedule/periods/0").asString()).isEqualTo("T2");

            page = visitor.at("/actions/" + made.get("id").asString() + "/rectify?record=1", 200);
            assertThat(page.inputValue("#i-agreement")).isEqualTo(folio);
            assertThat(page.inputValue("#i-plan")).isEqualTo("NOMBRES-1");
            assertThat(page.isChecked("input[name='schedule/periods'][value=T2]")).isTrue();
            page.fill("#i-grounds", "Nada que cambiar.");
            send(page);
            assertThat(page.locator(".problem").textContent()).contains("nada cambiaría");
        }
    }

    /** What is dated is one of the calendar; what is added to it gets its name there. */
    @Test
    void a_period_is_chosen_unless_it_is_new() {
        var plan = created("plans", "{'code':'NOMBRES-2','title':'Plan que crece','kind':'improvement-plan','body':'CNOMB','calendar':[{'period':'T1'}],'effectiveOn':'2015-01-01'}");
        try (var visitor = admin(false)) {
            var page = visitor.at("/plans/" + plan + "/date-periods", 200);
            assertThat(page.locator("select#i-periods-0-period option").allTextContents()).contains("T1");
            page = visitor.at("/plans/" + plan + "/add-periods", 200);
            page.fill("#i-periods-0-period", "T2");
            page.fill("#i-periods-0-label", "Segundo trimestre");
            send(page);
            assertThat(REGISTER.get("/api/plans/" + plan).is(200).body().at("/calendar/1/label").asString()).isEqualTo("Segundo trimestre");
            page = visitor.at("/plans/" + plan + "/date-periods", 200);
            assertThat(page.locator("select#i-periods-0-period option").allTextContents()).anyMatch(text -> text.contains("Segundo trimestre"));
        }
    }

    @Test
    void an_element_of_the_outline_is_written_where_the_plan_is_written_too() {
        try (var visitor = admin(false)) {
            var page = visitor.at("/actions/new", 200);
            page.fill("#i-title", "Acción con elemento escrito");
            page.fill("#i-node", "2.1");
            send(page);
            assertThat(page.locator("#e-i-node").textContent()).contains("Indique primero el plan");
            page.fill("#i-plan", "Plan de nombres");
            send(page);
            assertThat(REGISTER.get("/api/actions/" + page.url().replaceAll(".*/|[?].*", "")).is(200).body().get("node").asString()).isEqualTo(NODE);
        }
    }

    @Test
    void an_action_by_its_plan_and_number_or_by_its_title() {
        try (var visitor = admin(false)) {
            var page = visitor.at("/actions/" + first + "/add-dependency", 200);
            assertThat(suggested(page, "ACTION")).contains("NOMBRES-1 · 1", "NOMBRES-1 · 2");
            page = visitor.at("/agreements/" + agreement + "/link-action", 200);
            page.fill("#i-action", "nombrar lo mismo");
            send(page);
            assertThat(page.locator("#e-i-action").textContent()).contains("más de uno").contains("NOMBRES-1 · 3");
            page.fill("#i-action", "NOMBRES-1 · 77");
            send(page);
            assertThat(page.locator("#e-i-action").textContent()).contains("No consta ninguna acción como «NOMBRES-1 · 77»");
            page.fill("#i-action", "nombres-1 2");
            send(page);
            assertThat(page.locator(".notice").textContent()).contains("Quedó asentado");

            page = visitor.at("/actions/" + first + "/add-dependency", 200);
            assertThat(suggested(page, "ACTION")).as("of its own plan").contains("NOMBRES-1 · 2").doesNotContain("Nombrar lo mismo");
            page.fill("#i-predecessor", "2");
            send(page);
            assertThat(page.locator(".notice").textContent()).contains("Quedó asentado");
            page = visitor.at("/actions/" + first + "/remove-dependency", 200);
            page.selectOption("#i-predecessor", second);
            page.fill("#i-grounds", "Ya no depende.");
            send(page);
            assertThat(page.locator(".notice").textContent()).contains("Quedó asentado");
        }
        assertThat(REGISTER.get("/api/agreements/" + agreement).body().get("actions").toString()).contains(second);
    }

    @Test
    void a_meeting_by_its_body_and_day_and_then_what_was_on_its_agenda() {
        try (var visitor = admin(false)) {
            var page = visitor.at("/agreements/new", 200);
            page.selectOption("#i-kind", "decision");
            page.fill("#i-title", "Acuerdo de una reunión con nombre");
            page.fill("#i-text", "Se acuerda.");
            page.selectOption("#i-adoption", "consensus");
            page.fill("#i-item", "Punto con nombre");
            page.fill("#i-meeting", "CNOMB, 24/3/2015");
            send(page);
            assertThat(page.locator("#e-i-meeting").textContent()).contains("más de uno").contains("CNOMB · 24/03/2015 09:00");
            page.fill("#i-meeting", "CNOMB · 25/03/2015");
            send(page);
            assertThat(page.locator("#e-i-meeting").textContent()).contains("No consta ninguna reunión");
            assertThat(suggested(page, "MEETING")).contains("CNOMB · 24/03/2015 09:00");
            page.fill("#i-meeting", "CNOMB · 24/03/2015 9:00");
            page.fill("#i-item", "Punto que no hubo");
            send(page);
            assertThat(page.locator("#i-item option").allTextContents()).contains("Punto con nombre");
            page.selectOption("#i-item", new SelectOption().setLabel("Punto con nombre"));
            page.locator("main summary").click();
            page.fill("#i-effectiveOn", "24/03/2015");
            send(page);
            assertThat(page.locator("h1").textContent()).isEqualTo("Acuerdo de una reunión con nombre");
            var made = REGISTER.get("/api/agreements/" + page.url().replaceAll(".*/|[?].*", "")).is(200).body();
            assertThat(made.at("/meeting/id").asString()).isEqualTo(meeting);
            assertThat(made.get("item").isNull()).isFalse();
        }
    }

    @Test
    void a_person_by_name_and_an_institution_that_has_no_acronym_by_its_own() {
        try (var visitor = admin(false)) {
            var page = visitor.at("/bodies/" + REGISTER.get("/api/bodies?q=CNOMB").body().at("/items/0/id").asString() + "/seat-institution", 200);
            assertThat(suggested(page, "PERSON")).contains("Ana Nombrada, Directora (DINOM)", "Beto Nombrado, Asesor");
            page.selectOption("#i-role", "member");
            page.fill("#i-person", "beto nombrado");
            send(page);
            assertThat(page.locator("#e-i-person").textContent()).contains("Beto Nombrado, Técnico").contains("Beto Nombrado, Asesor");
            page.fill("#i-person", "Nadie Nombrado");
            send(page);
            assertThat(page.locator("#e-i-person").textContent()).contains("No hay en el directorio ninguna persona como «Nadie Nombrado»");
            page.fill("#i-person", "Ana Nombrada, Directora (DINOM)");
            send(page);
            assertThat(page.locator(".notice").textContent()).contains("Quedó asentado");
            assertThat(REGISTER.get("/api/bodies/" + page.url().replaceAll(".*/|[?].*", "")).body().get("seats").toString()).contains(ana);

            page = visitor.at("/actions/" + second + "/assign-responsible", 200);
            page.fill("#i-institution", "Fundación sin siglas de nombres");
            page.selectOption("#i-role", "support");
            send(page);
            assertThat(page.locator(".notice").textContent()).contains("Quedó asentado");
        }
    }

    @Test
    void what_is_withheld_is_neither_suggested_nor_told_apart_from_what_there_is_not() {
        var hidden = REGISTER.get("/api/agreements/" + reserved).text("folio");
        REGISTER.list("/api/agreements", REGISTER.post("/api/agreements/" + reserved + "/classify-agreement",
                "{'class':'reserved','until':'2999-12-31','legalBasis':'Art. 19, LAIP','effectiveOn':'2015-01-10','grounds':'En curso.'}").is(200));
        try (var visitor = visitor(false)) {
            invited(visitor, "unidad.nombres", "{'role':'coordinator','body':'AJENOMB'}");
            var page = visitor.at("/actions/new", 200);
            assertThat(suggested(page, "AGREEMENT")).contains(folio).doesNotContain(hidden);
            assertThat(page.content()).doesNotContain(hidden).doesNotContain("Acuerdo que no se nombra");
            page.fill("#i-title", "Acción que pregunta");
            page.fill("#i-agreement", hidden);
            send(page);
            var withheld = page.locator("#e-i-agreement").textContent();
            page.fill("#i-agreement", "ACU-CNOMB-2015-9999");
            send(page);
            assertThat(page.locator("#e-i-agreement").textContent().replace("ACU-CNOMB-2015-9999", hidden)).isEqualTo(withheld);
            page.fill("#i-agreement", "Acuerdo que no se nombra");
            send(page);
            assertThat(page.locator("#e-i-agreement").textContent()).contains("No consta ningún acuerdo");
            visitor.at("/agreements/" + reserved + "/link-action", 404);
            visitor.at("/agreements/01900000-0000-7000-8000-0000000000ff/link-action", 404);
        }
    }

    private static void invited(Visitor visitor, String account, String role) {
        Inspection.invited(visitor.page(), account, role);
    }

    @Test
    void who_may_not_give_a_command_gets_no_form_and_is_told_whom_to_ask() {
        try (var visitor = visitor(true)) {
            invited(visitor, "observa.nombres", "{'role':'observer'}");
            for (var path : List.of("/actions/" + first + "/report-progress", "/actions/new", "/agreements/" + agreement + "/link-action", "/persons/new")) {
                var page = visitor.at(path, 403);
                assertThat(page.locator("form.form").count()).as(path).isZero();
                assertThat(page.locator("main").textContent()).as(path).contains("Qué puede hacer ahora").contains("pídalo a quien administra las cuentas");
            }
            var page = visitor.at("/actions/" + first + "/report-progress", 403);
            assertThat(page.locator("main .cards a").first().getAttribute("href")).isEqualTo("/actions/" + first);
            visitor.looks("forbidden");
            visitor.at("/actions/01900000-0000-7000-8000-0000000000ff/report-progress", 404);
        }
    }

    @Test
    void a_forbidden_form_comes_back_with_what_was_written() {
        var other = created("institutions", "{'name':'Otra Dirección de Nombres','acronym':'ODINOM','kind':'state','effectiveOn':'2010-01-01'}");
        REGISTER.post("/api/actions/" + second + "/assign-responsible", "{'institution':'" + other + "','role':'co-responsible','effectiveOn':'2015-01-05'}").is(200);
        try (var visitor = visitor(true)) {
            invited(visitor, "enlace.nombres", "{'role':'liaison','institution':'DINOM'}");
            var page = visitor.at("/actions/" + second + "/report-progress", 200);
            page.selectOption("#i-institution", "ODINOM");
            page.fill("#i-narrative", "Va en camino lo que otros deben.");
            page.selectOption("#i-period", "T1");
            var answer = page.waitForNavigation(() -> send(page));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(page.locator(".problem").textContent()).contains("solo actúa por su propia institución").contains("pídalo a quien administra las cuentas");
            assertThat(page.inputValue("#i-narrative")).isEqualTo("Va en camino lo que otros deben.");
            assertThat(page.inputValue("#i-period")).isEqualTo("T1");
            visitor.looks("forbidden-form");
            page.selectOption("#i-institution", "DINOM");
            send(page);
            assertThat(page.locator(".notice").textContent()).contains("Quedó asentado");
        }
    }

    @Test
    void persons_are_listed_with_their_mandates_and_are_entered_there() {
        var dinom = REGISTER.get("/api/institutions?q=DINOM").body().get("items").valueStream().filter(one -> one.get("acronym").asString("").equals("DINOM")).findFirst().orElseThrow().get("id").asString();
        try (var visitor = admin(true)) {
            var page = visitor.at("/persons", 200);
            page.locator(".head-side a").click();
            page.fill("#i-email", "no es un correo");
            page.fill("#i-institution", "DINOM");
            send(page);
            assertThat(page.locator("#e-name").isVisible()).isTrue();
            assertThat(page.locator("#e-email").isVisible()).isTrue();
            page.fill("#i-name", "Carla Nombrada");
            page.fill("#i-office", "Jefa de nombres");
            page.fill("#i-email", "");
            visitor.looks("person");
            send(page);
            var row = page.locator("main tbody tr");
            assertThat(row.count()).isEqualTo(1);
            assertThat(row.textContent()).contains("Carla Nombrada").contains("Jefa de nombres").contains("DINOM").contains("Ninguno");
            row.locator("td a", new Locator.LocatorOptions().setHasText("Nombrar representante")).click();
            assertThat(page.inputValue("#i-person")).isEqualTo("Carla Nombrada, Jefa de nombres (DINOM)");
            page.selectOption("#i-capacity", "representative");
            page.fill("#i-office", "Directora titular");
            send(page);
            assertThat(page.locator(".notice").textContent()).contains("Quedó asentado");
            REGISTER.list("/api/institutions", REGISTER.post("/api/institutions/" + dinom + "/add-alias", "{'alias':'Dirección Nombrada'}").is(200));
            page = visitor.at("/persons?q=Carla", 200);
            assertThat(page.locator("main tbody tr").textContent()).contains("Titular · Directora titular");
            visitor.looks("persons");
            assertThat(page.locator(".main-nav a[href='/persons']").count()).isEqualTo(1);
            visitor.hasNoComplaint();
        }
    }

    @Test
    void an_empty_plan_says_what_each_of_its_pages_is_for_and_leads_on() {
        var bare = created("plans", "{'code':'NOMBRES-0','title':'Plan sin nada','kind':'improvement-plan','body':'CNOMB','calendar':[{'period':'T1'}],'effectiveOn':'2015-01-01'}");
        try (var visitor = admin(false)) {
            assertThat(visitor.at("/plans/" + bare, 200).locator(".empty a[href='/imports?plan=NOMBRES-0']").count()).isEqualTo(1);
            assertThat(visitor.page().locator(".empty a[href='/actions/new?plan=NOMBRES-0']").count()).isEqualTo(1);
            assertThat(visitor.at("/plans/" + bare + "/indicators", 200).locator(".empty a[href='/indicators/new?plan=NOMBRES-0']").count()).isEqualTo(1);
            assertThat(visitor.at("/plans/" + bare + "/risks", 200).locator(".empty a[href='/risks/new?plan=NOMBRES-0']").count()).isEqualTo(1);
            assertThat(visitor.at("/plans/" + bare + "/funding", 200).locator(".empty a[href='/actions?plan=NOMBRES-0']").count()).isEqualTo(1);
            visitor.at("/plans/" + bare + "/recommendations", 200).locator(".empty a").click();
            assertThat(visitor.page().inputValue("[name='nodes/0/kind']")).isEqualTo("recommendation");
            visitor.at("/imports?plan=NOMBRES-0", 200);
            assertThat(visitor.page().inputValue("#i-plan")).isEqualTo("NOMBRES-0");
        }
        try (var visitor = visitor(false)) {
            invited(visitor, "observa.vacios", "{'role':'observer'}");
            assertThat(visitor.at("/plans/" + bare, 200).locator(".empty").textContent()).contains("aún no tiene acciones");
            assertThat(visitor.page().locator(".empty a").count()).isZero();
        }
    }
}
