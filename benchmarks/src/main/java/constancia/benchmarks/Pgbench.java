package constancia.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** PostgreSQL's own measuring program. */
final class Pgbench implements Limit {

    private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

    private final Register register;
    private final Path script;

    Pgbench(Register register) throws IOException {
        this.register = register;
        this.script = Files.createTempFile("limit", ".sql");
        script.toFile().deleteOnExit();
        Files.writeString(script, INSERT + ";\n");
    }

    static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder("pgbench", "--version").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    @Override
    public String name() {
        return "pgbench -M prepared";
    }

    @Override
    public double perSecond(int clients, int seconds) throws IOException, InterruptedException {
        int threads = Math.min(clients, Runtime.getRuntime().availableProcessors());
        var builder = new ProcessBuilder("pgbench", "-n", "-M", "prepared", "-c", "" + clients, "-j", "" + threads, "-T", "" + seconds,
                "-f", script.toString(), "-h", "127.0.0.1", "-p", "" + register.databasePort(), "-U", register.owner(), "constancia");
        builder.environment().put("PGPASSWORD", register.ownerPassword());
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        var found = PER_SECOND.matcher(said);
        if (process.waitFor() != 0 || !found.find()) {
            throw new IOException("pgbench said: " + said);
        }
        return Double.parseDouble(found.group(1));
    }
}
