package constancia.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which pages go beyond a limit. */
class PagesReportTest {

    private static final long[] TEN_MILLIS = LongStream.generate(() -> 10_000_000).limit(100).toArray();

    private static long[] withTail(long millis) {
        return LongStream.concat(LongStream.generate(() -> 10_000_000).limit(98), LongStream.of(millis * 1_000_000, millis * 1_000_000)).toArray();
    }

    private static PagesReport report(boolean shortForm, PagesReport.Figure... figures) {
        return new PagesReport(20_000, 100, "25", 2, shortForm, 20, List.of(figures));
    }

    @Test
    void a_page_may_take_three_times_as_long_as_its_questions_and_no_longer() {
        var just = PagesReport.Figure.of("/just", withTail(30), TEN_MILLIS, 20_000, 60_000);
        var beyond = PagesReport.Figure.of("/beyond", withTail(31), TEN_MILLIS, 20_000, 60_000);
        assertThat(just.ratio()).isEqualTo(3);
        assertThat(report(false, just, beyond).beyond()).containsExactly("/beyond");
        assertThat(report(false, just, beyond).text()).contains("/just").containsOnlyOnce("BEYOND");
        assertThat(report(true, just, beyond).beyond()).as("too short to tell").isEmpty();
    }

    @Test
    void a_first_view_may_weigh_so_much_and_no_more() {
        var just = PagesReport.Figure.of("/just", TEN_MILLIS, TEN_MILLIS, 90_000, 150_000);
        var heavy = PagesReport.Figure.of("/heavy", TEN_MILLIS, TEN_MILLIS, 90_001, 150_001);
        assertThat(report(false, just, heavy).beyond()).containsExactly("/heavy");
        assertThat(report(true, just, heavy).beyond()).containsExactly("/heavy");
    }

    @Test
    void a_page_without_questions_is_not_compared() {
        var alone = PagesReport.Figure.of("/alone", TEN_MILLIS, null, 20_000, 60_000);
        assertThat(alone.ratio()).isNull();
        assertThat(report(false, alone).beyond()).isEmpty();
        assertThat(report(false, alone).text()).contains("/alone");
    }
}
