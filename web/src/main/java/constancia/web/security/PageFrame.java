package constancia.web.security;

import constancia.web.Caller;
import constancia.web.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What stands around every page: its language, its day, who is signed in, the token of its forms, and by what its scripts are known. */
@Component
public final class PageFrame implements HandlerInterceptor, WebMvcConfigurer {

    private final Clock clock;

    PageFrame(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.getViewName() != null && !page.getViewName().startsWith("redirect:")) {
            furnish(request, response, page);
        }
    }

    /** For pages that no handler answers, such as those of problems. */
    public void furnish(HttpServletRequest request, HttpServletResponse response, ModelAndView page) {
        Languages.remember(request, response);
        page.addObject("theme", Themes.of(request));
        page.addObject("today", LocalDate.now(clock));
        page.addObject("language", Languages.of(request).getLanguage());
        // a language can be chosen of what can be asked for: of an answer to a form, that is the page with the form
        page.addObject("path", request.getRequestURI().replaceFirst("^/cuenta/.*", "/cuenta") + asked(request.getQueryString()));
        page.addObject("who", Caller.signedIn().map(Caller::account).orElse(null));
        page.addObject("nonce", BrowserDoor.nonce(request));
        // asked for before anything of the page is sent, for it may set a cookie
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            page.addObject("formToken", token.getToken());
        }
    }

    /** What was asked for, without the language that was chosen and what was told once. */
    private static String asked(@Nullable String query) {
        return query == null ? "" : Arrays.stream(query.split("&")).filter(one -> !one.matches("(lang|recorded)=.*")).reduce((one, other) -> one + "&" + other).map(kept -> "?" + kept).orElse("");
    }

    /** The templates' sentences are those of all the others. */
    @Configuration
    static class Sentences {

        @Bean
        AbstractMessageSource sentences(Messages messages) {
            return new AbstractMessageSource() {
                @Override
                protected @Nullable String getMessageInternal(@Nullable String code, Object @Nullable [] args, @Nullable Locale locale) {
                    try {
                        return code == null || locale == null ? null : messages.of(code, args == null ? List.of() : List.of(args), locale);
                    } catch (MissingResourceException e) {
                        return null;
                    }
                }

                @Override
                protected java.text.@Nullable MessageFormat resolveCode(String code, Locale locale) {
                    return null;
                }
            };
        }
    }
}
