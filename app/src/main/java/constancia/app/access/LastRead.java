package constancia.app.access;

import constancia.command.access.Reads;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The head of the log of reads, as the command sees it that seals it. */
@Component
class LastRead implements Reads {

    private final JdbcClient db;

    LastRead(JdbcClient commandDb) {
        this.db = commandDb;
    }

    @Override
    public Optional<Last> last() {
        return db.sql("select n, encode(hash, 'hex') as hash from journal.access order by n desc limit 1").query(Last.class).optional();
    }
}
