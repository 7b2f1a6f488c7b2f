package constancia.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import constancia.app.HttpRegister;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** However many items an answer names, their records are read at once; in a history, however often they are named. */
class NamesReadTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();

    @Test
    void the_names_in_an_answer_are_read_at_once() {
        var few = body("MESAPOCA", 2);
        var many = body("MESAMUCHA", 12);
        assertThat(readings("/api/bodies/" + many)).isEqualTo(readings("/api/bodies/" + few)).isPositive();
    }

    @Test
    void a_history_reads_each_of_them_once() {
        var body = body("MESAHISTORIA", 6);
        var seats = readings("/api/bodies/" + body + "/history");
        REGISTER.post("/api/bodies/" + body + "/set-quorum", "{'atLeast':3,'effectiveOn':'2015-03-01'}").is(200);
        REGISTER.post("/api/bodies/" + body + "/set-quorum", "{'atLeast':4,'effectiveOn':'2015-04-01'}").is(200);
        assertThat(readings("/api/bodies/" + body + "/history")).isEqualTo(seats);
    }

    private static String body(String acronym, int seats) {
        var body = REGISTER.post("/api/bodies", "{'name':'Mesa %s','acronym':'%s','kind':'table','effectiveOn':'2015-01-02'}".formatted(acronym, acronym)).is(201).id();
        IntStream.range(0, seats).forEach(n -> {
            REGISTER.post("/api/institutions", "{'name':'Institución %s %d','acronym':'%s%d','kind':'state','effectiveOn':'2015-01-02'}".formatted(acronym, n, acronym, n)).is(201);
            REGISTER.post("/api/bodies/" + body + "/seat-institution", "{'institution':'%s%d','role':'member','effectiveOn':'2015-02-01'}".formatted(acronym, n)).is(200);
        });
        return body;
    }

    /** How often records were read from the journal for this answer; once all have their numbers, for until then it is read again. */
    private static long readings(String path) {
        REGISTER.get(path).is(200);
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = logger.getLevel();
        var statements = new ListAppender<ILoggingEvent>();
        statements.start();
        logger.addAppender(statements);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            REGISTER.get(path).is(200);
        } finally {
            logger.setLevel(before);
            logger.setAdditive(true);
            logger.detachAppender(statements);
        }
        return new ArrayList<>(statements.list).stream().filter(event -> event.getFormattedMessage().contains("journal.readable_event")).count();
    }
}
