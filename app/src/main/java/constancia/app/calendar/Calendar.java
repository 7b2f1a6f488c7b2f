package constancia.app.calendar;

import constancia.app.calendar.PassedDates.Found;
import constancia.command.Commands;
import constancia.command.policies.WhenDatesPass;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts on record what dates do by themselves. Each item is a transaction of its own, so thousands of dates hold nobody
 * up, and each command finds its work done when it was given before: the calendar may be killed, come late, or look
 * twice at once.
 */
@Component
public class Calendar {

    private static final Logger LOG = LoggerFactory.getLogger(Calendar.class);
    private static final int STEP = 200;
    private static final int MOST_FAILURES = 10;

    private final PassedDates dates;
    private final Commands commands;
    private final Clock clock;
    private volatile boolean closing;

    Calendar(PassedDates dates, Commands commands, Clock clock) {
        this.dates = dates;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Looks at everything that was over before today.
     *
     * @throws IllegalStateException something could not be recorded; all else was
     */
    public void look() {
        var today = LocalDate.now(clock);
        int failed = 0;
        for (var kind : WhenDatesPass.values()) {
            failed += look(kind, today, MOST_FAILURES - failed);
        }
        if (failed > 0) {
            throw new IllegalStateException("The calendar could not record what passed of " + failed + " items");
        }
    }

    /** The first date from that day on that will pass, as things stand; null when none will. */
    public @Nullable LocalDate next(LocalDate from) {
        return dates.next(from);
    }

    void close() {
        closing = true;
    }

    private int look(WhenDatesPass kind, LocalDate today, int patience) {
        int failed = 0;
        @Nullable Found last = null;
        while (true) {
            var found = dates.before(today, kind, last, STEP);
            for (var next : found) {
                if (closing || failed == patience) {
                    return failed;
                }
                failed += recorded(kind, next, today) ? 0 : 1;
            }
            if (found.size() < STEP) {
                return failed;
            }
            last = found.getLast();
        }
    }

    private boolean recorded(WhenDatesPass kind, Found found, LocalDate today) {
        try {
            commands.send(kind.command(found.item(), today), WhenDatesPass.BY, null);
            return true;
        } catch (RuntimeException e) {
            LOG.error("What passed of {} on {} could not be recorded", found.item(), found.day(), e);
            return false;
        }
    }
}
