package constancia.query.documents;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.rights.Role;
import constancia.kernel.rights.Sight;
import constancia.query.Reader;
import constancia.query.ReservedReads;
import constancia.query.ReservedReads.Seen;
import constancia.query.history.UnknownItem;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A document: its content, what is known of it, and which items name it. */
public final class KeptDocuments {

    /** Whoever prepares and whoever checks what the register keeps knows of documents that no item names yet, and of those that are reserved by themselves. */
    private static final Set<Role> KEEPERS = Set.of(Role.ADMINISTRATOR, Role.COORDINATOR, Role.TECHNICAL_SECRETARIAT, Role.AUDITOR);
    private static final String PUBLIC = "public";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** @param name as the reader brought it, or else as it first came in */
    public record Content(String name, String type, long size, InputStream stream) {}

    public record Upload(String name, String by, Instant at) {}

    public record Classified(@JsonProperty("class") String classification, @Nullable String legalBasis, @Nullable String authority, @Nullable String resolution,
                             @Nullable LocalDate until, @Nullable String grounds, String by, Instant at) {}

    /** @param antivirus {@code clean} when it was looked through and nothing was found; null when it was not looked through */
    public record About(String sha256, long size, String type, @JsonProperty("class") String classification, @Nullable String antivirus, List<Upload> uploads,
                        List<Classified> classifications) {}

    public record Use(String kind, UUID id) {}

    private record Row(String sha256, long size, String type, @Nullable String antivirus) {}

    private final JdbcClient db;
    private final Sight sight;
    private final ReservedReads reads;
    private final Clock clock;

    /** @param clock tells today, in the register's zone */
    public KeptDocuments(JdbcClient db, Sight sight, ReservedReads reads, Clock clock) {
        this.db = db;
        this.sight = sight;
        this.reads = reads;
        this.clock = clock;
    }

    /** @throws UnknownItem there is none, or none that the reader may know of */
    public Content content(Reader reader, String sha256) {
        reader.mayAsk("document");
        var row = seen(reader, sha256, "document");
        var name = db.sql("select name from journal.document_upload where sha256 = :sha256 order by account = :account desc, n limit 1")
                .param("sha256", sha256).param("account", reader.account()).query(String.class).single();
        return new Content(name, row.type(), row.size(), new Pieces(db, sha256));
    }

    /** @throws UnknownItem there is none, or none that the reader may know of */
    public About about(Reader reader, String sha256) {
        reader.mayAsk("about-document");
        var row = seen(reader, sha256, "about-document");
        return new About(sha256, row.size(), row.type(), classification(sha256), row.antivirus(), uploads(sha256), classifications(sha256));
    }

    /**
     * The items that name it, of those that the reader may know of.
     *
     * @throws UnknownItem there is none, or none that the reader may know of
     */
    public List<Use> uses(Reader reader, String sha256) {
        reader.mayAsk("uses-of-document");
        seen(reader, sha256, "uses-of-document");
        return visible(reader, sha256);
    }

    private Row seen(Reader reader, String sha256, String question) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new UnknownItem();
        }
        var row = db.sql("select * from journal.document where sha256 = :sha256").param("sha256", sha256).query(Row.class).optional().orElseThrow(UnknownItem::new);
        boolean reserved = !classification(sha256).equals(PUBLIC);
        if (!knows(reader, sha256, reserved)) {
            throw new UnknownItem();
        }
        if (reserved) {
            reads.told(reader, question, List.of(new Seen("document", sha256, null)));
        }
        return row;
    }

    /** Through an item that names it and that the reader may know of; as long as none does, whoever keeps documents or brought this one. */
    private boolean knows(Reader reader, String sha256, boolean reserved) {
        boolean keeper = KEEPERS.stream().anyMatch(reader.authority()::has);
        boolean own = keeper || brought(reader, sha256);
        return named(sha256) ? !visible(reader, sha256).isEmpty() && (!reserved || own) : own;
    }

    private boolean named(String sha256) {
        return db.sql("select exists (select 1 from journal.document_use where sha256 = :sha256)").param("sha256", sha256).query(Boolean.class).single();
    }

    private boolean brought(Reader reader, String sha256) {
        return db.sql("select exists (select 1 from journal.document_upload where sha256 = :sha256 and account = :account)")
                .param("sha256", sha256).param("account", reader.account()).query(Boolean.class).single();
    }

    private List<Use> visible(Reader reader, String sha256) {
        return db.sql("select kind, item as id from journal.document_use where sha256 = :sha256 order by item").param("sha256", sha256).query(Use.class).list().stream()
                .filter(use -> sight.knows(reader.authority(), use.kind(), use.id())).toList();
    }

    /** The last that was said; a reserve lapses by itself after its day. */
    private String classification(String sha256) {
        return db.sql("select class from journal.document_class where sha256 = :sha256 and n = (select max(n) from journal.document_class where sha256 = :sha256) "
                + "and (until is null or until >= :today)").param("sha256", sha256).param("today", LocalDate.now(clock)).query(String.class).optional().orElse(PUBLIC);
    }

    private List<Upload> uploads(String sha256) {
        return db.sql("select name, account, uploaded_at from journal.document_upload where sha256 = :sha256 order by n").param("sha256", sha256)
                .query((row, line) -> new Upload(row.getString(1), row.getString(2), instant(row, "uploaded_at"))).list();
    }

    private List<Classified> classifications(String sha256) {
        return db.sql("select * from journal.document_class where sha256 = :sha256 order by n").param("sha256", sha256)
                .query((row, line) -> new Classified(row.getString("class"), row.getString("legal_basis"), row.getString("authority"), row.getString("resolution"),
                        row.getObject("until", LocalDate.class), row.getString("grounds"), row.getString("account"), instant(row, "classified_at"))).list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
