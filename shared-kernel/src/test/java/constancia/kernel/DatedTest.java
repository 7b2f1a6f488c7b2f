package constancia.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.institutions.InstitutionEvent.AliasAdded;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatedTest {

    static final LocalDate DAY = LocalDate.of(2014, 9, 17);

    @Test
    void entries_stand_in_the_order_of_their_days_and_then_of_their_records() {
        var all = Dated.plus(List.of(), "c", record(3, DAY.plusDays(1)));
        all = Dated.plus(all, "b", record(2, DAY));
        all = Dated.plus(all, "d", record(4, DAY.plusDays(1)));
        assertThat(Dated.values(Dated.plus(all, "a", record(1, DAY)))).containsExactly("a", "b", "c", "d");
    }

    @Test
    void entries_of_one_record_stay_as_they_stood_in_it() {
        var all = Dated.plus(List.of(), "later", record(2, DAY.plusDays(1)));
        for (var entry : List.of("first", "second", "third", "fourth")) {
            all = Dated.plus(all, entry, record(1, DAY));
        }
        assertThat(Dated.values(all)).containsExactly("first", "second", "third", "fourth", "later");
    }

    private static Recorded<?> record(int n, LocalDate on) {
        return new Recorded<>(n, new AliasAdded("", on), new Provenance("coordinacion", null, false, Provenance.Through.API, null));
    }
}
