package constancia.command.reserve;

import constancia.kernel.Invalid;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.reserve.Classifications;
import constancia.kernel.reserve.Classifications.Place;
import constancia.kernel.reserve.Classified;
import constancia.kernel.reserve.ItemClass;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How an item is classified, and the last days of reserves that are on record as over. The rules are the same for every kind of item. */
public record Reserves(Classifications standing, Set<LocalDate> lapsed) {

    public static final Reserves NONE = new Reserves(Classifications.NONE, Set.of());

    public Reserves with(Classified e, Recorded<?> record) {
        return new Reserves(standing.with(e, record), lapsed);
    }

    public Reserves lapsed(LocalDate until) {
        var more = new HashSet<>(lapsed);
        more.add(until);
        return new Reserves(standing, Set.copyOf(more));
    }

    /**
     * Refuses what the class does not allow.
     *
     * @param kind of item
     */
    public void mustAllow(Classify c, String kind, ClassRules rules) {
        if (c.field() != null && !c.field().isOf(kind)) {
            throw new Invalid("field", "no-such-field", c.field().word());
        }
        mustFitClass(c);
        if (c.classification() == ItemClass.PUBLIC) {
            return;
        }
        var rule = rules.on(c.classification(), c.effectiveOn());
        mustState("legalBasis", ClassRules.LEGAL_BASIS, c.legalBasis(), rule);
        mustState("authority", ClassRules.AUTHORITY, c.authority(), rule);
        mustState("resolution", ClassRules.RESOLUTION, c.resolution(), rule);
        if (c.until() != null && rule.years() != null) {
            var began = standing.reservedSince(new Place(c.part(), c.field()), c.effectiveOn());
            var latest = began == null || began.equals(c.effectiveOn()) ? c.effectiveOn().plusYears(rule.years()) : began.plusYears(rule.years() + rule.extension());
            if (c.until().isAfter(latest)) {
                throw new Refused("reserve-too-long", latest);
            }
        }
    }

    /** What is over before {@code on} and not on record as such, each last day once: on record since the day after it. */
    public <E> List<E> lapse(LocalDate on, LocalDate firstOfItem, BiFunction<LocalDate, LocalDate, E> event) {
        return standing.untils().filter(until -> until.isBefore(on) && !lapsed.contains(until)).map(until -> {
            var dayAfter = until.plusDays(1);
            return event.apply(until, dayAfter.isBefore(firstOfItem) ? firstOfItem : dayAfter);
        }).toList();
    }

    private static void mustFitClass(Classify c) {
        boolean reserved = c.classification() == ItemClass.RESERVED;
        if (reserved && c.until() == null) {
            throw new Invalid("until", "required");
        }
        if (!reserved && c.until() != null) {
            throw new Invalid("until", "only-for-reserved");
        }
        if (c.classification() == ItemClass.PUBLIC && c.legalBasis() != null) {
            throw new Invalid("legalBasis", "public-needs-no-basis");
        }
        if (c.until() != null && c.until().isBefore(c.effectiveOn())) {
            throw new Invalid("until", "until-before-effective", c.effectiveOn());
        }
    }

    private static void mustState(String field, String need, @Nullable String stated, ClassRules.ClassRule rule) {
        if (stated == null && rule.needs().contains(need)) {
            throw new Invalid(field, "required");
        }
    }
}
