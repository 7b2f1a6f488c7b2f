package constancia.command.access;

import java.util.Optional;

/** The log of who was told what is reserved. */
public interface Reads {

    /** @param n its number, from 1; {@code hash} in 64 hexadecimal digits */
    record Last(long n, String hash) {}

    /** The entry that came last; nothing while nobody has read anything reserved. */
    Optional<Last> last();
}
