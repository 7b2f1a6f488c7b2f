package constancia.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.kernel.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordPolicyTest {

    private final HttpRegister register = HttpRegister.shared();
    private final PasswordPolicy policy = register.bean(PasswordPolicy.class);

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "contraseña123", "123456789012", "constancia2026", "elsalvador2015", "qwertyuiop12", "iloveyou1234", "aaaaaaaaaaaaaaa",
            "marta.rivas.2015", "fondo salvadoreño"})
    void what_others_would_guess_is_refused(String password) {
        register.post("/api/institutions", "{'name':'Fondo Salvadoreño','kind':'state','effectiveOn':'2010-01-01'}");
        assertThat(policy.fault("marta.rivas", password)).map(Invalid::code).contains("password-common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"una contraseña de prueba", "la lluvia cae despacio", "mi perro come pan", "パスワードは秘密の言葉です", "solo minusculas largas",
            "a1 b2 c3 d4 e5 f6 g7 h8 i9 j0 k1 l2 m3 n4 o5 p6 q7 r8 s9 t0 u1 v2 w3"})
    void any_other_long_one_may_be_chosen(String password) {
        assertThat(policy.fault("marta.rivas", password)).isEmpty();
    }

    @Test
    void it_has_between_12_and_200_characters_however_they_are_written() {
        assertThat(policy.fault("ana", "gñandú 7 ríe")).isEmpty();
        assertThat(policy.fault("ana", "gñandú 7 ri")).map(Invalid::code).contains("password-too-short");
        assertThat(policy.fault("ana", "😀🎈🌵🐢🚲🧭🪁🎻🧩🪴🛶")).map(Invalid::code).contains("password-too-short");
        assertThat(policy.fault("ana", "x".repeat(201))).map(Invalid::code).contains("password-too-long");
    }

    @Test
    void the_same_letters_are_the_same_password_and_old_settings_are_renewed() {
        var passwords = register.bean(Passwords.class);
        var hash = passwords.encode("canción de la mañana");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("cancio\u0301n de la man\u0303ana", hash)).isTrue();
        assertThat(passwords.matches("cancion de la manana", hash)).isFalse();
        assertThat(passwords.matches("lo que sea", null)).isFalse();
        assertThat(passwords.outdated(hash)).isFalse();
        assertThat(passwords.outdated(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode("x"))).isTrue();
    }
}
