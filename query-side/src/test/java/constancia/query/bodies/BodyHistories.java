package constancia.query.bodies;

import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyEvent.*;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Random histories of a body that keep the order of its facets: a seat is vacated after it was taken, the end is the end. */
public final class BodyHistories {

    public static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final Provenance BY = new Provenance("coordinacion", null, false, Provenance.Through.API, null);

    private final Random random;
    private final List<BodyEvent> events = new ArrayList<>();
    private final Map<UUID, LocalDate> open = new HashMap<>();
    private LocalDate last = FIRST;

    private BodyHistories(long seed) {
        this.random = new Random(seed);
    }

    public static List<Recorded<BodyEvent>> random(long seed) {
        return new BodyHistories(seed).history();
    }

    private List<Recorded<BodyEvent>> history() {
        add(new BodyEstablished("Consejo", "C", BodyKind.COUNCIL, random.nextBoolean() ? null : new BodyId(new UUID(9, 9)), FIRST));
        steps(null);
        if (random.nextInt(3) == 0) {
            var end = last.plusDays(random.nextInt(3));
            add(new BodyDissolved(end));
            steps(end);
        }
        return recorded(events);
    }

    /** What happens before {@code end}; what is recorded late too. */
    private void steps(LocalDate end) {
        for (int i = random.nextInt(15); i > 0; i--) {
            var day = FIRST.plusDays(random.nextInt(40));
            if (end != null && !day.isBefore(end)) {
                continue;
            }
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    var seat = new UUID(1, events.size());
                    open.put(seat, day);
                    boolean person = random.nextInt(4) == 0;
                    add(new SeatTaken(seat, person ? null : new InstitutionId(new UUID(2, random.nextInt(5))), person ? new UUID(3, random.nextInt(3)) : null,
                            SeatRole.values()[random.nextInt(7)], day.plusDays(random.nextInt(4)), random.nextBoolean() ? null : day.plusDays(20), day));
                }
                case 2 -> open.entrySet().stream().filter(seat -> !day.isBefore(seat.getValue())).map(Map.Entry::getKey).sorted().findFirst().ifPresent(seat -> {
                    open.remove(seat);
                    add(new SeatVacated(seat, day));
                });
                case 3 -> add(new QuorumSet(1 + random.nextInt(9), null, QuorumRule.COUNTING, day));
                case 4 -> add(new SeriesTemplateSet(new UUID(4, random.nextInt(2)), "Serie " + events.size(), null, null, null, List.of(), day));
                default -> add(new RulesAdopted("Normas " + events.size(), "Texto", null, null, day));
            }
        }
    }

    private void add(BodyEvent event) {
        events.add(event);
        last = event.effectiveOn().isAfter(last) ? event.effectiveOn() : last;
    }

    static List<Recorded<BodyEvent>> recorded(List<BodyEvent> events) {
        var records = new ArrayList<Recorded<BodyEvent>>();
        events.forEach(event -> records.add(new Recorded<>(records.size() + 1, event, BY)));
        return records;
    }
}
