package constancia.web.security;

import constancia.web.Caller;
import constancia.web.Problems;
import constancia.web.commands.JsonBodies;
import constancia.web.openapi.Answers;
import constancia.web.security.SignIn.CodeNeeded;
import constancia.web.security.SignIn.EnrolmentNeeded;
import constancia.web.security.SignIn.Outcome;
import constancia.web.security.SignIn.Place;
import constancia.web.security.SignIn.TooSoon;
import constancia.web.security.SignIn.Welcome;
import constancia.web.security.SignIn.Wrong;
import constancia.web.security.TokenDesk.KeptToken;
import constancia.web.security.TokenDesk.TokenScope;
import constancia.web.security.TokenDesk.Wanted;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Name and password (HTTP Basic) against a token for programs. The password is checked here and at the sign-in page, and nowhere else. */
@RestController
final class TokensController {

    private static final int NAME = 100;

    private final SignIn signIn;
    private final TokenDesk desk;
    private final JsonBodies bodies;
    private final Problems problems;

    TokensController(SignIn signIn, TokenDesk desk, JsonBodies bodies, Problems problems) {
        this.signIn = signIn;
        this.desk = desk;
        this.bodies = bodies;
        this.problems = problems;
    }

    record Token(UUID id, String token, String type, Instant expiresAt) {}

    record NewToken(@Nullable String name, @Nullable TokenScope scope, @Nullable LocalDate expiresOn) {}

    record TokensShown(List<KeptToken> items) {}

    @PostMapping("/api/tokens")
    @Answers(status = 201, with = Token.class, takes = NewToken.class)
    ResponseEntity<?> token(@RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
                            @RequestHeader(name = "Constancia-One-Time-Code", required = false) @Nullable String code, HttpServletRequest request, Locale locale) {
        var login = login(authorization);
        var outcome = login == null ? new Wrong() : signIn(login, code, new Place(request.getRemoteAddr(), null));
        return switch (outcome) {
            case Welcome welcome -> issued(welcome.account(), wanted(request));
            case Wrong _ -> askAgain("unauthenticated", locale);
            case CodeNeeded _ -> askAgain("one-time-code-required", locale);
            case EnrolmentNeeded _ -> problems.problem(403, "second-factor-required", List.of(), List.of(), locale);
            case TooSoon soon -> {
                var seconds = soon.left().toSeconds() + 1;
                var refused = problems.problem(429, "too-many-attempts", List.of(seconds), List.of(), locale);
                yield ResponseEntity.status(429).headers(refused.getHeaders()).header("Retry-After", String.valueOf(seconds)).body(refused.getBody());
            }
        };
    }

    @GetMapping("/api/tokens")
    ResponseEntity<TokensShown> tokens() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new TokensShown(desk.of(Caller.current().account())));
    }

    @Answers(status = 204)
    @DeleteMapping("/api/tokens/{id}")
    ResponseEntity<?> revoke(@PathVariable UUID id, Locale locale) {
        return desk.revoke(Caller.current().account(), id) ? ResponseEntity.noContent().build() : problems.problem(404, "unknown-item", List.of(), List.of(), locale);
    }

    private Outcome signIn(String[] login, @Nullable String code, Place place) {
        var outcome = signIn.password(login[0], login[1], place);
        return outcome instanceof CodeNeeded needed && code != null ? signIn.code(needed.account(), code, place) : outcome;
    }

    private Wanted wanted(HttpServletRequest request) {
        if (request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null) {
            return Wanted.USUAL;
        }
        var form = new Form(bodies.read(request), "name", "scope", "expiresOn");
        var scope = form.word("scope", TokenScope.values());
        var wanted = new Wanted(form.text("name", NAME), scope == null ? TokenScope.WRITE : scope, form.date("expiresOn"));
        form.failIfAny();
        return wanted;
    }

    private ResponseEntity<?> issued(String account, Wanted wanted) {
        var issued = desk.issue(account, wanted);
        return ResponseEntity.status(201).cacheControl(CacheControl.noStore()).body(new Token(issued.id(), issued.token(), "Bearer", issued.expiresAt()));
    }

    private ResponseEntity<?> askAgain(String code, Locale locale) {
        var refused = problems.problem(401, code, List.of(), List.of(), locale);
        return ResponseEntity.status(401).headers(refused.getHeaders()).header("WWW-Authenticate", "Basic realm=\"Constancia\", charset=\"UTF-8\"").body(refused.getBody());
    }

    private static String @Nullable [] login(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            var text = new String(Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? null : new String[] {text.substring(0, colon), text.substring(colon + 1)};
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
