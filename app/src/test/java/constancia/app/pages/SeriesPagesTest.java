package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meetings of a series are convened from the page of their body; headings, stages and the capacity of who signs are read on the pages. */
class SeriesPagesTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static final String PERSON = REGISTER.person("0194d0c2-0000-7000-8000-00000000ee01");
    private static Chromium chromium;
    private static String body;
    private static String meeting;
    private static String file;
    private static String convenio;

    @BeforeAll
    static void furnish() {
        Chromium.need();
        chromium = new Chromium();
        created("institutions", "{'name':'Ministerio de las Series','acronym':'MSER','kind':'state','effectiveOn':'2010-01-01'}");
        body = created("bodies", "{'name':'Mesa mensual de seguimiento','acronym':'MMS','kind':'table','effectiveOn':'2014-01-01'}");
        REGISTER.post("/api/bodies/" + body + "/set-series-template", "{'name':'Reunión mensual','place':'Cancillería','mode':'in-person','text':'Se ruega confirmar la asistencia.',"
                + "'agenda':[{'title':'Acuerdos anteriores','section':'Informes','presenter':'MSER','minutes':30},{'title':'Otros asuntos','section':'Varios'}],'effectiveOn':'2014-01-02'}").is(200);
        var series = REGISTER.get("/api/bodies/" + body).body().at("/series/0/id").asString();
        meeting = created("meetings", "{'body':'MMS','series':'" + series + "','startsAt':'2014-03-05T09:00:00-06:00','effectiveOn':'2014-02-20'}");
        file = created("case-files", "{'title':'Cobro de cuotas en un centro escolar','kind':'denuncia','body':'MMS','parties':['MSER'],'effectiveOn':'2014-03-01'}");
        REGISTER.post("/api/case-files/" + file + "/enter-stage", "{'stage':'Recepción','effectiveOn':'2014-03-02'}").is(200);
        REGISTER.post("/api/case-files/" + file + "/enter-stage", "{'stage':'Opinión jurídica','institution':'MSER','dueOn':'2014-03-20','effectiveOn':'2014-03-05'}").is(200);
        convenio = created("agreements", "{'kind':'cooperation-agreement','title':'Convenio de seguimiento','text':'Se conviene.','parties':[{'institution':'MSER','mustSign':true}],'effectiveOn':'2014-03-01'}");
        REGISTER.post("/api/agreements/" + convenio + "/sign-agreement", "{'institution':'MSER','person':'" + PERSON + "','signer':{'capacity':'representative','office':'Ministra','since':'2009-06-01'},"
                + "'effectiveOn':'2014-03-02'}").is(200);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"es,LIGHT,1440", "es,DARK,1440", "en,LIGHT,390"})
    void headings_stages_and_capacities_are_read_on_the_pages(String language, ColorScheme scheme, int width) {
        try (var visitor = Visitor.to(REGISTER, chromium, language, scheme, width, true).signedIn("admin", HttpRegister.PASSWORD)) {
            assertThat(visitor.at("/bodies/" + body, 200).locator("aside").innerText()).contains("Reunión mensual");
            visitor.looks("body");
            assertThat(visitor.at("/meetings/" + meeting, 200).locator("main").innerText()).contains("Se ruega confirmar la asistencia.", "Informes", "Varios");
            visitor.looks("meeting");
            assertThat(visitor.at("/meetings/" + meeting + "/live", 200).locator("main").innerText()).contains("Informes", "Varios");
            visitor.looks("prepare");
            assertThat(visitor.at("/case-files/" + file, 200).locator("main").innerText()).contains("Opinión jurídica", "denuncia");
            visitor.looks("case-file");
            assertThat(visitor.at("/agreements/" + convenio, 200).locator("main").innerText()).contains("Ministra");
            visitor.looks("agreement");
            visitor.at("/agreements/" + convenio + "/sign-agreement", 200);
            visitor.looks("sign");
            visitor.hasNoComplaint();
        }
    }

    @Test
    void the_next_meeting_is_convened_from_the_page_of_the_body_and_the_template_is_changed_there() {
        try (var visitor = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, true).signedIn("admin", HttpRegister.PASSWORD)) {
            var page = visitor.at("/bodies/" + body, 200);
            page.locator("aside a", new Page.LocatorOptions().setHasText("Convocar la siguiente")).click();
            visitor.looks("convene");
            page.fill("[name=startsAt]", "02/04/2014 09:00");
            page.locator("main form button").last().click();
            page.waitForURL(url -> url.contains("recorded="));
            var convened = REGISTER.get("/api/meetings/" + page.url().replaceAll(".*/meetings/([0-9a-f-]+).*", "$1")).is(200).body();
            assertThat(convened.get("place").asString()).isEqualTo("Cancillería");
            assertThat(convened.get("agenda").size()).isEqualTo(2);

            page = visitor.at("/bodies/" + body, 200);
            page.locator("aside a", new Page.LocatorOptions().setHasText("Cambiar la plantilla")).click();
            visitor.looks("template");
            assertThat(page.inputValue("[name='agenda/0/title']")).isEqualTo("Acuerdos anteriores");
            assertThat(page.inputValue("[name='agenda/0/presenter']")).isEqualTo("MSER");
            assertThat(page.locator("label", new Page.LocatorOptions().setHasText("Minutos")).count()).isPositive();
            page.fill("[name=place]", "Casa Presidencial");
            page.locator("main form button").last().click();
            page.waitForURL(url -> url.contains("recorded="));
            var series = REGISTER.get("/api/bodies/" + body).is(200).body().get("series");
            assertThat(series.size()).isOne();
            assertThat(series.at("/0/place").asString()).isEqualTo("Casa Presidencial");
            assertThat(series.at("/0/agenda/1/section").asString()).isEqualTo("Varios");
            visitor.hasNoComplaint();
        }
    }

    @Test
    void an_item_is_put_under_a_heading_where_the_session_is_prepared() {
        try (var visitor = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, true).signedIn("admin", HttpRegister.PASSWORD)) {
            var page = visitor.at("/meetings/" + meeting + "/live", 200);
            page.fill("#p-title", "Próxima sesión");
            page.fill("#p-section", "Varios");
            page.locator("form[action$='add-agenda-item'] button").first().click();
            page.waitForSelector("text=Próxima sesión");
            var agenda = REGISTER.get("/api/meetings/" + meeting).is(200).body().get("agenda");
            assertThat(agenda.get(2).get("title").asString()).isEqualTo("Próxima sesión");
            assertThat(agenda.get(2).get("section").asString()).isEqualTo("Varios");
            visitor.hasNoComplaint();
        }
    }

    private static String created(String collection, String fields) {
        return REGISTER.post("/api/" + collection, fields).is(201).id();
    }
}
