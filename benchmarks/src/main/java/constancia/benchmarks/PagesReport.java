package constancia.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was found of the pages, as a table to read and as JSON to keep, and which of them go beyond a limit. */
record PagesReport(int actions, int turns, String java, int processors, boolean shortForm, int warmUpSeconds, List<Figure> pages) {

    /** How many times as long as its questions a page may take at the 99th percentile. */
    static final double MOST_RATIO = 3;

    /** What the first view of a page may weigh. */
    static final int MOST_BYTES = 150_000;

    /**
     * Times in milliseconds, weights in bytes as they were sent.
     *
     * @param apiP50 of the page's questions, one after the other; null where it has none
     * @param ratio  of the 99th percentiles, the page's over that of its questions
     * @param html   the page itself
     * @param first  with style, scripts and icon
     */
    record Figure(String page, double p50, double p99, @Nullable Double apiP50, @Nullable Double apiP99, @Nullable Double ratio, int html, int first) {

        static Figure of(String page, long[] shown, long @Nullable [] asked, int html, int first) {
            double p99 = millis(shown, 99);
            return asked == null ? new Figure(page, millis(shown, 50), p99, null, null, null, html, first)
                    : new Figure(page, millis(shown, 50), p99, millis(asked, 50), millis(asked, 99), p99 / millis(asked, 99), html, first);
        }

        private static double millis(long[] nanos, double percent) {
            var sorted = nanos.clone();
            Arrays.sort(sorted);
            return Figures.percentile(sorted, percent) / 1e6;
        }
    }

    /** The pages that go beyond a limit. A short run tells the weights alone: it is too short for times. */
    List<String> beyond() {
        return pages.stream().filter(figure -> figure.first > MOST_BYTES || !shortForm && figure.ratio != null && figure.ratio > MOST_RATIO).map(Figure::page).toList();
    }

    String text() {
        var text = new StringBuilder();
        line(text, "%,d actions; %d turns of each page and its questions, warm-up %d s; %d processors, Java %s%s", actions, turns, warmUpSeconds, processors, java, shortForm ? "; SHORT: too short to tell times" : "");
        line(text, "At most: p99 %.0f times that of the same questions through the API, %,d bytes of first view.", MOST_RATIO, MOST_BYTES);
        line(text, "%n%-60s %8s %8s | %8s %8s | %6s | %9s %9s", "page", "p50 ms", "p99 ms", "API p50", "API p99", "ratio", "HTML", "first");
        for (var figure : pages) {
            line(text, "%-60s %8.1f %8.1f | %8s %8s | %6s | %,9d %,9d%s", figure.page, figure.p50, figure.p99, one(figure.apiP50), one(figure.apiP99), figure.ratio == null ? "" : String.format(Locale.ROOT, "%.2f", figure.ratio),
                    figure.html, figure.first, beyond().contains(figure.page) ? "  BEYOND" : "");
        }
        return text.toString();
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(this));
    }

    private static String one(@Nullable Double millis) {
        return millis == null ? "" : String.format(Locale.ROOT, "%.1f", millis);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
