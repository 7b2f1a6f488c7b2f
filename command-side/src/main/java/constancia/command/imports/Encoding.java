package constancia.command.imports;

import constancia.kernel.Word;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** In which characters a plain text is written. UTF-8 shows by itself; the two old ones only by the words that they give. */
enum Encoding implements Word {

    UTF_8(StandardCharsets.UTF_8), WINDOWS_1252(Charset.forName("windows-1252")), MAC_ROMAN(Charset.forName("x-MacRoman"));

    /** A text as read, and whether the other old encoding would give a text too. */
    record Decoded(String text, Encoding encoding, boolean sure) {
    }

    private static final String SPANISH = "áéíóúüñÁÉÍÓÚÜÑ";
    private static final int CONTEXT = 20;

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    static Decoded decode(byte[] content) {
        if (starts(content, 0xFF, 0xFE)) {
            return new Decoded(new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE), UTF_8, true);
        }
        if (starts(content, 0xFE, 0xFF)) {
            return new Decoded(new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE), UTF_8, true);
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, UTF_8, true);
        } catch (CharacterCodingException notUtf8) {
            return old(content);
        }
    }

    String read(byte[] content) {
        return new String(content, charset);
    }

    private static Decoded old(byte[] content) {
        String windows = WINDOWS_1252.read(content);
        String mac = MAC_ROMAN.read(content);
        int ofWindows = likeliness(windows);
        int ofMac = likeliness(mac);
        return ofMac > ofWindows ? new Decoded(mac, MAC_ROMAN, ofWindows < 0) : new Decoded(windows, WINDOWS_1252, ofMac < 0);
    }

    /** Accented letters of Spanish within words count for an encoding, signs and foreign letters within words against it. */
    private static int likeliness(String text) {
        int likeliness = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            boolean after = i > 0 && letter(text.charAt(i - 1));
            boolean before = i + 1 < text.length() && letter(text.charAt(i + 1));
            if (SPANISH.indexOf(c) >= 0) {
                likeliness += after || before ? 2 : 0;
            } else if (Character.isLetter(c) || c == '\uFFFD' || Character.isISOControl(c)) {
                likeliness -= 2;
            } else if (after && before && c != '’') {
                likeliness--;
            }
        }
        return likeliness;
    }

    /** A word that shows which reading is right: the surroundings of the first character that is not ASCII. */
    static String sample(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) < 0x80) {
            at++;
        }
        return text.substring(Math.max(0, at - CONTEXT), Math.min(text.length(), at + CONTEXT)).replaceAll("\\s+", " ").strip();
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean starts(byte[] content, int first, int second) {
        return content.length >= 2 && content[0] == (byte) first && content[1] == (byte) second;
    }
}
