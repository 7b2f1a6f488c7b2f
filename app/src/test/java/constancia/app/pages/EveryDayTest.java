package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people do every day: see what is theirs and what is new, answer for their institution, look back, find things again. */
class EveryDayTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static Chromium chromium;
    private static String institution;
    private static String late;
    private static String open;
    private static String agreement;

    @BeforeAll
    static void furnish() {
        Chromium.need();
        chromium = new Chromium();
        institution = created("institutions", "{'name':'Consejo Cotidiano de la Juventud','acronym':'CCJ','kind':'state','effectiveOn':'2010-01-01'}");
        created("institutions", "{'name':'Ministerio Cotidiano de Justicia','acronym':'MCJ','kind':'state','effectiveOn':'2010-01-01'}");
        created("institutions", "{'name':'Corporación Cotidiana de Municipalidades','acronym':'CCM','kind':'municipal','effectiveOn':'2010-01-01'}");
        var body = created("bodies", "{'name':'Consejo Cotidiano de Seguridad','acronym':'CCSEG','kind':'council','effectiveOn':'2010-01-01'}");
        REGISTER.post("/api/bodies/" + body + "/seat-institution", "{'institution':'CCJ','role':'member','from':'2014-01-01','effectiveOn':'2014-01-01'}").is(200);
        var plan = created("plans", "{'code':'COTIDIANO','title':'Plan cotidiano de prevención','kind':'improvement-plan','body':'CCSEG','calendar':[{'period':'T1','from':'2015-01-01','until':'2015-03-31'},"
                + "{'period':'T2','from':'2015-04-01','until':'2015-06-30'}],'effectiveOn':'2015-01-01'}");
        var national = "01900000-0000-7000-8000-00000000d101";
        var local = "01900000-0000-7000-8000-00000000d102";
        REGISTER.post("/api/plans/" + plan + "/add-outline-nodes", "{'nodes':[{'id':'" + national + "','kind':'component','code':'2.1','text':'Componente del nivel nacional'},"
                + "{'id':'" + local + "','kind':'component','code':'2.2','text':'Componente del nivel local'}],'effectiveOn':'2015-01-01'}").is(200);
        agreement = created("agreements", "{'kind':'decision','title':'Censo de centros juveniles del área cotidiana','text':'Se establece levantar el censo.','body':'CCSEG','adoption':'consensus','effectiveOn':'2015-01-05'}");
        late = action("Actualizar la estrategia cotidiana de prevención de la violencia", "1", national, "CCJ", "2015-03-31", "'agreement':'" + agreement + "',");
        open = action("Levantar el censo cotidiano de centros juveniles", "2", local, "CCJ", "2099-06-30", "");
        REGISTER.post("/api/actions/" + open + "/report-progress", "{'institution':'CCJ','percent':40,'narrative':'Van dos departamentos.','effectiveOn':'2015-02-10'}").is(200);
        var done = action("Revisar el protocolo cotidiano", "3", national, "MCJ", "2015-03-31", "");
        REGISTER.post("/api/actions/" + done + "/mark-delivered", "{'institution':'MCJ','effectiveOn':'2015-04-20'}").is(200);
        action("Equipar comités municipales cotidianos", "4", local, "CCM", "2015-06-30", "");
        created("meetings", "{'body':'CCSEG','startsAt':'2015-03-24T09:00:00-06:00','place':'Casa Presidencial','agenda':[{'title':'Lectura de acuerdos'}],'effectiveOn':'2015-03-01'}");
        var person = REGISTER.post("/api/persons", "{'name':'Persona Cotidiana','office':'Directora de cotidianidad'}").is(201).id();
        var appointed = REGISTER.post("/api/institutions/" + institution + "/appoint-representative",
                "{'person':'" + person + "','capacity':'representative','office':'Directora ejecutiva','effectiveOn':'2014-06-01'}").is(200);
        REGISTER.list("/api/institutions", appointed);
    }

    private static String created(String collection, String body) {
        return REGISTER.post("/api/" + collection, body).is(201).id();
    }

    private static String action(String title, String number, String node, String lead, String due, String more) {
        return created("actions", "{'title':'" + title + "','plan':'COTIDIANO','number':'" + number + "','node':'" + node + "'," + more + "'schedule':{'dueOn':'" + due + "'},"
                + "'responsible':[{'institution':'" + lead + "','role':'lead'}],'effectiveOn':'2015-01-05'}");
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** 680 pixels are what a sheet has between its margins. */
    @Test
    void on_paper_these_pages_are_light_whole_and_without_what_cannot_be_pressed() throws IOException {
        try (var context = Inspection.context(chromium, "es", ColorScheme.DARK, 680)) {
            var page = Inspection.signedIn(context, "admin", HttpRegister.PASSWORD);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (var path : List.of("/", "/records", "/institutions/" + institution, "/actions/" + late + "?from=1&to=2", "/agreements/" + agreement, "/calendar?month=2015-03", "/actions")) {
                page.navigate(REGISTER.url() + path);
                assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor")).as(path).isEqualTo("rgb(255, 255, 255)");
                assertThat(page.locator(".main-nav, .bar-row, main button, main .button, .foot").all()).as(path).noneMatch(Locator::isVisible);
                assertThat((Boolean) page.evaluate("Array.from(document.querySelectorAll('main .scroll')).every(one => getComputedStyle(one).overflowX === 'visible')")).as(path + " is cut nowhere").isTrue();
                Printed.by(page).keepPictures("paper" + path.replaceAll("[^a-z]+", "-"));
            }
        }
    }

    @Test
    void a_liaison_answers_for_its_institution_in_two_clicks_and_brings_evidence() {
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1440)) {
            var page = Inspection.invited(context.newPage(), "enlace.cotidiano", "{'role':'liaison','institution':'CCJ'}");
            page.locator(".main-nav a", new LocatorOptions().setHasText("Mi institución")).click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Consejo Cotidiano de la Juventud");
            Inspection.keepPicture(page, "liaison-mine");
            var owed = page.locator("tr", new LocatorOptions().setHasText("Actualizar la estrategia cotidiana"));
            owed.locator("a", new Locator.LocatorOptions().setHasText("Aceptar compromiso")).click();
            page.locator(".form button").click();
            assertThat(page.locator(".notice").textContent()).contains("Quedó asentado");

            page.navigate(REGISTER.url() + "/actions/" + late + "/report-progress");
            page.setInputFiles("#i-evidence", new FilePayload("lista.txt", "text/plain", "asistentes".getBytes(StandardCharsets.UTF_8)));
            page.fill("#i-percent", "140");
            page.locator(".form button").click();
            assertThat(page.locator(".problem").isVisible()).isTrue();
            assertThat(page.locator(".files").textContent()).contains("lista.txt");
            page.fill("#i-percent", "60");
            page.locator(".form button").click();
            assertThat(page.locator(".notice").textContent()).contains("Quedó asentado");
            var kept = page.waitForDownload(() -> page.locator("main a", new LocatorOptions().setHasText("lista.txt")).first().click());
            assertThat(kept.suggestedFilename()).isEqualTo("lista.txt");

            page.setInputFiles(reporting(page), new FilePayload("programa.exe", "application/x-msdownload", new byte[] {'M', 'Z', 0, 1, 2, 3}));
            page.locator(".form button").click();
            assertThat(page.locator("#e-i-evidence").textContent()).isNotBlank();
        }
        var commitment = REGISTER.get("/api/actions/" + late).is(200).body().get("commitments").get(0);
        assertThat(commitment.get("percent").asInt()).isEqualTo(60);
        assertThat(commitment.get("accepted").asString()).isNotEqualTo("tacit");
    }

    private static String reporting(Page page) {
        page.navigate(REGISTER.url() + "/actions/" + open + "/report-progress");
        page.fill("#i-percent", "50");
        return "#i-evidence";
    }

    @Test
    void what_is_new_is_told_until_it_was_marked_as_seen() {
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1440)) {
            var page = Inspection.invited(context.newPage(), "secretaria.cotidiana", "{'role':'coordinator'}");
            page.locator("button", new LocatorOptions().setHasText("Marcar como visto")).click();
            assertThat(page.locator("section[aria-labelledby=novedades]").textContent()).contains("Desde su última visita").contains("Nada nuevo");
            Reply noted = REGISTER.post("/api/actions/" + open + "/report-impediment", "{'text':'Falta el transporte cotidiano.','effectiveOn':'2015-03-02'}").is(200);
            REGISTER.list("/api/actions", noted);
            page.navigate(REGISTER.url() + "/");
            var news = page.locator("section[aria-labelledby=novedades] .news a");
            assertThat(news.count()).isEqualTo(1);
            news.click();
            assertThat(page.locator(".records li[aria-current]").textContent()).contains("Falta el transporte cotidiano");
            page.navigate(REGISTER.url() + "/");
            assertThat(page.locator("section[aria-labelledby=novedades]").textContent()).contains("Levantar el censo cotidiano");
            assertThat(page.locator("section[aria-labelledby=abiertos]").textContent()).doesNotContain("Equipar comités");
        }
    }

    @Test
    void each_count_of_the_traffic_light_leads_to_the_commitments_that_it_counts() {
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1440)) {
            var page = Inspection.signedIn(context, "admin", HttpRegister.PASSWORD);
            page.navigate(REGISTER.url() + "/?plan=COTIDIANO");
            var row = page.locator(".light tbody tr", new LocatorOptions().setHasText("CCM"));
            assertThat(row.locator("td").nth(1).locator(".light-bad.tag--overdue").textContent()).contains("1").contains("vencido");
            row.locator("td").nth(1).locator(".light-bad.tag--overdue").click();
            assertThat(page.locator(".answer").textContent()).isEqualTo("Un compromiso");
            assertThat(page.locator(".list tbody").textContent()).contains("Equipar comités municipales cotidianos");
        }
    }

    @Test
    void any_two_records_are_compared_and_any_day_is_looked_at() {
        var moved = created("actions", "{'title':'Mover el plazo cotidiano','schedule':{'dueOn':'2015-03-31'},'responsible':[{'institution':'MCJ','role':'lead'}],'effectiveOn':'2015-01-05'}");
        REGISTER.post("/api/actions/" + moved + "/schedule-action", "{'dueOn':'2015-06-30','grounds':'Cambió el calendario.','effectiveOn':'2015-02-01'}").is(200);
        REGISTER.post("/api/actions/" + moved + "/schedule-action", "{'dueOn':'2015-09-30','grounds':'Volvió a cambiar.','effectiveOn':'2015-03-01'}").is(200);
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1024)) {
            var page = Inspection.signedIn(context, "admin", HttpRegister.PASSWORD);
            page.navigate(REGISTER.url() + "/actions/" + moved);
            page.selectOption("#c-from", "3");
            page.selectOption("#c-to", "1");
            page.locator(".compare button").click();
            assertThat(page.locator(".replay").textContent()).contains("entre el paso 1 y el paso 3").contains("31/03/2015").contains("30/09/2015").doesNotContain("30/06/2015");

            page.fill("#on", "15/2/2015");
            page.locator("section[aria-labelledby=mirar] button").click();
            assertThat(page.locator(".past").textContent()).contains("domingo 15 de febrero de 2015");
            assertThat(page.locator(".head .answer").textContent()).contains("30/06/2015");
            assertThat(page.locator(".may").count()).isZero();

            var first = REGISTER.get("/api/actions/" + moved + "/history").body().get("items").get(0).get("position").asString();
            page.fill("#on", "");
            page.fill("#as-of", first);
            page.locator("section[aria-labelledby=mirar] button").click();
            assertThat(page.locator(".head .answer").textContent()).contains("31/03/2015");
        }
    }

    @Test
    void a_filter_has_a_name_and_is_shared_with_whoever_sits_in_the_body() {
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1440); var others = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1440)) {
            var page = Inspection.signedIn(context, "admin", HttpRegister.PASSWORD);
            keep(page, "/commitments?plan=COTIDIANO&condition=overdue", "Vencidos cotidianos", "CCSEG");
            assertThat(page.locator(".chips").textContent()).contains("Vencidos cotidianos").contains("CCSEG");
            keep(page, "/commitments?plan=COTIDIANO&condition=overdue", "Vencidos cotidianos", "");
            assertThat(page.locator(".problem").textContent()).contains("ya tiene un filtro");
            assertThat(page.inputValue("#k-name")).isEqualTo("Vencidos cotidianos");

            var liaison = Inspection.invited(others.newPage(), "enlace.filtros", "{'role':'liaison','institution':'CCJ'}");
            liaison.navigate(REGISTER.url() + "/commitments");
            liaison.locator(".chip", new LocatorOptions().setHasText("Vencidos cotidianos")).click();
            assertThat(liaison.url()).contains("condition=overdue").contains("plan=COTIDIANO");
            assertThat(liaison.locator(".chips form").count()).isZero();

            page.navigate(REGISTER.url() + "/commitments");
            page.locator(".chips form button").first().click();
            assertThat(page.locator(".chips").count()).isZero();
        }
        assertThat(REGISTER.get("/api/saved-filters").is(200).body().get("items").toString()).doesNotContain("Vencidos cotidianos");
    }

    @Test
    void the_matrix_of_a_plan_the_line_of_time_and_the_calendar_keep_filters_of_their_own() {
        var plan = REGISTER.get("/api/plans?q=COTIDIANO").is(200).body().at("/items/0/id").asString();
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1440)) {
            var page = Inspection.signedIn(context, "admin", HttpRegister.PASSWORD);
            for (var path : List.of("/plans/" + plan, "/timeline", "/calendar")) {
                keep(page, path + "?institution=CCM", "Lo de CCM", "CCSEG");
                assertThat(page.url()).as(path).contains(path + "?").contains("institution=CCM");
                keep(page, path + "?institution=CCM", "Lo de CCM", "");
                assertThat(page.locator(".problem").textContent()).as(path).contains("ya tiene un filtro");
                page.locator(".crumbs a").click();
                assertThat(page.url()).as(path).isEqualTo(REGISTER.url() + path);
                page.locator(".chip", new LocatorOptions().setHasText("Lo de CCM")).click();
                assertThat(page.inputValue("#f-institution")).as(path).isEqualTo("CCM");
                page.locator(".chips form button").click();
                assertThat(page.url()).as(path).isEqualTo(REGISTER.url() + path);
                assertThat(page.locator(".chips").count()).as(path).isZero();
            }
            keep(page, "/plans/" + plan + "?condition=overdue", "Vencidas de este plan", "");
            var other = created("plans", "{'code':'OTROCOTI','title':'Otro plan cotidiano','kind':'improvement-plan','calendar':[{'period':'T1','from':'2015-01-01','until':'2015-03-31'}],'effectiveOn':'2015-01-01'}");
            page.navigate(REGISTER.url() + "/plans/" + other);
            assertThat(page.locator(".chips").count()).as("any plan's matrix keeps its own").isZero();
        }
    }

    @Test
    void by_what_a_page_is_narrowed_is_said_in_words_and_taken_off_one_by_one() {
        try (var visitor = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, true).signedIn("admin", HttpRegister.PASSWORD)) {
            var page = visitor.at("/commitments?institution=" + institution + "&status=accepted,in-progress&plan=COTIDIANO", 200);
            assertThat(narrowed(page)).containsExactly("Institución CCJ", "Plan COTIDIANO", "Estado Aceptado, En marcha");
            assertThat(page.inputValue("#f-institution")).as("a field holds what people write").isEqualTo("CCJ");
            page.locator(".filters button").click();
            assertThat(narrowed(page)).as("what the form does not offer stays").containsExactly("Institución CCJ", "Plan COTIDIANO", "Estado Aceptado, En marcha");
            page.locator(".narrowed a", new LocatorOptions().setHasText("COTIDIANO")).click();
            assertThat(page.url()).endsWith("/commitments?institution=CCJ&status=accepted%2Cin-progress");
            visitor.looks("narrowed");

            assertThat(narrowed(visitor.at("/actions?agreement=" + agreement, 200))).containsExactly("Acuerdo Censo de centros juveniles del área cotidiana");
            assertThat(narrowed(visitor.at("/actions?agreement=01900000-0000-7000-8000-0000000000ff", 200))).containsExactly("Acuerdo —");
            assertThat(narrowed(visitor.at("/meetings?minutes=none&body=CCSEG", 200))).containsExactlyInAnyOrder("Minuta Sin minuta", "Instancia CCSEG");
            assertThat(narrowed(visitor.at("/records?type=Rectified&kind=action&lateBy=30", 200))).containsExactly("De qué Acción", "Tipo de asiento Rectificaciones", "Atraso mayor de (días) 30");
            assertThat(narrowed(visitor.at("/persons?institution=" + institution, 200))).containsExactly("Institución CCJ");
            var plan = REGISTER.get("/api/plans?q=COTIDIANO").is(200).body().at("/items/0/id").asString();
            assertThat(narrowed(visitor.at("/plans/" + plan + "?node=01900000-0000-7000-8000-00000000d102&period=T2", 200))).containsExactly("Componente 2.2 Componente del nivel local", "Período T2");
            page = visitor.at("/timeline?plan=" + plan + "&institution=CCJ&group=institution", 200);
            assertThat(narrowed(page)).containsExactly("Plan COTIDIANO", "Institución CCJ");
            page.locator(".narrowed a", new LocatorOptions().setHasText("COTIDIANO")).click();
            assertThat(page.url()).contains("institution=CCJ").contains("group=institution").doesNotContain("plan=");
            visitor.hasNoComplaint();
        }
    }

    @Test
    void what_is_reserved_is_named_to_who_may_know_of_it_and_that_is_a_read() {
        var secret = created("agreements", "{'kind':'decision','title':'Acuerdo cotidiano en reserva','text':'Se acuerda.','body':'CCSEG','adoption':'consensus','effectiveOn':'2015-01-06'}");
        REGISTER.list("/api/agreements", REGISTER.post("/api/agreements/" + secret + "/classify-agreement",
                "{'class':'reserved','until':'2999-12-31','legalBasis':'Art. 19, LAIP','effectiveOn':'2015-01-10','grounds':'En curso.'}").is(200));
        try (var visitor = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, true).signedIn("admin", HttpRegister.PASSWORD)) {
            assertThat(narrowed(visitor.at("/actions?agreement=" + secret, 200))).containsExactly("Acuerdo Acuerdo cotidiano en reserva");
        }
        assertThat(REGISTER.get("/api/access?item=" + secret).is(200).body().get("items").valueStream().map(read -> read.get("question").asString())).contains("item");
        try (var visitor = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, true)) {
            Inspection.invited(visitor.page(), "observa.cotidiano", "{'role':'observer'}");
            assertThat(narrowed(visitor.at("/actions?agreement=" + secret, 200))).containsExactly("Acuerdo —");
        }
    }

    private static List<String> narrowed(Page page) {
        return page.locator(".narrowed li").allTextContents().stream().map(text -> text.replaceAll("\\s+", " ").replace(" ×: dejar de filtrar por esto", "").strip()).toList();
    }

    @Test
    void what_others_recorded_while_somebody_wrote_is_told_and_what_was_written_stays() {
        try (var visitor = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, true).signedIn("admin", HttpRegister.PASSWORD)) {
            var action = action("Publicar el boletín cotidiano", "9", "01900000-0000-7000-8000-00000000d102", "CCJ", "2099-06-30", "");
            var page = visitor.at("/actions/" + action + "/report-progress", 200);
            page.selectOption("#i-institution", "CCJ");
            page.fill("#i-narrative", "Salió el primer número.");
            REGISTER.post("/api/actions/" + action + "/assign-responsible", "{'institution':'MCJ','role':'support','effectiveOn':'2015-02-01'}").is(200);
            REGISTER.post("/api/actions/" + action + "/report-impediment", "{'text':'Falta papel','effectiveOn':'2015-02-02'}").is(200);
            var answer = page.waitForNavigation(() -> page.locator(".form-do button").click());
            assertThat(answer.status()).isEqualTo(412);
            assertThat(page.locator(".problem").textContent()).contains("Nada se ha asentado. Lo que escribió sigue aquí.", "Mientras usted escribía, el asunto cambió", "hubo 2 asientos", "MCJ", "admin");
            assertThat(page.locator(".problem a").first().getAttribute("href")).isEqualTo("/actions/" + action + "?step=2#historia");
            assertThat(page.inputValue("#i-narrative")).isEqualTo("Salió el primer número.");
            visitor.looks("meanwhile");
            page.locator(".form-do button").click();
            assertThat(page.locator(".notice").textContent()).contains("Quedó asentado");
            visitor.hasNoComplaint();
        }
    }

    private static void keep(Page page, String address, String name, String body) {
        page.navigate(REGISTER.url() + address);
        page.locator(".keep-fold summary").click();
        page.fill("#k-name", name);
        page.fill("#k-body", body);
        page.locator(".keep button").click();
    }

    @Test
    void a_month_is_a_table_and_a_list_and_folios_days_and_numbers_lead_straight() {
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1440)) {
            var page = Inspection.signedIn(context, "admin", HttpRegister.PASSWORD);
            page.navigate(REGISTER.url() + "/calendar?month=2015-03&body=CCSEG");
            assertThat(page.locator("main").textContent()).contains("Una sesión y 2 acciones que vencen");
            assertThat(page.locator("#d-2015-03-24").textContent()).contains("09:00").contains("CCSEG");
            assertThat(page.locator("#d-2015-03-31").textContent()).contains("Actualizar la estrategia cotidiana").contains("Vencida");
            page.locator(".months [rel=next]").click();
            assertThat(page.url()).contains("month=2015-04").contains("body=CCSEG");
            page.locator(".empty a").click();
            assertThat(page.url()).contains("month=2015-06");

            var folio = REGISTER.get("/api/agreements/" + agreement).text("folio");
            page.navigate(REGISTER.url() + "/search?q=" + folio);
            assertThat(page.url()).endsWith("/agreements/" + agreement);
            page.navigate(REGISTER.url() + "/search?q=24/3/2015");
            assertThat(page.url()).endsWith("/calendar?month=2015-03#d-2015-03-24");
            var position = REGISTER.get("/api/agreements/" + agreement + "/history").body().get("items").get(0).get("position").asString();
            page.navigate(REGISTER.url() + "/search?q=" + position);
            assertThat(page.url()).contains("/agreements/" + agreement + "?step=1");
            page.navigate(REGISTER.url() + "/search?q=cotidianidad");
            assertThat(page.locator("#r-persons").textContent()).contains("Personas").contains("1");
            page.navigate(REGISTER.url() + "/search?q=cotidiana+inexistente");
            page.locator(".empty a").click();
            assertThat(page.locator(".groups").textContent()).contains("Acciones");
        }
    }

    @Test
    void light_or_dark_is_a_choice_that_stays() {
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 390)) {
            var page = Inspection.signedIn(context, "admin", HttpRegister.PASSWORD);
            page.locator(".themes button", new LocatorOptions().setHasText("Oscura")).click();
            page.navigate(REGISTER.url() + "/cuenta");
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
            page.navigate(REGISTER.url() + "/commitments?plan=COTIDIANO");
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
            assertThat(page.locator(".filters").isVisible()).isFalse();
            page.locator("main .fold-name").click();
            assertThat(page.locator(".filters").isVisible()).isTrue();
            page.locator(".themes button", new LocatorOptions().setHasText("Como en el equipo")).click();
            assertThat(page.locator("html").getAttribute("data-theme")).isNull();
        }
    }
}
