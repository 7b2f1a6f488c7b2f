package constancia.app.calendar;

import constancia.app.Application;
import constancia.app.HttpRegister;
import constancia.app.journal.Sequencer;
import constancia.command.Commands;
import constancia.command.actions.ActionCommand.ProposeAction;
import constancia.command.actions.ActionCommand.Responsible;
import constancia.command.actions.ActionCommand.When;
import constancia.command.institutions.InstitutionCommand.RegisterInstitution;
import constancia.kernel.Provenance;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.Role;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.institutions.InstitutionKind;
import constancia.postgres.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A process of the register in which it is the day that the test says. The register itself has no way to be told: its
 * clock is replaced here, in the tests, from inside.
 */
final class CalendarNode implements AutoCloseable {

    private static final ZoneId ZONE = ZoneId.of("America/El_Salvador");

    private final Process process;
    private final PrintWriter say;
    private final BufferedReader hear;

    private CalendarNode(Process process) {
        this.process = process;
        this.say = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.hear = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static CalendarNode on(TestDatabase database, LocalDate day) {
        try {
            return new CalendarNode(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-Xmx256m", "-cp",
                    System.getProperty("java.class.path"), CalendarNode.class.getName(), day.toString(), "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.username=" + database.app().user(), "--spring.datasource.password=" + database.app().password(),
                    "--spring.flyway.user=" + database.owner().user(), "--spring.flyway.password=" + database.owner().password(), "--server.port=0",
                    "--constancia.command-connections=4", "--constancia.read-connections=4", "--constancia.calendar-pause=100ms", "--constancia.calendar-heartbeat=250ms",
                    "--constancia.second-factor-key=" + HttpRegister.KEY, "--constancia.admin-password=una contraseña de prueba").redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CalendarNode started() {
        return answered();
    }

    /** One action for each of so many days from that one on, due on it. */
    void propose(LocalDate firstDueOn, int many) {
        say.println("propose " + firstDueOn + " " + many);
        answered();
    }

    void itIs(LocalDate day) {
        say.println("day " + day);
        answered();
    }

    long pid() {
        return process.pid();
    }

    /** It lives and does nothing, as when the machine swaps or a debugger holds it. */
    void stop() throws Exception {
        new ProcessBuilder("kill", "-STOP", String.valueOf(pid())).start().waitFor();
    }

    /** As {@code kill -9} does it. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        say.close();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private CalendarNode answered() {
        try {
            var line = hear.readLine();
            if (!"done".equals(line)) {
                throw new AssertionError("The process said: " + line);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lives until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        var answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Moved.clock.day = LocalDate.parse(arguments[0]);
        var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var context = new SpringApplicationBuilder(Application.class, Moved.class).run(List.of(arguments).subList(1, arguments.length).toArray(String[]::new))) {
            answers.println("done");
            for (var line = requests.readLine(); line != null; line = requests.readLine()) {
                var words = line.split(" ");
                if (words[0].equals("day")) {
                    Moved.clock.day = LocalDate.parse(words[1]);
                } else {
                    propose(context.getBean(Commands.class), LocalDate.parse(words[1]), Integer.parseInt(words[2]));
                }
                answers.println("done");
            }
        }
    }

    private static void propose(Commands commands, LocalDate firstDueOn, int many) {
        var by = new Provenance("admin", null, false, Provenance.Through.API, null);
        var day = firstDueOn.minusDays(10);
        var institution = new InstitutionId(UUID.randomUUID());
        commands.send(new RegisterInstitution(institution, "Ministerio", null, InstitutionKind.STATE, null, null, null, day), by, null);
        for (int i = 0; i < many; i++) {
            commands.send(new ProposeAction(new ActionId(UUID.randomUUID()), "Acción " + i, null, null, null, null, null, null,
                    List.of(new Responsible(institution, Role.LEAD, null)), new When(null, null, firstDueOn.plusDays(i)), null, null, null, day), by, null);
        }
    }

    /** Takes the place of the register's clock, save for the sequencer, which compares it with the database's. */
    static class Moved {

        static final DayClock clock = new DayClock();

        @Bean
        @Primary
        Clock movedClock() {
            return clock;
        }

        @Bean
        @Primary
        Sequencer sequencerByTheDatabasesClock(@Qualifier("workDb") JdbcClient workDb, @Qualifier("workTransaction") TransactionTemplate workTransaction) {
            return new Sequencer(workDb, workTransaction, Clock.system(ZONE));
        }
    }

    /** Always noon. */
    private static final class DayClock extends Clock {

        private volatile LocalDate day = LocalDate.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return day.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
        }
    }
}
