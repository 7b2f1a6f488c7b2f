package constancia.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.fuzz.Fuzzer.Request;
import constancia.app.server.RawHttp;
import constancia.app.server.RawHttp.Answer;
import constancia.postgres.TestPostgres;
import constancia.web.Messages;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Thousands of malformed requests made from the register's own description: none makes it fail, tell of itself, or keep what it refused. */
class FuzzTest {

    private static final long SEED = Long.getLong("tests.fuzz.seed", 20_150_615);
    private static final int REQUESTS = Integer.getInteger("tests.fuzz.requests", 5_000);
    private static final int MEGABYTE = 1024 * 1024;
    /** Names of classes and tables, traces, what databases and libraries say. */
    private static final Pattern INSIDE = Pattern.compile("Exception|\\bat [a-z]+(\\.[a-zA-Z]+)+\\(|\\b(constancia\\.(web|app|command|query|kernel)|org\\.[a-z]+|java\\.[a-z]+|tools\\.jackson|jakarta)\\."
            + "|SQLState|(?i:select .{1,80} from |insert into )|journal\\.[a-z]|view\\.[a-z]|Apache|Tomcat|PSQL");

    private final HttpRegister register = HttpRegister.on(TestPostgres.newDurableDatabase());
    private final RawHttp http = new RawHttp(register.port());
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> codes = new TreeMap<>();
    private long lastKept;

    @Test
    void no_request_makes_it_fail() throws Exception {
        System.out.printf("fuzz: seed %d, %d requests (-Dtests.fuzz.seed, -Dtests.fuzz.requests)%n", SEED, REQUESTS);
        var described = new Described(JsonMapper.shared().readTree(http.ask("GET", "/v3/api-docs", Map.of(), null).body()));
        var fuzzer = new Fuzzer(SEED, described, items(), List.of("EJ-INST", "EJ-OTRA", "EJ-BODY", "EJ-PLAN", "SDG-16.1", "T1", "admin", "2015-06-30", "1", "T"), register.bearer());
        var millis = new long[REQUESTS];
        long early = 0;
        int renewed = 0;
        lastKept = register.recorded();
        for (int i = 0; i < REQUESTS; i++) {
            if (i == REQUESTS / 3) {
                early = usedHeap();
            }
            var request = fuzzer.next();
            long before = System.nanoTime();
            var answer = http.ask(request.method(), request.target(), request.headers(), request.body());
            millis[i] = Duration.ofNanos(System.nanoTime() - before).toMillis();
            looked(i, request, answer);
            fuzzer.made(answer.header("location"));
            if (answer.status() == 401 && fuzzer.signedIn(request) && request.target().startsWith("/api/") && !request.target().startsWith("/api/tokens")) {
                fuzzer.signedInAnew(register.newBearer());
                renewed++;
            }
        }
        long grown = usedHeap() - early;
        Arrays.sort(millis);
        long p99 = millis[REQUESTS * 99 / 100];
        System.out.printf("fuzz: %s, p99 %d ms, longest %d ms, heap %+d MB since the first third%n%s%n", statuses, p99, millis[REQUESTS - 1], grown / MEGABYTE, codes);

        assertThat(faults.values()).as("seed %d", SEED).isEmpty();
        assertThat(p99).isLessThan(1_000);
        assertThat(grown).isLessThan(64L * MEGABYTE);
        // Otherwise it was not the rules that were asked.
        assertThat(statuses.entrySet().stream().filter(status -> status.getKey() < 300).mapToInt(Map.Entry::getValue).sum()).isGreaterThan(REQUESTS / 20);
        assertThat(statuses).containsKeys(400, 401, 404, 409, 412, 415, 422);
        assertThat(codes).hasSizeGreaterThan(30);
        assertThat(renewed).as("tokens ended").isLessThan(REQUESTS / 50);
    }

    private void looked(int number, Request request, Answer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        fault(request, answer).ifPresent(what -> faults.putIfAbsent(request.of().method() + request.of().path() + what.replaceAll("[0-9]+", "") + answer.status(),
                "%n#%d %s: %s%n  %s%n  %d %s".formatted(number, what, request.of().path(), request, answer.status(), answer.text().lines().limit(3).toList())));
        if (answer.status() < 400) {
            lastKept = register.recorded();
        }
    }

    private Optional<String> fault(Request request, Answer answer) {
        if (answer.status() >= 500) {
            return Optional.of("a failure");
        }
        if (answer.status() < 400) {
            return Optional.empty();
        }
        if (register.recorded() != lastKept) {
            lastKept = register.recorded();
            return Optional.of("refused, and kept");
        }
        if (request.method().equals("HEAD")) {
            return Optional.empty();
        }
        if (!answer.header("content-type").startsWith("application/problem+json")) {
            return Optional.of("no problem but " + answer.header("content-type"));
        }
        if (INSIDE.matcher(answer.text()).find() || INSIDE.matcher(answer.headers().toString()).find()) {
            return Optional.of("tells of its inside");
        }
        return known(answer) ? Optional.empty() : Optional.of("a code that nobody knows");
    }

    private boolean known(Answer answer) {
        try {
            var problem = JsonMapper.shared().readTree(answer.body());
            var code = problem.get("code").stringValue();
            codes.merge(code, 1, Integer::sum);
            return problem.get("status").asInt() == answer.status() && (sentence(code) || sentence("unreadable." + code));
        } catch (JacksonException | NullPointerException e) {
            return false;
        }
    }

    private static boolean sentence(String code) {
        try {
            return !new Messages().of(code, List.of(), Messages.SPANISH).isBlank();
        } catch (MissingResourceException unknown) {
            return false;
        }
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** One of each kind, so that there is something to hit. */
    private Map<String, String> items() {
        var items = new LinkedHashMap<String, String>();
        make(items, "institutions", "'name':'Institución','acronym':'EJ-INST','kind':'state'");
        register.post("/api/institutions", "{'name':'Otra institución','acronym':'EJ-OTRA','kind':'state','effectiveOn':'2014-09-01'}").is(201);
        make(items, "bodies", "'name':'Instancia','acronym':'EJ-BODY','kind':'council'");
        make(items, "plans", "'code':'EJ-PLAN','title':'Plan','kind':'improvement-plan','calendar':[{'period':'T1'}]");
        make(items, "meetings", "'body':'EJ-BODY','startsAt':'2014-09-24T09:00:00-06:00'");
        make(items, "actions", "'title':'Acción','plan':'EJ-PLAN','responsible':[{'institution':'EJ-INST','role':'lead'}],'schedule':{'dueOn':'2015-06-30'}");
        make(items, "agreements", "'kind':'decision','title':'Acuerdo','text':'Se acuerda.','body':'EJ-BODY'");
        make(items, "indicators", "'name':'Indicador','kind':'result','unit':'%'");
        make(items, "risks", "'scenario':'Riesgo','warningSigns':[],'preventive':[],'damageReduction':[],'adjustments':[]");
        make(items, "case-files", "'title':'Expediente'");
        items.put("imports", register.upload("/api/imports", "a.csv", "No.,Acciones principales,T1,Responsable\n1,Capacitar,X,INEDITA\n".getBytes(), Map.of(), "es").is(201).id());
        return items;
    }

    private void make(Map<String, String> items, String collection, String fields) {
        items.put(collection, register.post("/api/" + collection, "{" + fields + ",'effectiveOn':'2014-09-01'}").is(201).id());
    }

    @AfterEach
    void close() throws IOException {
        http.close();
        register.close();
    }
}
