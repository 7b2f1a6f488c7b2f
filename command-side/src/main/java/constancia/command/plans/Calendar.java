package constancia.command.plans;

import constancia.command.plans.PlanCommand.AddPeriods;
import constancia.command.plans.PlanCommand.NamedPeriod;
import constancia.kernel.Dated;
import constancia.kernel.Invalid;
import constancia.kernel.Latest;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.plans.CalendarPeriod;
import constancia.kernel.plans.PeriodDates;
import constancia.kernel.plans.PlanEvent.PeriodsDated;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The periods of a plan, each since its day, in the order in which they came. */
record Calendar(List<Dated<Period>> periods) {

    /** @param lastDay as far as somebody gave it */
    record Period(String name, Latest<LocalDate> lastDay) {}

    static final Calendar EMPTY = new Calendar(List.of());

    /** A calendar is looked at as a whole; what has more periods than this is a slip of the pen. */
    private static final int MOST = 200;

    /** The periods as they are named, each once and with both of its dates or neither. */
    static List<CalendarPeriod> named(List<NamedPeriod> periods, String field) {
        var seen = new HashSet<String>();
        for (int i = 0; i < periods.size(); i++) {
            var period = periods.get(i);
            var at = field + "/" + i;
            mustBeNew(period.period(), seen, at);
            if (period.from() == null && period.until() != null) {
                throw new Invalid(at + "/from", "required");
            }
            if (period.from() != null && period.until() == null) {
                throw new Invalid(at + "/until", "required");
            }
            mustNotEndBefore(period.from(), period.until(), at + "/until");
        }
        return periods.stream().map(p -> new CalendarPeriod(p.period(), p.label(), p.from(), p.until())).toList();
    }

    /** Periods that were named or that are made of a frequency; none of them may be there already. */
    List<CalendarPeriod> added(AddPeriods c) {
        boolean named = c.periods() != null && !c.periods().isEmpty();
        if (named == (c.frequency() != null)) {
            throw new Invalid("periods", "periods-or-frequency");
        }
        if (named && (c.from() != null || c.until() != null)) {
            throw new Invalid("frequency", "required");
        }
        var added = named ? named(Objects.requireNonNull(c.periods()), "periods") : made(c);
        var known = periods.stream().map(period -> period.value().name).collect(Collectors.toSet());
        added.stream().map(CalendarPeriod::period).filter(known::contains).findFirst().ifPresent(name -> {
            throw new Refused("period-known", name);
        });
        return added;
    }

    private static List<CalendarPeriod> made(AddPeriods c) {
        var from = given(c.from(), "from");
        var until = given(c.until(), "until");
        mustNotEndBefore(from, until, "until");
        var made = Objects.requireNonNull(c.frequency()).between(from, until).limit(MOST + 1).toList();
        if (made.size() > MOST) {
            throw new Invalid("until", "too-many-periods", MOST);
        }
        return made;
    }

    private static LocalDate given(@Nullable LocalDate date, String field) {
        if (date == null) {
            throw new Invalid(field, "required");
        }
        return date;
    }

    static void mustBeNew(String period, Set<String> seen, String at) {
        if (!seen.add(period)) {
            throw new Invalid(at + "/period", "period-repeated", period);
        }
    }

    static void mustNotEndBefore(@Nullable LocalDate from, @Nullable LocalDate until, String field) {
        if (from != null && until != null && until.isBefore(from)) {
            throw new Invalid(field, "until-before-from");
        }
    }

    /** The period must be in the calendar on that day. */
    void mustKnow(String period, String field, LocalDate on) {
        var known = periods.stream().filter(one -> one.value().name.equals(period)).findAny().orElseThrow(() -> new Invalid(field, "unknown-period", period));
        if (on.isBefore(known.since())) {
            throw new Refused("effective-before-previous", known.since());
        }
    }

    List<String> names(LocalDate on) {
        return periods.stream().filter(period -> !period.since().isAfter(on)).map(period -> period.value().name).toList();
    }

    List<@Nullable LocalDate> lastDays() {
        return periods.stream().map(period -> period.value().lastDay.value()).toList();
    }

    Calendar with(List<CalendarPeriod> added, Recorded<?> record) {
        var all = periods;
        for (var period : added) {
            all = Dated.plus(all, new Period(period.period(), Latest.of(period.until(), record.effectiveOn())), record);
        }
        return new Calendar(all);
    }

    Calendar with(PeriodsDated e) {
        var lastDays = e.periods().stream().collect(Collectors.toMap(PeriodDates::period, PeriodDates::until));
        return new Calendar(Dated.each(periods, period -> lastDays.containsKey(period.name)
                ? new Period(period.name, period.lastDay.or(lastDays.get(period.name), e.effectiveOn())) : period));
    }
}
