package constancia.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import constancia.app.HttpRegister;
import constancia.app.security.Browser.Seen;
import constancia.web.security.Sessions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class PagesTest {

    private static final String PASSWORD = "la lluvia cae despacio";

    private final HttpRegister register = HttpRegister.shared();
    private final JdbcClient db = register.bean("workDb", JdbcClient.class);

    @Test
    void whoever_asks_for_a_page_signs_in_and_comes_back_to_it() {
        var browser = new Browser();
        var sent = browser.get(register.url("/cuenta?lang=en"));
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.location()).isEqualTo("/entrar?volver=" + URLEncoder.encode("/cuenta?lang=en", StandardCharsets.UTF_8));
        assertThat(browser.cookies).isEmpty();
        var account = account("vuelve");
        assertThat(browser.get(register.url(sent.location())).page()).contains("autocomplete=\"current-password\"").doesNotContain("<script");
        var back = browser.post(register.url("/entrar"), Map.of("account", account, "password", PASSWORD, "volver", "/cuenta?lang=en"));
        assertThat(back.location()).isEqualTo("/cuenta?lang=en");
        assertThat(browser.get(register.url("/cuenta")).page()).contains(account);
        assertThat(browser.get(register.url("/")).status()).isEqualTo(200);
    }

    @Test
    void nobody_is_sent_to_another_site() {
        for (var elsewhere : new String[] {"//ejemplo.org", "https://ejemplo.org", "/\\ejemplo.org", "ejemplo.org", "/\tx", "javascript:1"}) {
            var browser = new Browser();
            var account = account("afuera");
            browser.get(register.url("/entrar"));
            assertThat(browser.post(register.url("/entrar"), Map.of("account", account, "password", PASSWORD, "volver", elsewhere)).location())
                    .as(elsewhere).isEqualTo("/");
        }
    }

    @Test
    void a_session_has_a_new_secret_which_is_kept_as_its_hash_in_a_cookie_for_this_site_alone() {
        var browser = new Browser();
        var account = account("galleta");
        var in = enter(browser, account);
        var cookie = in.set().stream().filter(set -> set.startsWith("__Host-constancia=")).findFirst().orElseThrow();
        assertThat(cookie).contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax").doesNotContain("Domain");
        var first = browser.cookies.get("__Host-constancia");
        var kept = db.sql("select session_id from journal.spring_session where principal_name = :account").param("account", account).query(String.class).single();
        assertThat(kept).hasSize(64).isEqualTo(register.bean(Sessions.class).id(new String(java.util.Base64.getDecoder().decode(first), StandardCharsets.UTF_8)));
        browser.get(register.url("/entrar"));
        enter(browser, account);
        assertThat(browser.cookies.get("__Host-constancia")).isNotEqualTo(first);
        browser.cookies.put("__Host-constancia", first);
        assertThat(browser.get(register.url("/cuenta")).status()).isEqualTo(302);
    }

    @Test
    void no_form_is_taken_without_the_token_of_its_session() {
        var browser = new Browser();
        enter(browser, account("formularios"));
        var asked = new TreeSet<String>();
        register.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> {
            for (var pattern : mapping.getPatternValues()) {
                if (!pattern.startsWith("/api/") && mapping.getMethodsCondition().getMethods().stream().anyMatch(method -> method != RequestMethod.GET && method != RequestMethod.HEAD)) {
                    var path = pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
                    assertThat(browser.bare(register.url(path), Map.of(), Map.of()).status()).as(pattern).isEqualTo(403);
                    assertThat(browser.bare(register.url(path), Map.of("_csrf", "otra"), Map.of()).status()).as(pattern).isEqualTo(403);
                    asked.add(pattern);
                }
            }
        });
        assertThat(asked).contains("/entrar", "/salir", "/cuenta/contrasena", "/cuenta/testigos").hasSizeGreaterThan(10);
        assertThat(browser.get(register.url("/cuenta")).status()).isEqualTo(200);
    }

    @Test
    void a_form_from_another_site_is_not_taken_even_with_the_token() {
        var browser = new Browser();
        enter(browser, account("ajena"));
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(browser.get(register.url("/cuenta")).page());
        assertThat(token.find()).isTrue();
        for (var site : new String[] {"cross-site", "same-site"}) {
            assertThat(browser.bare(register.url("/salir"), Map.of("_csrf", token.group(1)), Map.of("Sec-Fetch-Site", site)).status()).isEqualTo(403);
        }
        assertThat(browser.bare(register.url("/salir"), Map.of("_csrf", token.group(1)), Map.of("Sec-Fetch-Site", "same-origin")).status()).isEqualTo(302);
    }

    @Test
    void a_session_opens_pages_and_nothing_of_the_api() {
        var browser = new Browser();
        enter(browser, account("solo.paginas"));
        assertThat(browser.get(register.url("/api/tokens")).status()).isEqualTo(401);
        assertThat(browser.get(register.url("/actuator/env")).status()).isEqualTo(401);
    }

    @Test
    void it_ends_when_its_owner_leaves_or_eight_hours_or_twenty_idle_minutes_have_passed() {
        var account = account("termina");
        var browser = new Browser();
        enter(browser, account);
        var held = browser.cookies.get("__Host-constancia");
        browser.get(register.url("/cuenta"));
        assertThat(browser.post(register.url("/salir"), Map.of()).location()).contains("/entrar?salio");
        browser.cookies.put("__Host-constancia", held);
        assertThat(browser.get(register.url("/cuenta")).status()).isEqualTo(302);

        enter(browser, account);
        assertThat(later(account, Duration.ofMinutes(19))).isEqualTo(1);
        assertThat(browser.get(register.url("/cuenta")).status()).isEqualTo(200);
        assertThat(later(account, Duration.ofMinutes(21))).isEqualTo(1);
        assertThat(browser.get(register.url("/cuenta")).status()).isEqualTo(302);

        var other = new Browser();
        enter(other, account);
        db.sql("update journal.spring_session set creation_time = creation_time - :millis where principal_name = :account")
                .param("millis", Duration.ofHours(8).toMillis()).param("account", account).update();
        assertThat(other.get(register.url("/cuenta")).status()).isEqualTo(302);
    }

    @Test
    void that_it_was_used_is_written_once_a_minute() {
        var account = account("cada.minuto");
        var browser = new Browser();
        enter(browser, account);
        var written = lastUse(account);
        assertThat(browser.get(register.url("/cuenta")).status()).isEqualTo(200);
        assertThat(lastUse(account)).isEqualTo(written);
        later(account, Duration.ofMinutes(1));
        var before = lastUse(account);
        assertThat(browser.get(register.url("/cuenta")).status()).isEqualTo(200);
        assertThat(lastUse(account)).isGreaterThanOrEqualTo(before + Duration.ofMinutes(1).toMillis());
    }

    private long lastUse(String account) {
        return db.sql("select last_access_time from journal.spring_session where principal_name = :account").param("account", account).query(Long.class).single();
    }

    private int later(String account, Duration time) {
        return db.sql("update journal.spring_session set last_access_time = last_access_time - :millis, expiry_time = expiry_time - :millis where principal_name = :account")
                .param("millis", time.toMillis()).param("account", account).update();
    }

    @Test
    void its_owner_sees_sessions_and_ends_them_and_a_new_password_ends_all_others() {
        var account = account("varias");
        var here = new Browser();
        var there = new Browser();
        enter(here, account);
        enter(there, account);
        var sessions = register.bean(Sessions.class);
        assertThat(sessions.of(account)).hasSize(2);
        here.get(register.url("/cuenta"));
        var other = sessions.of(account).getFirst().id();
        assertThat(here.post(register.url("/cuenta/sesiones/" + other + "/cerrar"), Map.of()).page()).contains("La sesión terminó.");
        assertThat(there.get(register.url("/cuenta")).status()).isEqualTo(302);
        enter(there, account);
        here.get(register.url("/cuenta"));
        assertThat(here.post(register.url("/cuenta/contrasena"), Map.of("password", "otra", "next", "mi perro come pan", "repeated", "mi perro come pan")).page())
                .contains("La contraseña actual no es correcta.");
        assertThat(here.post(register.url("/cuenta/contrasena"), Map.of("password", PASSWORD, "next", "contraseña123", "repeated", "contraseña123")).page())
                .contains("fácil de adivinar");
        assertThat(here.post(register.url("/cuenta/contrasena"), Map.of("password", PASSWORD, "next", "mi perro come pan", "repeated", "mi perro come pan")).page())
                .contains("La contraseña cambió.");
        assertThat(here.get(register.url("/cuenta")).status()).isEqualTo(200);
        assertThat(there.get(register.url("/cuenta")).status()).isEqualTo(302);
        db.sql("""
                insert into journal.spring_session select gen_random_uuid()::text, repeat(md5(n::text), 2), creation_time - n, last_access_time, max_inactive_interval, expiry_time, principal_name
                from journal.spring_session, generate_series(1, 20) n where principal_name = :account""").param("account", account).update();
        sessions.makeRoom(account);
        assertThat(sessions.of(account)).hasSize(9);
        assertThat(here.get(register.url("/cuenta")).status()).as("the newest stays").isEqualTo(200);
    }

    @Test
    void a_code_is_asked_for_and_taken_once() throws Exception {
        var account = account("con.codigo");
        var browser = new Browser();
        enter(browser, account);
        browser.get(register.url("/cuenta"));
        var enrolment = browser.post(register.url("/cuenta/segundo-factor"), Map.of("password", PASSWORD)).page();
        assertThat(enrolment).contains("<svg").contains("viewBox=\"0 0 ");
        var letters = Pattern.compile("<code class=\"secret\">([A-Z2-7]+)=*</code>").matcher(enrolment);
        assertThat(letters.find()).isTrue();
        assertThat(browser.post(register.url("/cuenta/segundo-factor/confirmar"), Map.of("code", "000000")).status()).isEqualTo(422);
        var recovery = new ArrayList<String>();
        Pattern.compile("<code>([a-z2-7-]{19})</code>").matcher(browser.post(register.url("/cuenta/segundo-factor/confirmar"), Map.of("code", code(letters.group(1)))).page())
                .results().forEach(found -> recovery.add(found.group(1)));
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();

        var again = new Browser();
        assertThat(enter(again, account).location()).contains("/entrar/codigo");
        assertThat(again.get(register.url("/cuenta")).status()).isEqualTo(302);
        again.get(register.url("/entrar/codigo"));
        assertThat(again.post(register.url("/entrar/codigo"), Map.of("code", code(letters.group(1)))).status()).as("the code of the enrolment").isEqualTo(422);
        db.sql("update journal.second_factor set last_step = 0 where account = :account").param("account", account).update();
        assertThat(again.post(register.url("/entrar/codigo"), Map.of("code", code(letters.group(1)))).status()).isEqualTo(302);
        assertThat(again.get(register.url("/cuenta")).status()).isEqualTo(200);

        for (int status : new int[] {302, 422}) {
            var lost = new Browser();
            enter(lost, account);
            lost.get(register.url("/entrar/codigo"));
            assertThat(lost.post(register.url("/entrar/codigo"), Map.of("code", recovery.getFirst())).status()).isEqualTo(status);
        }
        var basic = "Basic " + java.util.Base64.getEncoder().encodeToString((account + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertThat(register.exactly("/api/tokens", "", Map.of("Authorization", basic)).is(401).text("code")).isEqualTo("one-time-code-required");
        register.exactly("/api/tokens", "", Map.of("Authorization", basic, "Constancia-One-Time-Code", recovery.get(1))).is(201);
    }

    private String code(String letters) throws Exception {
        var codes = new TimeBasedOneTimePasswordGenerator();
        return codes.generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(letters), codes.getAlgorithm()), register.bean(Clock.class).instant());
    }

    @Test
    void what_is_wrong_is_told_in_the_language_that_was_chosen_and_the_same_for_every_name() {
        var account = account("idioma");
        var browser = new Browser();
        assertThat(browser.get(register.url("/entrar?lang=en")).page()).contains("<html lang=\"en\"").contains("Sign in");
        var known = browser.post(register.url("/entrar"), Map.of("account", account, "password", "otra"));
        assertThat(known.status()).isEqualTo(422);
        assertThat(known.page()).contains("The account or the password is not right.");
        var unknown = browser.post(register.url("/entrar"), Map.of("account", account.replaceFirst(".$", "x"), "password", "otra"));
        assertThat(unknown.page().replaceAll("value=\"[^\"]*\"", "")).isEqualTo(known.page().replaceAll("value=\"[^\"]*\"", ""));
    }

    @Test
    void every_page_has_its_policy() throws Exception {
        for (var path : new String[] {"/entrar", "/estilo.css", "/no-hay"}) {
            var response = java.net.http.HttpClient.newHttpClient().send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(register.url(path))).build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString());
            assertThat(response.headers().firstValue("content-security-policy").orElse("")).as(path).contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
            assertThat(response.headers().firstValue("x-content-type-options")).contains("nosniff");
        }
    }

    @Test
    void scripts_are_known_by_what_only_their_own_answer_says() {
        var browser = new Browser();
        enter(browser, account("guiones"));
        var said = new TreeSet<String>();
        for (int time = 0; time < 2; time++) {
            var seen = browser.get(register.url("/cuenta"));
            var nonce = Pattern.compile("script-src 'nonce-([A-Za-z0-9+/=]{24})'; ").matcher(seen.header("content-security-policy")).results().findFirst().orElseThrow().group(1);
            assertThat(Pattern.compile("<script[^>]*>").matcher(seen.page()).results().map(MatchResult::group)).isNotEmpty().allMatch(script -> script.contains("nonce=\"" + nonce + "\""));
            assertThat(seen.header("vary")).containsIgnoringCase("HX-Request");
            said.add(nonce);
        }
        assertThat(said).hasSize(2);
    }

    @Test
    void what_never_changes_under_its_name_is_kept_and_nothing_else() {
        var browser = new Browser();
        var style = Pattern.compile("href=\"(/estilo-[0-9a-f]{32}\\.css)\"").matcher(browser.get(register.url("/entrar")).page()).results().findFirst().orElseThrow().group(1);
        assertThat(browser.get(register.url(style)).header("cache-control")).contains("max-age=31536000", "public", "immutable");
        assertThat(browser.get(register.url("/webjars/htmx.org/2.0.10/dist/htmx.min.js")).header("cache-control")).contains("immutable");
        assertThat(browser.get(register.url("/estilo.css")).header("cache-control")).isEqualTo("no-store");
        var gone = browser.get(register.url(style.replaceFirst("-[0-9a-f]{4}", "-0000")));
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.header("cache-control")).isEqualTo("no-store");
    }

    private String account(String name) {
        var account = name + "." + UUID.randomUUID().toString().substring(0, 6);
        db.sql("insert into journal.account (name, password_hash) values (:name, :hash)").param("name", account).param("hash", register.bean(Passwords.class).encode(PASSWORD)).update();
        return account;
    }

    private Seen enter(Browser browser, String account) {
        browser.get(register.url("/entrar"));
        return browser.post(register.url("/entrar"), Map.of("account", account, "password", PASSWORD));
    }
}
