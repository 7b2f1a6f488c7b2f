package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One person of the directory before a browser: seen, changed and erased by who may, and by nobody else. */
class PersonPagesTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static final List<String> PAGES = List.of("", "/change", "/erase");
    private static Chromium chromium;
    private static String ministry;

    @BeforeAll
    static void furnish() {
        Chromium.need();
        chromium = new Chromium();
        ministry = REGISTER.post("/api/institutions", "{'name':'Ministerio de las fichas','acronym':'MINFI','kind':'state','effectiveOn':'2010-01-01'}").is(201).id();
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Visitor visitor(boolean scripts) {
        return Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, scripts);
    }

    private static Visitor admin(boolean scripts) {
        return visitor(scripts).signedIn("admin", HttpRegister.PASSWORD);
    }

    private static String enter(String fields) {
        return REGISTER.post("/api/persons", "{" + fields + "}").is(201).id();
    }

    private static void speaks(String person, String mandate, String capacity, String office, String from) {
        REGISTER.list("/api/institutions", REGISTER.post("/api/institutions/" + ministry + "/appoint-representative",
                "{'mandate':'%s','person':'%s','capacity':'%s','office':'%s','from':'%s','effectiveOn':'%s'}".formatted(mandate, person, capacity, office, from, from)).is(200));
    }

    private static void send(Page page) {
        page.locator(".form-do button").click();
    }

    /** A form that the page does not offer, sent all the same. */
    private static int sends(Page page, String path) {
        return page.waitForNavigation(() -> page.evaluate("path => { const form = document.querySelector(\"form[action='/salir']\"); form.action = path; form.submit(); }", path)).status();
    }

    @Test
    void a_person_has_a_page_with_what_the_directory_holds_and_every_mandate() {
        var person = enter("'name':'Fátima Ficha','office':'Directora de fichas','institution':'MINFI','email':'fatima@minfi.gob.sv'");
        var ended = UUID.randomUUID().toString();
        speaks(person, ended, "alternate", "Jefa de gabinete", "2012-06-01");
        REGISTER.post("/api/institutions/" + ministry + "/end-mandate", "{'mandate':'" + ended + "','until':'2014-05-31','effectiveOn':'2014-05-31'}").is(200);
        speaks(person, UUID.randomUUID().toString(), "representative", "Viceministra", "2014-06-01");
        try (var visitor = admin(true)) {
            var page = visitor.at("/persons?q=F%C3%A1tima+Ficha", 200);
            assertThat(page.locator("main tbody tr").textContent()).as("the list has the mandates in force").contains("Titular · Viceministra").doesNotContain("Jefa de gabinete");
            page.locator("main tbody th a").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Fátima Ficha");
            assertThat(page.locator(".head").textContent()).contains("Directora de fichas");
            assertThat(page.locator(".facts").textContent()).contains("MINFI").contains("fatima@minfi.gob.sv").contains("—");
            assertThat(page.locator(".facts a").getAttribute("href")).isEqualTo("/institutions/" + ministry);
            assertThat(page.locator(".people li").allTextContents()).satisfiesExactly(
                    now -> assertThat(now).contains("MINFI").contains("Titular · Viceministra").contains("Vigente · desde el 01/06/2014"),
                    before -> assertThat(before).contains("Suplente · Jefa de gabinete").contains("Terminado · del 01/06/2012 al 31/05/2014"));
            assertThat(page.locator(".may a").allTextContents()).containsExactly("Cambiar los datos", "Nombrar representante", "Suprimir los datos");
            visitor.looks("person-one");
            page = visitor.at("/search?q=F%C3%A1tima+Ficha", 200);
            assertThat(page.locator("section[aria-labelledby='r-persons'] .todo-what > a").getAttribute("href")).isEqualTo("/persons/" + person);
            page = visitor.at("/persons/" + enter("'name':'Gaspar sin nada'"), 200);
            assertThat(page.locator("main").textContent()).contains("No consta ningún mandato");
            assertThat(page.locator(".may a").allTextContents()).as("no institution to appoint for").containsExactly("Cambiar los datos", "Suprimir los datos");
            visitor.hasNoComplaint();
        }
    }

    @Test
    void what_is_changed_is_changed_what_is_emptied_is_gone_and_a_fault_comes_back_filled() {
        var person = enter("'name':'Irene Ficha','office':'Técnica','institution':'MINFI','email':'irene@minfi.gob.sv','phone':'2222-0001'");
        var before = REGISTER.get("/api/persons/" + person).is(200).body();
        try (var visitor = admin(false)) {
            var page = visitor.at("/persons/" + person, 200);
            page.locator(".may a.button").click();
            assertThat(List.of(page.inputValue("#i-name"), page.inputValue("#i-office"), page.inputValue("#i-institution"), page.inputValue("#i-email"), page.inputValue("#i-phone")))
                    .containsExactly("Irene Ficha", "Técnica", "MINFI", "irene@minfi.gob.sv", "2222-0001");
            send(page);
            assertThat(page.locator(".notice").textContent()).contains("Los cambios quedaron guardados");
            assertThat(REGISTER.get("/api/persons/" + person).is(200).body()).isEqualTo(before);

            page = visitor.at("/persons/" + person + "/change", 200);
            page.fill("#i-name", " ");
            page.fill("#i-email", "sin arroba");
            page.fill("#i-office", "Jefa de fichas");
            page.fill("#i-institution", "NO-HAY");
            var answer = page.waitForNavigation(() -> send(visitor.page()));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(page.locator("#e-name").textContent()).contains("obligatorio");
            assertThat(page.locator("#e-email").isVisible()).isTrue();
            assertThat(page.locator("#e-institution").textContent()).contains("NO-HAY");
            assertThat(page.inputValue("#i-email")).isEqualTo("sin arroba");
            assertThat(page.inputValue("#i-office")).isEqualTo("Jefa de fichas");
            assertThat(page.locator(".answer").textContent()).as("the person is called as the directory says").isEqualTo("Irene Ficha");
            assertThat(REGISTER.get("/api/persons/" + person).is(200).body()).isEqualTo(before);

            page.fill("#i-name", "Irene Ficha de Luna");
            page.fill("#i-email", "irene.luna@minfi.gob.sv");
            page.fill("#i-institution", "");
            page.fill("#i-phone", "");
            send(page);
            assertThat(page.locator("h1").textContent()).isEqualTo("Irene Ficha de Luna");
            assertThat(page.locator(".facts a").count()).isZero();
            var after = REGISTER.get("/api/persons/" + person).is(200).body();
            assertThat(after.get("office").asString()).isEqualTo("Jefa de fichas");
            assertThat(after.get("email").asString()).isEqualTo("irene.luna@minfi.gob.sv");
            assertThat(after.get("institution").isNull()).isTrue();
            assertThat(after.get("phone").isNull()).isTrue();
        }
    }

    @Test
    void two_who_change_the_same_person_lose_nothing_of_each_other() {
        var person = enter("'name':'Karla Ficha','office':'Asesora','email':'karla@minfi.gob.sv','phone':'2222-0002'");
        try (var first = admin(false); var second = admin(false)) {
            var page = first.at("/persons/" + person + "/change", 200);
            var other = second.at("/persons/" + person + "/change", 200);
            other.fill("#i-phone", "2222-0003");
            other.fill("#i-office", "Directora");
            send(other);

            page.fill("#i-email", "karla.ficha@minfi.gob.sv");
            page.fill("#i-office", "Jefa");
            page.fill("#i-name", "");
            assertThat(page.waitForNavigation(() -> send(page)).status()).isEqualTo(422);
            assertThat(page.locator("#e-office").textContent()).isEqualTo("Mientras usted escribía, otra persona lo cambió por «Directora». Revise cuál corresponde y envíe de nuevo.");
            assertThat(page.inputValue("#i-office")).isEqualTo("Jefa");
            assertThat(page.locator("#e-phone").count()).as("what only the other touched is no conflict").isZero();
            assertThat(page.waitForNavigation(() -> send(page)).status()).isEqualTo(422);
            assertThat(page.locator("#e-name").textContent()).contains("obligatorio");
            page.fill("#i-name", "Karla Ficha");
            send(page);
            var after = REGISTER.get("/api/persons/" + person).is(200).body();
            assertThat(after.get("office").asString()).isEqualTo("Jefa");
            assertThat(after.get("email").asString()).isEqualTo("karla.ficha@minfi.gob.sv");
            assertThat(after.get("phone").asString()).as("what the other wrote stands").isEqualTo("2222-0003");
        }
    }

    @Test
    void who_may_not_gets_neither_the_page_nor_its_way_and_what_there_is_not_is_not_found() {
        var person = "/persons/" + enter("'name':'Josefa Ficha','office':'Asesora'");
        try (var visitor = visitor(true)) {
            var page = Inspection.invited(visitor.page(), "observa.fichas", "{'role':'observer'}");
            for (var each : PAGES) {
                assertThat(visitor.at(person + each, 403).locator("h1").textContent()).as(each).isEqualTo("No está permitido");
                assertThat(page.content()).as(each).doesNotContain("Josefa");
            }
        }
        try (var visitor = visitor(true)) {
            var page = Inspection.invited(visitor.page(), "audita.fichas", "{'role':'auditor'}");
            visitor.at(person, 200);
            assertThat(page.locator("h1").textContent()).isEqualTo("Josefa Ficha");
            assertThat(page.locator(".may").count()).isZero();
            for (var each : List.of("/change", "/erase")) {
                assertThat(visitor.at(person + each, 403).locator("main .cards a").first().getAttribute("href")).as(each).isEqualTo(person);
                assertThat(sends(page, person + each)).as(each).isEqualTo(403);
            }
        }
        try (var visitor = visitor(true)) {
            var page = Inspection.invited(visitor.page(), "coordina.fichas", "{'role':'coordinator'}");
            visitor.at(person, 200);
            assertThat(page.locator(".may a").allTextContents()).containsExactly("Cambiar los datos");
            visitor.at(person + "/change", 200);
            visitor.at(person + "/erase", 403);
            assertThat(sends(page, person + "/erase")).isEqualTo(403);
        }
        assertThat(REGISTER.get("/api" + person).is(200).text("name")).isEqualTo("Josefa Ficha");
        try (var visitor = admin(true)) {
            for (var each : PAGES) {
                visitor.at("/persons/" + UUID.randomUUID() + each, 404);
                visitor.at("/persons/nadie" + each, 404);
            }
            for (var each : List.of("/change", "/erase")) {
                assertThat(sends(visitor.page(), "/persons/" + UUID.randomUUID() + each)).as(each).isEqualTo(404);
            }
        }
    }

    @Test
    void whoever_is_erased_is_so_for_good_and_named_nowhere() {
        var person = enter("'name':'Quetzalina Suprimible','office':'Guardia de quetzales','institution':'MINFI','email':'quetzalina@minfi.gob.sv','phone':'7777-1234'");
        speaks(person, UUID.randomUUID().toString(), "liaison", "Unidad de enlace", "2013-01-01");
        var today = DateTimeFormatter.ofPattern("dd/MM/uuuu").format(LocalDate.now(ZoneId.of("America/El_Salvador")));
        try (var visitor = admin(true); var other = admin(false)) {
            other.at("/persons/" + person + "/erase", 200);
            other.page().fill("#i-grounds", "Desde otra pestaña.");
            other.page().check("#i-sure");
            var page = visitor.at("/persons/" + person, 200);
            page.locator(".may a", new Page.LocatorOptions().setHasText("Suprimir los datos")).click();
            assertThat(page.locator("main").textContent()).contains("Qué se suprime").contains("Qué permanece").contains("no se puede deshacer").contains("póngales fin");
            visitor.looks("person-erase");
            send(page);
            assertThat(page.locator("#e-grounds").textContent()).contains("obligatorio");
            assertThat(page.locator("#e-sure").textContent()).contains("Marque la casilla");
            visitor.looks("person-erase-refused");
            page.check("#i-sure");
            page.fill("#i-grounds", "Lo pidió Quetzalina Suprimible.");
            send(page);
            assertThat(page.locator("#e-grounds").textContent()).contains("no pueden nombrar a la persona");
            assertThat(page.inputValue("#i-grounds")).isEqualTo("Lo pidió Quetzalina Suprimible.");
            assertThat(page.isChecked("#i-sure")).isTrue();
            page.fill("#i-grounds", "Ejerció su derecho de supresión.");
            send(page);

            assertThat(page.url()).endsWith("/persons/" + person);
            assertThat(page.locator("h1").textContent()).isEqualTo("Persona suprimida");
            assertThat(page.locator(".head").textContent()).contains("Sus datos se suprimieron el " + today);
            assertThat(page.locator(".people li").allTextContents()).as("records stay").singleElement().asString().contains("MINFI").contains("Unidad de enlace").contains("Vigente");
            assertThat(page.locator(".may").count()).isZero();
            visitor.looks("person-erased");
            assertThat(REGISTER.get("/api/persons/" + person).is(200).body().get("name").isNull()).isTrue();

            for (var path : List.of("/persons/" + person, "/persons", "/persons?q=Quetzalina", "/persons?institution=MINFI", "/institutions/" + ministry)) {
                assertThat(visitor.at(path, 200).locator("main").textContent()).as(path).doesNotContain("Quetzalina Suprimible").doesNotContain("quetzal").doesNotContain("7777-1234");
            }
            assertThat(page.locator(".people").textContent()).as("the institution's mandates").contains("persona suprimida el");
            assertThat(visitor.at("/search?q=Suprimible", 200).locator("#r-persons").count()).isZero();

            for (var each : List.of("/change", "/erase")) {
                var told = visitor.at("/persons/" + person + each, 409);
                assertThat(told.locator("main").textContent()).as(each).contains("Los datos de esta persona se suprimieron el " + today);
                assertThat(told.locator("main .cards a").first().getAttribute("href")).as(each).isEqualTo("/persons/" + person);
                assertThat(sends(told, "/persons/" + person + each)).as(each).isEqualTo(409);
            }
            visitor.hasNoComplaint();
            assertThat(other.page().waitForNavigation(() -> send(other.page())).status()).as("the form that was open elsewhere").isEqualTo(409);
        }
    }
}
