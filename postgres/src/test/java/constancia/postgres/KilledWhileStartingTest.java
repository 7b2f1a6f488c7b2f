package constancia.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A first start that was killed half-way is completed by the next one, wherever it had got to. */
class KilledWhileStartingTest {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @TempDir
    Path data;

    @Test
    void theNextStartCompletesIt() throws Exception {
        List<String> signsOfProgress = List.of(
                Binaries.FOLDER + ".new-*/bin",
                "cluster.new-*/base",
                "cluster/postmaster.pid");
        for (String sign : signsOfProgress) {
            try (Child child = new Child("server-with-its-own-programs", data)) {
                assertThat(Waiting.until(DEADLINE, () -> exists(sign))).as(sign).isTrue();
                child.kill(Stream.of());
            }
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(Options.in(data))) {
            server.app().connect(server.jdbcUrl()).close();
        }
        assertThat(exists("*.new-*")).isFalse();
    }

    private boolean exists(String pattern) {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + data.resolve(pattern));
        try (Stream<Path> all = Files.find(data, 2, (path, attributes) -> matcher.matches(path))) {
            return all.findAny().isPresent();
        } catch (UncheckedIOException | IOException changedMeanwhile) {
            return false;
        }
    }
}
