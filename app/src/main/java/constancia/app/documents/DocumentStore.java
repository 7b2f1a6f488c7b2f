package constancia.app.documents;

import constancia.command.documents.FileName;
import constancia.command.documents.Inspection;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.reserve.ItemClass;
import constancia.query.history.UnknownItem;
import constancia.web.documents.DocumentDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes documents in: inspected, looked through if there is a scanner, then written piece by piece, each on its own, and known
 * to the register only when all are there. Whoever is cut off begins again and finds the pieces written.
 */
@Component
class DocumentStore implements DocumentDesk {

    private static final int PIECE = 1024 * 1024;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Antivirus antivirus;
    private final Clock clock;

    DocumentStore(@Qualifier("workDb") JdbcClient workDb, @Qualifier("workTransaction") TransactionTemplate workTransaction, Antivirus antivirus, Clock clock) {
        this.db = workDb;
        this.transaction = workTransaction;
        this.antivirus = antivirus;
        this.clock = clock;
    }

    @Override
    public KeptDocument keep(String account, String given, Path file, @Nullable Classification classification) {
        var name = FileName.of(given);
        try {
            var inspected = Inspection.of(file, name);
            if (classification != null) {
                mustFit(classification);
            }
            var verdict = antivirus.verdict(file);
            write(inspected, file);
            return transaction.execute(status -> known(account, name, inspected, verdict, classification));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Inspection inspected, Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            int n = 0;
            for (var piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                db.sql("insert into journal.document_piece (sha256, n, content) values (:sha256, :n, :content) on conflict do nothing")
                        .param("sha256", inspected.sha256()).param("n", n++).param("content", piece).update();
            }
        }
    }

    private KeptDocument known(String account, String name, Inspection inspected, @Nullable String verdict, @Nullable Classification classification) {
        boolean first = db.sql("insert into journal.document (sha256, size, type, antivirus) values (:sha256, :size, :type, :antivirus) on conflict do nothing")
                .param("sha256", inspected.sha256()).param("size", inspected.size()).param("type", inspected.type().type()).param("antivirus", verdict).update() == 1;
        if (classification != null && first) {
            classified(account, inspected.sha256(), classification);
        } else if (classification != null && !classification.classification().word().equals(classOf(inspected.sha256()))) {
            throw new Refused("document-class-differs");
        }
        db.sql("insert into journal.document_upload (sha256, name, account) values (:sha256, :name, :account)")
                .param("sha256", inspected.sha256()).param("name", name).param("account", account).update();
        return db.sql("select sha256, :name as name, size, type, antivirus from journal.document where sha256 = :sha256")
                .param("sha256", inspected.sha256()).param("name", name).query(KeptDocument.class).single();
    }

    private String classOf(String sha256) {
        return db.sql("select class from journal.document_class where sha256 = :sha256 order by n desc limit 1").param("sha256", sha256).query(String.class).optional().orElse("public");
    }

    @Override
    public void classify(String account, String sha256, Classification classification) {
        mustFit(classification);
        if (db.sql("select 1 from journal.document where sha256 = :sha256").param("sha256", sha256).query(Integer.class).optional().isEmpty()) {
            throw new UnknownItem();
        }
        classified(account, sha256, classification);
    }

    private void classified(String account, String sha256, Classification c) {
        db.sql("""
                insert into journal.document_class (sha256, class, legal_basis, authority, resolution, until, grounds, account)
                values (:sha256, :class, :basis, :authority, :resolution, :until, :grounds, :account)""")
                .param("sha256", sha256).param("class", c.classification().word()).param("basis", c.legalBasis()).param("authority", c.authority())
                .param("resolution", c.resolution()).param("until", c.until()).param("grounds", c.grounds()).param("account", account).update();
    }

    /** A reserve rests on a provision and ends; what is confidential has no end; what is public rests on nothing. */
    private void mustFit(Classification c) {
        boolean reserved = c.classification() == ItemClass.RESERVED;
        if (reserved && c.until() == null) {
            throw new Invalid("until", "required");
        }
        if (reserved && c.legalBasis() == null) {
            throw new Invalid("legalBasis", "required");
        }
        if (!reserved && c.until() != null) {
            throw new Invalid("until", "document-only-reserved-ends");
        }
        if (c.classification() == ItemClass.PUBLIC && c.legalBasis() != null) {
            throw new Invalid("legalBasis", "document-public-needs-no-basis");
        }
        var today = LocalDate.now(clock);
        if (c.until() != null && c.until().isBefore(today)) {
            throw new Invalid("until", "document-reserve-over", today);
        }
    }
}
