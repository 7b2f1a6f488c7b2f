package constancia.kernel.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TermTest {

    static final LocalDate FROM = LocalDate.of(2014, 9, 17);
    static final LocalDate UNTIL = LocalDate.of(2015, 9, 16);

    @Test
    void it_is_held_from_its_first_day_to_its_last_both_included() {
        var term = new Term(FROM, UNTIL, null);
        assertThat(term.heldOn(FROM.minusDays(1))).isFalse();
        assertThat(term.heldOn(FROM)).isTrue();
        assertThat(term.heldOn(UNTIL)).isTrue();
        assertThat(term.heldOn(UNTIL.plusDays(1))).isFalse();
    }

    @Test
    void without_a_last_day_it_is_held_until_it_is_vacated_and_not_on_that_day() {
        var term = new Term(FROM, null, null);
        assertThat(term.heldOn(LocalDate.of(2100, 1, 1))).isTrue();
        assertThat(term.vacated(UNTIL).heldOn(UNTIL.minusDays(1))).isTrue();
        assertThat(term.vacated(UNTIL).heldOn(UNTIL)).isFalse();
    }

    @Test
    void vacated_before_it_began_it_is_never_held() {
        var term = new Term(FROM, null, null).vacated(FROM);
        assertThat(term.heldOn(FROM.minusDays(1))).isFalse();
        assertThat(term.heldOn(FROM)).isFalse();
        assertThat(term.overlaps(new Term(FROM.minusYears(1), null, null))).isFalse();
    }

    @Test
    void on_each_day_it_is_to_come_current_or_ended() {
        var term = new Term(FROM, UNTIL, null);
        assertThat(term.status(FROM.minusDays(1))).isEqualTo(TermStatus.TO_COME);
        assertThat(term.status(FROM)).isEqualTo(TermStatus.CURRENT);
        assertThat(term.status(UNTIL)).isEqualTo(TermStatus.CURRENT);
        assertThat(term.status(UNTIL.plusDays(1))).isEqualTo(TermStatus.ENDED);
    }

    @Test
    void given_up_early_it_is_held_on_its_last_day_and_not_after() {
        var term = new Term(FROM, UNTIL, null).endingWith(FROM.plusDays(9));
        assertThat(term.status(FROM.plusDays(9))).isEqualTo(TermStatus.CURRENT);
        assertThat(term.status(FROM.plusDays(10))).isEqualTo(TermStatus.ENDED);
        assertThat(new Term(FROM, null, null).endingWith(FROM.minusDays(1)).status(FROM)).isEqualTo(TermStatus.ENDED);
    }

    @Test
    void two_terms_overlap_when_both_are_held_on_some_day() {
        var term = new Term(FROM, UNTIL, null);
        assertThat(term.overlaps(new Term(UNTIL, null, null))).isTrue();
        assertThat(term.overlaps(new Term(UNTIL.plusDays(1), null, null))).isFalse();
        assertThat(new Term(FROM, null, null).overlaps(new Term(FROM.minusYears(1), null, null))).isTrue();
        assertThat(new Term(FROM, null, UNTIL).overlaps(new Term(UNTIL, null, null))).isFalse();
    }
}
