package constancia.app.pages;

import static constancia.app.pages.PlanScene.created;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the pages of a plan of two thousand actions weigh, and that they go on as one reads on. */
class PlanWeightTest {

    private static final Logger LOG = LoggerFactory.getLogger(PlanWeightTest.class);
    private static final HttpRegister REGISTER = HttpRegister.shared();
    /** Whoever has little time asks for fewer. */
    private static final int ACTIONS = Integer.getInteger("tests.plan.actions", 2_000);
    private static final String COUNTED = String.format(Locale.US, "%,d acciones", ACTIONS);
    private static final int PARTS = 80;
    private static final int TURNS = 15;
    private static Chromium chromium;
    private static String plan;

    @BeforeAll
    static void furnish() throws Exception {
        Chromium.need();
        chromium = new Chromium();
        created("institutions", "'name':'Institución del plan grande','acronym':'INGRA','kind':'state','effectiveOn':'2010-01-01'");
        plan = created("plans", "'code':'GRANDE','title':'Plan de dos mil acciones','kind':'national-plan','calendar':[{'period':'T1','from':'2015-01-01','until':'2015-03-31'},"
                + "{'period':'T2','from':'2015-04-01','until':'2015-06-30'},{'period':'T3','from':'2015-07-01','until':'2015-09-30'},{'period':'T4','from':'2015-10-01','until':'2015-12-31'}],'effectiveOn':'2015-01-01'");
        var nodes = IntStream.range(0, PARTS).mapToObj(part -> "{'id':'" + node(part) + "','kind':'result','code':'" + part + "','text':'Resultado " + part + " del plan'}").collect(Collectors.joining(","));
        REGISTER.post("/api/plans/" + plan + "/add-outline-nodes", "{'nodes':[" + nodes + "],'effectiveOn':'2015-01-01'}").is(200);
        try (var many = Executors.newFixedThreadPool(4)) {
            for (int number = 1; number < ACTIONS; number++) {
                int one = number;
                many.submit(() -> propose(one));
            }
        }
        REGISTER.list("/api/schedules?plan=GRANDE", propose(ACTIONS));
    }

    private static HttpRegister.Reply propose(int number) {
        return REGISTER.post("/api/actions", "{'title':'Realizar la actividad " + number + " con los comités municipales de prevención','plan':'GRANDE','node':'" + node(number % PARTS) + "','number':'" + number
                + "','schedule':{'periods':['T" + (number % 4 + 1) + "']},'responsible':[{'institution':'INGRA','role':'lead'}],'effectiveOn':'2015-01-05'}").is(201);
    }

    private static String node(int part) {
        return "0194d0c2-0000-7000-8000-0000000e%04d".formatted(part);
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plans/{plan}", "/timeline?plan=GRANDE", "/timeline?plan=GRANDE&group=institution&scale=month"})
    void two_thousand_actions_weigh_no_more_than_the_first_fifty(String path) {
        try (var visitor = admin(true)) {
            var page = visitor.at(path.replace("{plan}", plan), 200);
            for (int again = 0; again < 10; again++) {
                page.reload();
            }
            assertThat(page.locator(".answer").first().textContent()).contains(COUNTED);
            var weight = weight(page);
            LOG.info("{}: {} bytes of HTML, {} in all, {} elements, {} ms until the first byte", path, weight.get("html"), weight.get("all"), weight.get("elements"), weight.get("server"));
            assertThat(weight.get("html")).as("HTML, compressed").isLessThanOrEqualTo(35_000);
            assertThat(weight.get("all")).as("the first view").isLessThanOrEqualTo(100_000);
            assertThat(weight.get("elements")).isLessThanOrEqualTo(2_500);

            int rows = page.locator("tbody tr:has(td)").count();
            page.locator("a[rel=next]").scrollIntoViewIfNeeded();
            page.waitForFunction("rows => document.querySelectorAll('tbody tr:has(td)').length >= rows + 50", rows);
            assertThat(page.locator("a[rel=next]").count()).as("and again").isEqualTo(1);
            visitor.hasNoComplaint();
        }
    }

    @Test
    void whoever_reads_on_comes_by_every_action_once_in_order_and_no_slower_at_the_end() {
        try (var visitor = admin(true); var beginner = admin(true)) {
            var beginning = beginner.at("/timeline?plan=GRANDE", 200);
            readOn(beginning, 100);
            var page = visitor.at("/timeline?plan=GRANDE", 200);
            readOn(page, ACTIONS);
            assertThat(page.locator("a[rel=next]").count()).isZero();
            assertThat(page.locator("#lineas tbody .number").allTextContents()).isEqualTo(
                    IntStream.range(0, PARTS).boxed().flatMap(part -> IntStream.rangeClosed(1, ACTIONS).filter(number -> number % PARTS == part).mapToObj(String::valueOf)).toList());
            assertThat(page.locator(".line-group").allTextContents()).hasSize(PARTS).allSatisfy(heading -> assertThat(heading).contains(ACTIONS / PARTS + " acciones").doesNotContain("sigue"));
            var turns = IntStream.range(0, TURNS).mapToObj(turn -> List.of(adding(beginning), adding(page))).toList();
            double few = middle(turns.stream().map(List::getFirst));
            double many = middle(turns.stream().map(List::getLast));
            LOG.info("Fifty rows more are laid out in {} ms behind 100 and in {} ms behind {}", few, many, ACTIONS);
            assertThat(many).as("how long fifty rows more take, beside what they take at the beginning").isLessThan(3 * few);
            visitor.hasNoComplaint();
        }
    }

    @Test
    void a_group_that_goes_on_is_one_group_and_folds_as_one() {
        try (var visitor = admin(true)) {
            var page = visitor.at("/timeline?plan=GRANDE&group=institution", 200);
            assertThat(page.locator("h1").textContent()).isEqualTo("Línea de tiempo: GRANDE · Plan de dos mil acciones");
            readOn(page, 150);
            page.locator(".line-window").evaluate("all => all.scrollTo(0, 0)");
            assertThat(page.locator(".line-group:visible").count()).isEqualTo(1);
            assertThat(page.locator(".line-group").first().textContent()).contains("INGRA", COUNTED + ", ").doesNotContain("sigue");
            page.locator(".group-fold").first().click();
            assertThat(page.locator("#lineas tbody tr:has(td.line-due):visible").count()).isZero();
        }
    }

    @Test
    void without_scripts_the_next_page_says_that_the_group_goes_on_and_folds_it_too() {
        try (var visitor = admin(false)) {
            var page = visitor.at("/timeline?plan=GRANDE&group=institution", 200);
            page.locator("a[rel=next]").click();
            assertThat(page.locator(".line-group:visible").allTextContents()).singleElement().asString().contains("INGRA", COUNTED, "sigue de la página anterior");
            page.locator(".group-fold").click();
            assertThat(page.locator("#lineas tbody tr:has(td.line-due):visible").count()).isZero();
            page.locator(".group-fold").click();
            assertThat(page.locator("#lineas tbody tr:has(td.line-due):visible").count()).isEqualTo(50);
            page = visitor.at("/timeline?plan=GRANDE", 200);
            page.locator("a[rel=next]").click();
            assertThat(page.locator(".line-group").allTextContents()).hasSize(50 * PARTS / ACTIONS).noneMatch(heading -> heading.contains("sigue"));
        }
    }

    /** Scrolls to the end, again and again, until there are so many rows. */
    private static void readOn(Page page, int rows) {
        var shown = page.locator("#lineas tbody tr:has(td.line-due)");
        for (int before = shown.count(); before < rows; before = shown.count()) {
            page.locator("a[rel=next]").scrollIntoViewIfNeeded();
            page.waitForFunction("rows => document.querySelectorAll('#lineas tbody tr:has(td.line-due)').length > rows", before);
        }
    }

    /** How long fifty rows more take to be laid out, in milliseconds. */
    private static double adding(Page page) {
        return ((Number) page.evaluate("""
                () => {
                    const table = document.getElementById('lineas')
                    const more = document.createElement('tbody')
                    more.append(...Array.from(table.querySelectorAll('tbody tr:has(td.line-due)')).slice(0, 50).map(row => row.cloneNode(true)))
                    table.offsetHeight
                    const begin = performance.now()
                    table.append(more)
                    table.offsetHeight
                    const took = performance.now() - begin
                    more.remove()
                    return took
                }""")).doubleValue();
    }

    /** Of what was measured by turns, so that what disturbs the machine disturbs both. */
    private static double middle(Stream<Double> times) {
        return times.sorted().skip(TURNS / 2).findFirst().orElseThrow();
    }

    private static Visitor admin(boolean scripts) {
        return Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, scripts).signedIn("admin", HttpRegister.PASSWORD);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Integer> weight(Page page) {
        return (Map<String, Integer>) page.evaluate("""
                () => {
                    const page = performance.getEntriesByType('navigation')[0]
                    const parts = performance.getEntriesByType('resource').map(part => part.encodedBodySize)
                    return {html: page.transferSize, all: parts.reduce((sum, part) => sum + part, page.transferSize),
                        elements: document.querySelectorAll('*').length, server: Math.round(page.responseStart - page.requestStart)}
                }""");
    }
}
