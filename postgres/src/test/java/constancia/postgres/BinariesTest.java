package constancia.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BinariesTest {

    @TempDir
    Path folder;

    @Test
    void anExtractionThatWasKilledIsDoneAgain() throws Exception {
        Path programs = folder.resolve(Binaries.FOLDER);
        Path halfDone = folder.resolve(Binaries.FOLDER + ".new-4711");
        Files.createDirectories(halfDone.resolve("bin"));
        Files.writeString(halfDone.resolve("bin/postgres"), "half of it");

        Binaries.extractTo(programs);

        assertThat(halfDone).doesNotExist();
        Path said = folder.resolve("said");
        Commands.run(List.of(programs.resolve("bin/postgres").toString(), "--version"), said);
        assertThat(Files.readString(said)).contains("18.6");
        var made = Files.getLastModifiedTime(programs);
        Binaries.extractTo(programs);
        assertThat(Files.getLastModifiedTime(programs)).isEqualTo(made);
    }

    @Test
    void aMachineWithoutProgramsIsNamed() {
        assertThatThrownBy(() -> Binaries.requireFor(folder, "Linux", "riscv64"))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("for Linux on riscv64 (postgres-linux-riscv64.txz) are not in the application");
        assertThatThrownBy(() -> Binaries.requireFor(folder, "Mac OS X", "aarch64")).isInstanceOf(PostgresFailure.class);
    }

    @Test
    void bothArchitecturesOfLinuxAreThere() {
        assertThatCode(() -> Binaries.requireFor(folder, "Linux", "amd64")).doesNotThrowAnyException();
        assertThatCode(() -> Binaries.requireFor(folder, "Linux", "aarch64")).doesNotThrowAnyException();
    }
}
