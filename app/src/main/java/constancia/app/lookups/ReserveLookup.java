package constancia.app.lookups;

import constancia.command.reserve.ClassRules;
import constancia.kernel.ItemId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.reserve.Classified;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.reserve.ReservedField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is withheld, kept in the transaction that appends, and the rules of the classes. The fences stand on its table. */
@Component
final class ReserveLookup implements ClassRules {

    private final JdbcClient db;

    ReserveLookup(JdbcClient commandDb) {
        this.db = commandDb;
    }

    @Override
    public ClassRule on(ItemClass of, LocalDate day) {
        return db.sql("select needs, years, extension from journal.class_rule where class = :class and since <= :day order by since desc limit 1")
                .param("class", of.word()).param("day", day).query(ReserveLookup::rule).single();
    }

    private static ClassRule rule(ResultSet row, int line) throws SQLException {
        return new ClassRule(Set.of((String[]) row.getArray("needs").getArray()), row.getObject("years", Integer.class), row.getObject("extension", Integer.class));
    }

    /** @param scopes SQL for the bodies and institutions that item {@code :item} concerns */
    void classified(ItemId item, String kind, Classified e, String scopes) {
        var said = e.said();
        db.sql("""
                insert into journal.reserve (item, kind, part, field, class, since, began_on, until_on, legal_basis, authority, resolution, scopes, keys)
                values (:item, :kind, :part, :field, :class, :since, :since, :until, :basis, :authority, :resolution, (%s), :keys)
                on conflict on constraint reserve_of do update set class = excluded.class, since = excluded.since, began_on = case when reserve.class = 'reserved' and excluded.class = 'reserved' and reserve.until_on >= excluded.since then reserve.began_on
                        else excluded.since end,
                    until_on = excluded.until_on, legal_basis = excluded.legal_basis, authority = excluded.authority, resolution = excluded.resolution,
                    lapsed = false
                where excluded.since >= reserve.since""".formatted(scopes))
                .param("item", item.value()).param("kind", e.part() == null ? kind : "deliberation").param("part", e.part())
                .param("field", e.field() == null ? null : e.field().word()).param("class", said.as().word()).param("since", e.effectiveOn())
                .param("until", said.until()).param("basis", said.legalBasis()).param("authority", said.authority())
                .param("resolution", said.resolution()).param("keys", ReservedField.keys(e.field()).toArray(String[]::new)).update();
    }

    void lapsed(ItemId item, LocalDate until) {
        db.sql("update journal.reserve set lapsed = true where item = :item and until_on = :until").param("item", item.value()).param("until", until).update();
    }

    /** Another whom the item concerns. */
    void concerns(ItemId item, UUID scope) {
        db.sql("update journal.reserve set scopes = scopes || :scope where item = :item").param("item", item.value()).param("scope", scope).update();
    }

    /** From its question on it is reserved by itself. */
    void deliberating(MeetingId meeting, UUID deliberation, LocalDate on) {
        db.sql("""
                insert into journal.reserve (item, kind, part, class, since, began_on, scopes, by_itself)
                select id, 'deliberation', :deliberation, 'public', :on, :on, array[body], true from journal.meeting where id = :meeting""")
                .param("meeting", meeting.value()).param("deliberation", deliberation).param("on", on).update();
    }

    /** From its decision on it is public, unless something else was said. */
    void concluded(MeetingId meeting, UUID deliberation) {
        db.sql("update journal.reserve set by_itself = false where item = :meeting and part = :deliberation")
                .param("meeting", meeting.value()).param("deliberation", deliberation).update();
    }

    /** Everything known of an item, before it is told anew. */
    void forget(ItemId item) {
        db.sql("delete from journal.reserve where item = :item").param("item", item.value()).update();
    }
}
