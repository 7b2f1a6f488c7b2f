package constancia.app.demo;

import constancia.app.calendar.Calendar;
import constancia.app.policies.PolicyLoop;
import constancia.command.IdempotencyKey;
import constancia.command.accounts.Authorities;
import constancia.kernel.Refused;
import constancia.kernel.Sha256;
import constancia.query.history.UnknownItem;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.commands.Recording;
import constancia.web.documents.DocumentDesk;
import constancia.web.persons.PersonDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Has people say the steps of the story, each in its own name and with its own rights, as they would on a page. A step
 * is said under a key, so one that was said before it was known to have been is not recorded again.
 */
@Component
@ConditionalOnBooleanProperty("constancia.demo")
final class DemoTeller {

    private static final long A_MOMENT = 2_000_000;

    private final Recording recording;
    private final DocumentDesk documents;
    private final PersonDesk persons;
    private final Authorities authorities;
    private final Calendar calendar;
    private final DemoLedger ledger;
    private final List<PolicyLoop> policies;

    DemoTeller(Recording recording, DocumentDesk documents, PersonDesk persons, Authorities authorities, Calendar calendar, DemoLedger ledger, List<PolicyLoop> policies) {
        this.recording = recording;
        this.documents = documents;
        this.persons = persons;
        this.authorities = authorities;
        this.calendar = calendar;
        this.ledger = ledger;
        this.policies = policies;
    }

    void say(DemoStory.Step step, int number) {
        var caller = new Caller(authorities.of(step.as()));
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
        try {
            switch (step.post()) {
                case "documents" -> document(step);
                case "persons" -> person(step);
                default -> command(step, number, caller);
            }
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void command(DemoStory.Step step, int number, Caller caller) {
        var parts = step.post().split("/");
        var target = Collections.at(parts[0]).orElseThrow(UnknownItem::new);
        var type = parts.length == 1 ? target.creating() : target.command(parts[2]).orElseThrow(UnknownItem::new);
        var key = new IdempotencyKey(step.as(), "demostracion:" + number, "POST", "/" + step.post(), Sha256.of(step.said().toString().getBytes(StandardCharsets.UTF_8)));
        recording.recordOnce(caller, target, type, parts.length == 1 ? null : UUID.fromString(parts[1]), step.said(), key);
    }

    private void document(DemoStory.Step step) {
        try {
            var file = Files.createTempFile("constancia-", ".txt");
            try {
                documents.keep(step.as(), step.said().get("name").asString(), Files.writeString(file, step.said().get("text").asString()), null);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void person(DemoStory.Step step) {
        try {
            persons.enter(step.as(), new PersonDesk.Entry(UUID.fromString(step.said().get("id").asString()), step.said().get("name").asString(),
                    step.said().get("office").asString(), null, null, null));
        } catch (Refused alreadyThere) {
            if (!alreadyThere.code().equals("already-exists")) {
                throw alreadyThere;
            }
        }
    }

    /** Lets the days go by until that one; what dates do by themselves the calendar puts on record on the morning after. */
    void daysGoBy(DemoClock clock, LocalDate day) {
        settled();
        calendar.look();
        settled();
        for (var next = calendar.next(LocalDate.now(clock)); next != null && next.isBefore(day); next = calendar.next(LocalDate.now(clock))) {
            ledger.putForward(clock, next.plusDays(1).atTime(DemoStory.MORNING.minusHours(2)).atZone(clock.getZone()).toInstant());
            calendar.look();
            settled();
        }
        ledger.putForward(clock, day.atTime(DemoStory.MORNING).atZone(clock.getZone()).toInstant());
    }

    /** Waits until what was said has its number, stands in the tables and had its consequences. */
    void settled() {
        while (!ledger.settled() || !policies.stream().allMatch(PolicyLoop::caughtUp) || !ledger.settled()) {
            LockSupport.parkNanos(A_MOMENT);
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Interrupted");
            }
        }
    }
}
