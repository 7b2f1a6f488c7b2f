package constancia.web.security;

import constancia.web.Caller;
import constancia.web.Messages;
import constancia.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** The guard at the door: nothing is read or written without a token but health, the API's description and the checkpoint. */
@Configuration
class Door {

    private static final String[] OPEN = {"/actuator/health/**", "/actuator/health", "/v3/api-docs", "/api/ledger/checkpoint"};

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Observing each filter of each request cost more than all of them; nobody looked at what it found. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** What the framework asks of headers, without an expression per value; the same values pass. */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(name -> plain(name, false));
        firewall.setAllowedHeaderValues(value -> plain(value, true));
        return firewall;
    }

    private static boolean plain(String value, boolean withTabs) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c) && !(withTabs && c == '\t') || !Character.isDefined(c)) {
                return false;
            }
        }
        return true;
    }

    /** Programs: a token with each request, and nothing that only browsers need. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, TokenDesk desk, Problems problems, JsonMapper json) throws Exception {
        return guarded(http.securityMatcher("/api/**").anonymous(anonymous -> anonymous.disable()).servletApi(api -> api.disable()), desk, problems, json);
    }

    @Bean
    @Order(2)
    SecurityFilterChain others(HttpSecurity http, TokenDesk desk, Problems problems, JsonMapper json) throws Exception {
        return guarded(http.securityMatcher("/actuator/**", "/v3/**"), desk, problems, json);
    }

    private static SecurityFilterChain guarded(HttpSecurity http, TokenDesk desk, Problems problems, JsonMapper json) throws Exception {
        return http
                // every answer's headers: StrictHeaders
                .csrf(csrf -> csrf.disable()).headers(headers -> headers.disable())
                .sessionManagement(session -> session.disable()).securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .requestCache(cache -> cache.disable()).logout(logout -> logout.disable())
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN).permitAll().requestMatchers(HttpMethod.POST, "/api/tokens").permitAll().anyRequest().authenticated())
                .addFilterBefore(new BearerFilter(desk, (request, response) -> refuse(403, "read-only-token", request, response, problems, json)), AuthorizationFilter.class)
                .exceptionHandling(failures -> failures
                        .authenticationEntryPoint((request, response, e) -> refuse(401, "unauthenticated", request, response, problems, json))
                        .accessDeniedHandler((request, response, e) -> refuse(403, "forbidden", request, response, problems, json)))
                .build();
    }

    private static void refuse(int status, String code, HttpServletRequest request, HttpServletResponse response, Problems problems, JsonMapper json) throws IOException {
        var problem = problems.problem(status, code, List.of(), List.of(), Messages.of(request));
        problem.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (status == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.setStatus(status);
        response.getOutputStream().write(json.writeValueAsBytes(problem.getBody()));
    }

    /** A token with each request; one that may only read is turned away before anything is read. */
    private static final class BearerFilter extends OncePerRequestFilter {

        private interface Refusal {
            void send(HttpServletRequest request, HttpServletResponse response) throws IOException;
        }

        private final TokenDesk desk;
        private final Refusal onlyReads;

        private BearerFilter(TokenDesk desk, Refusal onlyReads) {
            this.desk = desk;
            this.onlyReads = onlyReads;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
            var header = request.getHeader("Authorization");
            if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
                var held = desk.holder(header.substring(7).strip());
                if (held.isPresent() && held.get().scope() == TokenDesk.TokenScope.READ && !READING.contains(request.getMethod())) {
                    onlyReads.send(request, response);
                    return;
                }
                held.ifPresent(holder -> {
                    var context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(new Caller(holder.authority()), null, List.of()));
                    SecurityContextHolder.setContext(context);
                });
            }
            chain.doFilter(request, response);
        }
    }
}
