package constancia.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** The token that every form carries: kept in the session. Who has none yet holds it in a cookie, so that a look at the sign-in page opens no session. */
final class FormTokens implements CsrfTokenRepository {

    private static final String IN_SESSION = "form-token";
    private static final String COOKIE = "__Host-constancia-entrada";
    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.setAttribute(IN_SESSION, token == null ? null : token.getToken());
        } else if (token != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, token.getToken()).path("/").secure(true).httpOnly(true).sameSite("Strict").build().toString());
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var session = request.getSession(false);
        var value = session != null ? (String) session.getAttribute(IN_SESSION) : cookie(request);
        return value == null || value.isEmpty() ? null : token(value);
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        return request.getCookies() == null ? null
                : Arrays.stream(request.getCookies()).filter(cookie -> cookie.getName().equals(COOKIE)).map(cookie -> cookie.getValue()).findFirst().orElse(null);
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
    }
}
