package constancia.app.lookups;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The last number of each series of folios. */
final class Folios {

    private Folios() {}

    /**
     * The next number. Its row is ours until the transaction ends: who comes second waits, then fails (40001: it changed after its
     * snapshot) and is decided again; if the first was rolled back, the second gets the same number.
     */
    static int next(JdbcClient db, String series, int year) {
        return db.sql("""
                insert into journal.folio (series, year, last) values (:series, :year, 1)
                on conflict (series, year) do update set last = folio.last + 1
                returning last""").param("series", series).param("year", year).query(Integer.class).single();
    }
}
