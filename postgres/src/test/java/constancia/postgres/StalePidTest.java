package constancia.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A postmaster.pid that says nothing true any more does not keep the server from starting. */
class StalePidTest {

    @TempDir
    static Path data;

    private final List<Process> others = new ArrayList<>();

    @BeforeAll
    static void makeCluster() throws Exception {
        start().close();
    }

    @AfterEach
    void endOthers() {
        others.forEach(Process::destroyForcibly);
    }

    @Test
    void ofAProcessThatIsGone() throws Exception {
        Process gone = shell("true");
        gone.waitFor();
        assertStartsDespite(gone.pid());
    }

    @Test
    void ofAProcessThatIsAZombie() throws Exception {
        // The child ends once the shell has turned into a program that never collects it.
        Process parent = shell("while [ \"$(cat /proc/$$/comm)\" = sh ]; do :; done & echo $!; exec sleep 60");
        long zombie = Long.parseLong(parent.inputReader().readLine());
        assertThat(Waiting.until(Duration.ofSeconds(10), () -> !Leftovers.alive(zombie))).isTrue();
        assertThat(Path.of("/proc", Long.toString(zombie))).exists();
        assertStartsDespite(zombie);
    }

    @Test
    void ofAnotherProgramWhichGoesOnRunning() throws Exception {
        Process other = shell("exec sleep 60");
        assertStartsDespite(other.pid());
        assertThat(other.isAlive()).isTrue();
    }

    @Test
    void ofTheServerOfAnotherFolderWhichGoesOnRunning() throws Exception {
        EmbeddedPostgres other = TestPostgres.quick();
        assertStartsDespite(other.pid());
        assertThat(Leftovers.alive(other.pid())).isTrue();
        TestPostgres.newDatabase();
    }

    @Test
    void thatIsEmpty() throws Exception {
        Files.writeString(pidFile(), "");
        start().close();
    }

    private static void assertStartsDespite(long pid) throws Exception {
        Files.writeString(pidFile(), pid + "\n" + data.resolve("cluster") + "\n1700000000\n5432\n\n127.0.0.1\n"
                + " 1234567         3\nready   \n");
        try (EmbeddedPostgres server = start()) {
            assertThat(server.pid()).isNotEqualTo(pid);
        }
    }

    private static Path pidFile() {
        return data.resolve("cluster/postmaster.pid");
    }

    private static EmbeddedPostgres start() throws Exception {
        return EmbeddedPostgres.start(Options.in(data).withBinaries(TestPostgres.binaries()).notDurable());
    }

    private Process shell(String script) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", script).start();
        others.add(process);
        return process;
    }
}
