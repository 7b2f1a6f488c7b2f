package constancia.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other programs: run one to its end, or start one. */
final class Commands {

    private static final long LONGEST_SECONDS = 300;

    private Commands() {}

    /** Runs a program, its output into a file; gives its exit code. */
    static int run(List<String> command, Path output) {
        try {
            Process process = start(command, output);
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new PostgresFailure(command.getFirst() + " did not end within " + LONGEST_SECONDS + " s.");
            }
            return process.exitValue();
        } catch (IOException missing) {
            throw new PostgresFailure(command.getFirst() + " could not be run: " + missing.getMessage(), missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("Interrupted while " + command.getFirst() + " ran.", interrupted);
        }
    }

    /** True if the program exists and ends well. */
    static boolean works(String... command) {
        try {
            return run(List.of(command), Path.of("/dev/null")) == 0;
        } catch (PostgresFailure notThere) {
            return false;
        }
    }

    static Process start(List<String> command, Path output) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        // PGDATA, PGPORT, PGOPTIONS of whoever started us are not meant for this server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }
}
