package constancia.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Provenance.Through;
import constancia.kernel.institutions.InstitutionEvent.AliasAdded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RectificationsTest {

    static final LocalDate DAY = LocalDate.of(2014, 9, 17);

    final List<Recorded<Event>> records = new ArrayList<>();

    @Test
    void without_rectifications_all_stands_as_it_was_written() {
        write("a", "b", "c");
        assertThat(now()).containsExactly("1a", "2b", "3c");
    }

    @Test
    void a_corrected_record_stands_in_its_place_with_whoever_made_it_and_the_rectification_nowhere() {
        write("a", "b", "c");
        rectify(2, alias("B"));
        assertThat(now()).containsExactly("1a", "2B", "3c");
        var second = Rectifications.among(records).standing().get(1);
        assertThat(second.by()).isEqualTo(records.get(1).by()).isNotEqualTo(records.get(3).by());
    }

    @Test
    void a_void_record_never_happened() {
        write("a", "b", "c");
        rectify(2, null);
        assertThat(now()).containsExactly("1a", "3c");
        assertThat(Rectifications.among(records).content(2)).isEmpty();
    }

    @Test
    void the_latest_rectification_of_a_record_wins() {
        write("a", "b");
        rectify(2, alias("B"));
        rectify(2, null);
        assertThat(now()).containsExactly("1a");
        rectify(2, alias("bb"));
        assertThat(now()).containsExactly("1a", "2bb");
    }

    @Test
    void a_rectification_that_is_void_has_no_effect_and_the_one_before_it_has_again() {
        write("a", "b");
        rectify(2, alias("B"));
        rectify(2, alias("bb"));
        rectify(4, null);
        assertThat(now()).containsExactly("1a", "2B");
        rectify(3, null);
        assertThat(now()).containsExactly("1a", "2b");
    }

    @Test
    void a_rectification_that_is_corrected_counts_as_corrected() {
        write("a", "b");
        rectify(2, null);
        rectify(3, new Rectified(2, alias("B"), DAY));
        assertThat(now()).containsExactly("1a", "2B");
        rectify(3, new Rectified(2, null, DAY));
        assertThat(now()).containsExactly("1a");
    }

    @Test
    void chains_are_undone_link_by_link() {
        write("a", "b");
        rectify(2, alias("B"));
        rectify(3, null);
        rectify(4, null);
        assertThat(now()).containsExactly("1a", "2B");
        rectify(5, null);
        assertThat(now()).containsExactly("1a", "2b");
        assertThat(Rectifications.among(records).content(4)).contains(new Rectified(3, null, DAY));
    }

    @Test
    void what_is_recorded_later_stands_beside_it() {
        write("a", "b");
        rectify(1, alias("A"));
        write("c");
        assertThat(now()).containsExactly("1A", "2b", "4c");
    }

    @Test
    void a_record_tells_by_which_ones_it_was_rectified() {
        write("a", "b");
        rectify(2, alias("B"));
        rectify(2, null);
        rectify(4, null);
        assertThat(Rectifications.of(2, records)).containsExactly(3, 4);
        assertThat(Rectifications.of(4, records)).containsExactly(5);
        assertThat(Rectifications.of(1, records)).isEmpty();
    }

    private void write(String... aliases) {
        for (var alias : aliases) {
            put(alias(alias));
        }
    }

    private void rectify(int n, @Nullable Event replacement) {
        put(new Rectified(n, replacement, DAY));
    }

    private void put(Event event) {
        records.add(new Recorded<>(records.size() + 1, event, new Provenance("account-" + records.size(), null, false, Through.API, null)));
    }

    private List<String> now() {
        return Rectifications.among(records).standing().stream().map(record -> record.n() + ((AliasAdded) record.event()).alias()).toList();
    }

    private static AliasAdded alias(String alias) {
        return new AliasAdded(alias, DAY);
    }
}
