package constancia.command.imports;

import constancia.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The hash that makes a row the same row in another upload: its normalised cells within plan and block.
 * Case and spelling count; blanks and the two ways of writing an accent do not.
 */
public final class Fingerprint {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

    /** Where a row stands in its plan, whatever its words; numbers restart in each block. */
    public record Place(String component, int block, String number) {
        public static Place of(MatrixRow row) {
            return new Place(row.component().key(), row.block(), row.number());
        }
    }

    private Fingerprint() {
    }

    /** The part that the rows of a block share; compute it once for all of them. */
    public static String ofBlock(String component, List<String> recommendations) {
        MessageDigest hash = Sha256.digest();
        cell(hash, component);
        cells(hash, recommendations);
        return HexFormat.of().formatHex(hash.digest());
    }

    /** SHA-256, in hexadecimal. Each part is hashed with its length, so that no text can pose as two. */
    public static String of(String component, List<String> recommendations, String number, String text,
                            List<String> marks, String responsible) {
        return of(ofBlock(component, recommendations), number, text, marks, responsible);
    }

    /** The same, with what {@link #ofBlock} gave. */
    public static String of(String block, String number, String text, List<String> marks, String responsible) {
        MessageDigest hash = Sha256.digest();
        cell(hash, block);
        cell(hash, number);
        cell(hash, text);
        cells(hash, marks);
        cell(hash, responsible);
        return HexFormat.of().formatHex(hash.digest());
    }

    /** Whether a row stands where a known one does and says it in other words: a possible change, for decision. */
    public static boolean differsInWording(Place known, String knownText, Place read, String readText) {
        return !known.number().isEmpty() && known.equals(read) && !normal(knownText).equals(normal(readText));
    }

    static String normal(String cell) {
        return BLANKS.matcher(Normalizer.normalize(cell, Normalizer.Form.NFC)).replaceAll(" ").strip();
    }

    private static void cells(MessageDigest hash, List<String> cells) {
        hash.update(ByteBuffer.allocate(4).putInt(cells.size()).flip());
        cells.forEach(c -> cell(hash, c));
    }

    private static void cell(MessageDigest hash, String cell) {
        byte[] bytes = normal(cell).getBytes(StandardCharsets.UTF_8);
        hash.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        hash.update(bytes);
    }
}
