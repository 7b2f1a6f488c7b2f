package constancia.command.documents;

import constancia.command.imports.UnreadableFile;
import constancia.command.imports.ZipDirectory;
import constancia.kernel.Invalid;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Files that are packages of others: office documents. Their directory is walked before anything in them is opened, and little is. */
final class Packaged {

    private static final int SMALL = 1024 * 1024;
    private static final Pattern OUTSIDE = Pattern.compile("^/|^[A-Za-z]:|\\\\|(^|/)\\.\\.(/|$)");
    private static final Pattern MACROS = Pattern.compile("(^|/)(vbaproject\\.bin|vbadata\\.xml)$|^basic/.|^scripts/.|(^|/)activex/.");
    private static final Pattern ARCHIVE = Pattern.compile("\\.(zip|jar|7z|rar|gz|tgz|bz2|xz|tar|iso|cab|exe|dll|msi|com|scr|bat|cmd|ps1|vbs|js|jse|wsf|hta|lnk|docm|xlsm|pptm|dotm|xltm)$");

    private Packaged() {}

    static DocumentType type(Path file) throws IOException {
        walk(file);
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            zip.stream().map(entry -> entry.getName()).forEach(Packaged::mustBeHarmless);
            var types = text(zip, "[Content_Types].xml");
            return types != null ? office(types) : open(zip);
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            throw new Invalid("file", "document-damaged");
        }
    }

    private static void walk(Path file) throws IOException {
        try (var channel = FileChannel.open(file); var arena = Arena.ofConfined()) {
            ZipDirectory.check(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena).asByteBuffer());
        } catch (UnreadableFile unreadable) {
            throw switch (unreadable.problem()) {
                case ENCRYPTED_WORKBOOK -> new Invalid("file", "document-encrypted");
                case TOO_MANY_ENTRIES, WORKBOOK_TOO_LARGE -> new Invalid("file", "document-swollen");
                default -> new Invalid("file", "document-damaged");
            };
        }
    }

    private static void mustBeHarmless(String entry) {
        var name = entry.toLowerCase(Locale.ROOT);
        if (OUTSIDE.matcher(entry).find()) {
            throw new Invalid("file", "document-damaged");
        }
        if (MACROS.matcher(name).find()) {
            throw new Invalid("file", "document-with-macros");
        }
        if (ARCHIVE.matcher(name).find()) {
            throw new Invalid("file", "document-holds-archive", entry);
        }
    }

    private static DocumentType office(String types) {
        if (types.contains("macroEnabled")) {
            throw new Invalid("file", "document-with-macros");
        }
        if (types.contains("wordprocessingml.document.main+xml")) {
            return DocumentType.DOCX;
        }
        if (types.contains("spreadsheetml.sheet.main+xml")) {
            return DocumentType.XLSX;
        }
        if (types.contains("presentationml.presentation.main+xml")) {
            return DocumentType.PPTX;
        }
        throw Inspection.notKept();
    }

    private static DocumentType open(ZipFile zip) throws IOException {
        var declared = text(zip, "mimetype");
        var manifest = text(zip, "META-INF/manifest.xml");
        var type = declared == null ? null : DocumentType.called(declared.strip()).filter(one -> one == DocumentType.ODT || one == DocumentType.ODS).orElse(null);
        if (type == null || manifest == null) {
            throw Inspection.notKept();
        }
        if (manifest.contains("encryption-data")) {
            throw new Invalid("file", "document-encrypted");
        }
        return type;
    }

    private static @Nullable String text(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (var content = zip.getInputStream(entry)) {
            var bytes = content.readNBytes(SMALL + 1);
            if (bytes.length > SMALL) {
                throw new Invalid("file", "document-swollen");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
