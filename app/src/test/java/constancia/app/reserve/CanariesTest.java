package constancia.app.reserve;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import constancia.app.HttpRegister;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import constancia.postgres.TestPostgres;
import constancia.web.Collections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is withheld is looked for in everything that can be read, as everybody whom it does not concern. */
class CanariesTest {

    static HttpRegister register;
    static Canaries canaries;
    /** How many rows each list had for each of them before anything was withheld as a whole. */
    static final Map<String, Map<String, String>> counted = new LinkedHashMap<>();
    static final Map<String, HttpRegister> strangers = new LinkedHashMap<>();
    static JdbcClient owner;

    @BeforeAll
    static void plant() {
        var database = TestPostgres.newDurableDatabase();
        register = HttpRegister.on(database);
        owner = JdbcClient.create(new DriverManagerDataSource(database.url(), database.owner().user(), database.owner().password()));
        canaries = new Canaries(register);
        strangers.put("liaison of another institution", register.as("enlace-ajeno", new Binding(Role.LIAISON, canaries.foreign)));
        strangers.put("liaison of an institution that watches", register.as("enlace-amigo", new Binding(Role.LIAISON, canaries.watching)));
        strangers.put("observer", register.as("observador", new Binding(Role.OBSERVER, null)));
        strangers.put("evaluator", register.as("evaluador", new Binding(Role.EVALUATOR, null)));
        strangers.put("verifier elsewhere", register.as("verificador", new Binding(Role.VERIFIER, canaries.elsewhere)));
        strangers.put("coordinator elsewhere", register.as("coordinador-ajeno", new Binding(Role.COORDINATOR, canaries.elsewhere)));
        canaries.plantOpen();
        settled();
        strangers.forEach((who, as) -> counted.put(who, counts(as)));
        canaries.plantHidden();
        settled();
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @Test
    void nobody_whom_it_does_not_concern_is_told_anything_and_no_count_differs() {
        assertThat(canaries.planted).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
        assertNobodyIsTold();
        strangers.forEach((who, as) -> assertThat(counts(as)).as(who).isEqualTo(counted.get(who)));
    }

    @Test
    void those_whom_it_concerns_are_told_everything() {
        assertThat(told(register)).containsExactlyInAnyOrderElementsOf(canaries.planted);
        var seated = register.as("enlace-propio", new Binding(Role.LIAISON, canaries.seated));
        assertThat(told(seated)).containsExactlyInAnyOrderElementsOf(canaries.planted);
        var coordinator = register.as("coordinador", new Binding(Role.COORDINATOR, canaries.council));
        canaries.hidden.forEach(path -> coordinator.get(path).is(200));
    }

    @Test
    void with_the_query_layers_fence_taken_out_the_databases_holds() {
        without("hidden(holdings text[]) returns table (item uuid, part uuid, field text, keys text[])", "select null::uuid, null::uuid, null::text, null::text[] where false",
                CanariesTest::assertNobodyIsTold);
    }

    @Test
    void with_the_databases_fence_taken_out_the_query_layers_holds() {
        var fenced = owner.sql("select format('%I.%I', schemaname, tablename) from pg_tables where rowsecurity").query(String.class).list();
        assertThat(fenced).hasSizeGreaterThan(15);
        fenced.forEach(table -> owner.sql("alter table " + table + " disable row level security").update());
        try {
            without("holdings() returns text[]", "select '{register}'::text[]", CanariesTest::assertNobodyIsTold);
        } finally {
            fenced.forEach(table -> owner.sql("alter table " + table + " enable row level security").update());
        }
    }

    @Test
    void nothing_of_it_is_in_the_log() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var before = root.getLevel();
        var said = new ListAppender<ILoggingEvent>();
        said.list = new ArrayList<>(new ConcurrentLinkedQueue<>());
        said.start();
        root.addAppender(said);
        root.setLevel(Level.DEBUG);
        try {
            var stranger = strangers.get("liaison of another institution");
            canaries.hidden.forEach(stranger::get);
            told(stranger);
        } finally {
            root.setLevel(before);
            root.detachAppender(said);
        }
        assertThat(List.copyOf(said.list)).isNotEmpty().noneMatch(event -> event != null && event.getFormattedMessage().contains(Canaries.WORD + "-") && !event.getFormattedMessage().contains("q=" + Canaries.WORD));
    }

    /** A table of a generation that has no policy is one of which everybody may see every row. */
    @Test
    void each_table_is_fenced_or_known_to_be_open() {
        var bare = owner.sql("select tablename from pg_tables where schemaname = 'view_1' and not rowsecurity and tablename not like 'flyway%' order by 1").query(String.class).list();
        assertThat(bare).containsExactly("actions", "bodies", "commitments", "funding", "indicator_targets", "indicators", "institutions", "mandates", "open_extensions",
                "open_impediments", "outline", "periods", "plans", "projected", "reports", "risks", "seats", "spent", "timeline");
    }

    private static void assertNobodyIsTold() {
        strangers.forEach((who, as) -> {
            assertThat(told(as)).as(who).isEmpty();
            for (var path : canaries.hidden) {
                as.get(path).is(404);
                assertThat(as.post(path + "/rectify", "{'record':1,'void':true,'grounds':'Prueba.'}").status()).as(who + " " + path).isIn(403, 404);
            }
        });
        strangers.forEach((who, as) -> canaries.documents.forEach(document -> as.get("/api/documents/" + document).is(404)));
        canaries.hidden.forEach(path -> assertThat(register.anonymous(path).status()).isEqualTo(401));
    }

    /** The canaries in whatever that account can read. */
    private static Set<String> told(HttpRegister as) {
        var found = new TreeSet<String>();
        for (var path : paths()) {
            var reply = as.get(path);
            assertThat(reply.status()).as(path).isLessThan(500);
            var text = reply.body().toString() + reply.headers();
            canaries.planted.stream().filter(text::contains).forEach(found::add);
        }
        return found;
    }

    /** Every route that reads, with every item and number it can be asked for; every list also for what is hidden, and for each canary. */
    private static Set<String> paths() {
        var paths = new LinkedHashSet<String>();
        var items = Stream.concat(canaries.hidden.stream(), canaries.open.stream()).toList();
        var deep = items.stream().collect(Collectors.groupingBy(path -> path.split("/")[2] + canaries.hidden.contains(path), TreeMap::new, Collectors.toList()))
                .values().stream().map(List::getLast).collect(Collectors.toSet());
        var lists = lists();
        for (var pattern : patterns()) {
            if (!pattern.contains("{")) {
                paths.add(pattern);
                paths.add(pattern + "?from=1&to=900");
                continue;
            }
            if (pattern.contains("{sha256}")) {
                canaries.documents.forEach(document -> paths.add(pattern.replace("{sha256}", document)));
                continue;
            }
            for (var item : items) {
                var parts = item.split("/");
                var path = pattern.replace("{collection}", parts[2]).replaceFirst("\\{id}", parts[3]);
                if (!path.startsWith("/api/" + parts[2] + "/")) {
                    continue;
                }
                if (path.contains("{n}")) {
                    (deep.contains(item) ? Stream.of(1, 2, 3, 4, 5, 6) : Stream.of(1)).forEach(n -> paths.add(path.replace("{n}", String.valueOf(n))));
                } else if (path.contains("{list}")) {
                    if (deep.contains(item)) {
                        lists.forEach(list -> paths.add(path.replace("{list}", list)));
                    }
                } else if (path.endsWith("/diff")) {
                    if (deep.contains(item)) {
                        paths.add(path + "?from=1&to=3");
                    }
                } else if (!path.contains("{")) {
                    paths.add(path);
                }
            }
        }
        lists.forEach(list -> paths.add("/api/" + list + "?q=" + Canaries.WORD));
        deep.forEach(item -> Stream.of("agreement", "meeting", "caseFile", "related", "item").forEach(filter ->
                lists.forEach(list -> paths.add("/api/" + list + "?" + filter + "=" + item.split("/")[3]))));
        canaries.planted.stream().filter(canary -> canary.contains("7")).forEach(canary -> Stream.of("agreements", "case-files").forEach(list -> paths.add("/api/" + list + "?q=" + canary)));
        return paths;
    }

    private static Map<String, String> counts(HttpRegister as) {
        var counts = new LinkedHashMap<String, String>();
        for (var list : lists()) {
            // what was recorded of public items on the way is public
            if (!Set.of("reserves", "records").contains(list)) {
                counts.put(list, String.valueOf(as.get("/api/" + list + "?limit=500").body().get("total")));
                counts.put(list + " of the council", String.valueOf(as.get("/api/" + list + "?body=CON").body().get("total")));
                counts.put(list + " with the word", String.valueOf(as.get("/api/" + list + "?q=" + Canaries.WORD).body().get("total")));
            }
        }
        return counts;
    }

    private static List<String> lists() {
        return patterns().stream().filter(pattern -> pattern.matches("/api/[a-z-]+")).map(pattern -> pattern.substring(5)).toList();
    }

    private static Set<String> patterns() {
        var patterns = new TreeSet<String>();
        register.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((info, handler) -> {
            if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                patterns.addAll(info.getPatternValues());
            }
        });
        patterns.removeIf(pattern -> !pattern.startsWith("/api/") && !pattern.equals("/v3/api-docs"));
        assertThat(patterns).hasSizeGreaterThan(30);
        for (var collection : Collections.values()) {
            patterns.add("/api/" + collection.path());
        }
        return patterns;
    }

    private static void settled() {
        register.get("/api/agreements?after=" + canaries.last).is(200);
    }

    private static void without(String function, String body, Runnable work) {
        var name = function.substring(0, function.indexOf('('));
        var was = owner.sql("select pg_get_functiondef(('journal.' || :name)::regproc)").param("name", name).query(String.class).single();
        owner.sql("create or replace function journal." + function + " stable language sql as $f$ " + body + " $f$").update();
        try {
            work.run();
        } finally {
            owner.sql(was).update();
        }
    }
}
