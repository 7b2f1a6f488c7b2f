package constancia.kernel.bodies;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many of a body's seated institutions and persons must be present for it to decide.
 *
 * @param atLeast a fixed number, or null when {@code share} says it
 * @param share   a fraction of those seated, such as {@code 2/3}: at least that part of them, rounded up; or null
 * @param roles   the seats that count, in the order of {@link SeatRole}
 */
public record QuorumRule(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer atLeast,
                         @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String share, List<SeatRole> roles) {

    /** The seats that count unless the body says otherwise: all but friends and observers. */
    public static final List<SeatRole> COUNTING = Stream.of(SeatRole.values()).filter(role -> !role.watches()).toList();

    /** How many must be present when {@code seated} hold a seat that counts: never fewer than one. */
    public int required(int seated) {
        if (atLeast != null) {
            return atLeast;
        }
        int slash = share.indexOf('/');
        long part = Integer.parseInt(share.substring(0, slash));
        long whole = Integer.parseInt(share.substring(slash + 1));
        return (int) Math.max(1, Math.ceilDiv(seated * part, whole));
    }
}
