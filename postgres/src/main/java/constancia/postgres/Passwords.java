package constancia.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

/** One random password per role, each in a file that only its owner can read. */
final class Passwords {

    private static final int BYTES = 24;

    private final Path folder;

    Passwords(Path data) throws IOException {
        folder = Folders.makePrivate(data.resolve("passwords"));
    }

    boolean has(String role) {
        return Files.exists(folder.resolve(role));
    }

    /** The role's login; its password is made the first time. */
    Login login(String role) throws IOException {
        Path file = folder.resolve(role);
        if (!Files.exists(file)) {
            make(file);
        }
        return new Login(role, Files.readString(file, StandardCharsets.US_ASCII).strip());
    }

    private void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        var onlyMe = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(unfinished, Set.of(CREATE, WRITE, TRUNCATE_EXISTING), onlyMe)) {
            channel.write(ByteBuffer.wrap(HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        Folders.flush(folder);
    }
}
