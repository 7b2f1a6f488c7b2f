package constancia.app.security;

import constancia.web.security.Sessions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks into Spring Session's tables. */
@Component
class BrowserSessions implements Sessions {

    private static final int MOST = 10;

    private final JdbcClient db;
    private final Clock clock;

    BrowserSessions(@Qualifier("workDb") JdbcClient workDb, @Qualifier("wallClock") Clock clock) {
        this.db = workDb;
        this.clock = clock;
    }

    @Override
    public List<OpenSession> of(String account) {
        var now = clock.instant();
        return db.sql("""
                select s.session_id, s.creation_time, s.last_access_time,
                       (select attribute_bytes from journal.spring_session_attributes where session_primary_id = s.primary_id and attribute_name = 'address') as address,
                       (select attribute_bytes from journal.spring_session_attributes where session_primary_id = s.primary_id and attribute_name = 'browser') as browser
                from journal.spring_session s
                where s.principal_name = :account and s.expiry_time > :now and s.creation_time > :oldest order by s.creation_time desc""")
                .param("account", account).param("now", now.toEpochMilli()).param("oldest", now.minus(Duration.ofHours(MOST_HOURS)).toEpochMilli())
                .query((row, line) -> new OpenSession(row.getString("session_id"), Instant.ofEpochMilli(row.getLong("creation_time")), Instant.ofEpochMilli(row.getLong("last_access_time")),
                        text(row.getBytes("address")), text(row.getBytes("browser")))).list();
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean end(String account, String id) {
        return db.sql("delete from journal.spring_session where principal_name = :account and session_id = :id").param("account", account).param("id", id).update() > 0;
    }

    @Override
    public void endOthers(String account, @Nullable String except) {
        db.sql("delete from journal.spring_session where principal_name = :account and session_id is distinct from :except")
                .param("account", account).param("except", except).update();
    }

    @Override
    public void makeRoom(String account) {
        db.sql("""
                delete from journal.spring_session where primary_id in
                    (select primary_id from journal.spring_session where principal_name = :account order by creation_time desc offset :most)""")
                .param("account", account).param("most", MOST - 1).update();
    }

    @Override
    public String id(String secret) {
        return HexFormat.of().formatHex(Hashes.of(secret));
    }
}
