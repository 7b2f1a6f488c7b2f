package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A mistake on record is put right from the history in which it stands, by whoever could have recorded it. */
class RectifyPagesTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static final String PASSWORD = "una contraseña larga y propia";
    private static Chromium chromium;
    private static int next;

    private String tag;
    private String action;

    @BeforeAll
    static void enter() {
        Chromium.need();
        chromium = new Chromium();
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void furnish() {
        tag = "RP" + ++next;
        for (var name : new String[] {"A", "B"}) {
            created("institutions", "{'name':'Institución " + name + tag + "','acronym':'" + name + tag + "','kind':'state','effectiveOn':'2010-01-01'}");
        }
        action = created("actions", "{'title':'Acción por rectificar " + tag + "','responsible':[{'institution':'A" + tag + "','role':'lead'}],'schedule':{'dueOn':'2015-06-30'},'effectiveOn':'2015-01-05'}");
        REGISTER.post("/api/actions/" + action + "/report-progress", "{'institution':'A" + tag + "','percent':40,'narrative':'Van dos departamentos.','effectiveOn':'2015-02-10'}").is(200);
        REGISTER.post("/api/actions/" + action + "/report-impediment", "{'text':'Falta transporte.','effectiveOn':'2015-03-02'}").is(200);
    }

    private static String created(String collection, String body) {
        return REGISTER.post("/api/" + collection, body).is(201).id();
    }

    @ParameterizedTest
    @CsvSource({"es, LIGHT, 1440", "en, DARK, 390", "es, DARK, 1024"})
    void what_was_wrong_is_corrected_at_its_field_and_stands_in_the_history(String language, ColorScheme scheme, int width) {
        try (var visitor = Visitor.to(REGISTER, chromium, language, scheme, width, true).signedIn("admin", HttpRegister.PASSWORD)) {
            var page = visitor.at("/actions/" + action + "?step=2", 200);
            visitor.looks("rectify-step");
            page.locator("details.whole summary").click();
            assertThat(page.locator("details.whole").textContent()).contains("A" + tag).contains("30/06/2015");
            visitor.looks("rectify-step-whole");
            page.locator(".replay .form-do a").click();
            assertThat(page.inputValue("#i-percent")).isEqualTo("40");
            assertThat(page.inputValue("#i-narrative")).isEqualTo("Van dos departamentos.");
            assertThat(page.inputValue("#i-institution")).isEqualTo("A" + tag);
            assertThat(page.inputValue("#i-effectiveOn")).isEqualTo("10/02/2015");
            visitor.looks("rectify");
            page.fill("#i-percent", "140");
            page.fill("#i-grounds", "Se contó dos veces un departamento.");
            page.locator(".form button").click();
            assertThat(page.locator("#e-i-percent").isVisible()).isTrue();
            assertThat(page.inputValue("#i-grounds")).isEqualTo("Se contó dos veces un departamento.");
            page.fill("#i-percent", "20");
            page.fill("#i-grounds", "");
            page.locator(".form button").click();
            assertThat(page.locator("#e-grounds").isVisible()).isTrue();
            visitor.looks("rectify-refused");
            page.fill("#i-grounds", "Se contó dos veces un departamento.");
            page.locator(".form button").click();
            assertThat(page.locator(".notice").isVisible()).isTrue();
            assertThat(page.locator(".replay").textContent()).contains("40").contains("20");
            assertThat(page.locator(".records li.rectified").textContent()).contains("admin").contains("Se contó dos veces un departamento.");
            assertThat(page.locator(".records li[aria-current] .record-n").textContent()).isEqualTo("4");
            visitor.looks("rectified");
            page = visitor.at("/actions/" + action + "?asOf=" + REGISTER.get("/api/actions/" + action + "/history").body().at("/items/2/position").asInt(), 200);
            assertThat(page.locator(".records li").count()).as("what was known then").isEqualTo(3);
            assertThat(page.locator(".records li.rectified").count()).isZero();
            visitor.hasNoComplaint();
        }
        var stands = REGISTER.get("/api/actions/" + action).is(200).body().at("/commitments/0");
        assertThat(stands.get("percent").asInt()).isEqualTo(20);
        assertThat(REGISTER.get("/api/actions/" + action + "?asOf=" + REGISTER.get("/api/actions/" + action + "/history").body().at("/items/2/position").asInt()).is(200).body().at("/commitments/0/percent").asInt()).isEqualTo(40);
    }

    @Test
    void whoever_was_overtaken_sees_it_and_sends_again() {
        try (var visitor = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, true).signedIn("admin", HttpRegister.PASSWORD)) {
            var page = visitor.at("/actions/" + action + "/rectify?record=2", 200);
            REGISTER.post("/api/actions/" + action + "/report-impediment", "{'text':'Falta personal.','effectiveOn':'2015-03-03'}").is(200);
            page.fill("#i-percent", "25");
            page.fill("#i-grounds", "Se contó dos veces.");
            page.locator(".form button").click();
            assertThat(page.locator(".problem").isVisible()).isTrue();
            page.locator(".form button").click();
            assertThat(page.locator(".notice").isVisible()).isTrue();
        }
        assertThat(REGISTER.get("/api/actions/" + action).is(200).body().at("/commitments/0/percent").asInt()).isEqualTo(25);
    }

    @Test
    void what_never_happened_is_left_void_and_that_can_be_undone() {
        try (var visitor = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, true).signedIn("admin", HttpRegister.PASSWORD)) {
            var page = visitor.at("/actions/" + action + "/rectify?record=3", 200);
            page.locator("input[value=void]").check();
            assertThat(page.locator(".replacement").isVisible()).isFalse();
            visitor.looks("rectify-void");
            page.fill("#i-grounds", "Era de otra acción.");
            page.locator(".form button").click();
            assertThat(page.locator(".records li.rectified").textContent()).contains("Era de otra acción.");
            assertThat(REGISTER.get("/api/actions/" + action).body().get("impediments").size()).isZero();

            page.locator(".replay .form-do a").click();
            assertThat(page.locator("#i-percent, #i-text").count()).isZero();
            visitor.looks("rectify-again");
            page.fill("#i-grounds", "Sí era de esta.");
            page.locator(".form button").click();
            assertThat(REGISTER.get("/api/actions/" + action).body().get("impediments").size()).isEqualTo(1);

            page = visitor.at("/actions/" + action + "/rectify?record=1", 200);
            assertThat(page.locator("input[value=void]").count()).isZero();
            assertThat(page.inputValue("#i-title")).isEqualTo("Acción por rectificar " + tag);
            page.fill("#i-grounds", "Nada que cambiar.");
            page.locator(".form button").click();
            assertThat(page.locator(".problem").textContent()).contains("nada cambiaría");
            page.fill("#i-effectiveOn", "1/3/2015");
            page.locator(".form button").click();
            assertThat(page.locator(".problem").textContent()).contains("ya no podría constar");
            page.fill("#i-effectiveOn", "05/01/2015");
            page.fill("#i-title", "Acción rectificada " + tag);
            page.locator(".form button").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Acción rectificada " + tag);
            visitor.hasNoComplaint();
        }
    }

    @Test
    void an_entry_of_a_list_that_is_taken_away_takes_nothing_from_the_others() {
        created("bodies", "{'name':'Mesa por rectificar " + tag + "','acronym':'M" + tag + "','kind':'table','effectiveOn':'2010-01-01'}");
        var meeting = created("meetings", "{'body':'M" + tag + "','startsAt':'2015-03-27T09:00:00-06:00','agenda':[{'title':'Uno'},{'title':'Dos'},{'title':'Tres','minutes':20}],'effectiveOn':'2015-03-01'}");
        var before = agenda(meeting);
        try (var visitor = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, true).signedIn("admin", HttpRegister.PASSWORD)) {
            var page = visitor.at("/meetings/" + meeting + "/rectify?record=1", 200);
            assertThat(page.inputValue("#i-body")).isEqualTo("M" + tag);
            assertThat(page.inputValue("#i-startsAt")).isEqualTo("27/03/2015 09:00");
            visitor.looks("rectify-meeting");
            page.fill("#i-agenda-1-title", "");
            page.fill("#i-agenda-2-minutes", "30");
            page.fill("#i-grounds", "El segundo punto no se convocó.");
            page.locator(".form button").click();
            assertThat(page.locator(".notice").isVisible()).isTrue();
        }
        var after = agenda(meeting);
        assertThat(after.keySet()).containsExactlyInAnyOrder("Uno", "Tres");
        assertThat(after).containsAllEntriesOf(Map.of("Uno", before.get("Uno"), "Tres", before.get("Tres")));
        assertThat(REGISTER.get("/api/meetings/" + meeting).body().at("/agenda/1/minutes").asInt()).isEqualTo(30);
    }

    private static Map<String, String> agenda(String meeting) {
        return StreamSupport.stream(REGISTER.get("/api/meetings/" + meeting).is(200).body().get("agenda").spliterator(), false)
                .collect(Collectors.toMap((JsonNode topic) -> topic.get("title").asString(), topic -> topic.get("id").asString()));
    }

    @Test
    void it_is_offered_to_whoever_could_have_recorded_it_and_to_nobody_else() {
        try (var visitor = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, true)) {
            invited(visitor, "enlace.a." + tag.toLowerCase(), "A" + tag);
            assertThat(visitor.at("/actions/" + action + "?step=1", 200).locator(".replay .form-do a").count()).isZero();
            visitor.at("/actions/" + action + "/rectify?record=1", 404);
            assertThat(visitor.at("/actions/" + action + "?step=2", 200).locator(".replay .form-do a").count()).as("it was put on record on its behalf").isEqualTo(1);
            var page = visitor.at("/actions/" + action + "/report-progress", 200);
            page.fill("#i-percent", "50");
            page.locator(".form button").click();
            assertThat(visitor.at("/actions/" + action + "?step=4", 200).locator(".replay .form-do a").count()).isEqualTo(1);
        }
        try (var visitor = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, true)) {
            invited(visitor, "enlace.b." + tag.toLowerCase(), "B" + tag);
            assertThat(visitor.at("/actions/" + action + "?step=4", 200).locator(".replay .form-do a").count()).isZero();
            visitor.at("/actions/" + action + "/rectify?record=4", 404);
        }
    }

    private static void invited(Visitor visitor, String account, String institution) {
        var link = REGISTER.post("/api/invitations", "{'account':'" + account + "','roles':[{'role':'liaison','institution':'" + institution + "'}]}").is(201).text("link");
        visitor.page().navigate(REGISTER.url() + link.replaceFirst("^https?://[^/]+", ""));
        visitor.page().fill("#next", PASSWORD);
        visitor.page().fill("#repeated", PASSWORD);
        visitor.page().locator("main button").click();
        visitor.signedIn(account, PASSWORD);
    }
}
