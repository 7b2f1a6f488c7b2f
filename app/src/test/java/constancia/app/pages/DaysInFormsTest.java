package constancia.app.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A day is written as people write it, and read back in words before it is on record. */
class DaysInFormsTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static Chromium chromium;
    private static String action;

    @BeforeAll
    static void furnish() {
        Chromium.need();
        chromium = new Chromium();
        REGISTER.post("/api/institutions", "{'name':'Dirección de los Días','acronym':'DIDIAS','kind':'state','effectiveOn':'2010-01-01'}").is(201);
        action = REGISTER.post("/api/actions", "{'title':'Contar los días','schedule':{'dueOn':'2099-06-30'},'responsible':[{'institution':'DIDIAS','role':'lead'}],'effectiveOn':'2015-01-05'}").is(201).id();
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"es, 30/6/2015, 30/06/2015, martes 30 de junio de 2015", "es, 30 jun 2015, 30/06/2015, martes 30 de junio de 2015", "es, 15 de setiembre de 2016, 15/09/2016, jueves 15 de septiembre de 2016", "es, 1 de enero de 2016, 01/01/2016, viernes 1 de enero de 2016",
            "en, 3 Aug 2016, 03/08/2016, Wednesday 3 August 2016", "en, 2016-2-29, 29/02/2016, Monday 29 February 2016"})
    void it_is_read_back_as_it_is_written_and_settled_on_leaving_the_field(String language, String written, String settled, String words) {
        try (var visitor = visitor(language, true)) {
            var page = form(visitor);
            page.fill("#i-effectiveOn", written);
            assertThat(page.locator("#i-effectiveOn + .day-said")).hasText(words);
            assertThat(page.locator("#i-effectiveOn")).hasValue(written);
            page.press("#i-effectiveOn", "Tab");
            assertThat(page.locator("#i-effectiveOn")).hasValue(settled);
            visitor.looks("day-read-back").hasNoComplaint();
        }
    }

    @Test
    void what_is_no_day_is_not_read_back_and_stays() {
        try (var visitor = visitor("es", true)) {
            var page = form(visitor);
            for (var written : new String[] {"31/06/2015", "31 jun 2015", "30 junior 2015", "+99999", "mañana"}) {
                page.fill("#i-effectiveOn", "hoy");
                assertThat(page.locator("#i-effectiveOn + .day-said")).not().isEmpty();
                page.fill("#i-effectiveOn", written);
                assertThat(page.locator("#i-effectiveOn + .day-said")).isEmpty();
                page.press("#i-effectiveOn", "Tab");
                assertThat(page.locator("#i-effectiveOn")).hasValue(written);
            }
            page.fill("#i-text", "Sin día.");
            page.locator(".form button").click();
            assertThat(page.locator("#e-effectiveOn")).isVisible();
            assertThat(page.locator("#i-effectiveOn")).hasValue("mañana");
        }
    }

    /** With the script the day is settled when the form goes off, without it when it arrives. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_day_counted_from_today_is_the_day_that_it_was_then(boolean scripts) {
        try (var visitor = visitor("es", scripts)) {
            var page = form(visitor);
            var today = LocalDate.parse(page.getAttribute("html", "data-today"));
            page.fill("#i-text", "Contado " + scripts);
            page.fill("#i-effectiveOn", "-3");
            page.press("#i-effectiveOn", "Enter");
            assertThat(page.locator(".notice")).containsText("Quedó asentado");
            var records = REGISTER.get("/api/actions/" + action + "/history").is(200).body().get("items");
            assertThat(records.get(records.size() - 1).get("effectiveOn").asString()).isEqualTo(today.minusDays(3).toString());
        }
    }

    /** A filter that is kept moves on with the days. */
    @Test
    void a_list_is_narrowed_by_days_from_today() {
        try (var visitor = visitor("es", false)) {
            var page = visitor.at("/actions?q=Contar+los+d%C3%ADas&dueFrom=hoy", 200);
            assertThat(page.locator("tbody tr")).hasCount(1);
            var today = DateTimeFormatter.ofPattern("dd/MM/uuuu").format(LocalDate.parse(page.getAttribute("html", "data-today")));
            assertThat(page.locator(".narrowed")).containsText("Vence desde hoy (" + today + ")");
            assertThat(visitor.at("/actions?q=Contar+los+d%C3%ADas&dueTo=%2B30", 200).locator("tbody tr")).hasCount(0);
            assertThat(visitor.at("/actions?dueTo=30+jun+2015", 200).locator(".narrowed")).containsText("Vence hasta 30/06/2015");
        }
    }

    private static Visitor visitor(String language, boolean scripts) {
        return Visitor.to(REGISTER, chromium, language, ColorScheme.LIGHT, 1440, scripts).signedIn("admin", HttpRegister.PASSWORD);
    }

    private static Page form(Visitor visitor) {
        var page = visitor.at("/actions/" + action + "/report-impediment", 200);
        page.locator(".when summary").click();
        return page;
    }
}
