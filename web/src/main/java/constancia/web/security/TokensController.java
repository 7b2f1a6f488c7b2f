package constancia.web.security;

import constancia.web.Problems;
import constancia.web.openapi.Answers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Name and password (HTTP Basic) against a token for programs. The password is checked here and nowhere else. */
@RestController
final class TokensController {

    private final TokenDesk desk;
    private final Problems problems;

    TokensController(TokenDesk desk, Problems problems) {
        this.desk = desk;
        this.problems = problems;
    }

    record Token(String token, String type, Instant expiresAt) {}

    @PostMapping("/api/tokens")
    @Answers(status = 201, with = Token.class)
    ResponseEntity<?> token(@RequestHeader(name = "Authorization", required = false) @Nullable String authorization, Locale locale) {
        var login = login(authorization);
        if (login == null || !desk.matches(login[0], login[1])) {
            var refused = problems.problem(401, "unauthenticated", List.of(), List.of(), locale);
            return ResponseEntity.status(401).headers(refused.getHeaders()).header("WWW-Authenticate", "Basic realm=\"Constancia\", charset=\"UTF-8\"").body(refused.getBody());
        }
        var issued = desk.issue(login[0]);
        return ResponseEntity.status(201).cacheControl(CacheControl.noStore()).body(new Token(issued.token(), "Bearer", issued.expiresAt()));
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
