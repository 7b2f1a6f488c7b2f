package constancia.app.persons;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import constancia.app.HttpRegister;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A hundred persons act in the register and are erased: nothing of them is left anywhere, and the ledger is what it was. */
class ErasedTest {

    private static final int PERSONS = 100;
    private static final List<String> CANARIES = List.of("Zunzuncito", "zunzuncito", "Torogoz", "torogoz", "7891-2345");

    private static final HttpRegister REGISTER = HttpRegister.shared();

    private final List<String> answers = new ArrayList<>();

    @Test
    void nothing_of_an_erased_person_is_left_and_the_ledger_is_whole() throws SQLException {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            var persons = act();
            assertThat(dump()).as("while they are there they are found").contains("Zunzuncito", "zunzuncito", "Torogoz", "7891-2345");
            var before = leaves();
            persons.forEach(person -> REGISTER.delete("/api/persons/" + person, "{'grounds':'Ejerció su derecho de supresión.'}").is(204));
            answers.clear();
            ask(persons);

            var dump = dump();
            assertThat(CANARIES).noneMatch(dump::contains);
            assertThat(CANARIES).noneMatch(canary -> answers.stream().anyMatch(answer -> answer.contains(canary)));
            assertThat(CANARIES).noneMatch(canary -> log.list.stream().anyMatch(line -> line.getFormattedMessage().contains(canary)
                    || line.getThrowableProxy() != null && String.valueOf(line.getThrowableProxy().getMessage()).contains(canary)));
            assertThat(leaves()).startsWith(before.toArray(String[]::new));
            assertThat(changedLeaves()).isZero();
        } finally {
            root.detachAppender(log);
        }
    }

    /** They are entered, sit, are appointed, attend and sign; some requests fail, some come twice. */
    private List<String> act() {
        var ministry = REGISTER.post("/api/institutions", "{'name':'Ministerio de las aves','acronym':'AVES','kind':'state','effectiveOn':'2014-01-01'}").is(201).id();
        var council = REGISTER.post("/api/bodies", "{'name':'Consejo de las aves','acronym':'CAVES','kind':'council','effectiveOn':'2014-01-01'}").is(201).id();
        var convenio = REGISTER.post("/api/agreements", "{'kind':'memorandum','title':'Memorando de las aves','text':'Se cuidan.','parties':[{'institution':'AVES','mustSign':true}],"
                + "'effectiveOn':'2014-02-01'}").is(201).id();
        var persons = new ArrayList<String>();
        for (int i = 0; i < PERSONS; i++) {
            persons.add(REGISTER.post("/api/persons", "{'name':'Zunzuncito " + i + "','office':'Guardia del Torogoz','institution':'AVES','email':'zunzuncito" + i
                    + "@aves.gob.sv','phone':'7891-2345'}").is(201).id());
        }
        for (var person : persons.subList(0, 10)) {
            REGISTER.post("/api/bodies/" + council + "/seat-institution", "{'person':'" + person + "','role':'member','effectiveOn':'2014-03-01'}",
                    Map.of("Idempotency-Key", "escaño-".replace("ñ", "n") + person)).is(200);
            REGISTER.post("/api/institutions/" + ministry + "/appoint-representative", "{'person':'" + person + "','capacity':'delegate','effectiveOn':'2014-03-01'}").is(200);
        }
        var meeting = REGISTER.post("/api/meetings", "{'body':'CAVES','startsAt':'2014-10-01T09:00:00-06:00','effectiveOn':'2014-09-24'}").is(201).id();
        REGISTER.post("/api/meetings/" + meeting + "/open-meeting", "{'attendance':[{'institution':'AVES','person':'" + persons.get(20) + "'},{'person':'" + persons.get(0)
                + "'}],'effectiveOn':'2014-10-01'}").is(200);
        REGISTER.post("/api/agreements/" + convenio + "/sign-agreement", "{'institution':'AVES','person':'" + persons.get(21) + "','effectiveOn':'2014-03-01'}").is(200);
        REGISTER.post("/api/persons", "{'name':'Zunzuncito malo','zunzuncito':'7891-2345'}").is(400);
        REGISTER.post("/api/persons", "{'name':'Zunzuncito malo','email':'Torogoz'}").is(422);
        REGISTER.post("/api/persons", "{'id':'" + persons.getFirst() + "','name':'Zunzuncito repetido'}", Map.of("Idempotency-Key", "ave-1")).is(409);
        REGISTER.patch("/api/persons/" + persons.get(1), "{'office':'Otra guardia del Torogoz'}").is(200);
        REGISTER.get("/api/persons?q=Zunzuncito&limit=500").is(200);
        return persons;
    }

    private void ask(List<String> persons) {
        var items = Stream.of("/api/institutions?q=aves", "/api/bodies?q=aves", "/api/agreements?q=aves", "/api/meetings?body=CAVES").toList();
        for (var list : items) {
            var found = REGISTER.get(list).is(200).body();
            answers.add(found.toString());
            var path = list.substring(0, list.indexOf('?')) + "/" + found.at("/items/0/id").asString();
            answers.add(REGISTER.get(path).is(200).body().toString());
            answers.add(REGISTER.get(path + "/history").is(200).body().toString());
        }
        persons.forEach(person -> answers.add(REGISTER.get("/api/persons/" + person).is(200).body().toString()));
        answers.add(REGISTER.get("/api/persons?institution=AVES&limit=500").is(200).body().toString());
        answers.add(REGISTER.get("/api/persons?id=" + String.join(",", persons) + "&limit=500").is(200).body().toString());
    }

    /** Every column of every row of every table of the register as text; bytes as the letters that they are. */
    private static String dump() throws SQLException {
        try (var connection = REGISTER.database().connectAsOwner()) {
            var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            db.sql("set bytea_output to escape").update();
            var tables = db.sql("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'journal' or schemaname like 'view%' order by 1").query(String.class).list();
            assertThat(tables).contains("journal.event", "journal.person", "journal.idempotency", "journal.account", "journal.import");
            var dump = new StringBuilder();
            for (var table : tables) {
                db.sql("select t::text from " + table + " t").query(row -> {
                    dump.append(row.getString(1)).append('\n');
                });
            }
            return dump.toString();
        }
    }

    private static List<String> leaves() {
        return db().sql("select encode(leaf_hash, 'hex') from journal.ledger order by position").query(String.class).list();
    }

    private static int changedLeaves() {
        return db().sql("""
                select count(*) from journal.ledger l join journal.event e using (event_index), journal.head h
                where l.leaf_hash <> journal.leaf_hash(h.ledger_id, l.position, l.recorded_at, e)""").query(Integer.class).single();
    }

    private static JdbcClient db() {
        return REGISTER.bean("workDb", JdbcClient.class);
    }
}
