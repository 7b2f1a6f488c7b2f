package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Those who keep the register running, before a browser; and the others, who are told that it is not for them. */
class AdministrationPagesTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static final String PASSWORD = "una contraseña larga y propia";
    private static Chromium chromium;

    @BeforeAll
    static void furnish() {
        Chromium.need();
        chromium = new Chromium();
        REGISTER.post("/api/bodies", "{'name':'Mesa de administración','acronym':'MEADM','kind':'table','effectiveOn':'2010-01-01'}").is(201);
        REGISTER.post("/api/territories", "{'territories':[{'code':'ADM','name':'Administralia','kind':'country'},{'code':'ADM-1','name':'Primera','kind':'department','parent':'ADM','priority':{'index':0.25,'source':'FISDL','year':2009}}]}").is(200);
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Visitor administrator(String language, ColorScheme scheme, int width) {
        return Visitor.to(REGISTER, chromium, language, scheme, width, true).signedIn("admin", HttpRegister.PASSWORD);
    }

    private static Locator button(Page page, String says) {
        return page.locator("main button", new Page.LocatorOptions().setHasText(says)).first();
    }

    @Test
    void somebody_is_invited_enters_is_given_a_role_and_loses_it() {
        try (var visitor = administrator("es", ColorScheme.DARK, 1440); var guest = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1024, true)) {
            var page = visitor.at("/administration/accounts/new", 200);
            page.fill("#i-account", "Marta Rivas");
            button(page, "Crear la cuenta").click();
            assertThat(page.locator("#e-account").textContent()).contains("marta.rivas");
            assertThat(page.inputValue("#i-account")).isEqualTo("Marta Rivas");
            page.fill("#i-account", "marta.rivas");
            page.fill("#i-name", "Marta Rivas");
            page.selectOption("#i-role", "observer");
            button(page, "Crear la cuenta").click();
            var link = page.inputValue("#enlace");
            assertThat(link).startsWith("http://localhost:" + REGISTER.port() + "/invitacion/");
            visitor.looks("account-invited");
            visitor.at("/administration/accounts/marta.rivas", 200);
            assertThat(page.content()).as("the link is shown once").doesNotContain(link.substring(link.lastIndexOf('/')));

            guest.page().navigate(REGISTER.url() + link.substring(link.indexOf("/invitacion/")));
            guest.page().fill("#next", PASSWORD);
            guest.page().fill("#repeated", PASSWORD);
            guest.page().locator("main button").click();
            guest.signedIn("marta.rivas", PASSWORD);
            assertThat(guest.at("/plans", 200).locator(".main-nav").textContent()).doesNotContain("Administración").doesNotContain("Importar");
            for (var path : List.of("/administration", "/administration/accounts", "/administration/accounts/new", "/administration/accounts/admin", "/administration/state", "/territories/new")) {
                assertThat(guest.at(path, 403).locator("h1").textContent()).as(path).isEqualTo("No está permitido");
            }

            page.selectOption("#i-role", "coordinator");
            page.selectOption("#i-reach", "body");
            page.fill("#i-part", "NO-HAY");
            page.fill("#i-grounds", "Coordina la mesa mientras dura la licencia.");
            button(page, "Otorgar").click();
            assertThat(page.locator("#e-part").textContent()).contains("NO-HAY");
            assertThat(page.inputValue("#i-grounds")).startsWith("Coordina la mesa");
            page.fill("#i-part", "MEADM");
            page.fill("#i-until", "31/12/2099");
            button(page, "Otorgar").click();
            assertThat(page.locator(".notice").textContent()).contains("La función quedó otorgada.");
            assertThat(page.locator(".roles").textContent()).contains("coordinación").contains("MEADM").contains("31/12/2099");
            assertThat(page.locator(".records li").first().textContent()).contains("Se otorgó una función").contains("coordinación instancia MEADM del").contains("Coordina la mesa").contains("admin");
            assertThat(guest.at("/imports", 200).locator(".main-nav").textContent()).contains("Importar");

            var held = page.locator(".roles > li", new Page.LocatorOptions().setHasText("MEADM"));
            held.locator("summary").click();
            held.locator("input[name=grounds]").fill("Terminó la licencia.");
            visitor.looks("account-role-ending");
            held.locator("button").click();
            assertThat(page.locator(".notice").textContent()).contains("La función quedó terminada.");
            assertThat(page.locator(".roles").textContent()).doesNotContain("MEADM");
            assertThat(page.locator(".records li").first().textContent()).contains("Se terminó una función").contains("Terminó la licencia.");
            guest.at("/imports", 403);

            button(page, "Desactivar la cuenta").click();
            assertThat(page.locator(".state").textContent()).contains("Desactivada");
            guest.page().navigate(REGISTER.url() + "/plans");
            assertThat(guest.page().url()).as("disabled at once").contains("/entrar");
            button(page, "Activar la cuenta").click();
            button(page, "Dar un enlace nuevo").click();
            assertThat(page.inputValue("#enlace")).contains("/invitacion/").isNotEqualTo(link);

            page = visitor.at("/administration/accounts/admin", 200);
            button(page, "Desactivar la cuenta").click();
            assertThat(page.locator("[role=alert]").textContent()).contains("última cuenta que administra");
            visitor.hasNoComplaint();
        }
        var history = REGISTER.get("/api/accounts/marta.rivas/history").is(200).body().get("items");
        assertThat(history.valueStream().filter(change -> !change.get("grounds").isNull()).map(change -> change.get("change").asString() + ": " + change.get("grounds").asString()))
                .containsExactly("role-granted: Coordina la mesa mientras dura la licencia.", "role-ended: Terminó la licencia.");
    }

    @Test
    void the_catalogue_and_the_rules_are_kept_and_the_tables_are_filled_anew() {
        try (var visitor = administrator("es", ColorScheme.LIGHT, 390)) {
            var page = visitor.at("/territories?parent=ADM", 200);
            assertThat(page.locator(".list").textContent()).contains("Primera").contains("FISDL");
            page.locator(".head-side a").click();
            page.fill("#i-code", "adm 2");
            page.fill("#i-name", "Segunda");
            button(page, "Agregar al catálogo").click();
            assertThat(page.locator("#e-code").isVisible()).isTrue();
            assertThat(page.locator("#e-kind").isVisible()).isTrue();
            visitor.looks("territory-refused");
            page.fill("#i-code", "ADM-2");
            page.selectOption("#i-kind", "department");
            page.fill("#i-parent", "ADM");
            button(page, "Agregar al catálogo").click();
            page = visitor.at("/territories?parent=ADM", 200);
            assertThat(page.locator(".list").textContent()).contains("Segunda");

            page = visitor.at("/administration/classes", 200);
            assertThat(page.locator(".list").textContent()).contains("Información reservada");
            page.selectOption("#i-class", "confidential");
            page.fill("#i-since", "1/1/2010");
            button(page, "Fijar la regla").click();
            assertThat(page.locator("#e-since").isVisible()).isTrue();
            page.fill("#i-since", "1/1/2095");
            page.selectOption("#i-sees-auditor", "all");
            button(page, "Fijar la regla").click();
            assertThat(page.locator(".list").textContent()).contains("01/01/2095");

            page = visitor.at("/administration/state", 200);
            assertThat(page.locator("main").textContent()).contains("Numeración del libro").contains("Funciona");
            button(page, "Llenar de nuevo").click();
            assertThat(page.locator("[role=status]").textContent()).contains("se están llenando de nuevo");
            visitor.hasNoComplaint();
        }
        assertThat(REGISTER.get("/api/territories/ADM-2").is(200).text("name")).isEqualTo("Segunda");
    }
}
