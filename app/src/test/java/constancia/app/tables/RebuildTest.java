package constancia.app.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import constancia.app.projections.Generations;
import constancia.app.projections.Tables;
import constancia.command.Commands;
import constancia.command.institutions.InstitutionCommand.AddAlias;
import constancia.kernel.Provenance;
import constancia.kernel.institutions.InstitutionId;
import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The tables are filled anew beside the old ones, compared, switched; and stand still where they cannot go on. */
class RebuildTest {

    static final Duration LONG = Duration.ofSeconds(60);
    static final Provenance BY = new Provenance("admin", null, false, Provenance.Through.API, null);
    static final LocalDate DAY = LocalDate.of(2015, 1, 2);

    static final TestDatabase DATABASE = TestPostgres.newDurableDatabase();
    /** As the owner of the tables: damages, poisons and mends them. */
    static final JdbcClient OWNER = JdbcClient.create(new DriverManagerDataSource(DATABASE.url(), DATABASE.owner().user(), DATABASE.owner().password()));
    static HttpRegister register = HttpRegister.on(DATABASE);
    static final AtomicInteger NEXT = new AtomicInteger();

    final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void the_log_is_heard() {
        log.start();
        ((Logger) LoggerFactory.getLogger(Tables.class)).addAppender(log);
    }

    @AfterEach
    void the_log_is_heard_no_more() {
        ((Logger) LoggerFactory.getLogger(Tables.class)).detachAppender(log);
    }

    @AfterAll
    static void the_register_ends() {
        register.close();
    }

    @Test
    void readers_and_writers_go_on_and_see_no_error_no_hole_and_nothing_older() throws Exception {
        institution();
        REQUESTS.forEach(path -> register.get(path).is(200));
        var going = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Future<Integer>>();
            REQUESTS.forEach(path -> work.add(reading(path, going, threads)));
            for (int i = 0; i < 2; i++) {
                work.add(writing(going, threads));
            }
            try {
                for (int i = 0; i < 4; i++) {
                    rebuilt();
                }
            } finally {
                going.set(false);
            }
            for (var each : work) {
                assertThat(each.get()).isGreaterThan(10);
            }
        }
        assertThat(differences()).isEmpty();
        assertThat(register.list("/api/institutions", institution()).get("total").asLong()).isEqualTo(count("select count(*) from journal.institution"));
    }

    private static final List<String> REQUESTS = List.of("/api/institutions?limit=500", "/api/bodies", "/api/plans", "/api/actions", "/api/commitments", "/api/timeline", "/api/schedules", "/api/agreements",
            "/api/meetings", "/api/case-files", "/api/indicators", "/api/risks");

    @Test
    void a_damaged_row_is_named_by_the_comparison_and_right_after_the_switch() {
        var item = institution();
        seen(item);
        int damaged = current();
        assertThat(OWNER.sql("update view_" + damaged + ".institutions set name = 'Dañada' where id = :id").param("id", UUID.fromString(item.id())).update()).isEqualTo(1);
        assertThat(shown(item.id())).isEqualTo("Dañada");
        rebuilt();
        assertThat(differences()).containsExactly("The rebuilt tables differ: 2 rows of institutions");
        assertThat(shown(item.id())).isEqualTo(register.get("/api/institutions/" + item.id()).text("name")).isNotEqualTo("Dañada");
        assertThat(count("select count(*) from information_schema.schemata where schema_name = 'view_" + damaged + "'")).isZero();
        log.list.clear();
        rebuilt();
        assertThat(differences()).isEmpty();
    }

    @Test
    void ended_in_the_middle_it_goes_on_where_it_was_and_commands_go_on_meanwhile() throws Exception {
        manyRecords();
        seen(institution());
        int old = current();
        int building = new Generations(DATABASE.url(), DATABASE.owner(), DATABASE.app().user()).build();
        var schema = "view_" + building;
        trigger(schema, "if (select position from " + schema + ".projected) > 0 then raise exception 'not further'; end if;");
        register.post("/api/operations/rebuild-tables", "").is(202);
        await().atMost(LONG).until(() -> count("select position from " + schema + ".projected") > 0);
        long reached = count("select position from " + schema + ".projected");
        assertThat(reached).isLessThan(count("select position from journal.head"));
        var meanwhile = institution();
        seen(meanwhile);
        register.close();
        assertThat(count("select position from " + schema + ".projected")).isEqualTo(reached);

        trigger(schema, "if new.id = '" + writtenBefore(reached, schema) + "' then raise exception 'it began again'; end if;");
        register = HttpRegister.on(DATABASE);
        assertThat(register.list("/api/institutions?limit=500", institution()).get("total").asLong()).isPositive();
        await().atMost(LONG).until(() -> current() == building);
        assertThat(differences()).isEmpty();
        await().atMost(LONG).until(() -> count("select count(*) from information_schema.schemata where schema_name = 'view_" + old + "'") == 0);
        OWNER.sql("drop trigger held on " + schema + ".institutions").update();
        assertThat(register.list("/api/institutions?limit=500", institution()).get("total").asLong()).isEqualTo(count("select count(*) from journal.institution"));
    }

    @Test
    void another_node_follows_the_switch_and_takes_over_when_the_first_ends() {
        var other = HttpRegister.on(DATABASE);
        rebuilt();
        register.close();
        register = other;
        var written = institution();
        await().atMost(LONG).until(() -> register.get("/api/institutions?after=" + written.text("token")).status() == 200);
        seen(written);
        assertThat(tablesHealth().get("status").asString()).isEqualTo("UP");
    }

    @Test
    void where_a_row_cannot_be_written_the_tables_stop_and_say_so_and_go_on_when_it_is_mended() {
        institution();
        var table = "view_" + current() + ".institutions";
        OWNER.sql("alter table " + table + " add constraint poison check (name not like '%Veneno%')").update();
        var poison = institution("Veneno");
        var after = institution();
        await().atMost(LONG).untilAsserted(() -> assertThat(tablesHealth().get("status").asString()).isEqualTo("DOWN"));
        assertThat(tablesHealth().at("/details/trouble").asString()).contains("poison");
        assertThat(tablesHealth().at("/details/recordsBehind").asLong()).isEqualTo(2);
        for (var unseen : List.of(poison, after)) {
            assertThat(register.get("/api/institutions?after=" + unseen.text("token")).is(503).text("code")).isEqualTo("not-yet-visible");
        }
        assertThat(count("select count(*) from " + table + " where id in ('" + poison.id() + "', '" + after.id() + "')")).isZero();
        assertThat(register.get("/api/institutions/" + poison.id()).is(200).text("name")).contains("Veneno");

        OWNER.sql("alter table " + table + " drop constraint poison").update();
        await().atMost(LONG).untilAsserted(() -> assertThat(tablesHealth().get("status").asString()).isEqualTo("UP"));
        seen(poison);
        seen(after);
    }

    /** How many answers; each holds no less and is no older than the one before. */
    private static Future<Integer> reading(String path, AtomicBoolean going, ExecutorService threads) {
        return threads.submit(() -> {
            int answers = 0;
            long position = 0;
            long total = 0;
            while (going.get()) {
                var reply = register.get(path).is(200);
                long now = Long.parseLong(reply.headers().get("constancia-position"));
                long rows = reply.body().get("total").asLong();
                assertThat(now).as(path).isGreaterThanOrEqualTo(position);
                assertThat(rows).as(path).isGreaterThanOrEqualTo(total);
                position = now;
                total = rows;
                answers++;
            }
            return answers;
        });
    }

    private static Future<Integer> writing(AtomicBoolean going, ExecutorService threads) {
        return threads.submit(() -> {
            int written = 0;
            while (going.get()) {
                var reply = institution();
                seen(reply);
                written++;
            }
            return written;
        });
    }

    private static void rebuilt() {
        int before = current();
        register.post("/api/operations/rebuild-tables", "").is(202);
        await().atMost(LONG).until(() -> current() > before && Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().startsWith("rebuild-")));
    }

    private List<String> differences() {
        return List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage).filter(line -> line.contains("differ")).toList();
    }

    /** More than one batch of a rebuild. */
    private static void manyRecords() throws Exception {
        var commands = register.bean(Commands.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Future<?>>();
            for (int i = 0; i < 8; i++) {
                var item = new InstitutionId(UUID.fromString(institution().id()));
                work.add(threads.submit(() -> {
                    for (int alias = 0; alias < 140; alias++) {
                        commands.send(new AddAlias(item, "Alias " + item + " " + alias, DAY), BY, null);
                    }
                }));
            }
            for (var each : work) {
                each.get();
            }
        }
    }

    /** An institution of which nothing was recorded after that position, in these tables. */
    private static UUID writtenBefore(long position, String schema) {
        return OWNER.sql("select i.id from " + schema + ".institutions i join journal.event e on e.aggregate_id = i.id join journal.ledger l using (event_index)"
                + " group by i.id having max(l.position) <= :position limit 1").param("position", position).query(UUID.class).single();
    }

    private static void trigger(String schema, String does) {
        OWNER.sql("create or replace function " + schema + ".held() returns trigger language plpgsql as $$ begin " + does + " return new; end $$").update();
        OWNER.sql("create or replace trigger held before insert or update on " + schema + ".institutions for each row execute function " + schema + ".held()").update();
    }

    private static tools.jackson.databind.JsonNode tablesHealth() {
        return register.get("/actuator/health").body().at("/components/tables");
    }

    /** Waits until the tables contain the write and finds its institution in the list. */
    private static void seen(Reply written) {
        await().atMost(LONG).until(() -> {
            var listed = register.get("/api/institutions?after=" + written.text("token"));
            // On a busy machine two seconds may not be enough: whoever is told to come again does, and is told nothing else.
            if (listed.status() == 503) {
                assertThat(listed.text("code")).isEqualTo("not-yet-visible");
                return false;
            }
            return listed.is(200).status() == 200;
        });
        assertThat(shown(written.id())).isEqualTo(register.get("/api/institutions/" + written.id()).text("name"));
    }

    private static String shown(String id) {
        var acronym = register.get("/api/institutions/" + id).is(200).text("acronym");
        var found = register.get("/api/institutions?q=" + acronym).is(200).body().get("items").valueStream().filter(item -> item.get("id").asString().equals(id)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst().get("name").asString();
    }

    private static int current() {
        return (int) count("select number from journal.generation where state = 'current'");
    }

    private static long count(String sql) {
        return OWNER.sql(sql).query(Long.class).single();
    }

    private static Reply institution() {
        return institution("Institución");
    }

    private static Reply institution(String name) {
        int number = NEXT.incrementAndGet();
        return register.post("/api/institutions", "{'name':'" + name + " " + number + "','acronym':'RE-" + number + "','kind':'state','effectiveOn':'2015-01-01'}").is(201);
    }
}
