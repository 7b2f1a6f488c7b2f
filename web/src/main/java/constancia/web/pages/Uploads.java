package constancia.web.pages;

import constancia.kernel.Invalid;
import constancia.query.documents.KeptDocuments;
import constancia.query.history.UnknownItem;
import constancia.web.Caller;
import constancia.web.Messages;
import constancia.web.commands.FormField;
import constancia.web.commands.FormField.Kind;
import constancia.web.documents.DocumentDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** The files of a form. They become documents at once, so that a refusal of the rest does not lose them. */
@Component
final class Uploads {

    /** The form with the hashes of what was brought in the place of the files, and what was wrong with which. */
    record Taken(Map<String, String[]> filled, Map<String, String> faults) {}

    private final DocumentDesk desk;
    private final KeptDocuments documents;
    private final Messages messages;

    Uploads(DocumentDesk desk, KeptDocuments documents, Messages messages) {
        this.desk = desk;
        this.documents = documents;
        this.messages = messages;
    }

    Taken take(HttpServletRequest request, Locale locale) {
        var filled = new HashMap<>(request.getParameterMap());
        var faults = new LinkedHashMap<String, String>();
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parts != null) {
            parts.getMultiFileMap().forEach((path, files) -> files.stream().filter(file -> !file.isEmpty()).forEach(file -> {
                try {
                    var hash = keep(file);
                    filled.merge(path, new String[] {hash}, (before, now) -> Stream.concat(Arrays.stream(now), Arrays.stream(before)).toArray(String[]::new));
                } catch (Invalid e) {
                    faults.putIfAbsent(path, messages.of(e.code(), e.args(), locale));
                }
            }));
        }
        return new Taken(Map.copyOf(filled), faults);
    }

    private String keep(MultipartFile file) {
        Caller.current().reader().mayAsk("upload-document");
        try {
            var copy = Files.createTempFile("constancia-", ".document");
            try {
                file.transferTo(copy);
                return desk.keep(Caller.current().account(), Objects.requireNonNullElse(file.getOriginalFilename(), ""), copy, null).sha256();
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a form has room for files. */
    static boolean in(List<FormField> fields) {
        return fields.stream().anyMatch(field -> field.kind() == Kind.DOCUMENT || field.kind() == Kind.DOCUMENTS || in(field.parts()));
    }

    /** What a document is called that was brought before; its hash, where there is none that one may know of. */
    String name(String hash) {
        try {
            return documents.content(Caller.current().reader(), hash).name();
        } catch (UnknownItem e) {
            return hash;
        }
    }
}
