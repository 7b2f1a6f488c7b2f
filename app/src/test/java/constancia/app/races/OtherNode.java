package constancia.app.races;

import constancia.postgres.Login;
import constancia.postgres.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A second process on the same database. It is told what to do on its standard input and answers on its standard output:
 * a round is named, it says {@code ready} when its threads stand at the barrier, {@code go} lets them through.
 */
final class OtherNode implements AutoCloseable {

    private final Process process;
    private final PrintWriter say;
    private final BufferedReader hear;

    private OtherNode(Process process) {
        this.process = process;
        this.say = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.hear = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static OtherNode on(TestDatabase database) {
        try {
            var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-cp", System.getProperty("java.class.path"),
                    OtherNode.class.getName(), database.url(), database.owner().user(), database.owner().password(), database.app().user(), database.app().password())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            return new OtherNode(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void ready(int many, String round) {
        say.println(many + " " + round);
        hear("ready");
    }

    void go() {
        say.println("go");
    }

    List<String> outcomes() {
        return List.of(next().split(" "));
    }

    private void hear(String expected) {
        var heard = next();
        if (!expected.equals(heard)) {
            throw new AssertionError("The other process said: " + heard);
        }
    }

    private String next() {
        try {
            var line = hear.readLine();
            if (line == null) {
                throw new AssertionError("The other process has ended");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        say.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    /** Lives until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        var answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var node = Node.on(arguments[0], new Login(arguments[1], arguments[2]), new Login(arguments[3], arguments[4]))) {
            for (var line = requests.readLine(); line != null; line = requests.readLine()) {
                var words = line.split(" ", 2);
                var round = node.ready(Integer.parseInt(words[0]), words[1]);
                answers.println("ready");
                requests.readLine();
                round.go();
                answers.println(String.join(" ", round.outcomes()));
            }
        }
    }
}
