package constancia.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import constancia.web.security.TokenDesk;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class DoorTest {

    private static final Set<String> OPEN = Set.of("/v3/api-docs", "/api/ledger/checkpoint");
    private static final String SOME_ID = "01900000-0000-7000-8000-0000000000ff";

    private final HttpRegister register = HttpRegister.shared();

    @Test
    void no_route_answers_without_a_token_but_the_open_ones() {
        var asked = new TreeSet<String>();
        register.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet().forEach(mapping -> {
            for (var pattern : mapping.getPatternValues()) {
                if (OPEN.contains(pattern) || !pattern.startsWith("/api/")) {
                    continue;
                }
                boolean posts = mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST);
                if (posts && pattern.equals("/api/tokens")) {
                    continue;
                }
                var path = pattern.replace("{collection}", "actions").replace("{command}", "accept-commitment").replaceAll("\\{[^}]+}", SOME_ID);
                var reply = posts ? register.exactly(path, "{}", Map.of("Authorization", "none")) : register.anonymous(path);
                assertThat(reply.status()).as(pattern).isEqualTo(401);
                assertThat(reply.text("code")).isEqualTo("unauthenticated");
                assertThat(reply.headers()).containsEntry("www-authenticate", "Bearer");
                asked.add(pattern);
            }
        });
        assertThat(asked).hasSizeGreaterThan(15).contains("/api/{collection}", "/api/imports", "/api/ledger/records", "/api/operations/rebuild-tables");
    }

    @Test
    void an_unknown_path_tells_nothing_either() {
        assertThat(register.anonymous("/api/no-such-thing").status()).isEqualTo(401);
        assertThat(register.anonymous("/actuator/env").status()).isEqualTo(401);
        register.get("/api/no-such-thing/at/all/anywhere").is(404);
    }

    @Test
    void the_checkpoint_the_description_and_health_are_for_everybody() {
        register.anonymous("/api/ledger/checkpoint").is(200);
        register.anonymous("/v3/api-docs").is(200);
        register.anonymous("/actuator/health").is(200);
    }

    @Test
    void a_wrong_password_an_unknown_account_and_no_password_get_the_same_answer() {
        for (var login : new String[] {"admin:otra", "nadie:otra", "admin:", ""}) {
            var basic = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
            assertThat(register.exactly("/api/tokens", "", Map.of("Authorization", basic)).status()).as(login).isEqualTo(401);
        }
        assertThat(register.exactly("/api/tokens", "", Map.of("Authorization", "Basic %%%")).status()).isEqualTo(401);
        assertThat(register.exactly("/api/tokens", "", Map.of("Authorization", "none")).headers().get("www-authenticate")).startsWith("Basic");
    }

    @Test
    void a_token_is_kept_as_its_hash_and_ends_on_its_day() throws Exception {
        var desk = register.bean(TokenDesk.class);
        var token = desk.issue("admin", TokenDesk.Wanted.USUAL).token();
        var bearer = Map.of("Authorization", "Bearer " + token);
        assertThat(register.exactly("/api/institutions", "{", bearer).status()).isEqualTo(400);
        var hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        var other = desk.issue("admin", TokenDesk.Wanted.USUAL).token();
        try (var connection = register.database().connectAsOwner()) {
            assertThat(expired(connection, hash)).isEqualTo(1);
            assertThat(expired(connection, MessageDigest.getInstance("SHA-256").digest(other.getBytes(StandardCharsets.UTF_8)))).isEqualTo(1);
        }
        assertThat(desk.holder(other)).isEmpty();
    }

    private static int expired(Connection connection, byte[] hash) throws SQLException {
        try (var expire = connection.prepareStatement("update journal.api_token set expires_at = now() - interval '1 second' where token_hash = ?")) {
            expire.setBytes(1, hash);
            return expire.executeUpdate();
        }
    }

    @Test
    void passwords_are_kept_as_argon2() throws Exception {
        try (var connection = register.database().connectAsOwner(); var rows = connection.createStatement().executeQuery("select password_hash from journal.account")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).startsWith("$argon2id$");
        }
    }

    @Test
    void what_a_liaison_records_is_of_its_institution_and_not_on_its_behalf() {
        var action = register.post("/api/actions", "{'title':'Acción para el enlace','effectiveOn':'2015-01-01'}").is(201);
        var ministry = new InstitutionId(UUID.fromString(register.post("/api/institutions", "{'name':'Ministerio del enlace','kind':'state','effectiveOn':'2010-01-01'}").is(201).id()));
        register.post("/api/actions/" + action.id() + "/assign-responsible", "{'institution':'" + ministry + "','role':'lead','effectiveOn':'2015-01-02'}").is(200);
        register.as("enlace", new Binding(Role.LIAISON, ministry)).post("/api/actions/" + action.id() + "/accept-commitment", "{'effectiveOn':'2015-01-03'}").is(200);
        var accepted = register.get("/api/actions/" + action.id() + "/history").is(200).body().get("items").get(2);
        assertThat(accepted.get("actor").asString()).isEqualTo("enlace");
        assertThat(accepted.get("institution").get("id").asString()).isEqualTo(ministry.toString());
        assertThat(accepted.get("onBehalf").asBoolean()).isFalse();
    }
}
