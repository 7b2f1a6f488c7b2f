package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import constancia.app.HttpRegister;
import constancia.app.texts.Repository;
import constancia.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Workbooks as units have them, brought in by hand through the pages. */
class ImportPagesTest {

    private static final HttpRegister REGISTER = HttpRegister.on(TestPostgres.newDurableDatabase(), "--constancia.import-step-rows=2", "--constancia.import-watch=200ms");
    private static Chromium chromium;

    @BeforeAll
    static void furnish() {
        Chromium.need();
        chromium = new Chromium();
        for (var acronym : List.of("MJSP", "CONJUVE", "PNUD", "OPS", "UNICEF", "UNFPA", "OIT", "AMSS", "UdeC")) {
            REGISTER.post("/api/institutions", "{'acronym':'" + acronym + "','name':'Institución " + acronym + "','kind':'state','effectiveOn':'2005-01-01'}").is(201);
        }
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
        }
        REGISTER.close();
    }

    private static Path sample(String name) {
        return Repository.root().resolve("samples").resolve(name);
    }

    private static Visitor administrator(String language, ColorScheme scheme, int width, boolean scripts) {
        return Visitor.to(REGISTER, chromium, language, scheme, width, scripts).signedIn("admin", HttpRegister.PASSWORD);
    }

    private static void upload(Page page, Path file) {
        page.setInputFiles("#i-file", file);
        page.locator("main form .button").click();
    }

    private static Locator doubt(Page page, String says) {
        return page.locator(".doubt", new Page.LocatorOptions().setHasText(says)).first();
    }

    private static void choose(Page page, String doubt, String option) {
        doubt(page, doubt).locator(".option", new Locator.LocatorOptions().setHasText(option)).first().locator("input[type=radio]").check();
    }

    private static void write(Page page, String doubt, String option, String text) {
        doubt(page, doubt).locator(".option", new Locator.LocatorOptions().setHasText(option)).first().locator("input[type=text]").fill(text);
    }

    @Test
    void a_matrix_is_brought_in_its_doubts_are_settled_once_and_it_is_on_record() {
        try (var visitor = administrator("es", ColorScheme.LIGHT, 1440, true)) {
            var page = visitor.at("/", 200);
            page.locator(".main-nav summary", new Page.LocatorOptions().setHasText("Registro")).click();
            page.locator(".main-nav a", new Page.LocatorOptions().setHasText("Importar")).click();
            visitor.looks("imports");
            upload(page, sample("plan-de-mejora-2011.xlsx"));

            assertThat(page.locator(".answer").textContent()).contains("Se reconocieron 28 filas.").contains("11 dudas esperan su decisión.").contains("Nada se ha asentado todavía.");
            assertThat(page.locator(".doubt input[type=radio]:checked").count()).as("no guess is taken for an answer").isZero();
            visitor.looks("import-doubts");

            page.locator(".import-steps a", new Page.LocatorOptions().setHasText("La hoja")).click();
            assertThat(page.locator("tr.is-row").count()).isEqualTo(28);
            assertThat(page.locator("tr.is-heading").allTextContents()).anyMatch(text -> text.contains("Acciones principales")).anyMatch(text -> text.contains("T1") && text.contains("T4"));
            assertThat(page.locator("tr.is-title").allTextContents()).anyMatch(text -> text.contains("FONDO PARA EL LOGRO DE LOS ODM"));
            assertThat(page.locator("tr.is-continues").count()).isPositive();
            visitor.looks("import-sheet");

            page.goBack();
            choose(page, "plan pertenece", "Se crea el plan 00067226");
            write(page, "Desde qué día rigen", "Desde otro día", "9/12/2011");
            choose(page, "no indican el año", "Quedan como períodos sin fecha");
            choose(page, "«MJPS» no consta", "Es MJSP (Institución MJSP); además");
            choose(page, "«UNPFA» no consta", "Es UNFPA (Institución UNFPA); además");
            write(page, "«U de C» no consta", "queda como su nombre alterno", "NO-EXISTE");
            page.locator(".doubts-do button").click();
            assertThat(page.locator("[role=alert]").textContent()).contains("Hay un problema").contains("«U de C» no consta").contains("Esa respuesta no procede");
            assertThat(doubt(page, "«U de C» no consta").locator("input[type=text]").first().inputValue()).isEqualTo("NO-EXISTE");
            assertThat(doubt(page, "Desde qué día rigen").locator("input[type=text]").inputValue()).isEqualTo("9/12/2011");
            visitor.looks("import-doubt-refused");
            write(page, "«U de C» no consta", "queda como su nombre alterno", "UdeC");
            page.locator(".doubts-do button").click();
            assertThat(page.locator(".answer").textContent()).contains("5 dudas esperan su decisión.");
            assertThat(page.locator(".doubt--decided summary").allTextContents()).anyMatch(text -> text.contains("Desde otro día (dd/mm/aaaa): 09/12/2011"));

            page.locator(".import-steps a", new Page.LocatorOptions().setHasText("Vista previa")).click();
            assertThat(page.locator(".confirm form, form.confirm").count()).as("nothing can be confirmed before all is decided").isZero();
            page.goBack();
            doubt(page, "«OCR» no consta").locator("select").selectOption("register:international");
            choose(page, "«OCR» no consta", "Se inscribe «OCR»");
            page.locator(".doubt:not(.doubt--decided)", new Page.LocatorOptions().setHasText("parecen una sola acción")).all().forEach(one -> one.locator("input[type=radio]").first().check());
            page.locator(".doubt:not(.doubt--decided)", new Page.LocatorOptions().setHasText("no tiene responsable")).all().forEach(one -> one.locator("input[type=radio]").first().check());
            page.locator(".doubts-do button").click();

            assertThat(page.locator(".answer").textContent()).contains("No queda ninguna duda.");
            assertThat(page.locator(".tallies").textContent()).contains("Se creará").contains("28");
            visitor.looks("import-preview");
            page.locator("form.confirm button").click();
            page.waitForSelector("text=Quedaron asentadas 28 filas.");
            assertThat(page.locator(".grid tbody th a").count()).isEqualTo(28);
            visitor.looks("import-done");
            page.locator(".head-side a").click();
            page.waitForURL(url -> url.contains("/plans/"));
            assertThat(page.locator("main").textContent()).contains("Continuar el apoyo al proceso de reorganización");

            page.navigate(REGISTER.url() + "/imports");
            assertThat(page.locator(".list tbody tr").first().textContent()).contains("plan-de-mejora-2011.xlsx").contains("Asentada").contains("28 / 28");
            visitor.hasNoComplaint();
        }
        var plan = REGISTER.get("/api/plans?q=00067226").is(200).body().at("/items/0/id").asString();
        assertThat(REGISTER.get("/api/actions?plan=" + plan).is(200).body().get("total").asInt()).isEqualTo(28);
        assertThat(REGISTER.get("/api/institutions?q=OCR").is(200).body().at("/items/0/kind").asString()).isEqualTo("international");
    }

    @Test
    void without_scripts_a_small_list_comes_in_and_what_a_file_is_not_is_said_at_the_field() {
        try (var visitor = administrator("es", ColorScheme.LIGHT, 1024, false)) {
            var page = visitor.at("/imports", 200);
            page.locator("main form .button").click();
            assertThat(page.locator("#e-file").isVisible()).isTrue();
            page.setInputFiles("#i-file", new FilePayload("acta.docx", "application/octet-stream", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}));
            page.locator("main form .button").click();
            assertThat(page.locator("#e-file").textContent()).contains("dañado");
            page.setInputFiles("#i-file", new FilePayload("lista.csv", "text/csv", "Sigla,Nombre,Tipo\nCNR,Centro Nacional de Registros,Estado\n".getBytes(StandardCharsets.UTF_8)));
            page.locator("main form .button").click();
            while (page.locator(".doubt:not(.doubt--decided)").count() > 0) {
                page.locator(".doubt:not(.doubt--decided)").all().forEach(one -> one.locator("input[type=radio]").first().check());
                page.locator(".doubts-do button").click();
            }
            page.locator("form.confirm button").click();
            // without scripts the page asks again by itself
            page.waitForSelector("text=Quedó asentada una fila.");
            page.locator(".grid tbody th a").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Centro Nacional de Registros");
        }
    }

    @Test
    void a_mapping_is_made_of_a_sheet_that_nobody_knows_and_reads_it_from_then_on() {
        var rows = "Ficha,Tarea por hacer,Comentario\nA,Construir el aula,urgente\nB,Pintar el aula,\n".getBytes(StandardCharsets.UTF_8);
        try (var visitor = administrator("es", ColorScheme.LIGHT, 1440, true)) {
            var page = visitor.at("/imports/mappings/new", 200);
            page.locator(".form-do button").click();
            assertThat(page.locator("#e-name").isVisible()).isTrue();
            page.fill("#i-name", "Fichas de obra");
            page.selectOption("#i-kind", "risks");
            page.fill("#heading-0", "Tarea por hacer");
            page.selectOption("#meaning-0", "text");
            page.fill("#heading-1", "Ficha");
            page.selectOption("#meaning-1", "number");
            page.locator(".form-do button").click();
            assertThat(page.locator(".list").textContent()).contains("Fichas de obra").contains("Riesgos").contains("Tarea por hacer");
            visitor.looks("mappings");
            page.locator(".row-do a").first().click();
            assertThat(page.locator("#i-mapping").inputValue()).isEqualTo("Fichas de obra");
            page.setInputFiles("#i-file", new FilePayload("obra.csv", "text/csv", rows));
            page.locator("main form .button").click();
            assertThat(page.locator(".answer").textContent()).contains("Se reconocieron 2 filas.");

            page.navigate(REGISTER.url() + "/imports/mappings");
            page.locator(".rename summary").click();
            page.fill(".rename input[name=name]", " ");
            page.locator(".rename button").click();
            assertThat(page.locator(".rename .fault").isVisible()).isTrue();
            visitor.looks("mappings-renamed");
            page.fill(".rename input[name=name]", "Fichas de mantenimiento");
            page.locator(".rename button").click();
            assertThat(page.locator(".list strong").textContent()).isEqualTo("Fichas de mantenimiento");
            page.locator(".row-do > form button").click();
            assertThat(page.locator("main").textContent()).contains("Aún no hay ninguna.");
            visitor.hasNoComplaint();
        }
    }

    @Test
    void names_of_the_file_that_look_alike_stand_in_its_doubts_and_the_months_in_their_order() {
        var rows = "No.,Acciones principales,Noviembre,Diciembre,Enero,Febrero,Responsable\n1,Capacitar,X,,,,Dirección de Obras\n2,Evaluar,,X,X,,Direccion de Obra\n3,Cerrar,,,,X,D.O.\n";
        try (var visitor = administrator("es", ColorScheme.DARK, 390, true)) {
            var page = visitor.at("/imports", 200);
            page.setInputFiles("#i-file", new FilePayload("obras.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
            page.locator("main form .button").click();
            assertThat(doubt(page, "«Direccion de Obra» no consta").locator("legend").textContent()).contains("En este archivo se le parecen: «Dirección de Obras» (difiere en una letra)");
            assertThat(page.locator(".doubt input[type=radio]:checked").count()).as("no guess is taken for an answer").isZero();
            choose(page, "«Direccion de Obra» no consta", "Es la misma que «Dirección de Obras», de este archivo");
            page.locator(".doubts-do button").click();
            assertThat(page.locator("[role=alert]").textContent()).contains("Todavía no está decidido qué es «Dirección de Obras».");
            assertThat(doubt(page, "«Direccion de Obra» no consta").locator("input[type=radio]:checked").count()).isEqualTo(1);
            visitor.looks("import-namesakes");
            doubt(page, "«Dirección de Obras» no consta").locator("select").selectOption("register:state");
            choose(page, "«Dirección de Obras» no consta", "Se inscribe «Dirección de Obras»");
            choose(page, "«D.O.» no consta", "Es la misma que «Dirección de Obras», solo");
            write(page, "plan pertenece", "A otro plan", "OBRAS");
            page.locator(".doubts-do button").click();
            assertThat(page.locator(".doubt--decided summary").allTextContents()).anyMatch(text -> text.contains("Es la misma que «Dirección de Obras», solo en este archivo"));
            page.locator(".import-steps a", new Page.LocatorOptions().setHasText("Vista previa")).click();
            assertThat(page.locator("th.grid-period").allTextContents()).containsExactly("Noviembre", "Diciembre", "Enero", "Febrero");
            assertThat(page.locator(".grid tbody tr td:nth-last-child(2)").allTextContents()).containsOnly("Dirección de Obras");
            visitor.looks("import-namesakes-preview").hasNoComplaint();
        }
    }

    @Test
    void whoever_closed_the_page_finds_the_progress_at_its_address_and_then_what_came_in() throws SQLException {
        var rows = "Sigla,Nombre,Tipo\nPRIMA,Primera Oficina,Ministerio\nSEGUN,Otra Dependencia,Ministerio\nTERCE,Banco Tercero,Ministerio\nCUART,Fondo Cuarto,Ministerio\nQUINT,Junta Quinta,Ministerio\n";
        String address;
        try (var somebody = REGISTER.database().connectAsApp()) {
            try (var visitor = administrator("es", ColorScheme.LIGHT, 1440, true)) {
                var page = visitor.at("/imports", 200);
                page.setInputFiles("#i-file", new FilePayload("oficinas.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
                page.locator("main form .button").click();
                choose(page, "Desde qué día rigen", "Desde hoy");
                page.locator(".doubts-do button").click();
                takeTheAcronymOfTheFourth(somebody);
                page.locator("form.confirm button").click();
                page.waitForSelector("#progreso");
                address = page.url().substring(REGISTER.url().length());
            }
            while (waiting() == 0) {
                Thread.onSpinWait();
            }
            try (var visitor = administrator("es", ColorScheme.DARK, 390, true)) {
                var page = visitor.at(address, 200);
                assertThat(page.locator(".answer").textContent()).contains("Puede cerrar esta página y volver cuando quiera");
                assertThat(page.locator("#progreso label").textContent()).isEqualTo("2 de 5 filas asentadas");
                assertThat(page.locator("#progreso progress").getAttribute("value")).isEqualTo("2");
                assertThat(page.locator("#progreso progress").getAttribute("max")).isEqualTo("5");
                visitor.looks("import-running");
                somebody.rollback();
                page.waitForSelector("text=Quedaron asentadas 5 filas.");
                assertThat(page.url()).isEqualTo(REGISTER.url() + address);
                assertThat(page.locator(".grid tbody th a").allTextContents()).containsExactly("Primera Oficina", "Otra Dependencia", "Banco Tercero", "Fondo Cuarto", "Junta Quinta");
                visitor.hasNoComplaint();
            }
        }
    }

    /** Nobody knows yet whether it will be taken: whoever registers the fourth waits for how that ends. */
    private static void takeTheAcronymOfTheFourth(Connection somebody) throws SQLException {
        try (var statement = somebody.createStatement()) {
            statement.execute("set transaction_timeout = 0");
            statement.execute("set idle_in_transaction_session_timeout = 0");
            somebody.setAutoCommit(false);
            statement.execute("insert into journal.institution (id, registered_on) values ('01900000-0000-7000-8000-0000000000f4', '2005-01-01')");
            statement.execute("insert into journal.institution_name (institution, kind, key, written, since) values ('01900000-0000-7000-8000-0000000000f4', 'acronym', 'cuart', 'CUART', '2005-01-01')");
        }
    }

    private static long waiting() throws SQLException {
        try (var connection = REGISTER.database().connectAsApp(); var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")) {
            result.next();
            return result.getLong(1);
        }
    }

    @Test
    void who_may_not_import_is_told_so_and_sees_no_way_to_it() {
        var link = REGISTER.post("/api/invitations", "{'account':'lectora','roles':[{'role':'observer'}]}").is(201).text("link");
        try (var visitor = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1024, true)) {
            visitor.page().navigate(REGISTER.url() + link.replaceFirst("^https?://[^/]+", ""));
            visitor.page().fill("#next", "una contraseña larga y propia");
            visitor.page().fill("#repeated", "una contraseña larga y propia");
            visitor.page().locator("main button").click();
            visitor.signedIn("lectora", "una contraseña larga y propia");
            for (var path : List.of("/imports", "/imports/mappings", "/imports/01900000-0000-7000-8000-0000000000ff")) {
                assertThat(visitor.at(path, 403).locator("h1").textContent()).isEqualTo("No está permitido");
            }
            assertThat(visitor.at("/plans", 200).locator(".main-nav").textContent()).doesNotContain("Importar").doesNotContain("Administración");
        }
    }
}
