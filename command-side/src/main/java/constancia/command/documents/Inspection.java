package constancia.command.documents;

import constancia.kernel.Invalid;
import constancia.kernel.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * What a file is, by its content. Neither its name nor what the sender says of it is believed; the name must go with what it is.
 *
 * @param sha256 of the content, 64 hexadecimal digits
 */
public record Inspection(String sha256, long size, DocumentType type) {

    private static final int STEP = 64 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final String TEXT = "text/plain";

    /** @throws Invalid of {@code file}, when it is nothing that the register keeps */
    public static Inspection of(Path file, String name) throws IOException {
        if (Files.size(file) == 0) {
            throw new Invalid("file", "document-empty");
        }
        var type = type(file, FileName.ending(name));
        if (!type.endsLike(FileName.ending(name))) {
            throw new Invalid("file", "document-name-other-type", name, type.name().toLowerCase());
        }
        return new Inspection(digest(file, type == DocumentType.TXT || type == DocumentType.CSV), Files.size(file), type);
    }

    private static DocumentType type(Path file, String ending) throws IOException {
        try (var content = new BufferedInputStream(Files.newInputStream(file), STEP)) {
            if (begins(content, ZIP)) {
                return Packaged.type(file);
            }
            var detected = MimeTypes.getDefaultMimeTypes().detect(content, new Metadata()).getBaseType().toString();
            if (detected.equals(DocumentType.PDF.type()) && !begins(content, PDF)) {
                throw notKept();
            }
            // Lines of values look like any other text.
            if (detected.equals(TEXT) && DocumentType.CSV.endsLike(ending)) {
                return DocumentType.CSV;
            }
            return DocumentType.called(detected).orElseThrow(Inspection::notKept);
        }
    }

    static Invalid notKept() {
        return new Invalid("file", "document-type-not-kept", DocumentType.allEndings());
    }

    private static boolean begins(BufferedInputStream content, byte[] with) throws IOException {
        content.mark(with.length);
        var first = content.readNBytes(with.length);
        content.reset();
        return java.util.Arrays.equals(first, with);
    }

    /** A text must be one to its end: what is told apart by its first bytes may go on as something else. */
    private static String digest(Path file, boolean text) throws IOException {
        var digest = Sha256.digest();
        try (var content = Files.newInputStream(file)) {
            var step = new byte[STEP];
            for (int read = content.read(step); read >= 0; read = content.read(step)) {
                digest.update(step, 0, read);
                for (int i = 0; text && i < read; i++) {
                    if (step[i] >= 0 && step[i] < ' ' && "\t\n\r\f".indexOf(step[i]) < 0) {
                        throw notKept();
                    }
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
