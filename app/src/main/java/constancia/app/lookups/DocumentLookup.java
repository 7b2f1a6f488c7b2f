package constancia.app.lookups;

import constancia.command.documents.Documents;
import constancia.kernel.ItemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents as commands must know them. Nothing takes one away, so no row has to be held. */
@Component
final class DocumentLookup implements Documents {

    private final JdbcClient db;

    DocumentLookup(JdbcClient commandDb) {
        this.db = commandDb;
    }

    @Override
    public boolean has(String sha256) {
        return db.sql("select 1 from journal.document where sha256 = :sha256").param("sha256", sha256).query(Integer.class).optional().isPresent();
    }

    @Override
    public void named(String sha256, ItemId by) {
        db.sql("insert into journal.document_use (sha256, kind, item) values (:sha256, :kind, :item) on conflict do nothing")
                .param("sha256", sha256).param("kind", ItemId.kind(by.getClass())).param("item", by.value()).update();
    }
}
