package constancia.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;

/** Light or dark, as somebody chose on this browser; otherwise as the browser says. */
@Controller
final class Themes {

    private static final String COOKIE = "theme";
    private static final Set<String> CHOICES = Set.of("light", "dark");
    private static final int A_YEAR = 365 * 24 * 3600;

    /** The one that was chosen; null for that of the browser. */
    static @Nullable String of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie != null && CHOICES.contains(cookie.getValue()) ? cookie.getValue() : null;
    }

    /** For whoever comes back to the address of a choice that was made. */
    @GetMapping("/entrar/tema")
    String chosen() {
        return "redirect:/";
    }

    @PostMapping("/entrar/tema")
    String choose(@RequestParam(defaultValue = "") String theme, @RequestParam(name = "volver", defaultValue = "/") String back, HttpServletResponse response) {
        boolean chosen = CHOICES.contains(theme);
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, chosen ? theme : "").path("/").maxAge(chosen ? A_YEAR : 0).httpOnly(true).sameSite("Lax").build().toString());
        return "redirect:" + SignInPages.local(back);
    }
}
