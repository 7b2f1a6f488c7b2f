package constancia.command.institutions;

import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The lookup of institutions, kept in the transaction that appends; two nodes cannot both win a name. */
public interface Institutions {

    /** Which institutions took the place of one, since when. */
    record Succession(LocalDate on, List<InstitutionId> successors) {}

    /**
     * The day since when it is no longer, {@link LocalDate#MAX} while it is; empty when it is not active on {@code on}. The
     * row is locked against change until the transaction ends.
     */
    Optional<LocalDate> activeUntil(InstitutionId institution, LocalDate on);

    /** Whether it is registered and active on that day; locked likewise. */
    default boolean active(InstitutionId institution, LocalDate on) {
        return activeUntil(institution, on).isPresent();
    }

    /** What became of an institution that others took the place of. */
    Optional<Succession> succession(InstitutionId institution);

    /** Whether it is registered at all. */
    boolean exists(InstitutionId institution);

    /**
     * Keeps the lookup in step with what was decided.
     *
     * @throws constancia.kernel.Refused {@code acronym-taken} when another institution has that acronym
     */
    void recorded(InstitutionId institution, InstitutionEvent event);

    /** Makes the lookup of the item anew from its records as they stand after a rectification, in the order of their days. */
    void rectified(InstitutionId institution, List<InstitutionEvent> standing);
}
