package constancia.app.access;

import constancia.app.roles.OnRole;
import constancia.app.roles.Role;
import constancia.command.Commands;
import constancia.command.access.AccessCommand.SealReads;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.access.AccessLogId;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has the log of reads sealed soon after something came into it. Any node may do it at any time: a seal that another
 * has set already is not set again.
 */
@Component
@OnRole(Role.COMMAND)
class Sealing {

    static final Provenance BY = new Provenance("system:access-log", null, false, Through.API, null);

    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final Commands commands;
    private final JdbcClient db;
    private final Clock clock;
    private final Duration pause;
    private final Thread thread = Thread.ofPlatform().name("access-log").daemon().unstarted(this::run);
    private long seen;

    Sealing(Commands commands, @Qualifier("workDb") JdbcClient workDb, Clock clock, @Value("${constancia.access-log-pause:4s}") Duration pause) {
        this.commands = commands;
        this.db = workDb;
        this.clock = clock;
        if (pause.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("constancia.access-log-pause: " + pause + " > " + LONGEST);
        }
        this.pause = pause;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.start();
    }

    @PreDestroy
    void close() {
        thread.interrupt();
    }

    private void run() {
        while (true) {
            try {
                look();
            } catch (RuntimeException e) {
                LOG.error("The log of reads could not be sealed; it is tried again", e);
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    /** What was not yet seen is sealed; the command finds out whether it still must. */
    private void look() {
        long last = db.sql("select coalesce(max(n), 0) from journal.access").query(Long.class).single();
        if (last > seen) {
            commands.send(new SealReads(AccessLogId.THE_ONE, LocalDate.now(clock)), BY, null);
            seen = last;
        }
    }
}
