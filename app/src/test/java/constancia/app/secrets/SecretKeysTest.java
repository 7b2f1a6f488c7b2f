package constancia.app.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import constancia.app.secrets.SecretKeys.Encrypted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeysTest {

    private static final byte[] SECRET = "veinte bytes al azar".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void only_its_key_and_whom_it_is_of_open_a_secret() {
        var keys = SecretKeys.of(SecretKeys.made());
        var kept = keys.encrypt(SECRET, "ana");
        assertThat(new String(kept.text(), StandardCharsets.ISO_8859_1)).doesNotContain(new String(SECRET, StandardCharsets.ISO_8859_1));
        assertThat(keys.encrypt(SECRET, "ana").text()).as("the same twice looks different").isNotEqualTo(kept.text());
        assertThat(keys.decrypt(kept, "ana")).isEqualTo(SECRET);
        assertThatThrownBy(() -> keys.decrypt(kept, "beatriz")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SecretKeys.of(SecretKeys.made()).decrypt(kept, "ana")).hasMessageContaining(kept.key());
    }

    @Test
    void no_bit_of_it_can_be_changed() {
        var keys = SecretKeys.of(SecretKeys.made());
        var kept = keys.encrypt(SECRET, "ana");
        for (int bit = 0; bit < kept.text().length * 8; bit++) {
            var changed = kept.text().clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> keys.decrypt(new Encrypted(kept.key(), changed), "ana")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void the_first_key_encrypts_and_the_others_still_decrypt() {
        var former = SecretKeys.made();
        var kept = SecretKeys.of(former).encrypt(SECRET, "ana");
        for (var between : new String[] {"\n", ",", " , ", "\r\n"}) {
            var keys = SecretKeys.of(SecretKeys.made() + between + former + "\n");
            assertThat(keys.ids()).hasSize(2).contains(kept.key());
            assertThat(keys.decrypt(kept, "ana")).isEqualTo(SECRET);
            assertThat(keys.encrypt(SECRET, "ana").key()).isEqualTo(keys.newest()).isNotEqualTo(kept.key());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "clave", "bGEgY2xhdmU=", "bGEgY2xhdmUgZGUgbGFzIHBydWViYXMsIGRlIDMyIGI=, bGEgY2xhdmUgZGUgbGFzIHBydWViYXMsIGRlIDMyIGI=", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"})
    void what_is_no_key_of_32_bytes_or_is_there_twice_is_refused(String written) {
        assertThat(SecretKeys.areIn(written)).isFalse();
    }

    @Test
    void a_key_that_the_register_makes_is_its_own_and_stays() throws Exception {
        var made = KeyFile.in(folder.resolve("data"), "second-factor");
        assertThat(SecretKeys.areIn(made)).isTrue();
        assertThat(KeyFile.in(folder.resolve("data"), "second-factor")).isEqualTo(made);
        assertThat(KeyFile.in(folder.resolve("other"), "second-factor")).isNotEqualTo(made);
        var keys = folder.resolve("data/keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("second-factor")))).isEqualTo("rw-------");
        try (var files = Files.list(keys)) {
            assertThat(files).containsExactly(keys.resolve("second-factor"));
        }
    }
}
