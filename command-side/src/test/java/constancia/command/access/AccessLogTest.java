package constancia.command.access;

import constancia.command.Fixtures;
import constancia.command.access.AccessCommand.SealReads;
import constancia.kernel.access.AccessEvent.ReadsSealed;
import constancia.kernel.access.AccessLogId;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessLogTest {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final String HASH = "a".repeat(64);

    final SealReads seal = new SealReads(AccessLogId.THE_ONE, DAY);
    final ReadsSealed sealed = new ReadsSealed(3, 3, "b".repeat(64), DAY);

    @Test
    void the_first_seal_covers_all_that_was_read() {
        after(3).given().when(seal).records(new ReadsSealed(3, 3, HASH, DAY));
    }

    @Test
    void a_later_one_covers_what_came_since() {
        after(5).given(sealed).when(seal).records(new ReadsSealed(2, 5, HASH, DAY));
    }

    @Test
    void nothing_is_sealed_twice() {
        after(3).given(sealed).when(seal).records();
    }

    private static Fixtures<AccessLogShell> after(long entries) {
        return Fixtures.of(AccessLogShell.class, (Reads) () -> Optional.of(new Reads.Last(entries, HASH)));
    }
}
