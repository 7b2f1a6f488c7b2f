package constancia.web.security;

import constancia.command.accounts.Authorities;
import constancia.web.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Who is signed in, from the session's text and with today's roles. Eight hours after it began a session ends, however busy. */
final class SignedInBrowser implements SecurityContextRepository {

    private static final String ACCOUNT = "account";
    private static final String PENDING = "pending";
    private static final Duration PENDING_LASTS = Duration.ofMinutes(10);
    private static final int SHOWN_OF_BROWSER = 200;

    private final Authorities authorities;
    private final Clock clock;

    SignedInBrowser(Authorities authorities, Clock clock) {
        this.authorities = authorities;
        this.clock = clock;
    }

    /** A session with a new secret, for whoever has shown to be that account. */
    static void begin(HttpServletRequest request, String account, Sessions sessions) {
        end(request);
        sessions.makeRoom(account);
        var session = request.getSession(true);
        session.setAttribute(ACCOUNT, account);
        session.setAttribute("address", request.getRemoteAddr());
        var browser = request.getHeader("User-Agent");
        if (browser != null) {
            session.setAttribute("browser", browser.substring(0, Math.min(browser.length(), SHOWN_OF_BROWSER)));
        }
    }

    static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** The password was right; nothing is open before the second step. */
    static void halfWay(HttpServletRequest request, String account) {
        end(request);
        request.getSession(true).setAttribute(PENDING, account);
    }

    /** Whose password was right a moment ago, or null. */
    static @Nullable String pending(HttpServletRequest request, Clock clock) {
        var session = request.getSession(false);
        return session == null || !since(session).plus(PENDING_LASTS).isAfter(clock.instant()) ? null : (String) session.getAttribute(PENDING);
    }

    private static Instant since(HttpSession session) {
        return Instant.ofEpochMilli(session.getCreationTime());
    }

    private SecurityContext context(HttpServletRequest request) {
        var context = SecurityContextHolder.createEmptyContext();
        var session = request.getSession(false);
        var account = session == null ? null : (String) session.getAttribute(ACCOUNT);
        if (account == null) {
            return context;
        }
        if (!Sessions.left(request, clock).isPositive()) {
            session.invalidate();
            return context;
        }
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(new Caller(authorities.of(account)), null, List.of()));
        return context;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredSecurityContext() {
            private @Nullable SecurityContext found;

            @Override
            public SecurityContext get() {
                if (found == null) {
                    found = context(request);
                }
                return found;
            }

            @Override
            public boolean isGenerated() {
                return get().getAuthentication() == null;
            }
        };
    }

    @Override
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    /** Nothing to keep: signing in writes the session itself. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) != null;
    }
}
