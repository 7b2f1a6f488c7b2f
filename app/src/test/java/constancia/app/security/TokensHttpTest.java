package constancia.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import constancia.app.journal.LedgerListener;
import constancia.app.journal.Wake;
import constancia.web.security.TokenDesk;
import constancia.web.security.TokenDesk.Wanted;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class TokensHttpTest {

    private static final String LOGIN = "Basic " + Base64.getEncoder().encodeToString("admin:una contraseña de prueba".getBytes(StandardCharsets.UTF_8));

    private final HttpRegister register = HttpRegister.shared();

    @Test
    void a_token_for_reading_reads_and_commands_nothing() {
        var reader = ask("{'name':'tablero','scope':'read'}").is(201);
        assertThat(register.under(reader.text("token"), "GET", "/api/institutions").status()).isEqualTo(200);
        register.exactly("/api/institutions", "{\"name\":\"Nada\",\"kind\":\"state\"}", bearer(reader))
                .says(403, "read-only-token", "Este testigo solo sirve para leer.");
        assertThat(register.under(reader.text("token"), "DELETE", "/api/tokens/" + reader.id()).status()).isEqualTo(403);
    }

    @Test
    void a_token_lasts_thirty_days_or_to_its_last_day_and_no_longer_than_a_year() {
        var today = LocalDate.now(register.bean(Clock.class));
        var zone = register.bean(Clock.class).getZone();
        assertThat(ask("").is(201).text("expiresAt")).startsWith(today.plusDays(30).toString().substring(0, 7));
        assertThat(ask("{'expiresOn':'" + today + "'}").is(201).text("expiresAt")).isEqualTo(today.plusDays(1).atStartOfDay(zone).toInstant().toString());
        ask("{'expiresOn':'" + today.plusDays(365) + "'}").is(201);
        ask("{'expiresOn':'" + today.plusDays(366) + "'}").says(422, "not-between",
                "La fecha debe estar entre el " + today + " y el " + today.plusDays(365) + ".");
        ask("{'expiresOn':'" + today.minusDays(1) + "'}").is(422);
        assertThat(ask("{'scope':'todo'}").is(422).body().at("/errors/0/pointer").asString()).isEqualTo("#/scope");
        ask("{'alcance':'read'}").says(400, "unknown-field", "El campo «alcance» no existe en esta petición.");
    }

    @Test
    void its_owner_sees_tokens_without_their_secrets_and_ends_them() {
        var owner = register.as("duena.de.testigos");
        var issued = register.bean(TokenDesk.class).issue("duena.de.testigos", new Wanted("informe", TokenDesk.TokenScope.READ, null));
        var shown = owner.get("/api/tokens").is(200).body().get("items");
        var mine = shown.valueStream().filter(each -> each.get("id").asString().equals(issued.id().toString())).findAny().orElseThrow();
        assertThat(mine.get("name").asString()).isEqualTo("informe");
        assertThat(mine.get("scope").asString()).isEqualTo("read");
        assertThat(mine.get("lastUsedOn").isNull()).isTrue();
        assertThat(shown.toString()).doesNotContain(issued.token());
        assertThat(register.under(issued.token(), "GET", "/api/tokens").status()).isEqualTo(200);
        assertThat(owner.get("/api/tokens").body().get("items").valueStream().map(each -> each.path("lastUsedOn").asString(""))
                .filter(day -> day.equals(LocalDate.now(register.bean(Clock.class)).toString()))).hasSize(2);
        register.delete("/api/tokens/" + issued.id()).is(404);
        assertThat(owner.delete("/api/tokens/" + issued.id()).status()).isEqualTo(204);
        assertThat(register.under(issued.token(), "GET", "/api/tokens").status()).isEqualTo(401);
        owner.delete("/api/tokens/" + UUID.randomUUID()).is(404);
    }

    @Test
    void a_token_that_was_ended_here_ends_on_other_nodes_too() throws Exception {
        register.as("en.dos.nodos");
        var here = register.bean(Tokens.class);
        var database = register.database();
        var db = register.bean("workDb", JdbcClient.class);
        var heard = new Wake();
        var news = new AccountNews(db, heard);
        var clock = register.bean(Clock.class);
        var accounts = new Accounts(db, clock, register.bean(Passwords.class), register.bean(PasswordPolicy.class), news);
        var there = new Tokens(db, register.bean("workTransaction", TransactionTemplate.class), clock, accounts, news, register.bean(AccountLog.class));
        try (var listener = new LedgerListener(() -> database.app().connect(database.url()), new Wake(), heard)) {
            listener.start();
            assertThat(heard.await(0, Duration.ofSeconds(10))).isPositive();
            var issued = here.issue("en.dos.nodos", Wanted.USUAL);
            assertThat(there.holder(issued.token())).isPresent();
            long before = heard.rings();
            here.revoke("en.dos.nodos", issued.id());
            assertThat(here.holder(issued.token())).isEmpty();
            heard.await(before, Duration.ofSeconds(10));
            assertThat(there.holder(issued.token())).isEmpty();
        }
    }

    @Test
    void whoever_guesses_through_programs_is_told_to_wait() {
        register.as("muy.adivinada");
        var replies = Stream.generate(() -> register.exactly("/api/tokens", "", Map.of("Authorization",
                "Basic " + Base64.getEncoder().encodeToString("muy.adivinada:intento".getBytes(StandardCharsets.UTF_8))))).limit(8).toList();
        var last = replies.stream().filter(reply -> reply.status() == 429).findFirst().orElseThrow();
        assertThat(last.text("code")).isEqualTo("too-many-attempts");
        assertThat(Integer.parseInt(last.headers().get("retry-after"))).isPositive();
    }

    private Reply ask(String body) {
        return register.exactly("/api/tokens", body.replace('\'', '"'), Map.of("Authorization", LOGIN));
    }

    private static Map<String, String> bearer(Reply issued) {
        return Map.of("Authorization", "Bearer " + issued.text("token"));
    }
}
