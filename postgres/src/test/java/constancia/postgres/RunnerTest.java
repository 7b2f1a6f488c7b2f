package constancia.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** PostgreSQL is never root. */
class RunnerTest {

    @TempDir
    Path parent;

    @BeforeEach
    void letOthersPass() throws Exception {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void whoRunsThisJvmIsKnown() throws Exception {
        Path said = parent.resolve("said");
        Commands.run(List.of("id", "-u"), said);
        assertThat(Runner.currentUser()).isEqualTo(Integer.parseInt(Files.readString(said).strip()));
    }

    @Test
    void aNormalUserRunsItAsItIs() {
        assertThat(Runner.choose(1000)).isEqualTo(new Runner(List.of(), 1000));
    }

    @Test
    void asNobodyAndThenInAUserNamespaceOnTheSameFolder() throws Exception {
        assumeTrue(Runner.currentUser() == 0, "root only");
        assumeTrue(Commands.works("setpriv", "--reuid=65534", "true"), "setpriv must work");
        assumeTrue(Commands.works("unshare", "-U", "true"), "user namespaces must work");
        Options options = Options.in(parent.resolve("data")).withBinaries(TestPostgres.binaries()).notDurable();

        try (EmbeddedPostgres server = EmbeddedPostgres.start(options, Runner.asNobody())) {
            assertThat(status(server.pid())).contains("Uid:\t65534\t65534\t65534\t65534");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            assertThat(Files.readSymbolicLink(namespace(Long.toString(server.pid()))))
                    .isNotEqualTo(Files.readSymbolicLink(namespace("self")));
        }
    }

    private static List<String> status(long pid) throws Exception {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
    }

    private static Path namespace(String process) {
        return Path.of("/proc", process, "ns", "user");
    }
}
