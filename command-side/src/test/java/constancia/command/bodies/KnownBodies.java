package constancia.command.bodies;

import constancia.kernel.Latest;
import constancia.kernel.Recorded;
import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyEvent.BodyEstablished;
import constancia.kernel.bodies.BodyEvent.QuorumSet;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lookup of bodies as the rules' tests need it: what was recorded, folded anew for each question. */
public final class KnownBodies implements Bodies {

    private final Map<BodyId, List<BodyEvent>> recorded = new HashMap<>();

    public KnownBodies with(BodyId body, BodyEvent... events) {
        List.of(events).forEach(event -> recorded(body, event));
        return this;
    }

    public List<BodyEvent> recorded(BodyId body) {
        return recorded.getOrDefault(body, List.of());
    }

    @Override
    public boolean active(BodyId body, LocalDate on) {
        var known = fold(body, on);
        return known.establishedOn() != null && known.dissolvedOn() == null;
    }

    @Override
    public boolean exists(BodyId body) {
        return recorded.containsKey(body);
    }

    @Override
    public String acronym(BodyId body) {
        return ((BodyEstablished) recorded.get(body).getFirst()).acronym();
    }

    @Override
    public boolean onlyWatches(BodyId body, InstitutionId institution, LocalDate on) {
        var seats = seated(body, on).stream().filter(seat -> institution.equals(seat.institution())).toList();
        return !seats.isEmpty() && seats.stream().allMatch(seat -> seat.role().watches());
    }

    @Override
    public List<HeldSeat> seated(BodyId body, LocalDate on) {
        return fold(body, on).seats().entrySet().stream().filter(seat -> seat.getValue().term().heldOn(on))
                .map(seat -> new HeldSeat(seat.getKey(), seat.getValue().holder().institution(), seat.getValue().holder().person(), seat.getValue().role()))
                .toList();
    }

    @Override
    public Optional<QuorumRule> quorum(BodyId body, LocalDate on) {
        var rule = Latest.<QuorumRule>unknown();
        for (var event : recorded(body)) {
            if (event instanceof QuorumSet e && !e.effectiveOn().isAfter(on)) {
                rule = rule.or(new QuorumRule(e.atLeast(), e.share(), e.roles()), e.effectiveOn());
            }
        }
        return Optional.ofNullable(rule.value());
    }

    @Override
    public void recorded(BodyId body, BodyEvent event) {
        recorded.computeIfAbsent(body, _ -> new ArrayList<>()).add(event);
    }

    @Override
    public void rectified(BodyId body, List<BodyEvent> standing) {
        recorded.put(body, new ArrayList<>(standing));
    }

    private Body fold(BodyId body, LocalDate on) {
        var now = Body.NOT_ESTABLISHED;
        int n = 0;
        for (var event : recorded(body)) {
            if (!event.effectiveOn().isAfter(on)) {
                now = Body.evolve(now, new Recorded<>(++n, event, constancia.command.Fixtures.UNIT));
            }
        }
        return now;
    }
}
