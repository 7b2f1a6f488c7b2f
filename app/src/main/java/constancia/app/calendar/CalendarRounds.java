package constancia.app.calendar;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import constancia.app.roles.OnRole;
import constancia.app.roles.Role;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the calendar look again and again, on one node at a time. When the next round is due and who is at it stands in
 * the database; the round of a node that died is another's after four heartbeats.
 */
@Component
@OnRole(Role.COMMAND)
class CalendarRounds {

    /** The one task; its row says how it goes. */
    static final String TASK = "calendar";

    private static final int HEARTBEATS = 4;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration TO_STOP = Duration.ofSeconds(5);

    private final Calendar calendar;
    private final Scheduler scheduler;

    CalendarRounds(Calendar calendar, @Qualifier("workPool") DataSource workPool, @Value("${constancia.calendar-pause:10s}") Duration pause,
                   @Value("${constancia.calendar-heartbeat:5s}") Duration heartbeat) {
        this.calendar = calendar;
        this.scheduler = Scheduler.create(workPool)
                .startTasks(Tasks.recurring(TASK, FixedDelay.of(pause)).execute((task, context) -> calendar.look()))
                .tableName("journal.scheduled_task").schedulerName(new SchedulerName.Fixed(name())).serializer(new Nothing())
                .threads(1).pollingInterval(POLL.compareTo(pause) < 0 ? POLL : pause).heartbeatInterval(heartbeat).missedHeartbeatsLimit(HEARTBEATS)
                .shutdownMaxWait(TO_STOP).build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.start();
    }

    @PreDestroy
    void close() {
        calendar.close();
        scheduler.stop();
    }

    private static String name() {
        return ProcessHandle.current().pid() + "@" + new SchedulerName.Hostname().getName();
    }

    /** The task has no data; whatever a row holds is not made into objects. */
    private static final class Nothing implements Serializer {

        @Override
        public byte @Nullable [] serialize(@Nullable Object data) {
            return null;
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
            return null;
        }
    }
}
