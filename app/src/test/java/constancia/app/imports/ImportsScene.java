package constancia.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import constancia.app.texts.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** What every test of imports does: somebody uploads, answers, confirms and waits. */
record ImportsScene(HttpRegister register) {

    static final String WORKBOOK = "plan-de-mejora-2011.xlsx";
    static final String CSV = "plan-de-mejora-2011.csv";
    static final List<String> INSTITUTIONS = List.of("MJSP", "CONJUVE", "PNUD", "OPS", "UNICEF", "UNFPA", "OIT", "AMSS", "UdeC");
    /** Those to the institutions, rows and day, whatever plan it goes to. */
    static final String ANSWERS = "{'question':'effective-on','choice':'on:2011-12-09'},{'question':'institution:mjps','choice':'alias:MJSP'},"
            + "{'question':'institution:unpfa','choice':'alias:UNFPA'},{'question':'institution:u de c','choice':'alias:UdeC'},"
            + "{'question':'institution:ocr','choice':'register:international'},{'question':'no-responsible:24','choice':'without'},"
            + "{'question':'no-responsible:25','choice':'lead:UdeC'}";
    static final String JOINED = "{'question':'joined:14','choice':'join'},{'question':'joined:22','choice':'join'}";
    static final String NEW_PLAN = "{'question':'plan','choice':'plan:00067226'},{'question':'periods','choice':'without-dates'}";

    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(Repository.root().resolve("samples").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] csv(String rows) {
        return ("No.,Acciones principales,T1,Responsable\n" + rows).getBytes(StandardCharsets.UTF_8);
    }

    ImportsScene withInstitutions() {
        INSTITUTIONS.forEach(acronym -> register.post("/api/institutions", "{'acronym':'" + acronym + "','name':'Institución " + acronym
                + "','kind':'state','effectiveOn':'2005-01-01'}").is(201));
        return this;
    }

    String plan(String code, String effectiveOn) {
        return register.post("/api/plans", "{'code':'" + code + "','title':'Plan " + code + "','kind':'improvement-plan','calendar':[{'period':'T1'},{'period':'T2'},"
                + "{'period':'T3'},{'period':'T4'}],'effectiveOn':'" + effectiveOn + "'}").is(201).id();
    }

    Reply upload(String name, byte[] content) {
        return register.upload("/api/imports", name, content, Map.of(), "es");
    }

    Reply upload(String name, byte[] content, String plan) {
        return register.upload("/api/imports", name, content, Map.of("plan", plan), "es");
    }

    Reply decide(String id, String... answers) {
        return register.post("/api/imports/" + id + "/decide", "{'answers':[" + String.join(",", answers) + "]}");
    }

    Reply confirm(String id) {
        return register.post("/api/imports/" + id + "/confirm", "");
    }

    JsonNode progress(String id) {
        return register.get("/api/imports/" + id).is(200).body();
    }

    /** The import once it is no longer running. */
    JsonNode finished(String id) {
        until(() -> !progress(id).get("status").asString().equals("running"));
        return progress(id);
    }

    /** Begins a transaction that lasts as long as a test needs, however busy the machine is. */
    static void begin(Connection somebody) throws SQLException {
        try (var statement = somebody.createStatement()) {
            statement.execute("set transaction_timeout = 0");
            statement.execute("set idle_in_transaction_session_timeout = 0");
        }
        somebody.setAutoCommit(false);
    }

    /** How many records were ever appended, numbered or not. */
    long records() {
        return number("select count(*) from journal.event");
    }

    long number(String query) {
        return Long.parseLong(text(query));
    }

    /** The one value that a query gives. */
    String text(String query) {
        try (var connection = register.database().connectAsApp(); var statement = connection.createStatement(); var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void sql(String command) {
        try (var connection = register.database().connectAsApp(); var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives these answers, then to every question that is left one that its kind takes. */
    String decideAll(JsonNode preview, String institutions, String... answers) {
        var id = preview.get("id").asString();
        var now = decide(id, answers).is(200).body();
        for (int round = 0; !now.get("decided").asBoolean(); round++) {
            assertThat(round).as(now.get("questions")::toString).isLessThan(5);
            var more = now.get("questions").valueStream().filter(question -> question.get("answer").isNull())
                    .map(question -> "{'question':'" + question.get("question").asString() + "','choice':'" + answer(question, institutions) + "'}").toArray(String[]::new);
            now = decide(id, more).is(200).body();
        }
        return id;
    }

    private static String answer(JsonNode question, String institutions) {
        return switch (question.get("kind").asString()) {
            case "institution" -> institutions;
            case "seat-role" -> "member";
            case "similar-institution" -> "new";
            case "institution-kind" -> "other";
            default -> "leave-out";
        };
    }

    /** Confirms, waits, and answers the plan. */
    String done(String id, int rows) {
        confirm(id).is(202);
        var done = finished(id);
        assertThat(done.get("status").asString()).as(done::toString).isEqualTo("done");
        assertThat(done.get("done").asInt()).isEqualTo(rows);
        return done.get("plan").asString();
    }

    static Map<String, Integer> count(JsonNode list, String field) {
        var counts = new HashMap<String, Integer>();
        list.forEach(one -> counts.merge(one.get(field).asString(), 1, Integer::sum));
        return counts;
    }

    static void until(BooleanSupplier condition) {
        until(Duration.ofSeconds(60), condition);
    }

    static void until(Duration atMost, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }

    static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(item -> item.get(field).asString()).toList();
    }
}
