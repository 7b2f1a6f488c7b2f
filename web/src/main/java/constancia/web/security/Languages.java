package constancia.web.security;

import constancia.web.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The language of whoever asks. Pages remember the one that was chosen; programs say it with each request. */
@Component("localeResolver")
final class Languages extends AcceptHeaderLocaleResolver implements LocaleContextResolver {

    static final String COOKIE = "constancia-idioma";
    private static final int A_YEAR = 365 * 24 * 3600;

    Languages() {
        setSupportedLocales(List.of(Messages.SPANISH, Locale.ENGLISH));
        setDefaultLocale(Messages.SPANISH);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/") ? super.resolveLocale(request) : of(request);
    }

    /** Found once: what writes a page asks for each word of it. */
    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new SimpleLocaleContext(resolveLocale(request));
    }

    @Override
    public void setLocaleContext(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("A language is chosen with lang=");
    }

    static Locale of(HttpServletRequest request) {
        var chosen = language(request.getParameter("lang"));
        return chosen != null ? chosen : remembered(request);
    }

    private static Locale remembered(HttpServletRequest request) {
        var cookies = request.getCookies();
        var kept = cookies == null ? null : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(COOKIE)).map(cookie -> language(cookie.getValue())).findFirst().orElse(null);
        return kept != null ? kept : Messages.of(request);
    }

    static void remember(HttpServletRequest request, HttpServletResponse response) {
        var chosen = language(request.getParameter("lang"));
        if (chosen != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, chosen.getLanguage()).path("/").maxAge(A_YEAR).httpOnly(true).sameSite("Lax").build().toString());
        }
    }

    private static @Nullable Locale language(@Nullable String word) {
        return switch (word) {
            case "es" -> Messages.SPANISH;
            case "en" -> Locale.ENGLISH;
            case null, default -> null;
        };
    }
}
