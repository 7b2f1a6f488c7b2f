package constancia.app.security;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets, once an hour, attempts and places that no longer say anything. */
@Component
class Upkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("accounts-upkeep").daemon().factory());

    Upkeep(Throttle throttle, Places places) {
        hourly.scheduleWithFixedDelay(() -> {
            try {
                throttle.forget();
                places.forgetOld();
            } catch (RuntimeException e) {
                LOG.warn("Old attempts were not forgotten: {}", e.getMessage());
            }
        }, 1, 1, TimeUnit.HOURS);
    }

    @Override
    public void close() {
        hourly.shutdownNow();
    }
}
