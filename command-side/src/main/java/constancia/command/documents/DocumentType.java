package constancia.command.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of files that the register keeps, each with the ends of names that go with it. */
public enum DocumentType {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    CSV("text/csv", "csv"),
    TXT("text/plain", "txt"),
    PNG("image/png", "png"),
    JPG("image/jpeg", "jpg", "jpeg"),
    WEBP("image/webp", "webp");

    private final String type;
    private final List<String> endings;

    DocumentType(String type, String... endings) {
        this.type = type;
        this.endings = List.of(endings);
    }

    /** As it is told to browsers: {@code application/pdf}. */
    public String type() {
        return type;
    }

    public boolean endsLike(String ending) {
        return endings.contains(ending);
    }

    static Optional<DocumentType> called(String type) {
        return Arrays.stream(values()).filter(one -> one.type.equals(type)).findFirst();
    }

    /** All ends of names, for those who must choose another file. */
    static String allEndings() {
        return Arrays.stream(values()).flatMap(type -> type.endings.stream()).collect(Collectors.joining(", "));
    }
}
