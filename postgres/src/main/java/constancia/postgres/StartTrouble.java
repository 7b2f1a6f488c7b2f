package constancia.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Turns what PostgreSQL wrote while it failed to start into one plain sentence. */
final class StartTrouble {

    private static final int MOST = 16_000;
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final Path logFolder;
    private final Map<Path, Long> before;

    /** Notes how long the log files are now; what comes later belongs to this start. */
    StartTrouble(Path logFolder) throws IOException {
        this.logFolder = logFolder;
        this.before = sizes();
    }

    /** The log's own process may still be writing when the server has already ended. */
    void awaitReason() {
        Waiting.until(LONGEST, () -> {
            try {
                String text = written();
                return text.contains("FATAL:") || text.contains("PANIC:");
            } catch (IOException replacedMeanwhile) {
                return false;
            }
        });
    }

    /** True if a process that is just ending kept the server from starting: worth another try. */
    boolean passing() throws IOException {
        String text = written();
        return text.contains("lock file \"postmaster.pid\" already exists")
                || text.contains("pre-existing shared memory block");
    }

    boolean portInUse() throws IOException {
        return written().contains("Address already in use");
    }

    PostgresFailure explain(Path data, int port) throws IOException {
        String text = written();
        if (text.contains("Address already in use")) {
            return new PostgresFailure("Port " + port + " on 127.0.0.1 is in use by another program.");
        }
        if (text.contains("No space left on device")) {
            return new PostgresFailure("The disk of the data folder " + data + " is full.");
        }
        if (text.contains("Permission denied")) {
            return new PostgresFailure("PostgreSQL may not use the data folder " + data + ": " + reason(text));
        }
        return new PostgresFailure("PostgreSQL did not start: " + reason(text) + " (log: " + logFolder + ").");
    }

    static PostgresFailure explain(IOException failed, Path data) {
        String why = failed.getClass().getSimpleName() + " " + failed.getMessage();
        if (why.contains("No space left on device")) {
            return new PostgresFailure("The disk of the data folder " + data + " is full.", failed);
        }
        if (failed instanceof AccessDeniedException) {
            return new PostgresFailure("The user who started the application may not use " + failed.getMessage()
                    + ": start as the owner of the data folder or change its owner.", failed);
        }
        return new PostgresFailure("PostgreSQL could not be started in " + data + ": " + why, failed);
    }

    private static String reason(String text) {
        return text.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .reduce((first, second) -> first.contains("FATAL:") ? first : second)
                .or(() -> text.lines().filter(line -> !line.isBlank()).reduce((first, last) -> last))
                .orElse("it said nothing")
                .replaceFirst("^.*?(FATAL|PANIC|error): +", "")
                .strip();
    }

    private String written() throws IOException {
        StringBuilder text = new StringBuilder();
        for (var file : sizes().entrySet()) {
            long from = before.getOrDefault(file.getKey(), 0L);
            text.append(tail(file.getKey(), file.getValue() < from ? 0 : from));
        }
        return text.toString();
    }

    private static String tail(Path file, long from) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(Math.max(from, in.length() - MOST));
            byte[] bytes = new byte[(int) (in.length() - in.getFilePointer())];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8) + "\n";
        }
    }

    private Map<Path, Long> sizes() throws IOException {
        Map<Path, Long> sizes = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(logFolder, "*.log")) {
            for (Path file : files) {
                sizes.put(file, Files.size(file));
            }
        }
        return sizes;
    }
}
