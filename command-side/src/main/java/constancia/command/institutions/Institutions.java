package constancia.command.institutions;

import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;

/** The lookup of institutions, kept in the transaction that appends; two nodes cannot both win a name. */
public interface Institutions {

    /** Whether it is registered and active on that day; the row is locked against change until the transaction ends. */
    boolean active(InstitutionId institution, LocalDate on);

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
