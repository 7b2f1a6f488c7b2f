package constancia.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import constancia.app.HttpRegister;
import constancia.kernel.access.AccessLogId;
import constancia.kernel.rights.Authority;
import constancia.query.Reader;
import constancia.query.access.AccessChain.Fault;
import constancia.query.access.AccessList;
import constancia.query.history.Journal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Whoever gets past the triggers cannot change the log without the ledger telling. Each change is tried and taken back. */
class AccessLogTamperedTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final Reader AUDITOR = new Reader(Authority.administrator("auditoria"));
    static final JdbcClient DB = REGISTER.bean("workDb", JdbcClient.class);
    static String agreement;
    static long last;

    @BeforeAll
    static void four_reads_are_sealed_within_ten_seconds() {
        agreement = REGISTER.post("/api/agreements", "{'kind':'letter-of-commitment','title':'Carta','text':'Se acompañará.','effectiveOn':'2015-02-03'}").is(201).id();
        REGISTER.post("/api/agreements/" + agreement + "/classify-agreement", "{'class':'confidential','grounds':'Datos personales.'}").is(200);
        for (int i = 0; i < 4; i++) {
            REGISTER.get("/api/agreements/" + agreement).is(200);
        }
        last = DB.sql("select max(n) from journal.access").query(Long.class).single();
        await().atMost(Duration.ofSeconds(10)).until(() -> checked(DB).sealedUpTo() >= last);
    }

    @Test
    void the_seals_stand_in_the_ledger_and_the_log_is_whole() {
        var seal = DB.sql("""
                select convert_from(e.payload, 'UTF8') from journal.event e join journal.ledger using (event_index)
                where e.aggregate_id = :log and e.type = 'ReadsSealed' and convert_from(e.metadata, 'UTF8') like '%system:access-log%'
                    and convert_from(e.payload, 'UTF8') like '%"hash":"' || (select encode(a.hash, 'hex') from journal.access a
                        where a.n = (convert_from(e.payload, 'UTF8')::jsonb ->> 'upTo')::bigint) || '"%' order by e.event_index""")
                .param("log", AccessLogId.THE_ONE.value());
        await().atMost(Duration.ofSeconds(10)).until(() -> !seal.query(String.class).list().isEmpty());
        assertThat(REGISTER.get("/api/access/check").is(200).body().get("faults")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "update journal.access set account = 'otra' where n = {n}; altered",
        "update journal.access set told_at = told_at + interval '1 microsecond' where n = {n}; altered",
        "update journal.access set institution = gen_random_uuid() where n = {n}; altered",
        "update journal.access set item = 'otro' where n = {n}; altered",
        "update journal.access set part = '' where n = {n}; altered",
        "update journal.access set hash = sha256('') where n = {n}; altered",
        "delete from journal.access where n = {n}; missing",
        "delete from journal.access where n >= {n}; missing",
        "with other as (select * from journal.access where n = {n} - 1) update journal.access a set account = o.account, question = o.question, told_at = o.told_at, hash = o.hash from other o where a.n = {n}; altered"})
    void a_change_behind_the_triggers_is_found_where_it_was_made(String change, String fault) throws SQLException {
        long n = last - 2;
        assertThat(after(change.replace("{n}", String.valueOf(n)))).contains(new Fault(n, fault));
    }

    @Test
    void an_entry_put_between_others_is_found() throws SQLException {
        long n = last - 1;
        assertThat(after("update journal.access set n = -n where n >= " + n, "update journal.access set n = 1 - n where n < 0",
                "insert into journal.access select " + n + ", told_at, 'intruso', institution, through, question, kind, item, part, sha256('') from journal.access where n = " + (n - 1)))
                .contains(new Fault(n, "altered"));
    }

    @Test
    void a_log_that_was_computed_anew_is_not_what_was_sealed() throws SQLException {
        long n = last - 2;
        assertThat(after("update journal.access set account = 'otra' where n = " + n, """
                do $$ declare a journal.access; p bytea := decode(repeat('00', 32), 'hex'); begin
                    for a in select * from journal.access order by n loop
                        update journal.access set hash = journal.access_hash(p, a) where n = a.n returning hash into p;
                    end loop; end $$"""))
                .isNotEmpty().allMatch(fault -> fault.what().equals("otherwise-sealed") && fault.n() >= n);
    }

    @Test
    void reading_the_log_is_in_the_log() {
        var seen = REGISTER.get("/api/access?item=" + agreement + "&account=admin&from=2020-01-01").is(200).body();
        assertThat(seen.get("total").asInt()).isEqualTo(4);
        assertThat(seen.at("/items/0").toString()).contains("\"account\":\"admin\"", "\"through\":\"api\"", "\"question\":\"item\"", "\"kind\":\"agreement\"", agreement);
        var looked = REGISTER.get("/api/access?item=" + AccessLogId.THE_ONE + "&limit=500").is(200).body().get("items");
        assertThat(looked.valueStream().map(row -> row.get("part").asString(""))).contains("item=" + agreement + " account=admin from=2020-01-01 to=");
        assertThat(REGISTER.get("/api/access?item=" + agreement + "&to=2020-01-01").is(200).body().get("total").asInt()).isZero();
    }

    private static List<Fault> after(String... changes) throws SQLException {
        try (var connection = REGISTER.database().connectAsOwner()) {
            connection.setAutoCommit(false);
            var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            db.sql("alter table journal.access disable trigger all").update();
            for (var change : changes) {
                db.sql(change).update();
            }
            var faults = checked(db).faults();
            connection.rollback();
            return faults;
        }
    }

    private static AccessList.Checked checked(JdbcClient db) {
        return new AccessList(db, new Journal(db), (reader, question, seen) -> { }, ZoneId.of("America/El_Salvador")).check(AUDITOR);
    }
}
