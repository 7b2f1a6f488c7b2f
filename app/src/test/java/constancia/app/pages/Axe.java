package constancia.app.pages;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What axe-core has against a page. */
final class Axe {

    private static final String SOURCE = source();
    /** Only what it finds is told: on large pages the rest is most of its work. */
    private static final String RUN = """
            axe.run({
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                resultTypes: ['violations']
            }).then(found => found.violations.map(rule => rule.id + ' ' + rule.nodes[0].html))""";

    private Axe() {
    }

    /** The browser puts it into each page that is opened there: handing it over page by page takes a third of its time. */
    static void comesWith(Page page) {
        page.addInitScript(SOURCE);
    }

    static Stream<String> violations(Page page, String as) {
        if ((Boolean) page.evaluate("typeof axe === 'undefined'")) {
            page.evaluate(SOURCE);
        }
        return ((List<?>) page.evaluate(RUN)).stream().map(found -> as + ": " + found);
    }

    private static String source() {
        try (var source = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
