package constancia.app.imports;

import constancia.app.roles.OnRole;
import constancia.app.roles.Role;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks at the start and from time to time after for imports that a killed node left half way, this one or another. */
@Component
@OnRole(Role.COMMAND)
class ImportWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWatch.class);

    private final ImportRunner runner;
    private final Duration pause;
    private final Thread thread = Thread.ofPlatform().name("imports").daemon().unstarted(this::watch);

    ImportWatch(ImportRunner runner, @Value("${constancia.import-watch:10s}") Duration pause) {
        this.runner = runner;
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

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                runner.goOn();
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Imports cannot be looked for: {}", e.getMessage());
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }
}
