package constancia.query.bodies;

import constancia.kernel.Dated;
import constancia.kernel.Latest;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyEvent.SeriesTemplateSet;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.bodies.Term;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything on record of a body, with its dates. */
public record BodyFacts(@Nullable Charter charter, List<Dated<Seat>> seats, Latest<QuorumRule> quorum, List<Dated<Rules>> rules, Map<UUID, Latest<SeriesTemplateSet>> series,
                        @Nullable LocalDate establishedOn, @Nullable LocalDate dissolvedOn) {

    public record Charter(String name, String acronym, BodyKind kind, @Nullable BodyId parent) {}

    public record Seat(UUID id, @Nullable InstitutionId institution, @Nullable UUID person, SeatRole role, Term term) {}

    public record Rules(String title, @Nullable String text, @Nullable String document, @Nullable AgreementId agreement, LocalDate adoptedOn) {}

    static final BodyFacts NOTHING = new BodyFacts(null, List.of(), Latest.unknown(), List.of(), Map.of(), null, null);

    BodyFacts templated(SeriesTemplateSet e) {
        var all = new HashMap<>(series);
        all.put(e.series(), series.getOrDefault(e.series(), Latest.unknown()).or(e, e.effectiveOn()));
        return new BodyFacts(charter, seats, quorum, rules, Map.copyOf(all), establishedOn, dissolvedOn);
    }

    /** Whether the seat is held on that day; with the body end its seats. */
    boolean held(Seat seat, LocalDate on) {
        return seat.term.heldOn(on) && (dissolvedOn == null || on.isBefore(dissolvedOn));
    }
}
