package constancia.command.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.Fixtures;
import constancia.command.agreements.Agreements;
import constancia.command.bodies.BodyCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.institutions.InstitutionId;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BodyFoldTest {

    static final BodyId ID = new BodyId(new UUID(1, 1));
    static final LocalDate FOUNDED = LocalDate.of(2014, 9, 17);
    static final InstitutionId MINISTRY = new InstitutionId(new UUID(2, 0));
    static final InstitutionId UNDP = new InstitutionId(new UUID(2, 1));
    static final Agreements NONE = (Agreements) Proxy.newProxyInstance(BodyFoldTest.class.getClassLoader(), new Class<?>[] {Agreements.class}, (_, _, _) -> false);

    @Test
    void both_orders_give_the_same_state_after_whatever_was_decided() {
        int records = 0;
        for (long seed = 0; seed < 200; seed++) {
            var ledger = decided(new Random(seed));
            var effective = ledger.stream().sorted(Comparator.<Recorded<BodyEvent>, LocalDate>comparing(Recorded::effectiveOn).thenComparing(Recorded::n)).toList();
            assertThat(fold(effective)).as("history %d", seed).isEqualTo(fold(ledger));
            records += ledger.size();
        }
        assertThat(records).isGreaterThan(2000);
    }

    private static List<Recorded<BodyEvent>> decided(Random random) {
        var institutions = new Sectors(Map.of(MINISTRY, LocalDate.MAX, UNDP, LocalDate.MAX));
        var records = new ArrayList<Recorded<BodyEvent>>();
        var now = Body.NOT_ESTABLISHED;
        BodyCommand command = new EstablishBody(ID, "Consejo", "C", BodyKind.COUNCIL, null, FOUNDED);
        for (int i = 0; i < 50; i++) {
            try {
                for (var event : Body.decide(command, now, new KnownBodies(), institutions, NONE)) {
                    var record = new Recorded<>(records.size() + 1, event, Fixtures.UNIT);
                    records.add(record);
                    now = Body.evolve(now, record);
                }
            } catch (Refused | Invalid refused) {
                // the next one may do
            }
            command = next(random);
        }
        return records;
    }

    private static BodyCommand next(Random random) {
        var day = FOUNDED.plusDays(random.nextInt(60) - 2);
        var seat = new UUID(3, random.nextInt(12));
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new SeatInstitution(ID, seat, random.nextBoolean() ? MINISTRY : UNDP, null, SeatRole.values()[random.nextInt(7)],
                    random.nextBoolean() ? null : day.plusDays(random.nextInt(9)), random.nextBoolean() ? null : day.plusDays(20), day);
            case 3 -> new SeatInstitution(ID, seat, null, new UUID(4, random.nextInt(3)), SeatRole.MEMBER, null, null, day);
            case 4, 5 -> new VacateSeat(ID, seat, day);
            case 6 -> new SetQuorum(ID, 1 + random.nextInt(9), null, null, day);
            case 9 -> new SetSeriesTemplate(ID, new UUID(6, random.nextInt(2)), "Serie", null, null, null, null, day);
            case 7 -> new AdoptRules(ID, "Normas", "Texto", null, null, day);
            default -> random.nextInt(8) == 0 ? new DissolveBody(ID, day) : new SetQuorum(ID, null, "1/2", null, day);
        };
    }

    private static Body fold(List<Recorded<BodyEvent>> records) {
        var now = Body.NOT_ESTABLISHED;
        for (var record : records) {
            now = Body.evolve(now, record);
        }
        return now;
    }
}
