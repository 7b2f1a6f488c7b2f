package constancia.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;

/** What a request asks of the store of sessions. */
class RequestSessionsTest {

    private final Map<String, Session> kept = new HashMap<>();
    private int reads;
    private final RequestSessions<MapSession> sessions = new RequestSessions<>(new MapSessionRepository(kept) {
        @Override
        public MapSession findById(String id) {
            reads++;
            return super.findById(id);
        }
    });

    @Test
    void a_session_is_read_once() {
        var id = begun();
        assertThat(sessions.findById(id)).isNotNull().isSameAs(sessions.findById(id));
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void one_that_ended_is_gone_for_the_same_request_too() {
        var id = begun();
        assertThat(sessions.findById(id)).isNotNull();
        sessions.deleteById(id);
        assertThat(sessions.findById(id)).isNull();
        assertThat(kept).isEmpty();
    }

    @Test
    void that_it_was_used_is_told_after_a_minute_and_what_it_holds_at_once() {
        var session = sessions.findById(begun());
        var known = session.getLastAccessedTime();
        session.setLastAccessedTime(known.plus(Duration.ofSeconds(59)));
        assertThat(session.getLastAccessedTime()).isEqualTo(known);
        session.setLastAccessedTime(known.plus(Duration.ofMinutes(1)));
        session.setAttribute("account", "enlace");
        sessions.save(session);
        assertThat(kept.get(session.getId()).getLastAccessedTime()).isEqualTo(known.plus(Duration.ofMinutes(1)));
        assertThat(kept.get(session.getId()).<String>getAttribute("account")).isEqualTo("enlace");
    }

    private String begun() {
        var session = sessions.createSession();
        sessions.save(session);
        return session.getId();
    }
}
