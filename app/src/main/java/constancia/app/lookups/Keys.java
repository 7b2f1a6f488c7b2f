package constancia.app.lookups;

import java.text.Normalizer;
import java.util.Locale;

/** A name as it is compared: without case, accents and dots, with single spaces. */
public final class Keys {

    private Keys() {}

    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").replace(".", "")
                .toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
    }
}
