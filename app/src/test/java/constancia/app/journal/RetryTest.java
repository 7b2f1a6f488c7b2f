package constancia.app.journal;

import constancia.command.Busy;
import constancia.command.Receipt;
import constancia.command.institutions.InstitutionCommand.AddAlias;
import constancia.kernel.institutions.InstitutionId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which failures are tried again, and for how long. They are raised by the database itself. */
class RetryTest {

    private static final int ONE_PLACE = 1;

    private final TestJournal journal = TestJournal.fresh();
    private final AddAlias command = new AddAlias(new InstitutionId(UUID.randomUUID()), "MJPS", LocalDate.of(2015, 6, 15));
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void close() {
        journal.close();
    }

    @ParameterizedTest
    @CsvSource({"40001,", "40P01,", "23505,event_sequence", "23505,idempotency_key", "23505,institution_pkey"})
    void a_lost_race_is_run_again_in_a_new_transaction(String state, String constraint) {
        var commands = failing(3, state, constraint, Duration.ofSeconds(5));
        var receipt = commands.send(command, TestJournal.BY, null);
        assertThat(receipt.id()).isEqualTo(command.id());
        assertThat(attempts).hasValue(4);
        journal.numberAll();
        assertThat(journal.names()).as("what the failed attempts appended is gone").containsExactly("attempt 4");
    }

    @ParameterizedTest
    @CsvSource({"23505,institution_acronym_taken", "23505,event_id_taken", "23503,", "22001,", "25006,"})
    void another_failure_is_not(String state, String constraint) {
        var commands = failing(3, state, constraint, Duration.ofSeconds(5));
        assertThatThrownBy(() -> commands.send(command, TestJournal.BY, null)).isInstanceOf(DataAccessException.class);
        assertThat(attempts).hasValue(1);
        assertThat(journal.waiting()).isZero();
    }

    @Test
    void a_race_lost_again_and_again_is_answered_busy_when_patience_ends() {
        var commands = failing(Integer.MAX_VALUE, "40001", null, Duration.ofSeconds(1));
        long begun = System.nanoTime();
        assertThatThrownBy(() -> commands.send(command, TestJournal.BY, null)).isInstanceOf(Busy.class).hasRootCauseInstanceOf(org.postgresql.util.PSQLException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(attempts).hasValueGreaterThan(1);
        assertThat(journal.waiting()).isZero();
    }

    @Test
    void commands_sent_together_take_one_place() {
        var commands = failing(0, "40001", null, Duration.ofSeconds(5));
        commands.together(TestJournal.BY, send -> {
            send.accept(command);
            send.accept(command);
        });
        assertThat(attempts).hasValue(2);
    }

    @Test
    void who_finds_no_place_is_answered_busy() throws Exception {
        var commands = failing(0, "40001", null, Duration.ofMillis(200));
        var inside = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var first = Thread.ofVirtual().start(() -> commands.together(TestJournal.BY, send -> {
            inside.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        inside.await();
        assertThatThrownBy(() -> commands.send(command, TestJournal.BY, null)).isInstanceOf(Busy.class);
        done.countDown();
        first.join();
    }

    @Test
    void the_register_is_patient_for_five_seconds() {
        assertThat(AxonCommands.PATIENCE).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_real_lost_race_is_recognised_in_what_the_engine_throws() {
        var item = UUID.randomUUID();
        journal.recorded(item, 0, "first");
        assertThatThrownBy(() -> journal.recorded(item, 0, "again")).matches(LostRace::is);
        assertThatThrownBy(() -> journal.recorded(item, 0, "again", "and again", "and again")).as("in a batch").matches(LostRace::is);
    }

    private AxonCommands failing(int times, String state, String constraint, Duration patience) {
        var transactions = new SpringTransactionManager(journal.command.getTransactionManager());
        var bus = SimpleCommandBus.builder().transactionManager(transactions).build();
        bus.subscribe(AddAlias.class.getName(), message -> {
            int attempt = attempts.incrementAndGet();
            journal.append(UUID.randomUUID(), 0, "attempt " + attempt);
            if (attempt <= times) {
                journal.commandDb.sql("do $$ begin raise exception 'lost' using errcode = '" + state + "'"
                        + (constraint == null ? "" : ", constraint = '" + constraint + "'") + "; end $$").update();
            }
            return new Receipt(command.id(), 1, null);
        });
        return new AxonCommands(bus, transactions, ONE_PLACE, patience);
    }
}
