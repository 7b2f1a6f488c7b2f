package constancia.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sessions of browsers, as their owner sees and ends them. */
public interface Sessions {

    /** How long a session lasts in all, however busy. */
    int MOST_HOURS = 8;

    /** How much longer the session of that request can last at most; nothing when it has none. */
    static Duration left(HttpServletRequest request, Clock clock) {
        var session = request.getSession(false);
        return session == null ? Duration.ZERO : Duration.between(clock.instant(), Instant.ofEpochMilli(session.getCreationTime()).plus(Duration.ofHours(MOST_HOURS)));
    }

    /**
     * A session that is open.
     *
     * @param id names it, and is of no use to get in
     */
    record OpenSession(String id, Instant since, Instant lastUsedAt, @Nullable String address, @Nullable String browser) {}

    /** The newest first. */
    List<OpenSession> of(String account);

    /** Answers whether the account had it. */
    boolean end(String account, String id);

    /** All of the account's, except the one with that id. */
    void endOthers(String account, @Nullable String except);

    /** So many at a time: when another begins, the oldest give way. */
    void makeRoom(String account);

    /** What names the session of which a browser holds {@code secret}. */
    String id(String secret);
}
