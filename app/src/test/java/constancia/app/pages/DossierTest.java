package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is handed over on paper: whole however much it is, readable by everybody, and no more than its page tells. */
class DossierTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static final String NAME = "Secretaría Técnica del Traspaso y de la Coordinación Interinstitucional";
    private static final int COMMITMENTS = 300;
    private static final String LONG = "Elaborar con las municipalidades un inventario de cuanto quedó pendiente, con sus plazos y sus fuentes de verificación. ".repeat(15) + "Hasta aquí el inventario.";
    private static final String HELD = "'effectiveOn':'2015-03-27'";
    private static Chromium chromium;
    private static String dossier;
    private static String empty;

    @BeforeAll
    static void furnish() {
        Chromium.need();
        chromium = new Chromium();
        var institution = created("institutions", "'name':'" + NAME + "','acronym':'STRASPASO','kind':'state','effectiveOn':'2010-01-01'");
        var body = created("bodies", "'name':'Consejo del Traspaso','acronym':'CTRAS','kind':'council','effectiveOn':'2010-01-01'");
        REGISTER.post("/api/bodies/" + body + "/seat-institution", "{'institution':'STRASPASO','role':'member','effectiveOn':'2010-01-01'}").is(200);
        dossier = appointed(institution);
        IntStream.rangeClosed(1, COMMITMENTS).forEach(DossierTest::propose);
        var blocked = created("actions", "'title':'" + LONG + "','responsible':[{'institution':'STRASPASO','role':'lead'}],'schedule':{'dueOn':'2015-04-15'},'effectiveOn':'2015-01-05'");
        REGISTER.post("/api/actions/" + blocked + "/report-impediment", "{'text':'Faltan los fondos del traslado.','liftedBy':'STRASPASO'," + HELD + "}").is(200);
        REGISTER.post("/api/actions/" + blocked + "/request-extension", "{'institution':'STRASPASO','dueOn':'2015-12-31','grounds':'Cambian las autoridades.'," + HELD + "}").is(200);
        var meeting = created("meetings", "'body':'CTRAS','startsAt':'2015-03-27T09:00:00-06:00','effectiveOn':'2015-03-01'");
        REGISTER.post("/api/meetings/" + meeting + "/open-meeting", "{'attendance':[{'institution':'STRASPASO'}]," + HELD + "}").is(200);
        agreed("Convenio de traspaso ordenado");
        var secret = agreed("Convenio que nadie ajeno conoce");
        REGISTER.post("/api/agreements/" + secret + "/classify-agreement", "{'class':'reserved','until':'2999-12-31','legalBasis':'Art. 19, LAIP','grounds':'En curso.','effectiveOn':'2015-03-27'}").is(200);
        empty = appointed(created("institutions", "'name':'Dirección sin pendientes','kind':'state','effectiveOn':'2010-01-01'"));
        REGISTER.list("/api/case-files", REGISTER.post("/api/case-files", "{'title':'Traslado de los archivos','coordinator':'STRASPASO','parties':['STRASPASO']," + HELD + "}").is(201));
    }

    private static void propose(int number) {
        created("actions", "'title':'Entregar el inventario número " + number + " a las nuevas autoridades','number':'" + number + "','responsible':[{'institution':'STRASPASO','role':'lead'}],'schedule':{'dueOn':'2015-06-30'},"
                + "'effectiveOn':'2015-01-05'");
    }

    private static String agreed(String title) {
        return created("agreements", "'kind':'cooperation-agreement','title':'" + title + "','text':'Se hará por escrito.','parties':[{'institution':'STRASPASO','mustSign':true}]," + HELD);
    }

    /** Where the dossier of a mandate in that institution stands. */
    private static String appointed(String institution) {
        var person = REGISTER.post("/api/persons", "{'name':'Persona que entrega'}").is(201).id();
        var mandate = UUID.randomUUID();
        REGISTER.post("/api/institutions/" + institution + "/appoint-representative", "{'mandate':'" + mandate + "','person':'" + person + "','capacity':'representative','office':'Secretaria técnica','effectiveOn':'2014-06-01'}").is(200);
        return "/institutions/" + institution + "/dossier?mandate=" + mandate;
    }

    private static String created(String collection, String body) {
        return REGISTER.post("/api/" + collection, "{" + body + "}").is(201).id();
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static String onPaper(String dossier) {
        return dossier.replace("/dossier?", "/dossier.pdf?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "es | Acción Rol Estado Vence Avance | 301 compromisos pendientes, 2 acuerdos y un impedimento abierto. | Lo coordina | Es parte en el asunto | Le corresponde resolverlo | Entrega Nombre, firma y fecha",
            "en | Action Role Status Due Reported | 301 commitments pending, 2 agreements and one open impediment. | It coordinates | It is a party to the matter | It is the one to lift it | Hands over Name, signature and date"})
    void three_hundred_commitments_go_over_the_pages_under_their_headings(String language, String headings, String answer, String because, String party, String lifts, String sign) throws IOException {
        try (var context = Inspection.context(chromium, language, ColorScheme.LIGHT, 1440)) {
            var page = Inspection.signedIn(context, "admin", HttpRegister.PASSWORD);
            page.navigate(REGISTER.url() + dossier);
            assertThat(page.locator(".head a").getAttribute("href")).isEqualTo(onPaper(dossier));

            var printed = Printed.at(page, onPaper(dossier)).isForEverybody().keepPictures("dossier-" + language);
            var listed = printed.pages().stream().filter(one -> one.contains("Entregar el inventario número")).toList();
            assertThat(listed).hasSizeGreaterThan(5).allSatisfy(one -> assertThat(one).contains(headings));
            assertThat(printed.text()).contains(NAME + " (STRASPASO)", "Persona que entrega", "Secretaria técnica", answer, "300. Entregar el inventario número 300 a las nuevas autoridades", "Hasta aquí el inventario.",
                    "Convenio de traspaso ordenado", "Convenio que nadie ajeno conoce", "Faltan los fondos del traslado.", "Cambian las autoridades.", "31/12/2015", "Traslado de los archivos", because, party, lifts,
                    "27/03/2015 Consejo del Traspaso (CTRAS)", sign).doesNotContain("??");
            assertThat(printed.text().replace(" ", "")).as("where it is on record, over two lines").contains(REGISTER.url().replace("127.0.0.1", "localhost") + dossier);
        }
    }

    @Test
    void what_there_is_nothing_of_is_told_as_such() throws IOException {
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1440)) {
            var page = Inspection.signedIn(context, "admin", HttpRegister.PASSWORD);
            var printed = Printed.at(page, onPaper(empty)).isForEverybody().keepPictures("dossier-empty").text();
            assertThat(printed.split("Nada que traspasar[.]", -1)).as("six kinds of things").hasSize(7);
            assertThat(printed).contains("Ningún compromiso pendiente, ningún acuerdo y ningún impedimento abierto.", "Dirección sin pendientes");
        }
    }

    @Test
    void nobody_is_handed_what_they_may_not_know_of() throws IOException {
        try (var context = Inspection.context(chromium, "es", ColorScheme.LIGHT, 1440)) {
            var page = Inspection.invited(context.newPage(), "observadora.traspaso", "{'role':'observer'}");
            assertThat(Printed.at(page, onPaper(dossier)).text()).contains("301 compromisos pendientes, un acuerdo y", "Convenio de traspaso ordenado").doesNotContain("Convenio que nadie ajeno conoce");
            assertThat(page.navigate(REGISTER.url() + onPaper(dossier).replaceFirst("mandate=.*", "mandate=" + UUID.randomUUID())).status()).isEqualTo(422);
        }
    }
}
