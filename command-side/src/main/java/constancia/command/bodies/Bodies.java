package constancia.command.bodies;

import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;

/** The lookup of bodies and their seats, kept in the transaction that appends. */
public interface Bodies {

    /** Whether it is established and not dissolved on that day; the row is locked against change until the transaction ends. */
    boolean active(BodyId body, LocalDate on);

    /** Whether it was established at all. */
    boolean exists(BodyId body);

    /** The acronym that stands in folios. */
    String acronym(BodyId body);

    /** Whether the institution sits in the body on that day, and only as observer or friend. */
    boolean onlyWatches(BodyId body, InstitutionId institution, LocalDate on);

    /** @throws constancia.kernel.Refused {@code acronym-taken} when another body has that acronym */
    void recorded(BodyId body, BodyEvent event);
}
