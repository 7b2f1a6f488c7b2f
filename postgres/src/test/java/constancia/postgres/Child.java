package constancia.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A JVM that runs {@link ChildMain}, and what it acknowledged so far. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;
    private int acknowledged;

    Child(String mode, Path data) throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), ChildMain.class.getName(), mode, data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        lines = process.inputReader();
    }

    /** Number of the server's first process. */
    long started() throws IOException {
        String line = lines.readLine();
        assertThat(line).startsWith("started ");
        return Long.parseLong(line.substring("started ".length()));
    }

    String firstWord() throws IOException {
        return lines.readLine().split(" ")[0];
    }

    String refused() throws IOException {
        String line = lines.readLine();
        assertThat(line).startsWith("refused ");
        return line;
    }

    void awaitRows(int many) throws IOException {
        while (acknowledged < many) {
            count(lines.readLine());
        }
    }

    /** Kills this JVM and other processes at one stroke; gives the last row that was acknowledged. */
    int kill(Stream<Long> others) throws Exception {
        Stream<Long> all = Stream.concat(Stream.of(process.pid()), others);
        String numbers = String.join(" ", all.map(String::valueOf).toList());
        Commands.run(List.of("sh", "-c", "kill -9 " + numbers), Path.of("/dev/null"));
        lines.lines().forEach(this::count);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }

    /** Asks it to end, as a service manager does. */
    void terminate() throws Exception {
        // Process.destroy would also close the pipe that is read here.
        Commands.run(List.of("sh", "-c", "kill -TERM " + process.pid()), Path.of("/dev/null"));
        lines.lines().forEach(this::count);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private void count(String line) {
        // The last line may be cut off; only a whole one is an acknowledgement, and a cut number is a smaller one.
        if (line.matches("row \\d+")) {
            acknowledged = Math.max(acknowledged, Integer.parseInt(line.substring("row ".length())));
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
