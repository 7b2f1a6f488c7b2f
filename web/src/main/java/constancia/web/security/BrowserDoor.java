package constancia.web.security;

import constancia.command.accounts.Authorities;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The guard of the pages: people have sessions, every form carries a token of its session, and nothing that another site
 * sends on somebody's behalf is taken. What programs use never looks at a cookie.
 */
@Configuration
class BrowserDoor {

    private static final String[] OPEN = {"/entrar", "/entrar/**", "/invitacion/*", "/{asset:[a-z-]+\\.(?:css|js|svg)}", Assets.HASHED, Assets.LIBRARIES};
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String POLICY = "default-src 'none'; script-src 'nonce-%s'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String NONCE = "script-nonce";
    private static final int NONCE_BYTES = 16;

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, Authorities authorities, @Qualifier("wallClock") Clock clock, RefusedForms refused, ExternalDoor externalDoor,
                              ObjectProvider<ClientRegistrationRepository> external) throws Exception {
        for (var registrations : external) {
            externalDoor.open(http, registrations);
        }
        return http
                .headers(headers -> headers.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens()))
                .securityContext(context -> context.securityContextRepository(new SignedInBrowser(authorities, clock)))
                .sessionManagement(session -> session.disable()).requestCache(cache -> cache.disable()).logout(logout -> logout.disable())
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .addFilterBefore(new OwnPolicy(), CsrfFilter.class).addFilterAfter(new OurPagesOnly(refused), CsrfFilter.class)
                .exceptionHandling(failures -> failures
                        .authenticationEntryPoint((request, response, e) -> signIn(request, response))
                        .accessDeniedHandler((request, response, e) -> refused.tell(request, response)))
                .build();
    }

    /** By which the scripts of this answer are known, and no others; null where no page is answered. */
    static @Nullable String nonce(HttpServletRequest request) {
        return (String) request.getAttribute(NONCE);
    }

    /** What was asked for comes after signing in; a form that was sent is not sent again. */
    private static void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var asked = READING.contains(request.getMethod()) ? request.getRequestURI() + query : "/";
        response.sendRedirect(asked.equals("/") ? "/entrar" : "/entrar?volver=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
    }

    /** The pages' own policy. */
    private static final class OwnPolicy extends OncePerRequestFilter {

        private final SecureRandom random = new SecureRandom();

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
            var bytes = new byte[NONCE_BYTES];
            random.nextBytes(bytes);
            var nonce = Base64.getEncoder().encodeToString(bytes);
            request.setAttribute(NONCE, nonce);
            response.setHeader("Content-Security-Policy", POLICY.formatted(nonce));
            // the same address may answer a page or, to its own script, a part of it
            response.addHeader(HttpHeaders.VARY, "HX-Request");
            chain.doFilter(request, response);
        }
    }

    /** A second look at who sends a form: a browser says from which site it comes. */
    private static final class OurPagesOnly extends OncePerRequestFilter {

        private final RefusedForms refused;

        private OurPagesOnly(RefusedForms refused) {
            this.refused = refused;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
            var site = request.getHeader("Sec-Fetch-Site");
            if (READING.contains(request.getMethod()) || site == null || site.equals("same-origin") || site.equals("none")) {
                chain.doFilter(request, response);
            } else {
                refused.tell(request, response);
            }
        }
    }
}
