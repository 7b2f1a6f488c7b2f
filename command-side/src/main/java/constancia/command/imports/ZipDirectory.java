package constancia.command.imports;

import static constancia.command.imports.UnreadableFile.Problem.*;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;

/**
 * Walks the directory of a zip before any library keeps it in memory: a small file can list a million
 * entries, or declare far more than it holds. Nothing is unpacked here.
 */
public final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END64_LOCATOR = 0x07064b50;
    private static final int END64 = 0x06064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_BYTES = 22;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final long UNSIGNED = 0xFFFFFFFFL;

    private final ByteBuffer zip;
    private long unpacked;

    private ZipDirectory(ByteBuffer content) {
        zip = content.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws UnreadableFile if the directory is damaged, hides something before it, or lists too much */
    static void check(byte[] content) {
        check(ByteBuffer.wrap(content));
    }

    /** @throws UnreadableFile as of an array; of a file that is mapped nothing but the directory is read */
    public static void check(ByteBuffer content) {
        try {
            new ZipDirectory(content).walk();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cutShort) {
            throw new UnreadableFile(DAMAGED_WORKBOOK);
        }
    }

    private void walk() {
        int end = endRecord();
        long size = zip.getInt(end + 12) & UNSIGNED;
        long start = zip.getInt(end + 16) & UNSIGNED;
        long limit = end;
        if (end >= 20 && zip.getInt(end - 20) == END64_LOCATOR) {
            int end64 = (int) Math.min(zip.getLong(end - 12), Integer.MAX_VALUE);
            if (zip.getInt(end64) != END64) {
                throw new UnreadableFile(DAMAGED_WORKBOOK);
            }
            size = zip.getLong(end64 + 40);
            start = zip.getLong(end64 + 48);
            limit = end64;
        }
        // Exactly here, or another reader of the same file might see other entries.
        if (size < 0 || start < 0 || start + size != limit) {
            throw new UnreadableFile(DAMAGED_WORKBOOK);
        }
        entries((int) start, (int) limit);
    }

    private int endRecord() {
        int last = zip.capacity() - END_BYTES;
        for (int at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        throw new UnreadableFile(DAMAGED_WORKBOOK);
    }

    private void entries(int start, int limit) {
        var names = new HashSet<String>();
        int at = start;
        for (int count = 1; at < limit; count++) {
            if (zip.getInt(at) != ENTRY) {
                throw new UnreadableFile(DAMAGED_WORKBOOK);
            }
            if (count > Limits.ZIP_ENTRIES) {
                throw new UnreadableFile(TOO_MANY_ENTRIES, Limits.ZIP_ENTRIES);
            }
            at += entry(at, names);
        }
        if (at != limit) {
            throw new UnreadableFile(DAMAGED_WORKBOOK);
        }
    }

    private int entry(int at, HashSet<String> names) {
        if ((zip.getShort(at + 8) & 1) != 0) {
            throw new UnreadableFile(ENCRYPTED_WORKBOOK);
        }
        int name = zip.getShort(at + 28) & 0xFFFF;
        int extra = zip.getShort(at + 30) & 0xFFFF;
        int comment = zip.getShort(at + 32) & 0xFFFF;
        var written = new byte[name];
        zip.get(at + 46, written);
        if (!names.add(new String(written, StandardCharsets.UTF_8))) {
            throw new UnreadableFile(DAMAGED_WORKBOOK);
        }
        long packed = zip.getInt(at + 20) & UNSIGNED;
        long size = zip.getInt(at + 24) & UNSIGNED;
        int wide = wideSizes(at + 46 + name, extra);
        if (size == UNSIGNED) {
            size = zip.getLong(wide);
            wide += 8;
        }
        if (packed == UNSIGNED) {
            packed = zip.getLong(wide);
        }
        spend(packed, size);
        return 46 + name + extra + comment;
    }

    /** Where the extra field of large sizes has its values, or out of bounds. */
    private int wideSizes(int from, int length) {
        for (int at = from; at + 4 <= from + length; at += 4 + (zip.getShort(at + 2) & 0xFFFF)) {
            if (zip.getShort(at) == 1) {
                return at + 4;
            }
        }
        return zip.capacity();
    }

    private void spend(long packed, long size) {
        if (size < 0 || packed < 0 || packed > zip.capacity()) {
            throw new UnreadableFile(DAMAGED_WORKBOOK);
        }
        boolean swollen = size > Limits.RATIO_GRACE_BYTES && packed < size * Limits.INFLATE_RATIO;
        if (swollen || size > Limits.UNPACKED_BYTES || (unpacked += size) > Limits.UNPACKED_BYTES) {
            throw new UnreadableFile(WORKBOOK_TOO_LARGE);
        }
    }
}
