package constancia.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/** The right to use a data folder: one JVM at a time. The system takes it back when the JVM dies, however it dies. */
final class DataLock implements AutoCloseable {

    // Closing any channel on the file would give up this JVM's lock, so a second attempt must not open it at all.
    private static final Set<Path> HELD = new HashSet<>();

    private final Path data;
    private final FileChannel channel;

    private DataLock(Path data, FileChannel channel) {
        this.data = data;
        this.channel = channel;
    }

    static DataLock take(Path data) throws IOException {
        return tryTake(data).orElseThrow(() -> new PostgresFailure(
                "The data folder " + data + " is in use by " + holder(data) + "."));
    }

    /** Empty if somebody has it. */
    static Optional<DataLock> tryTake(Path folder) throws IOException {
        Path data = folder.toRealPath();
        synchronized (HELD) {
            if (HELD.contains(data)) {
                return Optional.empty();
            }
            FileChannel channel = FileChannel.open(data.resolve("lock"), CREATE, WRITE);
            try {
                if (channel.tryLock() == null) {
                    channel.close();
                    return Optional.empty();
                }
                String pid = Long.toString(ProcessHandle.current().pid());
                channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            } catch (IOException failed) {
                channel.close();
                throw failed;
            }
            HELD.add(data);
            return Optional.of(new DataLock(data, channel));
        }
    }

    private static String holder(Path data) {
        synchronized (HELD) {
            try {
                return HELD.contains(data.toRealPath()) ? "this same application"
                        : "another running application (process " + Files.readString(data.resolve("lock")) + ")";
            } catch (IOException unknown) {
                return "another running application";
            }
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            channel.close();
            HELD.remove(data);
        }
    }
}
