package constancia.query.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void text_is_found_without_case_accents_and_extra_blanks() {
        assertThat(SearchText.of("Secretaría  Técnica", null, " del\u00A0Niño ")).isEqualTo("secretaria tecnica del nino");
        assertThat(SearchText.anywhere("TÉCNIC")).isEqualTo("%tecnic%");
    }

    @Test
    void a_sign_that_is_wild_stands_for_itself() {
        assertThat(SearchText.anywhere("100 %")).isEqualTo("%100 \\%%");
        assertThat(SearchText.anywhere("a_b\\c")).isEqualTo("%a\\_b\\\\c%");
    }
}
