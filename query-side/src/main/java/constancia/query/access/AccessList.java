package constancia.query.access;

import constancia.kernel.access.AccessEvent.ReadsSealed;
import constancia.kernel.access.AccessLogId;
import constancia.query.Reader;
import constancia.query.ReservedReads;
import constancia.query.ReservedReads.Seen;
import constancia.query.history.Journal;
import constancia.query.access.AccessChain.Fault;
import constancia.query.access.AccessChain.Link;
import constancia.query.tables.ListQuery;
import constancia.query.tables.Page;
import constancia.query.tables.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was told what is reserved, when and through what? Whoever asks this is put in the log too. */
public final class AccessList {

    private static final int STEP = 5_000;
    private static final String SELECT = """
            select a.*, lpad(a.n::text, 19, '0') as sort_key, md5(a.n::text)::uuid as id from journal.access a""";

    /** @param from first and {@code to} last day, in the register's zone */
    public record Filter(List<String> item, List<String> account, @Nullable LocalDate from, @Nullable LocalDate to) {

        private String told() {
            return "item=" + String.join(",", item) + " account=" + String.join(",", account) + " from=" + shown(from) + " to=" + shown(to);
        }

        private static String shown(@Nullable LocalDate day) {
            return day == null ? "" : day.toString();
        }
    }

    public record Row(long n, Instant toldAt, String account, @Nullable UUID institution, String through, String question, String kind, String item,
                      @Nullable String part) {}

    /** @param sealedUpTo the number of the last entry under the ledger's hash */
    public record Checked(long entries, long sealedUpTo, List<Fault> faults) {}

    private final JdbcClient db;
    private final Journal journal;
    private final ReservedReads reads;
    private final ZoneId zone;

    public AccessList(JdbcClient db, Journal journal, ReservedReads reads, ZoneId zone) {
        this.db = db;
        this.journal = journal;
        this.reads = reads;
        this.zone = zone;
    }

    public Page<Row> page(Reader reader, Filter filter, PageRequest page) {
        reader.mayAsk("access");
        reads.told(reader, "access", List.of(new Seen(AccessLogView.TYPE, AccessLogId.THE_ONE.toString(), filter.told())));
        return new ListQuery(reader, SELECT)
                .where("a.item in (:item)", "item", filter.item())
                .where("a.account in (:account)", "account", filter.account())
                .where("a.told_at >= :from", "from", filter.from() == null ? null : start(filter.from()))
                .where("a.told_at < :to", "to", filter.to() == null ? null : start(filter.to().plusDays(1)))
                .page(db, page, AccessList::row);
    }

    /** Computes the whole log again and compares it with the ledger's seals. */
    public Checked check(Reader reader) {
        reader.mayAsk("check-access");
        reads.told(reader, "access-check", List.of(new Seen(AccessLogView.TYPE, AccessLogId.THE_ONE.toString(), null)));
        var seals = seals(reader);
        var chain = new AccessChain(seals);
        long last = 0;
        long entries = 0;
        List<Link> step;
        do {
            step = db.sql("select * from journal.access where n > :last order by n limit :step").param("last", last).param("step", STEP).query(AccessList::link).list();
            step.forEach(chain::next);
            entries += step.size();
            last = step.isEmpty() ? last : step.getLast().n();
        } while (step.size() == STEP);
        return new Checked(entries, seals.keySet().stream().mapToLong(Long::longValue).max().orElse(0), chain.faults());
    }

    private Map<Long, String> seals(Reader reader) {
        var seals = new HashMap<Long, String>();
        for (var entry : journal.of(reader, AccessLogView.TYPE, AccessLogId.THE_ONE.value())) {
            if (entry.record().event() instanceof ReadsSealed sealed) {
                seals.put(sealed.upTo(), sealed.hash());
            }
        }
        return seals;
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var link = link(row, line);
        return new Row(link.n(), link.toldAt(), link.account(), link.institution(), link.through(), link.question(), link.kind(), link.item(), link.part());
    }

    private static Link link(ResultSet row, int line) throws SQLException {
        return new Link(row.getLong("n"), row.getObject("told_at", OffsetDateTime.class).toInstant(), row.getString("account"),
                row.getObject("institution", UUID.class), row.getString("through"), row.getString("question"), row.getString("kind"), row.getString("item"),
                row.getString("part"), row.getBytes("hash"));
    }
}
