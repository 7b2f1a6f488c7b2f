package constancia.app.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DocumentsHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String NOT_KEPT = "document-type-not-kept";
    static int next;

    @Test
    void a_document_comes_out_as_it_came_in_and_only_to_be_saved() {
        var content = pdf("de ida y vuelta");
        var kept = upload("Acta n.º 1 «final».pdf", content).is(201);
        assertThat(kept.body().propertyNames()).containsExactly("sha256", "name", "size", "type", "antivirus");
        assertThat(kept.text("name")).isEqualTo("Acta n.º 1 «final».pdf");
        assertThat(kept.text("type")).isEqualTo("application/pdf");
        assertThat(kept.body().get("size").asInt()).isEqualTo(content.length);
        assertThat(kept.body().get("antivirus").isNull()).isTrue();
        assertThat(kept.headers().get("location")).isEqualTo("/api/documents/" + kept.text("sha256"));

        var got = REGISTER.download("/api/documents/" + kept.text("sha256"));
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(content);
        assertThat(header(got, "content-type")).isEqualTo("application/pdf");
        assertThat(header(got, "content-length")).isEqualTo(String.valueOf(content.length));
        assertThat(header(got, "content-disposition")).startsWith("attachment;").contains("filename*=UTF-8''Acta%20n.%C2%BA%201%20%C2%ABfinal%C2%BB.pdf");
        assertThat(header(got, "content-security-policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(header(got, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(got, "cache-control")).isEqualTo("no-store");
        assertThat(got.headers().firstValue("accept-ranges")).isEmpty();
    }

    @Test
    void the_same_content_is_the_same_document_and_each_name_is_kept() {
        var content = pdf("dos veces");
        var first = upload("uno.pdf", content).is(201);
        var second = upload("carpeta/dos.pdf", content).is(201);
        assertThat(second.text("sha256")).isEqualTo(first.text("sha256"));
        assertThat(second.text("name")).isEqualTo("dos.pdf");
        var about = REGISTER.get("/api/documents/" + first.text("sha256") + "/about").is(200).body();
        assertThat(about.get("uploads").valueStream().map(upload -> upload.get("name").asString() + " " + upload.get("by").asString())).containsExactly("uno.pdf admin", "dos.pdf admin");
        assertThat(about.get("class").asString()).isEqualTo("public");
    }

    @Test
    void a_large_one_is_kept_in_pieces_and_comes_out_whole() {
        var content = ("a" + "línea de texto\n".repeat(170_000)).getBytes(UTF_8);
        var kept = upload("largo.txt", content).is(201);
        assertThat(pieces(kept.text("sha256"))).isEqualTo((content.length + 1024 * 1024 - 1) / (1024 * 1024)).isGreaterThan(2);
        assertThat(REGISTER.download("/api/documents/" + kept.text("sha256")).body()).isEqualTo(content);
    }

    @Test
    void more_than_25_megabytes_are_refused() {
        var random = new byte[25 * 1024 * 1024 + 1];
        upload("enorme.pdf", random).is(413);
    }

    static Stream<Arguments> kept() throws IOException {
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0};
        var jpg = new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0};
        return Stream.of(
                Arguments.of("Nota.DOCX", office("word/document.xml", "wordprocessingml.document.main+xml"), WORD),
                Arguments.of("hoja.xlsx", office("xl/workbook.xml", "spreadsheetml.sheet.main+xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                Arguments.of("charla.pptx", office("ppt/presentation.xml", "presentationml.presentation.main+xml"), "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
                Arguments.of("nota.odt", open("text", "<manifest/>"), "application/vnd.oasis.opendocument.text"),
                Arguments.of("hoja.ods", open("spreadsheet", "<manifest/>"), "application/vnd.oasis.opendocument.spreadsheet"),
                Arguments.of("lista.csv", "institución;meta\nMJSP;3\n".getBytes(UTF_8), "text/csv"), Arguments.of("nota.txt", "una nota".getBytes(UTF_8), "text/plain"),
                Arguments.of("foto.png", png, "image/png"), Arguments.of("foto.jpeg", jpg, "image/jpeg"),
                Arguments.of("foto.webp", "RIFF\0\0\0\0WEBPVP8 ".getBytes(UTF_8), "image/webp"));
    }

    @ParameterizedTest
    @MethodSource
    void kept(String name, byte[] content, String type) {
        var reply = upload(name, content).is(201);
        assertThat(reply.text("type")).isEqualTo(type);
        assertThat(header(REGISTER.download("/api/documents/" + reply.text("sha256")), "content-type")).isEqualTo(type);
    }

    static Stream<Arguments> refused() throws IOException {
        var word = office("word/document.xml", "wordprocessingml.document.main+xml");
        return Stream.of(
                Arguments.of("vacio.pdf", new byte[0], "document-empty"),
                Arguments.of("nota.pdf", word, "document-name-other-type"), Arguments.of("nota.docx", pdf("x"), "document-name-other-type"),
                Arguments.of("sin terminacion", pdf("x"), "document-name-other-type"), Arguments.of("foto.png", "un texto".getBytes(UTF_8), "document-name-other-type"),
                Arguments.of("pagina.txt", "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8), NOT_KEPT),
                Arguments.of("dibujo.png", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8), NOT_KEPT),
                Arguments.of("acta.pdf", "basura antes %PDF-1.7\n".getBytes(UTF_8), NOT_KEPT),
                Arguments.of("nota.txt", ("texto ".repeat(30_000) + "\0\1\2").getBytes(UTF_8), NOT_KEPT),
                Arguments.of("nota.docx", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0, 0}, NOT_KEPT),
                Arguments.of("programa.pdf", new byte[] {'M', 'Z', 0, 0, 0, 1, 2, 3}, NOT_KEPT),
                Arguments.of("paquete.docx", zip(Map.of("a.txt", "a")), NOT_KEPT),
                Arguments.of("nota.docx", zip(Map.of("[Content_Types].xml", "wordprocessingml.document.main+xml", "word/vbaProject.bin", "x")), "document-with-macros"),
                Arguments.of("nota.docx", zip(Map.of("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml")), "document-with-macros"),
                Arguments.of("nota.odt", zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml", "", "Basic/x.xml", "")), "document-with-macros"),
                Arguments.of("nota.odt", open("text", "<manifest:encryption-data/>"), "document-encrypted"),
                Arguments.of("nota.docx", encrypted(word), "document-encrypted"),
                Arguments.of("nota.docx", zip(Map.of("[Content_Types].xml", "wordprocessingml.document.main+xml", "../fuera.xml", "x")), "document-damaged"),
                Arguments.of("nota.docx", zip(Map.of("[Content_Types].xml", "wordprocessingml.document.main+xml", "word/embeddings/otro.zip", "x")), "document-holds-archive"),
                Arguments.of("nota.docx", cut(word), "document-damaged"),
                Arguments.of("bomba.docx", zip(Map.of("[Content_Types].xml", "wordprocessingml.document.main+xml", "word/document.xml", " ".repeat(50_000_000))), "document-swollen"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String name, byte[] content, String code) {
        assertThat(upload(name, content).is(422).text("code")).isEqualTo(code);
    }

    @Test
    void a_command_names_a_document_of_the_register_or_none() {
        var action = REGISTER.post("/api/actions", "{'title':'Con evidencia','effectiveOn':'2015-02-03'}").is(201).id();
        var unknown = "b".repeat(64);
        var kept = upload("evidencia.pdf", pdf("evidencia")).is(201).text("sha256");
        var refused = REGISTER.post("/api/actions/" + action + "/attach-evidence", "{'evidence':['" + kept + "','" + unknown + "']}");
        refused.says(422, "unknown-document", "El registro no tiene ningún documento con la huella «" + unknown + "». Súbalo primero.");
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("#/evidence/1");
        assertThat(uses(kept)).isEmpty();

        REGISTER.post("/api/actions/" + action + "/attach-evidence", "{'evidence':['" + kept + "']}").is(200);
        assertThat(uses(kept)).containsExactly("action " + action);
        var rectified = REGISTER.post("/api/actions/" + action + "/rectify", "{'record':2,'replacement':{'evidence':['" + unknown + "']},'grounds':'Era otro.'}");
        assertThat(rectified.is(422).body().at("/errors/0/pointer").asString()).isEqualTo("#/replacement/evidence/0");
        assertThat(REGISTER.get("/api/actions/" + action).is(200).body().get("version").asInt()).isEqualTo(2);
    }

    @Test
    void an_expenditure_is_told_with_the_documents_that_back_it() {
        var action = REGISTER.post("/api/actions", "{'title':'Con gasto','effectiveOn':'2015-02-03'}").is(201).id();
        var spend = "{'amount':300,'currency':'USD','description':'Taller','evidence':['%s'],'effectiveOn':'2015-03-01'}";
        REGISTER.post("/api/actions/" + action + "/record-expenditure", spend.formatted("c".repeat(64))).says(422, "unknown-document",
                "El registro no tiene ningún documento con la huella «" + "c".repeat(64) + "». Súbalo primero.");
        var invoice = upload("factura.pdf", pdf("factura")).is(201).text("sha256");
        REGISTER.post("/api/actions/" + action + "/record-expenditure", spend.formatted(invoice)).is(200);
        assertThat(REGISTER.get("/api/actions/" + action).body().at("/expenditures/0/evidence")).hasToString("[\"" + invoice + "\"]");
        assertThat(uses(invoice)).containsExactly("action " + action);
    }

    @Test
    void what_is_reserved_is_not_there_for_others_and_whoever_reads_it_is_on_record() {
        var sha256 = REGISTER.upload("/api/documents", "reservado.pdf", pdf("reservado"), Map.of("class", "reserved", "until", "2999-12-31", "legalBasis", "Art. 19, LAIP",
                "authority", "Secretaría Jurídica", "resolution", "R-17", "grounds", "En curso."), "es").is(201).text("sha256");
        var action = REGISTER.post("/api/actions", "{'title':'Con reserva','effectiveOn':'2015-02-03'}").is(201).id();
        REGISTER.post("/api/actions/" + action + "/attach-evidence", "{'evidence':['" + sha256 + "']}").is(200);
        var observer = REGISTER.as("observador-" + ++next, new Binding(Role.OBSERVER, null));
        observer.get("/api/documents/" + sha256).is(404);
        observer.get("/api/documents/" + sha256 + "/about").is(404);
        observer.get("/api/documents/" + sha256 + "/uses").is(404);
        assertThat(told(sha256)).isEmpty();

        var auditor = REGISTER.as("auditor-" + next, new Binding(Role.AUDITOR, null));
        assertThat(auditor.download("/api/documents/" + sha256).statusCode()).isEqualTo(200);
        assertThat(told(sha256)).containsExactly("auditor-" + next + " document");
        var about = REGISTER.get("/api/documents/" + sha256 + "/about").is(200).body();
        assertThat(about.get("class").asString()).isEqualTo("reserved");
        assertThat(about.at("/classifications/0").toString()).contains("\"legalBasis\":\"Art. 19, LAIP\"", "\"authority\":\"Secretaría Jurídica\"", "\"resolution\":\"R-17\"",
                "\"until\":\"2999-12-31\"", "\"grounds\":\"En curso.\"", "\"by\":\"admin\"");

        REGISTER.post("/api/documents/" + sha256 + "/classify", "{'class':'public'}").says(422, "grounds-required", "Este asiento exige que se expresen sus motivos.");
        auditor.post("/api/documents/" + sha256 + "/classify", "{'class':'public','grounds':'Sí'}").is(403);
        REGISTER.post("/api/documents/" + sha256 + "/classify", "{'class':'public','grounds':'Concluyó.'}").is(200);
        assertThat(observer.download("/api/documents/" + sha256).statusCode()).isEqualTo(200);
        assertThat(REGISTER.get("/api/documents/" + sha256 + "/about").is(200).body().get("classifications")).hasSize(2);
    }

    @Test
    void a_public_document_that_no_item_names_is_for_those_who_prepare() {
        var sha256 = upload("suelto.pdf", pdf("suelto")).is(201).text("sha256");
        REGISTER.as("observador-" + ++next, new Binding(Role.OBSERVER, null)).get("/api/documents/" + sha256).is(404);
        REGISTER.as("coordinadora-" + next, new Binding(Role.COORDINATOR, null)).get("/api/documents/" + sha256 + "/about").is(200);
    }

    @Test
    void bringing_it_again_does_not_open_what_is_reserved() {
        var content = pdf("otra vez");
        REGISTER.upload("/api/documents", "x.pdf", content, Map.of("class", "confidential"), "es").is(201);
        assertThat(REGISTER.upload("/api/documents", "x.pdf", content, Map.of("class", "public"), "es").is(409).text("code")).isEqualTo("document-class-differs");
        assertThat(REGISTER.get("/api/documents/" + upload("x.pdf", content).is(201).text("sha256") + "/about").is(200).text("class")).isEqualTo("confidential");
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "document_piece", "document_upload", "document_class", "document_use"})
    void the_application_cannot_take_a_document_away(String table) throws SQLException {
        try (var connection = REGISTER.database().connectAsApp()) {
            assertThatThrownBy(() -> connection.createStatement().execute("delete from journal." + table)).isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState()).isEqualTo("42501");
        }
    }

    private static List<String> uses(String sha256) {
        return REGISTER.get("/api/documents/" + sha256 + "/uses").is(200).body().get("items").valueStream().map(use -> use.get("kind").asString() + " " + use.get("id").asString()).toList();
    }

    private static List<String> told(String sha256) {
        return REGISTER.bean("workDb", JdbcClient.class).sql("select account || ' ' || question from journal.access where item = :item and kind = 'document' order by n")
                .param("item", sha256).query(String.class).list();
    }

    private static int pieces(String sha256) {
        return REGISTER.bean("workDb", JdbcClient.class).sql("select count(*) from journal.document_piece where sha256 = :sha256").param("sha256", sha256).query(Integer.class).single();
    }

    private static Reply upload(String name, byte[] content) {
        return REGISTER.upload("/api/documents", name, content, Map.of(), "es");
    }

    private static String header(java.net.http.HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static byte[] pdf(String text) {
        return ("%PDF-1.7\n% " + text + "\n%%EOF\n").getBytes(UTF_8);
    }

    private static byte[] office(String main, String type) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", "<Types><Override PartName='/" + main + "' ContentType='application/vnd.openxmlformats-officedocument." + type + "'/></Types>");
        parts.put(main, "<x/>");
        return zip(parts);
    }

    private static byte[] open(String type, String manifest) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put("mimetype", "application/vnd.oasis.opendocument." + type);
        parts.put("META-INF/manifest.xml", manifest);
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** With the sign of encryption on every entry of the directory. */
    private static byte[] encrypted(byte[] zip) {
        var signed = zip.clone();
        for (int i = 0; i < signed.length - 10; i++) {
            if (signed[i] == 'P' && signed[i + 1] == 'K' && signed[i + 2] == 1 && signed[i + 3] == 2) {
                signed[i + 8] |= 1;
            }
        }
        return signed;
    }

    private static byte[] cut(byte[] zip) {
        return java.util.Arrays.copyOf(zip, zip.length - 10);
    }
}
