package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The acta on paper: whole, readable by a screen reader, and after its approval always the same. */
class ActaTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static final String QUESTION = "0194d0c2-0000-7000-8000-0000000000a1";
    private static final String HELD = "'effectiveOn':'2015-03-27'";
    private static Chromium chromium;
    private static int next;

    private final String tag = "ACTA" + ++next;
    private String meeting;
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

    private void hold() {
        for (var name : List.of("MJSP", "COMURES")) {
            created("institutions", "{'name':'Institución con un nombre bastante largo " + name + tag + "','acronym':'" + name + tag + "','kind':'state','effectiveOn':'2015-01-02'}");
        }
        var body = created("bodies", "{'name':'Consejo Nacional de la prueba','acronym':'" + tag + "','kind':'council','effectiveOn':'2015-01-02'}");
        for (var name : List.of("MJSP", "COMURES")) {
            REGISTER.post("/api/bodies/" + body + "/seat-institution", "{'institution':'" + name + tag + "','role':'member','effectiveOn':'2015-01-02'}").is(200);
        }
        meeting = created("meetings", "{'body':'" + tag + "','startsAt':'2015-03-27T09:00:00-06:00','place':'Casa Presidencial','agenda':[{'title':'Acuerdos de la sesión anterior'},{'title':'Reglamento de la mesa'}],"
                + "'effectiveOn':'2015-03-01'}");
        say("open-meeting", "'attendance':[{'institution':'MJSP" + tag + "'},{'institution':'COMURES" + tag + "'}]," + HELD);
        say("put-question", "'deliberation':'" + QUESTION + "','question':'¿Cada cuánto se reúne la mesa?'," + HELD);
        say("record-position", "'deliberation':'" + QUESTION + "','institution':'COMURES" + tag + "','text':'Cada mes.'," + HELD);
        say("compile-proposal", "'deliberation':'" + QUESTION + "','options':['Una vez al mes']," + HELD);
        say("assess-proposal", "'deliberation':'" + QUESTION + "','institution':'COMURES" + tag + "','assessment':'agrees-with-reservation','text':'Si hay fondos para el traslado.'," + HELD);
        say("conclude-deliberation", "'deliberation':'" + QUESTION + "','outcome':'consensus-with-reservations'," + HELD);
        say("close-meeting", HELD);
        var agreement = created("agreements", "{'kind':'decision','title':'Sesiones mensuales','text':'La mesa sesiona una vez al mes.','meeting':'" + meeting + "','adoption':'consensus'," + HELD + "}");
        REGISTER.post("/api/agreements/" + agreement + "/record-reservation", "{'institution':'COMURES" + tag + "','text':'Si hay fondos para el traslado.'," + HELD + "}").is(200);
        action = created("actions", "{'title':'Preparar el calendario de sesiones','agreement':'" + agreement + "','responsible':[{'institution':'MJSP" + tag + "','role':'lead'},{'institution':'COMURES" + tag
                + "','role':'support'}],'schedule':{'dueOn':'2015-04-15'}," + HELD + "}");
    }

    @Test
    void the_acta_is_whole_readable_by_everybody_and_stays_as_it_was_approved() throws IOException {
        hold();
        assertThat(acta("es").isForEverybody().text()).contains("Proyecto de acta", "Aún no se ha aprobado");

        say("draft-minutes", "'effectiveOn':'2015-03-30'");
        say("circulate-minutes", "'observationsUntil':'2015-04-06','effectiveOn':'2015-03-30'");
        say("approve-minutes", "'effectiveOn':'2015-04-07'");
        var minutes = REGISTER.get("/api/meetings/" + meeting + "/minutes").is(200);
        REGISTER.post("/api/actions/" + action + "/schedule-action", "{'dueOn':'2015-12-31','effectiveOn':'2015-04-08','grounds':'Falta presupuesto.'}").is(200);

        for (var language : List.of("es", "en")) {
            assertThat(acta(language).isForEverybody().keepPictures("acta-" + language).text()).contains(minutes.text("folio"), minutes.text("sha256"), "Institución con un nombre bastante largo MJSP" + tag, "Sesiones mensuales", "La mesa sesiona una vez al mes.",
                    "Preparar el calendario de sesiones", "15/04/2015", "Si hay fondos para el traslado.").doesNotContain("31/12/2015", "??");
        }
        assertThat(acta("en").text()).contains("Attendance", "Agreements and commitments", "Tuesday 7 April 2015");
    }

    private Printed acta(String language) {
        try (var context = Inspection.context(chromium, language, ColorScheme.LIGHT, 1440)) {
            return Printed.at(Inspection.signedIn(context, "admin", HttpRegister.PASSWORD), "/meetings/" + meeting + "/acta.pdf");
        }
    }

    private void say(String command, String body) {
        REGISTER.post("/api/meetings/" + meeting + "/" + command, "{" + body + "}").is(200);
    }

    private static String created(String collection, String body) {
        return REGISTER.post("/api/" + collection, body).is(201).id();
    }
}
