package constancia.app.imports;

import static constancia.app.imports.ImportsScene.csv;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ImportsRefusedHttpTest {

    private static final HttpRegister REGISTER = HttpRegister.on(TestPostgres.newDurableDatabase());
    private static final ImportsScene SCENE = new ImportsScene(REGISTER).withInstitutions();
    private static final String DAY = "{'question':'effective-on','choice':'on:2011-12-09'}";
    private static int next;

    private final String plan = "PR-" + ++next;
    private final String planId = SCENE.plan(plan, "2011-01-01");
    private final long before = SCENE.records();
    private boolean somethingCameIn;

    @AfterAll
    static void close() {
        REGISTER.close();
    }

    @AfterEach
    void nothing_came_in() {
        assertThat(SCENE.records() > before).isEqualTo(somethingCameIn);
    }

    @Test
    void files_that_are_no_matrix_are_refused_and_leave_nothing_behind() throws Exception {
        long kept = SCENE.number("select count(*) from journal.import");
        unreadable("vacio.csv", new byte[0], "empty-file", "El archivo está vacío.", "The file is empty.");
        unreadable("foto.xlsx", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1}, "not-a-workbook", "El archivo no es un libro de Excel (XLSX) ni un CSV.",
                "The file is neither an Excel workbook (XLSX) nor a CSV.");
        unreadable("clave.xlsx", Hostile.encrypted(), "encrypted-workbook", "El libro está protegido con contraseña. Guárdelo sin contraseña y vuelva a subirlo.",
                "The workbook is protected by a password. Save it without one and upload it again.");
        unreadable("lista.csv", "Nombre,Edad\nAna,3\n".getBytes(StandardCharsets.UTF_8), "no-table-found",
                "No se encontró ninguna tabla de acciones. Debe tener un encabezado como «Acciones principales» junto a «Plazo» o «Responsable».",
                "No table of actions was found. It needs a heading such as “Acciones principales” beside “Plazo” or “Responsable”.");
        unreadable("formula.xlsx", Hostile.formulaWithoutResult(), "formula-without-result",
                "La fórmula de la celda A2 no tiene resultado guardado. Abra el libro en Excel o LibreOffice, guárdelo y vuelva a subirlo.",
                "The formula in cell A2 has no stored result. Open the workbook in Excel or LibreOffice, save it and upload it again.");
        unreadable("doctype.xlsx", Hostile.documentType(), "doctype-refused", "El libro contiene una declaración DOCTYPE, que no se admite por seguridad.",
                "The workbook contains a DOCTYPE declaration, which is refused for safety.");
        unreadable("bomba.xlsx", Hostile.bomb(), "workbook-too-large", "El libro, una vez descomprimido, es demasiado grande para leerlo.",
                "The workbook, once unpacked, is too large to be read.");
        unreadable("grande.csv", new byte[21 * 1024 * 1024], "file-too-large", "El archivo pasa de 20 MB. Divídalo o quítele las imágenes y vuelva a subirlo.",
                "The file is larger than 20 MB. Split it or remove its images and upload it again.");
        assertThat(SCENE.number("select count(*) from journal.import")).isEqualTo(kept);
    }

    @Test
    void more_than_25_megabytes_are_not_even_read() {
        var reply = SCENE.upload("grande.xlsx", new byte[27 * 1024 * 1024]).is(413);
        assertThat(reply.text("code")).isEqualTo("payload-too-large");
    }

    @Test
    void a_request_without_a_file_or_with_a_plan_that_cannot_be_is_refused() {
        var reply = REGISTER.upload("/api/imports", "", null, Map.of("plan", plan), "es").is(422);
        assertThat(reply.body().at("/errors/0/pointer").asString()).isEqualTo("#/file");
        reply.says(422, "required", "Este dato es obligatorio.");
        var unknown = SCENE.upload("a.csv", csv("1,Capacitar,X,AMSS\n"), UUID.randomUUID().toString()).is(422);
        assertThat(unknown.text("code")).isEqualTo("unknown-plan");
        assertThat(unknown.body().at("/errors/0/pointer").asString()).isEqualTo("#/plan");
        assertThat(SCENE.upload("a.csv", csv("1,Capacitar,X,AMSS\n"), "P".repeat(61)).is(422).text("code")).isEqualTo("text-too-long");
        for (var field : List.of("plan", "mapping")) {
            var unkept = REGISTER.upload("/api/imports", "a.csv", csv("1,Capacitar,X,AMSS\n"), Map.of(field, "a\0b"), "es").is(422);
            assertThat(unkept.text("code")).isEqualTo("text-unreadable");
            assertThat(unkept.body().at("/errors/0/pointer").asString()).isEqualTo("#/" + field);
        }
    }

    @Test
    void an_import_of_somebody_else_or_of_nobody_is_unknown() {
        var id = preview("1,Capacitar,X,AMSS\n");
        SCENE.sql("update journal.import set account = 'otra' where id = '" + id + "'");
        for (var unknown : List.of(id, UUID.randomUUID().toString(), "x")) {
            REGISTER.get("/api/imports/" + unknown).says(404, "unknown-item", "No consta nada con ese identificador.");
            REGISTER.get("/api/imports/" + unknown + "/preview").is(404);
            SCENE.decide(unknown, DAY).is(404);
            SCENE.confirm(unknown).is(404);
        }
    }

    @Test
    void answers_that_cannot_be_read_or_do_not_fit_are_refused_and_none_is_kept() {
        var id = preview("1,Capacitar,X,AMSS\n");
        wrong(id, "{", 400, "not-json", "#");
        wrong(id, "[]", 400, "wrong-type", "#/answers");
        wrong(id, "{}", 400, "wrong-type", "#/answers");
        wrong(id, "{'answers':'todo'}", 400, "wrong-type", "#/answers");
        wrong(id, "{'answers':['todo']}", 400, "wrong-type", "#/answers/0");
        wrong(id, "{'answers':[" + DAY + ",{'question':'effective-on'}]}", 400, "wrong-type", "#/answers/1");
        wrong(id, "{'answers':[{'question':'effective-on','choice':3}]}", 400, "wrong-type", "#/answers/0");
        wrong(id, "{'answers':[" + DAY + "],'plan':'x'}", 400, "unknown-field", "#/plan");
        wrong(id, "{'answers':[{'question':'effective-on','choice':'on:2011-12-09','porque':'x'}]}", 400, "unknown-field", "#/answers/0/porque");
        wrong(id, "{'answers':[" + DAY + ",{'question':'joined:9','choice':'join'}]}", 422, "unknown-question", "#/answers/1/question");
        wrong(id, "{'answers':[{'question':'effective-on','choice':'on:2999-01-01'}]}", 422, "unknown-choice", "#/answers/0/choice");
        REGISTER.post("/api/imports/" + id + "/decide", "{'answers':[{'question':'joined:9','choice':'join'}]}", "en")
                .says(422, "unknown-question", "That question does not belong to this file.");
        REGISTER.post("/api/imports/" + id + "/decide", "{'answers':[{'question':'effective-on','choice':'ayer'}]}")
                .says(422, "unknown-choice", "Esa respuesta no procede para la pregunta.");
        REGISTER.post("/api/imports/" + id + "/confirm", "", "en").says(409, "import-undecided", "Some questions are still open: effective-on.");
    }

    @Test
    void with_one_row_refused_nothing_comes_in_and_it_can_be_decided_again() {
        var id = preview("1,Capacitar,X,AMSS\n2," + "a".repeat(2001) + ",X,AMSS\n" + "3".repeat(21) + ",Evaluar,X,AMSS\n");
        SCENE.decide(id, DAY).is(200);
        var stopped = SCENE.confirm(id).is(202).body();
        assertThat(stopped.get("status").asString()).isEqualTo("stopped");
        assertThat(stopped.get("refused")).hasToString("[{\"row\":2,\"code\":\"text-too-long\",\"detail\":\"El texto admite como máximo 2000 caracteres.\"},"
                + "{\"row\":3,\"code\":\"text-too-long\",\"detail\":\"El texto admite como máximo 20 caracteres.\"}]");
        assertThat(REGISTER.post("/api/imports/" + id + "/confirm", "", "en").is(202).body().at("/refused/0/detail").asString())
                .isEqualTo("The text may have at most 2000 characters.");
        assertThat(SCENE.decide(id, DAY).is(200).text("status")).isEqualTo("previewed");
        assertThat(SCENE.progress(id).get("status").asString()).isEqualTo("previewed");
        assertThat(SCENE.progress(id).get("refused")).isEmpty();
    }

    @Test
    void what_must_be_there_before_the_rows_is_tried_too() {
        var id = preview("1,Capacitar,X,INEDITA\n2,Evaluar,X,Ámss sur\n");
        SCENE.decide(id, DAY, "{'question':'institution:inedita','choice':'register:state'}", "{'question':'institution:amss sur','choice':'alias:AMSS'}").is(200);
        SCENE.decide(id, "{'question':'effective-on','choice':'on:2001-01-01'}").is(200);
        var refused = SCENE.confirm(id).is(202).body().get("refused");
        assertThat(refused.get(0).get("row").asInt()).isZero();
        assertThat(refused.get(0).get("code").asString()).isEqualTo("effective-before-item");
        assertThat(REGISTER.get("/api/institutions?q=INEDITA").is(200).body().get("items")).isEmpty();
    }

    @Test
    void a_period_that_the_plan_does_not_have_is_refused_row_by_row_in_the_preview_already() {
        var preview = SCENE.upload("a.csv", "No.,Acciones principales,T4,T5,Responsable\n1,Capacitar,X,X,AMSS\n2,Evaluar,,X,AMSS\n3,Cerrar,X,,AMSS\n".getBytes(StandardCharsets.UTF_8), plan).is(201);
        var rows = preview.body().get("rows");
        assertThat(ImportsScene.texts(rows, "becomes")).containsExactly("refused", "refused", "new-action");
        assertThat(rows.at("/0/errors")).hasToString("[{\"code\":\"unknown-period\",\"detail\":\"El calendario del plan no tiene ningún período «T5».\"}]");
        SCENE.decide(preview.id(), DAY).is(200);
        var refused = SCENE.confirm(preview.id()).is(202).body().get("refused");
        assertThat(refused.valueStream().map(row -> row.get("row").asInt())).containsExactly(1, 2);
        assertThat(ImportsScene.texts(refused, "code")).containsOnly("unknown-period");
        assertThat(refused.valueStream().map(row -> row.get("detail").asString())).allMatch(detail -> !detail.isBlank());
    }

    @Test
    void no_territory_takes_the_code_of_another_be_it_of_the_catalogue_or_of_a_row_above() {
        var preview = SCENE.upload("municipios.csv", ("No.,Municipio,Departamento,Código\n1,Soyapango,San Salvador,SV-SS-01\n2,Ilopango,San Salvador,SV-SS-01\n"
                + "3,Mejicanos,San Salvador,SV-LI\n").getBytes(StandardCharsets.UTF_8)).is(201).body();
        assertThat(ImportsScene.texts(preview.get("rows"), "becomes")).containsExactly("new", "refused", "refused");
        var refused = SCENE.confirm(SCENE.decideAll(preview, "", DAY)).is(202).body().get("refused");
        assertThat(refused.valueStream().map(row -> row.get("row").asInt())).containsExactly(2, 3);
        assertThat(ImportsScene.texts(refused, "code")).containsOnly("territory-code-taken");
        assertThat(ImportsScene.texts(refused, "detail")).containsExactly("El código «SV-SS-01» ya es de otro territorio. Dé los códigos en una columna «Código».",
                "El código «SV-LI» ya es de otro territorio. Dé los códigos en una columna «Código».");
        assertThat(SCENE.number("select count(*) from journal.territory where code = 'SV-SS-01'")).isZero();
    }

    @Test
    void confirmed_by_several_at_once_every_row_comes_in_once() throws Exception {
        somethingCameIn = true;
        var id = preview("1,Capacitar,X,AMSS\n2,Evaluar,X,\"AMSS, NUEVA" + plan + "\"\n");
        var name = REGISTER.get("/api/imports/" + id + "/preview").body().get("questions").valueStream().map(question -> question.get("question").asString())
                .filter(question -> question.startsWith("institution:")).findFirst().orElseThrow();
        SCENE.decide(id, DAY, "{'question':'" + name + "','choice':'register:state'}").is(200);
        var barrier = new CyclicBarrier(4);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var confirmed = new ArrayList<Future<JsonNode>>();
            for (int i = 0; i < 4; i++) {
                confirmed.add(threads.submit(() -> {
                    barrier.await();
                    return SCENE.confirm(id).is(202).body();
                }));
            }
            var plans = new HashSet<String>();
            for (var reply : confirmed) {
                plans.add(reply.get().get("plan").asString());
            }
            assertThat(plans).containsExactly(planId);
        }
        assertThat(SCENE.finished(id).get("done").asInt()).isEqualTo(2);
        assertThat(SCENE.records()).isEqualTo(before + 3);
    }

    private String preview(String rows) {
        return SCENE.upload("matriz.csv", csv(rows), plan).is(201).id();
    }

    private static void wrong(String id, String body, int status, String code, String pointer) {
        var reply = REGISTER.post("/api/imports/" + id + "/decide", body).is(status);
        assertThat(reply.body().at("/errors/0/code").asString()).as(body).isEqualTo(code);
        assertThat(reply.body().at("/errors/0/pointer").asString()).as(body).isEqualTo(pointer);
    }

    private static void unreadable(String name, byte[] file, String code, String spanish, String english) {
        SCENE.upload(name, file).says(422, code, spanish);
        REGISTER.upload("/api/imports", name, file, Map.of(), "en").says(422, code, english);
    }
}
