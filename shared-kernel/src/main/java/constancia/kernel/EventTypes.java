package constancia.kernel;

import constancia.kernel.access.AccessEvent;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.indicators.IndicatorEvent;
import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.risks.RiskEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fixed list of names under which events are stored. A name that is not on it stops whoever reads it: nothing is
 * skipped and no class is looked up by what a row says.
 */
public final class EventTypes {

    private static final List<Class<? extends Event>> FAMILIES = List.of(InstitutionEvent.class, BodyEvent.class,
            PlanEvent.class, ActionEvent.class, AgreementEvent.class, MeetingEvent.class,
            CaseFileEvent.class, IndicatorEvent.class, RiskEvent.class, AccessEvent.class);

    private static final Map<String, Class<? extends Event>> BY_NAME = byName();

    private EventTypes() {}

    /** @throws IllegalArgumentException no event has that name */
    public static Class<? extends Event> named(String name) {
        var type = BY_NAME.get(name);
        if (type == null) {
            throw new IllegalArgumentException("No event is called " + name);
        }
        return type;
    }

    public static String nameOf(Event event) {
        return event.getClass().getSimpleName();
    }

    /** Every event by its stored name, in the order of the names. */
    public static Map<String, Class<? extends Event>> all() {
        return BY_NAME;
    }

    private static Map<String, Class<? extends Event>> byName() {
        var all = new TreeMap<String, Class<? extends Event>>(Map.of(Rectified.class.getSimpleName(), Rectified.class));
        for (var family : FAMILIES) {
            for (var type : family.getPermittedSubclasses()) {
                if (all.put(type.getSimpleName(), type.asSubclass(Event.class)) != null) {
                    throw new IllegalStateException("Two events are called " + type.getSimpleName());
                }
            }
        }
        return all;
    }
}
