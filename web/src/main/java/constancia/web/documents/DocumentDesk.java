package constancia.web.documents;

import constancia.command.Text;
import constancia.kernel.reserve.ItemClass;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where documents are taken in and classified. */
public interface DocumentDesk {

    /** Who may see a document, and why. */
    record Classification(@JsonProperty("class") ItemClass classification, @Text(500) @Nullable String legalBasis, @Text(300) @Nullable String authority,
                          @Text(100) @Nullable String resolution, @Nullable LocalDate until, @Text(2000) @Nullable String grounds) {}

    /** @param antivirus {@code clean}, or null when nobody looked through it */
    record KeptDocument(String sha256, String name, long size, String type, @Nullable String antivirus) {}

    /**
     * Keeps a file. The same content again is the same document.
     *
     * @throws constancia.kernel.Invalid it is not one of those that are kept
     * @throws constancia.kernel.Refused {@code document-class-differs}: it is there under another class
     */
    KeptDocument keep(String account, String name, Path file, @Nullable Classification classification);

    /**
     * @throws constancia.query.history.UnknownItem there is no such document
     * @throws constancia.kernel.Invalid            the class and what it rests on do not go together
     */
    void classify(String account, String sha256, Classification classification);
}
