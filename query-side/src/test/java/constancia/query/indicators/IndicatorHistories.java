package constancia.query.indicators;

import constancia.kernel.Event;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.indicators.CategoryValue;
import constancia.kernel.indicators.Direction;
import constancia.kernel.indicators.IndicatorEvent;
import constancia.kernel.indicators.IndicatorEvent.*;
import constancia.kernel.indicators.IndicatorKind;
import constancia.kernel.indicators.PeriodEnd;
import constancia.kernel.indicators.StartingValue;
import constancia.kernel.plans.PlanId;
import constancia.query.history.Entry;
import constancia.query.history.Names;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.PlanName;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The poverty of the programme's municipalities, as an indicator of its logframe. */
final class IndicatorHistories {

    static final PlanId PLAN = new PlanId(id(2));
    static final UUID NODE = id(3);
    static final BodyId COUNCIL = new BodyId(id(4));
    static final LocalDate DEFINED = LocalDate.of(2010, 10, 1);
    static final LocalDate DECEMBER = LocalDate.of(2010, 12, 31);
    static final LocalDate MARCH = LocalDate.of(2011, 3, 31);
    static final LocalDate LATER = LocalDate.of(2011, 4, 15);
    static final StartingValue BASELINE = new StartingValue(number("46"), LocalDate.of(2009, 12, 31), "EHPM 2009");
    static final List<CategoryValue> PARTS = List.of(new CategoryValue("sexo", "mujeres", number("42.5")));

    static final IndicatorEvent DEFINITION = new IndicatorDefined("Población en pobreza", IndicatorKind.IMPACT, "%", Direction.DECREASE, PLAN, NODE, COUNCIL,
            BASELINE, "Encuesta de hogares", List.of("sexo"), DEFINED);
    static final IndicatorEvent FIFTH = new TargetSet("Trimestre 5", DECEMBER, number("44"), DEFINED);
    static final IndicatorEvent SIXTH = new TargetSet("Trimestre 6", null, number("42"), DEFINED);
    static final IndicatorEvent DATED = new TargetsDated(List.of(new PeriodEnd("Trimestre 6", MARCH)), DEFINED.plusDays(14));
    static final IndicatorEvent LASTLY = new TargetSet(null, LocalDate.of(2014, 5, 31), number("36"), DEFINED);
    static final IndicatorEvent IN_MARCH = new MeasurementRecorded(MARCH, number("43"), "EHPM 2011", PARTS, List.of(), LATER);
    static final IndicatorEvent IN_DECEMBER = new MeasurementRecorded(DECEMBER, number("45"), "EHPM 2010", List.of(), List.of(), LATER);
    static final IndicatorEvent RETIRED = new IndicatorRetired(LATER.plusYears(3));

    private IndicatorHistories() {}

    static List<Entry> entries(IndicatorEvent... events) {
        var by = new Provenance("coordinacion", null, false, Provenance.Through.API, null);
        var entries = new ArrayList<Entry>();
        for (var event : events) {
            entries.add(new Entry(null, null, Instant.EPOCH, new Recorded<Event>(entries.size() + 1, event, by)));
        }
        return entries;
    }

    static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    static UUID id(int number) {
        return new UUID(0x01941f297c007000L, 0x8000000000000000L + number);
    }

    /** The plan and the council have names; whoever asks for anything else is at fault. */
    static final Names NAMES = (Names) Proxy.newProxyInstance(Names.class.getClassLoader(), new Class<?>[] {Names.class}, (proxy, method, args) ->
            switch (args[0]) {
                case null -> null;
                case PlanId plan when plan.equals(PLAN) -> new PlanName(PLAN, "CS-2010");
                case BodyId body when body.equals(COUNCIL) -> new BodyName(COUNCIL, "CIACS", "Comité Intersectorial");
                default -> throw new UnsupportedOperationException(method.getName());
            });
}
