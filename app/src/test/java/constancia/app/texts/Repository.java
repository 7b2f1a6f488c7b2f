package constancia.app.texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The files of this repository, wherever the test was started. */
public final class Repository {

    private static final Set<String> NOT_OURS = Set.of("target", "data", ".git", "node_modules");

    private Repository() {}

    public static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("shared-kernel"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Every file with that ending, but what was built or kept by a register that ran here. */
    public static List<Path> files(String ending) {
        return below(root()).filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }

    /** The Java sources of the register itself, without tests and benchmarks. */
    public static List<Path> sources() {
        return files(".java").stream().filter(file -> file.toString().contains("/src/main/") && !file.startsWith(root().resolve("benchmarks"))).toList();
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.stream.Stream<Path> below(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.toList().stream().filter(entry -> !NOT_OURS.contains(entry.getFileName().toString()))
                    .flatMap(entry -> Files.isDirectory(entry) && !Files.isSymbolicLink(entry) ? below(entry) : java.util.stream.Stream.of(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
