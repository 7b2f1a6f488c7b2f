package constancia.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.security.Browser.Seen;
import constancia.postgres.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;

/** Signing in through a real OpenID Connect server that runs beside the register. */
class OidcTest {

    private static final int PORT = free();
    private static final Issuer ISSUER = issuer();
    private static final HttpRegister REGISTER = HttpRegister.at(PORT, TestPostgres.newDurableDatabase(), "--constancia.address=http://127.0.0.1:" + PORT,
            "--constancia.oidc.estado.issuer=" + ISSUER.url(), "--constancia.oidc.estado.client-id=constancia", "--constancia.oidc.estado.client-secret-file=" + secret(),
            "--constancia.oidc.estado.label=Identidad del Estado");

    private static Issuer issuer() {
        System.setProperty("tests.redirect", "http://127.0.0.1:" + PORT + "/entrar/externo/vuelta/estado");
        return new Issuer();
    }

    private static Path secret() {
        try {
            var file = Files.writeString(Files.createTempFile("secreto", ".txt"), "secreto\n");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void end() {
        REGISTER.close();
        ISSUER.close();
    }

    @AfterEach
    void honest() {
        Issuer.next = context -> {};
    }

    @Test
    void whoever_was_invited_links_an_identity_and_signs_in_with_it_and_nobody_else_does() {
        var link = REGISTER.post("/api/invitations", "{'account':'marta.rivas','roles':[{'role':'observer'}]}").is(201).text("link");
        var browser = new Browser();
        assertThat(browser.get(REGISTER.url("/entrar")).page()).contains("Identidad del Estado");
        assertThat(through(browser, "", "marta").location()).as("not linked yet").endsWith("/entrar?externo=no");
        assertThat(browser.get(REGISTER.url("/entrar?externo=no")).page()).contains("no está vinculada a ninguna cuenta");
        assertThat(through(browser, "?invitacion=" + link.substring("/invitacion/".length()), "marta").location()).endsWith("/");
        assertThat(browser.get(REGISTER.url("/")).page()).contains("marta.rivas").contains("observación");
        var again = new Browser();
        assertThat(through(again, "?volver=/cuenta", "marta").location()).endsWith("/cuenta");
        assertThat(again.get(REGISTER.url("/cuenta")).status()).isEqualTo(200);
        assertThat(through(new Browser(), "", "nadie").location()).endsWith("/entrar?externo=no");
        REGISTER.post("/api/accounts/marta.rivas/disable", "{}").is(200);
        assertThat(again.get(REGISTER.url("/cuenta")).status()).isEqualTo(302);
        assertThat(through(new Browser(), "", "marta").location()).endsWith("/entrar?externo=no");
    }

    @Test
    void a_token_that_was_tampered_with_opens_nothing() {
        var link = REGISTER.post("/api/invitations", "{'account':'otra.persona'}").is(201).text("link").substring("/invitacion/".length());
        List<Consumer<JwtEncodingContext>> tampered = List.of(context -> context.getClaims().claim("nonce", "otro"), context -> context.getClaims().issuer("https://otro.example"),
                context -> context.getClaims().audience(List.of("otro-programa")), Issuer::expired);
        for (var each : tampered) {
            Issuer.next = each;
            assertThat(through(new Browser(), "?invitacion=" + link, "marta").location()).endsWith("/entrar?externo=no");
        }
        Issuer.next = context -> {};
        var answer = new String[1];
        var browser = new Browser();
        assertThat(through(browser, "?invitacion=" + link, "nadie", answer).location()).endsWith("/");
        assertThat(new Browser().get(answer[0]).location()).as("the same answer in another browser").endsWith("/entrar?externo=no");
        assertThat(browser.get(answer[0]).location()).as("the same answer once more").endsWith("/entrar?externo=no");
    }

    private static Seen through(Browser browser, String query, String person) {
        return through(browser, query, person, new String[1]);
    }

    private static Seen through(Browser browser, String query, String person, String[] answer) {
        var there = browser.get(REGISTER.url("/entrar/externo/estado" + query));
        assertThat(there.location()).startsWith(ISSUER.url()).contains("code_challenge_method=S256", "nonce=", "state=");
        try {
            var basic = Base64.getEncoder().encodeToString((person + ":" + person).getBytes(StandardCharsets.UTF_8));
            var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            http.send(HttpRequest.newBuilder(URI.create(ISSUER.url())).header("Authorization", "Basic " + basic).build(), HttpResponse.BodyHandlers.discarding());
            var back = http.send(HttpRequest.newBuilder(URI.create(there.location())).header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
            answer[0] = back.headers().firstValue("location").orElseThrow(() -> new AssertionError(back.statusCode() + " " + back.body()));
            return browser.get(answer[0]);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
