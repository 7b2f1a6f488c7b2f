package constancia.app.access;

import constancia.query.Reader;
import constancia.query.ReservedReads;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes who was told what is reserved; the database chains each row to the one before it. */
@Component
class AccessLog implements ReservedReads {

    private final JdbcClient db;

    AccessLog(@Qualifier("workDb") JdbcClient workDb) {
        this.db = workDb;
    }

    @Override
    public void told(Reader reader, String question, List<Seen> seen) {
        if (seen.isEmpty()) {
            return;
        }
        db.sql("""
                insert into journal.access (account, institution, through, question, kind, item, part)
                select :account, :institution, :through, :question, s.kind, s.item, s.part
                from unnest(cast(:kinds as text[]), cast(:items as text[]), cast(:parts as text[])) with ordinality as s (kind, item, part, place)
                order by s.place""")
                .param("account", reader.account()).param("institution", value(reader)).param("through", reader.through().word())
                .param("question", question).param("kinds", seen.stream().map(Seen::kind).toArray(String[]::new))
                .param("items", seen.stream().map(Seen::item).toArray(String[]::new))
                .param("parts", seen.stream().map(Seen::part).toArray(String[]::new)).update();
    }

    private static @Nullable UUID value(Reader reader) {
        var institution = reader.authority().institution();
        return institution == null ? null : institution.value();
    }
}
