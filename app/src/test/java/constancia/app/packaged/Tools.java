package constancia.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Programs of the operating system that a test needs. */
final class Tools {

    private Tools() {}

    /** A machine of a developer may lack it, then the test stands aside; under CI it fails. */
    static void need(String... command) {
        if (System.getenv("CI") != null) {
            assertThat(works(command)).as("this machine can run: %s", String.join(" ", command)).isTrue();
        } else {
            assumeTrue(works(command), "this machine cannot run: " + String.join(" ", command));
        }
    }

    static boolean works(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
