package constancia.app.journal;

import constancia.postgres.Login;
import constancia.postgres.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A JVM of its own that appends one record and is stopped by the operating system between its insert and its commit. */
final class PausedAppend implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;

    PausedAppend(String kind, TestDatabase database) throws IOException {
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), PausedAppend.class.getName(), kind, database.url(), database.app().user());
        builder.environment().put("APP_PASSWORD", database.app().password());
        process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        said = process.inputReader();
    }

    /** Returns when the record is inserted, not committed, and the process stands still. */
    void pause() throws IOException {
        awaitWord("inserted");
        signal("STOP");
        await().until(() -> state() == 'T');
        process.outputWriter().write("commit\n");
        process.outputWriter().flush();
    }

    /** Returns when the process has gone on and committed. */
    void goOn() throws Exception {
        assertThat(state()).isEqualTo('T');
        signal("CONT");
        awaitWord("committed");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private void awaitWord(String word) throws IOException {
        var line = said.readLine();
        while (line != null && !line.equals(word)) {
            line = said.readLine();
        }
        assertThat(line).isEqualTo(word);
    }

    private void signal(String name) throws IOException {
        // kill is built into every shell; the program of that name is missing in small images.
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start().onExit().join();
    }

    private char state() throws IOException {
        var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) {
        var database = new TestDatabase("", arguments[1], null, new Login(arguments[2], System.getenv("APP_PASSWORD")), new Login(arguments[2], ""));
        try (Store store = arguments[0].equals("ours") ? new OurStore(TestJournal.of(database)) : new StockStore(database.url(), database.app())) {
            store.inTransaction(() -> {
                store.append("paused");
                System.out.println("inserted");
                awaitLine();
            });
            System.out.println("committed");
        }
    }

    private static void awaitLine() {
        try {
            new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
