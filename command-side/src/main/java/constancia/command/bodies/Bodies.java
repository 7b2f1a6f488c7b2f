package constancia.command.bodies;

import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lookup of bodies and their seats, kept in the transaction that appends. */
public interface Bodies {

    /** A seat and who holds it: an institution or a person, one of the two. */
    record HeldSeat(UUID seat, @Nullable InstitutionId institution, @Nullable UUID person, SeatRole role) {}

    /** Whether it is established and not dissolved on that day; the row is locked against change until the transaction ends. */
    boolean active(BodyId body, LocalDate on);

    /** Whether it was established at all. */
    boolean exists(BodyId body);

    /** The acronym that stands in folios. */
    String acronym(BodyId body);

    /** Whether the institution sits in the body on that day, and only as observer or friend. */
    boolean onlyWatches(BodyId body, InstitutionId institution, LocalDate on);

    /** The seats held on that day, locked against change until the transaction ends. */
    List<HeldSeat> seated(BodyId body, LocalDate on);

    /** The quorum rule in force on that day, if the body has one. */
    Optional<QuorumRule> quorum(BodyId body, LocalDate on);

    /** @throws constancia.kernel.Refused {@code acronym-taken} when another body has that acronym; {@code series-of-another-body} when the series of a template is another's */
    void recorded(BodyId body, BodyEvent event);

    /** Makes the lookup of the item anew from its records as they stand after a rectification, in the order of their days. */
    void rectified(BodyId body, List<BodyEvent> standing);
}
