package constancia.web.security;

import constancia.web.Caller;
import constancia.web.Problems;
import constancia.web.openapi.Answers;
import constancia.web.security.Sessions.OpenSession;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The open sessions of one's own account, for programs. */
@RestController
final class SessionsController {

    private final Sessions sessions;
    private final Problems problems;

    SessionsController(Sessions sessions, Problems problems) {
        this.sessions = sessions;
        this.problems = problems;
    }

    record SessionsShown(List<OpenSession> items) {}

    @GetMapping("/api/sessions")
    ResponseEntity<SessionsShown> sessions() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new SessionsShown(sessions.of(Caller.current().account())));
    }

    @Answers(status = 204)
    @DeleteMapping("/api/sessions")
    ResponseEntity<Void> endAll() {
        sessions.endOthers(Caller.current().account(), null);
        return ResponseEntity.noContent().build();
    }

    @Answers(status = 204)
    @DeleteMapping("/api/sessions/{id}")
    ResponseEntity<?> end(@PathVariable String id, Locale locale) {
        return sessions.end(Caller.current().account(), id) ? ResponseEntity.noContent().build() : problems.problem(404, "unknown-item", List.of(), List.of(), locale);
    }
}
