package constancia.command.imports;

import static constancia.command.imports.UnreadableFile.Problem.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the sheets of an XLSX or CSV file. What the file is comes from its content, not from its name.
 * Macros and external links are never followed; memory and time are bounded.
 */
public final class GridReader {

    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
    private static final byte[] ZIP = {'P', 'K'};
    /** The name of the stream in which Office keeps an encrypted workbook. */
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private GridReader() {
    }

    /** The sheets of a file on disk; refuses one over the limit before reading it. */
    public static List<Grid> read(Path file) throws IOException {
        if (Files.size(file) > Limits.FILE_BYTES) {
            throw new UnreadableFile(FILE_TOO_LARGE, Limits.FILE_BYTES >> 20);
        }
        return read(Files.readAllBytes(file), file.getFileName().toString());
    }

    /**
     * The sheets of a file, in their order.
     *
     * @throws UnreadableFile if it is not a readable workbook or CSV, or passes a limit
     */
    public static List<Grid> read(byte[] content, String fileName) {
        return read(content, fileName, Optional.empty());
    }

    static List<Grid> read(byte[] content, String fileName, Optional<Encoding> told) {
        if (content.length == 0) {
            throw new UnreadableFile(EMPTY_FILE);
        }
        if (content.length > Limits.FILE_BYTES) {
            throw new UnreadableFile(FILE_TOO_LARGE, Limits.FILE_BYTES >> 20);
        }
        if (startsWith(content, ZIP)) {
            return WorkbookFile.read(content);
        }
        if (startsWith(content, OLE2)) {
            throw new UnreadableFile(contains(content, ENCRYPTED) ? ENCRYPTED_WORKBOOK : OLD_WORKBOOK_FORMAT);
        }
        String lowerCase = fileName.toLowerCase(Locale.ROOT);
        if (lowerCase.endsWith(".xlsx") || lowerCase.endsWith(".xlsm")) {
            throw new UnreadableFile(NOT_A_WORKBOOK);
        }
        return List.of(CsvFile.read(told.map(encoding -> encoding.read(content)).orElseGet(() -> Encoding.decode(content).text()), fileName));
    }

    /** Whether it can only be a plain text. */
    static boolean isText(byte[] content) {
        return !startsWith(content, ZIP) && !startsWith(content, OLE2);
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        return content.length >= magic.length
            && java.util.Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }

    private static boolean contains(byte[] content, byte[] part) {
        for (int i = 0; i <= content.length - part.length; i++) {
            if (java.util.Arrays.equals(content, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
