package constancia.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.texts.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stories of the README and of docs/stories, told to a register that has just been built. */
class StoryTest {

    @BeforeAll
    static void tools() {
        Tools.need("curl", "--version");
        Tools.need("bash", "--version");
    }

    @Test
    void every_answer_is_what_the_pages_say(@TempDir Path folder) throws Exception {
        Packaged.jar();
        var told = Files.createTempFile(folder, "story", ".txt");
        var process = new ProcessBuilder("bash", Repository.root().resolve("bin/story").toString()).redirectErrorStream(true).redirectOutput(told.toFile()).start();
        assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Repository.read(told)).isZero();
    }
}
