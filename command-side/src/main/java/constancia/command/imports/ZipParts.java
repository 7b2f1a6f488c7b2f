package constancia.command.imports;

import static constancia.command.imports.UnreadableFile.Problem.*;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipArchiveThresholdInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** The parts of a zip in memory, unpacked as they are read, under POI's limits and with their checksums verified. */
final class ZipParts implements AutoCloseable {

    static {
        ZipSecureFile.setMinInflateRatio(Limits.INFLATE_RATIO);
        ZipSecureFile.setMaxFileCount(Limits.ZIP_ENTRIES);
        ZipSecureFile.setMaxEntrySize(Limits.UNPACKED_BYTES);
        ZipSecureFile.setMaxTextSize(Limits.TOTAL_CHARACTERS);
    }

    private final ZipFile zip;

    ZipParts(byte[] content) throws IOException {
        ZipDirectory.check(content);
        zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get();
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    InputStream open(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null || !zip.canReadEntryData(entry)) {
            throw new UnreadableFile(DAMAGED_WORKBOOK);
        }
        var bounded = new ZipArchiveThresholdInputStream(zip.getInputStream(entry));
        return new Verified(bounded, entry.getSize(), entry.getCrc());
    }

    /** A part that is kept in memory, checked to be XML without a document type. */
    byte[] small(String name) throws IOException {
        if (has(name) && zip.getEntry(name).getSize() > Limits.SMALL_PART_BYTES) {
            throw new UnreadableFile(WORKBOOK_TOO_LARGE);
        }
        try (InputStream part = open(name)) {
            byte[] bytes = part.readAllBytes();
            SafeXml.parse(new ByteArrayInputStream(bytes), new org.xml.sax.helpers.DefaultHandler());
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Ends with a refusal if there is more, less or other than the directory says. */
    private static final class Verified extends FilterInputStream {
        private final CRC32 crc = new CRC32();
        private final long expectedCrc;
        private long left;

        Verified(InputStream in, long size, long expectedCrc) {
            super(in);
            this.left = size;
            this.expectedCrc = expectedCrc;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            if (read > 0) {
                crc.update(buffer, from, read);
                left -= read;
            }
            if (left < 0 || read < 0 && (left != 0 || crc.getValue() != expectedCrc)) {
                throw new UnreadableFile(DAMAGED_WORKBOOK);
            }
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
