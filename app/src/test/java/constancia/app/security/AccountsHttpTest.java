package constancia.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import constancia.web.security.TokenDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountsHttpTest {

    private final HttpRegister register = HttpRegister.shared();
    private final JdbcClient db = register.bean("workDb", JdbcClient.class);
    private final String name = "cuenta." + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void somebody_who_is_invited_chooses_a_password_once_and_holds_the_roles() {
        var body = register.post("/api/bodies", "{'name':'Mesa de invitadas','acronym':'MI%s','kind':'table','effectiveOn':'2010-01-01'}".formatted(name.substring(7, 12))).is(201);
        var invited = register.post("/api/invitations", "{'account':'%s','name':'Marta Rivas','roles':[{'role':'coordinator','body':'%s'}]}".formatted(name, body.id())).is(201);
        var link = invited.text("link");
        assertThat(db.sql("select count(*) from journal.invitation where link_hash = :hash").param("hash", Hashes.of(link.substring("/invitacion/".length())))
                .query(Integer.class).single()).isEqualTo(1);
        assertThat(register.get("/api/invitations").is(200).body().toString()).contains(name).doesNotContain(link.substring(12));
        var browser = new Browser();
        assertThat(browser.get(register.url(link)).page()).contains(name);
        assertThat(browser.post(register.url(link), Map.of("next", "corta", "repeated", "corta")).page()).contains("al menos 12 caracteres");
        assertThat(browser.post(register.url(link), Map.of("next", "mi perro come pan", "repeated", "mi perro come pan")).location()).contains("/entrar?listo");
        assertThat(browser.get(register.url(link)).status()).isEqualTo(404);
        assertThat(browser.get(register.url("/entrar?listo")).page()).contains("Su contraseña quedó elegida.");
        assertThat(browser.post(register.url("/entrar"), Map.of("account", name.toUpperCase(), "password", "mi perro come pan")).status()).isEqualTo(302);
        assertThat(browser.get(register.url("/")).page()).contains("coordinación");
        var shown = register.get("/api/accounts/" + name).is(200).body();
        assertThat(shown.at("/roles/0/role").asString()).isEqualTo("coordinator");
        assertThat(shown.at("/roles/0/boundTo").asString()).isEqualTo(body.id());
        assertThat(register.get("/api/accounts/" + name + "/history").body().get("items").valueStream().map(change -> change.get("change").asString()))
                .containsExactly("account-made", "role-granted", "invited", "password-changed");
    }

    @Test
    void a_link_that_was_revoked_or_is_over_opens_nothing_and_the_newest_alone_is_good() {
        var first = register.post("/api/invitations", "{'account':'%s'}".formatted(name)).is(201);
        register.post("/api/invitations", "{'account':'%s'}".formatted(name)).says(409, "account-exists", "Ya existe una cuenta con el nombre «" + name + "».");
        var second = register.post("/api/accounts/" + name + "/let-in-again", "{}").is(201);
        assertThat(new Browser().get(register.url(first.text("link"))).status()).isEqualTo(404);
        assertThat(new Browser().get(register.url(second.text("link"))).status()).isEqualTo(200);
        assertThat(register.delete("/api/invitations/" + second.id()).status()).isEqualTo(204);
        assertThat(new Browser().get(register.url(second.text("link"))).status()).isEqualTo(404);
        register.delete("/api/invitations/" + second.id()).is(404);
        var third = register.post("/api/accounts/" + name + "/let-in-again", "{}").is(201);
        db.sql("update journal.invitation set expires_at = now() - interval '1 second' where id = :id").param("id", UUID.fromString(third.id())).update();
        assertThat(new Browser().get(register.url(third.text("link"))).status()).isEqualTo(404);
        var far = LocalDate.now(register.bean(Clock.class)).plusDays(9);
        register.post("/api/invitations", "{'account':'otra.%s','expiresOn':'%s'}".formatted(name, far)).is(422);
        register.get("/api/accounts/otra." + name).is(404);
    }

    @Test
    void an_account_that_is_disabled_is_out_at_once() {
        register.post("/api/accounts", "{'account':'%s','kind':'program','roles':[{'role':'observer'}]}".formatted(name)).is(201);
        var token = register.bean(TokenDesk.class).issue(name, TokenDesk.Wanted.USUAL).token();
        assertThat(register.under(token, "GET", "/api/institutions").status()).isEqualTo(200);
        assertThat(register.post("/api/accounts/" + name + "/disable", "{}").is(200).body().get("disabled").asBoolean()).isTrue();
        assertThat(register.under(token, "GET", "/api/institutions").status()).isEqualTo(401);
        register.post("/api/accounts/" + name + "/enable", "{}").is(200);
        assertThat(register.under(token, "GET", "/api/institutions").status()).isEqualTo(401);
        assertThat(register.bean(Accounts.class).of(name).has(Role.OBSERVER)).isTrue();
    }

    @Test
    void roles_are_granted_for_a_time_and_ended_at_once() {
        var as = register.as(name);
        var today = LocalDate.now(register.bean(Clock.class));
        as.get("/api/accounts").is(403);
        register.post("/api/accounts/" + name + "/grant-role", "{'role':'administrator','from':'%s'}".formatted(today.plusDays(1))).is(200);
        as.get("/api/accounts").is(403);
        register.post("/api/accounts/" + name + "/grant-role", "{'role':'administrator','until':'%s'}".formatted(today)).is(200);
        as.get("/api/accounts").is(200);
        register.post("/api/accounts/" + name + "/end-role", "{'role':'administrator'}").is(200);
        as.get("/api/accounts").is(403);
        register.post("/api/accounts/" + name + "/end-role", "{'role':'administrator'}").says(409, "role-not-held", "La cuenta «" + name + "» no tiene esa función.");
        register.post("/api/accounts/" + name + "/grant-role", "{'role':'liaison'}").is(422);
        register.post("/api/accounts/" + name + "/grant-role", "{'role':'liaison','institution':'NADIE%s'}".formatted(name)).is(422);
        register.post("/api/accounts/nadie.de.nadie/grant-role", "{'role':'observer'}").is(404);
    }

    @Test
    void somebody_always_administers_the_register() {
        register.as(name, new Binding(Role.ADMINISTRATOR, null));
        register.post("/api/accounts/admin/disable", "{}").is(409);
        register.post("/api/accounts/admin/end-role", "{'role':'administrator'}").says(409, "last-administrator",
                "«admin» es la última cuenta que administra el registro. Otorgue antes esa función a otra persona que ya pueda entrar.");
        register.get("/api/accounts").is(200);
    }

    @Test
    void what_was_changed_of_an_account_stays_on_record() {
        register.post("/api/accounts", "{'account':'%s'}".formatted(name)).is(201);
        for (var change : new String[] {"update journal.account_change set actor = 'nadie'", "delete from journal.account_change", "truncate journal.account_change"}) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> db.sql(change).update())).as(change).isInstanceOf(DataAccessException.class);
        }
        assertThat(register.get("/api/accounts/" + name + "/history").body().at("/items/0/actor").asString()).isEqualTo("admin");
    }
}
