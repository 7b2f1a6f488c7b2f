package constancia.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import constancia.app.HttpRegister;
import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes that want a second factor of everybody: nobody is in without one, and who is in at one is in at both until leaving either. */
class TwoDoorsTest {

    private static final String ACCOUNT = "de.ambas.puertas";
    private static final String PASSWORD = "la lluvia cae despacio";
    private static final Pattern LETTERS = Pattern.compile("<code class=\"secret\">([A-Z2-7]+)=*</code>");

    private static HttpRegister one;
    private static HttpRegister other;

    @BeforeAll
    static void open() {
        TestDatabase database = TestPostgres.newDurableDatabase();
        one = HttpRegister.on(database, "--constancia.second-factor=required");
        other = HttpRegister.on(database, "--constancia.second-factor=required");
        one.bean("workDb", JdbcClient.class).sql("insert into journal.account (name, password_hash) values (:name, :hash)")
                .param("name", ACCOUNT).param("hash", one.bean(Passwords.class).encode(PASSWORD)).update();
    }

    @AfterAll
    static void close() {
        other.close();
        one.close();
    }

    @Test
    void nobody_is_in_before_a_second_factor_and_a_session_is_of_both_nodes() throws Exception {
        var basic = Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString((ACCOUNT + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
        assertThat(one.exactly("/api/tokens", "", basic).is(403).text("code")).isEqualTo("second-factor-required");

        var browser = new Browser();
        browser.get(one.url("/entrar"));
        assertThat(browser.post(one.url("/entrar"), Map.of("account", ACCOUNT, "password", PASSWORD)).location()).contains("/entrar/segundo-factor");
        assertThat(browser.get(one.url("/cuenta")).status()).isEqualTo(302);
        assertThat(browser.get(other.url("/cuenta")).status()).isEqualTo(302);

        // Begun at one door and confirmed at the other.
        var letters = LETTERS.matcher(browser.get(one.url("/entrar/segundo-factor")).page());
        assertThat(letters.find()).isTrue();
        browser.get(other.url("/entrar/segundo-factor"));
        assertThat(browser.post(other.url("/entrar/segundo-factor"), Map.of("code", "000000")).status()).isEqualTo(422);
        assertThat(browser.get(one.url("/cuenta")).status()).isEqualTo(302);
        browser.get(other.url("/entrar/segundo-factor"));
        assertThat(browser.post(other.url("/entrar/segundo-factor"), Map.of("code", code(letters.group(1)))).status()).isEqualTo(200);
        assertThat(browser.get(one.url("/cuenta")).status()).isEqualTo(200);
        assertThat(browser.get(other.url("/cuenta")).status()).isEqualTo(200);

        browser.get(one.url("/cuenta"));
        var cookies = Map.copyOf(browser.cookies);
        assertThat(browser.post(one.url("/salir"), Map.of()).status()).isEqualTo(302);
        browser.cookies.putAll(cookies);
        assertThat(browser.get(other.url("/cuenta")).status()).as("left at one door, left at both").isEqualTo(302);
        assertThat(other.exactly("/api/tokens", "", basic).is(401).text("code")).isEqualTo("one-time-code-required");
    }

    private static String code(String letters) throws Exception {
        var codes = new TimeBasedOneTimePasswordGenerator();
        return codes.generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(letters), codes.getAlgorithm()), one.bean(Clock.class).instant());
    }
}
