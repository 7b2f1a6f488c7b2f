package constancia.web.security;

import constancia.web.security.SignIn.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** What a browser holds so that its owner gets in while others guess. It opens nothing by itself. */
final class DeviceCookie {

    private static final String NAME = "__Host-constancia-equipo";
    private static final int BYTES = 32;
    private static final int HALF_A_YEAR = 180 * 24 * 3600;
    private static final SecureRandom RANDOM = new SecureRandom();

    private DeviceCookie() {}

    /** From where somebody tries; a browser that has nothing yet is given something, which counts once somebody got in with it. */
    static Place place(HttpServletRequest request, HttpServletResponse response) {
        var held = held(request);
        if (held == null) {
            var bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            held = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(NAME, held).path("/").maxAge(HALF_A_YEAR).secure(true).httpOnly(true).sameSite("Strict").build().toString());
        return new Place(request.getRemoteAddr(), held);
    }

    private static @Nullable String held(HttpServletRequest request) {
        return request.getCookies() == null ? null : Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(NAME) && cookie.getValue().length() >= BYTES).map(cookie -> cookie.getValue()).findFirst().orElse(null);
    }
}
