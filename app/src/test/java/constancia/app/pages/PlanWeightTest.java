package constancia.app.pages;

import static constancia.app.pages.PlanScene.created;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the pages of a plan of two thousand actions weigh, and that they go on as one reads on. */
class PlanWeightTest {

    private static final Logger LOG = LoggerFactory.getLogger(PlanWeightTest.class);
    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static final int ACTIONS = 2_000;
    private static final int PARTS = 80;
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
        try (var visitor = Visitor.to(REGISTER, chromium, "es", ColorScheme.LIGHT, 1440, true).signedIn("admin", HttpRegister.PASSWORD)) {
            var page = visitor.at(path.replace("{plan}", plan), 200);
            for (int again = 0; again < 10; again++) {
                page.reload();
            }
            assertThat(page.locator(".answer").first().textContent()).contains("2,000 acciones");
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
