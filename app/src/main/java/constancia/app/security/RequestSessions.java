package constancia.app.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * The sessions of a store as one request sees them. Each page needs one: it is read once, however often it is asked for,
 * and that it was used is written once a minute.
 */
final class RequestSessions<S extends Session> implements SessionRepository<RequestSessions.Used<S>> {

    private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

    private final SessionRepository<S> store;
    private @Nullable Used<S> read;

    RequestSessions(SessionRepository<S> store) {
        this.store = store;
    }

    @Override
    public Used<S> createSession() {
        return new Used<>(store.createSession());
    }

    @Override
    public void save(Used<S> session) {
        store.save(session.stored);
    }

    @Override
    public @Nullable Used<S> findById(String id) {
        if (read == null || !read.getId().equals(id)) {
            var found = store.findById(id);
            read = found == null ? null : new Used<>(found);
        }
        return read;
    }

    @Override
    public void deleteById(String id) {
        read = null;
        store.deleteById(id);
    }

    /** A session whose last use is told to the store when a minute has passed since the one that it knows. */
    static final class Used<S extends Session> implements Session {

        private final S stored;

        private Used(S stored) {
            this.stored = stored;
        }

        @Override
        public void setLastAccessedTime(Instant used) {
            if (!used.isBefore(stored.getLastAccessedTime().plus(WRITTEN_EVERY))) {
                stored.setLastAccessedTime(used);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return stored.getId();
        }

        @Override
        public String changeSessionId() {
            return stored.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return stored.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            stored.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            stored.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration idle) {
            stored.setMaxInactiveInterval(idle);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}
