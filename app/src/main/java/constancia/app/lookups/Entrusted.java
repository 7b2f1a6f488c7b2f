package constancia.app.lookups;

import constancia.kernel.ItemId;
import constancia.kernel.institutions.InstitutionId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of an item is with an institution for it to do something about, and was. */
final class Entrusted {

    private Entrusted() {}

    static void to(JdbcClient db, ItemId item, UUID part, InstitutionId institution) {
        db.sql("""
                with gone_on as (update journal.entrusted set still = false where item = :item and part = :part and still and institution <> :institution)
                insert into journal.entrusted (kind, item, part, institution, still) values (:kind, :item, :part, :institution, true)
                on conflict (item, part, institution) do update set still = true""")
                .param("kind", ItemId.kind(item.getClass())).param("item", item.value()).param("part", part).param("institution", institution.value()).update();
    }

    static void over(JdbcClient db, ItemId item, UUID part) {
        db.sql("update journal.entrusted set still = false where item = :item and part = :part and still").param("item", item.value()).param("part", part).update();
    }

    static void forget(JdbcClient db, ItemId item) {
        db.sql("delete from journal.entrusted where item = :item").param("item", item.value()).update();
    }
}
