package constancia.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything acknowledged is there after the next start, whatever was killed. */
class KilledTest {

    private static final int SOME_ROWS = 200;

    @TempDir
    Path data;

    @Test
    void whenTheJvmIsKilledTheOrphanIsEndedAndNothingIsLost() throws Exception {
        try (Child child = new Child("server", data)) {
            long orphan = child.started();
            child.awaitRows(SOME_ROWS);
            int acknowledged = child.kill(Stream.of());
            assertThat(Leftovers.alive(orphan)).isTrue();

            try (EmbeddedPostgres next = start()) {
                assertThat(Leftovers.alive(orphan)).isFalse();
                assertThat(next.pid()).isNotEqualTo(orphan);
                assertAllThere(next, acknowledged);
            }
        }
    }

    @Test
    void whenTheJvmAndTheWholeServerAreKilledNothingIsLost() throws Exception {
        try (Child child = new Child("server", data)) {
            ProcessHandle postmaster = ProcessHandle.of(child.started()).orElseThrow();
            child.awaitRows(SOME_ROWS);
            int acknowledged = child.kill(Stream.concat(Stream.of(postmaster.pid()),
                    postmaster.children().map(ProcessHandle::pid)));

            try (EmbeddedPostgres next = start()) {
                assertAllThere(next, acknowledged);
            }
        }
    }

    @Test
    void whenOnlyABusySessionIsLeftItIsEnded() throws Exception {
        try (Child child = new Child("server", data)) {
            ProcessHandle postmaster = ProcessHandle.of(child.started()).orElseThrow();
            child.awaitRows(SOME_ROWS);
            // A stopped process does not notice that its postmaster is gone, like one in a long computation.
            long session = postmaster.children().map(ProcessHandle::pid)
                    .filter(pid -> commandLine(pid).contains(EmbeddedPostgres.APP)).findFirst().orElseThrow();
            Commands.run(List.of("sh", "-c", "kill -STOP " + session), Path.of("/dev/null"));
            int acknowledged = child.kill(Stream.of(postmaster.pid()));
            assertThat(Leftovers.alive(session)).isTrue();

            try (EmbeddedPostgres next = start()) {
                assertThat(Leftovers.alive(session)).isFalse();
                assertAllThere(next, acknowledged);
            }
        }
    }

    @Test
    void whenTheJvmIsAskedToEndTheServerIsStoppedInOrder() throws Exception {
        try (Child child = new Child("server", data)) {
            long postmaster = child.started();
            child.awaitRows(1);
            child.terminate();

            assertThat(Leftovers.alive(postmaster)).isFalse();
            assertThat(data.resolve("cluster/postmaster.pid")).doesNotExist();
            assertThat(log()).contains("database system is shut down");
        }
    }

    @Test
    void aTestServerWhoseJvmWasKilledIsClearedAway() throws Exception {
        try (Child child = new Child("test-server", data)) {
            long orphan = child.started();
            Path folder = Files.readSymbolicLink(Path.of("/proc", Long.toString(orphan), "cwd")).getParent();
            child.kill(Stream.of());

            TestPostgres.clearDead(folder.getParent());

            assertThat(Leftovers.alive(orphan)).isFalse();
            assertThat(folder).doesNotExist();
        }
    }

    private EmbeddedPostgres start() throws Exception {
        return EmbeddedPostgres.start(Options.in(data).withBinaries(TestPostgres.binaries())
                .withPatience(Duration.ofSeconds(30)));
    }

    private String log() throws Exception {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(data.resolve("log"))) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    private static void assertAllThere(EmbeddedPostgres server, int acknowledged) throws Exception {
        assertThat(acknowledged).isGreaterThanOrEqualTo(SOME_ROWS);
        try (Connection app = server.app().connect(server.jdbcUrl());
             Statement statement = app.createStatement();
             ResultSet rows = statement.executeQuery("select count(*), max(number) from row")) {
            rows.next();
            // One more may have been committed and not yet acknowledged.
            assertThat(rows.getInt(1)).isBetween(acknowledged, acknowledged + 1);
            assertThat(rows.getInt(2)).isEqualTo(rows.getInt(1));
        }
    }
}
