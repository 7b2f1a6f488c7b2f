package constancia.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps who was told what is reserved. Whoever answers says so before the answer is given; if that fails, nothing is answered. */
public interface ReservedReads {

    /**
     * Something reserved or confidential that an answer holds.
     *
     * @param kind of item as it stands in the journal, or {@code document}
     * @param item its id; of a document the SHA-256 of its content
     * @param part what of it was told, when it was not the whole
     */
    record Seen(String kind, String item, @Nullable String part) {}

    /** @param question what was asked, in a word that stays: {@code item}, {@code history}, {@code agreements} */
    void told(Reader reader, String question, List<Seen> seen);
}
