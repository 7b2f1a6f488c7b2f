package constancia.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the figures stand on. */
class FiguresTest {

    @Test
    void a_percentile_is_one_of_the_values() {
        var hundred = LongStream.rangeClosed(1, 100).toArray();
        assertThat(Figures.percentile(hundred, 50)).isEqualTo(50);
        assertThat(Figures.percentile(hundred, 99)).isEqualTo(99);
        assertThat(Figures.percentile(new long[] {7}, 99)).isEqualTo(7);
        assertThat(Figures.percentile(new long[0], 50)).isZero();
    }

    @Test
    void the_median_is_the_middle() {
        assertThat(Figures.median(List.of(3.0, 1.0, 100.0), one -> one)).isEqualTo(3);
        assertThat(Figures.median(List.of(4.0, 1.0, 2.0, 100.0), one -> one)).isEqualTo(3);
    }

    @Test
    void a_receipt_is_read_as_the_register_writes_it() {
        var receipt = "{\"id\":\"0199\",\"version\":12,\"token\":\"AaH8\"}";
        assertThat(Receipt.id(receipt)).isEqualTo("0199");
        assertThat(Receipt.version(receipt)).isEqualTo(12);
        assertThat(Receipt.token(receipt)).isEqualTo("AaH8");
    }
}
