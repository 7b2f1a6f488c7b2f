package constancia.app.security;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sessions of browsers, in PostgreSQL for all nodes. A session holds texts and nothing else, so that nothing is ever
 * rebuilt from the name of a class; the table holds the hash of what the browser holds.
 */
@Configuration
class SessionSetup {

    private static final Duration IDLE = Duration.ofMinutes(20);
    private static final int SECRET_BYTES = 32;
    private static final String HASHED = "encode(sha256(convert_to(?, 'UTF8')), 'hex')";

    @Bean
    JdbcIndexedSessionRepository browserSessionStore(@Qualifier("workPool") javax.sql.DataSource workPool) {
        // each page reads one: a transaction around one statement costs it two more answers of PostgreSQL. A session half begun is nobody's.
        var store = new JdbcIndexedSessionRepository(new JdbcTemplate(workPool), TransactionOperations.withoutTransaction());
        store.setTableName("journal.spring_session");
        store.setDefaultMaxInactiveInterval(IDLE);
        store.setSessionIdGenerator(() -> Hashes.secret(SECRET_BYTES));
        store.setConversionService(onlyTexts());
        store.setIndexResolver(session -> {
            String account = session.getAttribute("account");
            return account == null ? Map.of() : Map.of(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account);
        });
        store.setCreateSessionQuery("""
                insert into journal.spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval, expiry_time, principal_name)
                values (?, %s, ?, ?, ?, ?, ?)""".formatted(HASHED));
        store.setGetSessionQuery("""
                select s.primary_id, held.secret as session_id, s.creation_time, s.last_access_time, s.max_inactive_interval, a.attribute_name, a.attribute_bytes
                from (select cast(? as text) as secret) held
                join journal.spring_session s on s.session_id = encode(sha256(convert_to(held.secret, 'UTF8')), 'hex')
                left join journal.spring_session_attributes a on a.session_primary_id = s.primary_id""");
        store.setUpdateSessionQuery("""
                update journal.spring_session set session_id = %s, last_access_time = ?, max_inactive_interval = ?, expiry_time = ?, principal_name = ?
                where primary_id = ?""".formatted(HASHED));
        store.setDeleteSessionQuery("delete from journal.spring_session where session_id = %s and max_inactive_interval >= 0".formatted(HASHED));
        return store;
    }

    private static GenericConversionService onlyTexts() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, value -> ((String) value).getBytes(StandardCharsets.UTF_8));
        conversion.addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
        return conversion;
    }

    /** Programs have tokens: their requests pass without it. */
    @Bean
    FilterRegistrationBean<Filter> sessionFilter(JdbcIndexedSessionRepository browserSessionStore) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("__Host-constancia");
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(true);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        var resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookie);
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            if (isOfPrograms(((HttpServletRequest) request).getRequestURI())) {
                chain.doFilter(request, response);
            } else {
                var sessions = new SessionRepositoryFilter<>(new RequestSessions<>(browserSessionStore));
                sessions.setHttpSessionIdResolver(resolver);
                sessions.doFilter(request, response, chain);
            }
        });
        registration.setName("sessionFilter");
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    private static boolean isOfPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/actuator/") || path.startsWith("/v3/");
    }
}
