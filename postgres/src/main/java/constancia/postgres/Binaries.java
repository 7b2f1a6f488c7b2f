package constancia.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/** The programs of PostgreSQL, extracted once from the jar that carries them. */
final class Binaries {

    static final String VERSION = "18.6.0";
    static final String MAJOR = "18";
    static final String FOLDER = "postgresql-" + VERSION;

    private static final Logger log = LoggerFactory.getLogger(Binaries.class);

    private Binaries() {}

    /** @throws PostgresFailure if there are no programs for this machine, neither extracted nor in the application */
    static void requireFor(Path folder, String system, String architecture) {
        String archive = archive(system, architecture);
        if (!extracted(folder) && Binaries.class.getResource("/" + archive) == null) {
            throw new PostgresFailure("The PostgreSQL programs for " + system + " on " + architecture + " (" + archive
                    + ") are not in the application; use an external PostgreSQL or a build that has them.");
        }
    }

    /**
     * Makes sure that the folder holds the programs. The folder appears by one rename once it is complete, so a
     * process killed in the middle leaves only a temporary folder, which the next extraction deletes.
     */
    static synchronized void extractTo(Path folder) throws IOException {
        if (extracted(folder)) {
            return;
        }
        String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path parent = Files.createDirectories(folder.getParent());
        // Several processes may share the folder: the lock lets one extract while the others wait.
        try (FileChannel channel = FileChannel.open(parent.resolve(folder.getFileName() + ".lock"), CREATE, WRITE);
             var held = channel.lock();
             InputStream bytes = Binaries.class.getResourceAsStream("/" + archive)) {
            if (!extracted(folder)) {
                extract(bytes, folder);
            }
        }
    }

    private static boolean extracted(Path folder) {
        return Files.isExecutable(folder.resolve("bin/postgres"));
    }

    private static void extract(InputStream archive, Path folder) throws IOException {
        log.info("Extracting PostgreSQL {} to {}", VERSION, folder);
        String temporary = folder.getFileName() + ".new-";
        Folders.deleteSiblings(folder, temporary);
        Path fresh = folder.resolveSibling(temporary + ProcessHandle.current().pid());
        Files.createDirectory(fresh);
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, fresh);
            }
        }
        flush(fresh);
        Folders.delete(folder);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        Folders.flush(folder.getParent());
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive of PostgreSQL has a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            Files.createDirectories(target.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, target);
                boolean program = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(target,
                        PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    /** Without this a power cut after the rename could leave empty programs. One call is cheaper than 1,000. */
    private static void flush(Path folder) throws IOException {
        try {
            Commands.run(List.of("sync", "-f", folder.toString()), folder.resolveSibling("sync.log"));
        } catch (PostgresFailure noSuchCommand) {
            log.debug("The extracted programs were not flushed", noSuchCommand);
        } finally {
            Files.deleteIfExists(folder.resolveSibling("sync.log"));
        }
    }

    /** The name zonky's jars give the archive for a system. */
    static String archive(String system, String architecture) {
        String processor = switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> architecture.toLowerCase(Locale.ROOT);
        };
        return "postgres-" + system.toLowerCase(Locale.ROOT).split(" ")[0] + "-" + processor + ".txz";
    }
}
