package constancia.app.demo;

import constancia.web.security.Demonstration;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the story into a register that is a demonstration, while it answers. Stopped in the middle it goes on where it
 * was at the next start; a step that cannot be told ends it, and every page says so.
 */
@Component
@ConditionalOnBooleanProperty("constancia.demo")
final class DemoShow implements Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(DemoShow.class);
    private static final long MINUTES_APART = 3;

    private final DemoClock clock;
    private final DemoLedger ledger;
    private final DemoAccounts accounts;
    private final DemoTeller teller;
    private final DemoStory story = DemoStory.read();
    private final Thread thread = Thread.ofPlatform().name("demonstration").daemon().unstarted(this::run);
    private volatile int told;
    private volatile @Nullable String trouble;

    DemoShow(Clock clock, DemoLedger ledger, DemoAccounts accounts, DemoTeller teller) {
        this.clock = (DemoClock) clock;
        this.ledger = ledger;
        this.accounts = accounts;
        this.teller = teller;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        LOG.info("Demostración / Demonstration: {} · contraseña / password: {}", String.join(", ", DemoAccounts.all().stream().map(Account::name).toList()), DemoAccounts.PASSWORD);
        thread.start();
    }

    @PreDestroy
    void close() throws InterruptedException {
        thread.interrupt();
        thread.join(5_000);
    }

    private void run() {
        var mark = ledger.mark().orElseThrow();
        told = mark.filled() ? story.steps().size() : mark.step();
        if (mark.filled()) {
            return;
        }
        if (!mark.story().equals(story.hash())) {
            stop("Otra versión comenzó esta demostración; borre la carpeta y comience de nuevo. / Another version began this demonstration; delete the folder and begin again.", null);
            return;
        }
        try {
            tell();
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                stop("Paso / step %d (%s): %s".formatted(told + 1, story.steps().get(told).post(), e), e);
            }
        }
    }

    private void tell() {
        if (told == 0) {
            accounts.open(story);
        }
        var day = LocalDate.MIN;
        while (told < story.steps().size()) {
            var step = story.steps().get(told);
            if (step.on().isAfter(day)) {
                teller.daysGoBy(clock, step.on());
                if (step.on().getYear() > day.getYear()) {
                    LOG.info("La demostración va por {} / The demonstration has come to {}", step.on().getYear(), step.on().getYear());
                }
                day = step.on();
            } else {
                teller.settled();
                ledger.putForward(clock, clock.instant().plusSeconds(MINUTES_APART * 60));
            }
            teller.say(step, told);
            ledger.told(told + 1);
            told++;
        }
        teller.settled();
        ledger.filled();
        LOG.info("La demostración está completa / The demonstration is complete: {} pasos / steps", told);
    }

    private void stop(String why, @Nullable RuntimeException e) {
        trouble = why;
        LOG.error("La demostración no pudo completarse / The demonstration could not be completed: {}", why, e);
    }

    @Override
    public Told told() {
        return new Told(clock.instant(), told, story.steps().size(), trouble, DemoAccounts.PASSWORD, DemoAccounts.all());
    }

    @Override
    public String password() {
        return DemoAccounts.PASSWORD;
    }
}
