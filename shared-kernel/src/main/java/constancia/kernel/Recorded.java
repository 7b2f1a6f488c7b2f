package constancia.kernel;

import java.time.LocalDate;

/** An event in its place: the {@code n}-th record of its item (1 is the first), with who put it there. */
public record Recorded<E extends Event>(int n, E event, Provenance by) {

    public LocalDate effectiveOn() {
        return event.effectiveOn();
    }
}
