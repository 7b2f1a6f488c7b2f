package constancia.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The short form of {@code bin/benchmark pages}, on the packaged register with few actions. */
class PagesPackagedTest {

    @Test
    void every_page_has_its_figures_and_none_is_too_heavy() throws Exception {
        var report = Pages.measure(Plan.of("--short"));
        assertThat(report.pages()).extracting(PagesReport.Figure::page).doesNotHaveDuplicates()
                .contains("/", "/plans/{plan}", "/timeline", "/calendar", "/actions/{action}", "/meetings/{meeting}/live", "/institutions/{institution}/dossier?mandate={mandate}");
        assertThat(report.pages()).allSatisfy(figure -> {
            assertThat(figure.p99()).as(figure.page()).isPositive();
            assertThat(figure.html()).as(figure.page()).isGreaterThan(1_000);
            assertThat(figure.first()).as(figure.page()).isGreaterThan(figure.html());
        });
        assertThat(report.beyond()).isEmpty();
        assertThat(report.text()).contains("SHORT", report.pages().getLast().page());
    }
}
