package constancia.command.rights;

import constancia.command.Command;
import constancia.command.Rectify;
import constancia.kernel.Provenance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands behind a rectification. */
public interface Records {

    /**
     * A record that is to be rectified.
     *
     * @param command   the one that it came from
     * @param corrected the same as it would have been; null when the record is to be void
     */
    record Made(Command command, @Nullable Command corrected, Provenance by) {}

    /** Empty when the item has no such record. */
    Optional<Made> behind(Rectify rectify);
}
