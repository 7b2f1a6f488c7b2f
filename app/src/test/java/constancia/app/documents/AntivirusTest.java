package constancia.app.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import constancia.kernel.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scanner that the operator chose says what a file is, and only then it is told. */
class AntivirusTest {

    @TempDir
    Path folder;

    @Test
    void nobody_looked_where_there_is_no_scanner_or_none_that_says_anything() throws IOException {
        assertThat(new Antivirus("").verdict(file("limpio"))).isNull();
        assertThat(new Antivirus(scanner("exit 2")).verdict(file("limpio"))).isNull();
        assertThat(new Antivirus(folder.resolve("ninguno").toString()).verdict(file("limpio"))).isNull();
    }

    @Test
    void the_scanner_is_given_the_file_behind_its_own_words() throws IOException {
        var scanner = scanner("[ \"$1\" = --buscar ] || exit 3; grep -q malo \"$2\" && exit 1; exit 0") + " --buscar";
        assertThat(new Antivirus(scanner).verdict(file("limpio"))).isEqualTo("clean");
        assertThatThrownBy(() -> new Antivirus(scanner).verdict(file("malo"))).isInstanceOfSatisfying(Invalid.class,
                infected -> assertThat(infected.code()).isEqualTo("document-infected"));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("archivo.txt"), content);
    }

    private String scanner(String body) throws IOException {
        return "/bin/sh " + Files.writeString(folder.resolve("escaner.sh"), body);
    }
}
