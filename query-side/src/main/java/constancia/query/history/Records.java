package constancia.query.history;

import constancia.kernel.Event;
import constancia.kernel.Invalid;
import constancia.query.Reader;
import constancia.query.ReservedReads;
import constancia.query.ReservedReads.Seen;
import constancia.query.history.Names.InstitutionName;
import constancia.query.tables.Page;
import constancia.query.tables.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was put on record lately, whatever item it is of? The newest first. */
public final class Records {

    /**
     * @param since only what came after that position
     * @param kind  of items, as they stand in the journal
     */
    public record Filter(long since, List<String> kind, List<UUID> item) {}

    /** @param called what the item is called today; null where that is withheld */
    public record Row(long position, Instant recordedAt, LocalDate effectiveOn, String kind, UUID item, @Nullable String called, int n, String type, String actor,
                      @Nullable InstitutionName institution, boolean onBehalf, String summary) {}

    private record Found(String kind, UUID item, boolean reserved, Entry entry) {}

    private static final int COUNTED = 10_000;

    /** Record by record until there are enough: joined in another way, a page goes through the whole journal. */
    private static final String NEWEST_FIRST = """
            from (select position, recorded_at, event_index from journal.ledger where position > :since and position < :before order by position desc offset 0) l
            cross join lateral (select * from journal.readable_event r where r.event_index = l.event_index offset 0) e
            """;
    /** Items have few records among many. */
    private static final String OF_ITEMS = """
            from journal.readable_event e join journal.ledger l on l.event_index = e.event_index and l.position > :since and l.position < :before
            """;
    /** The log of reads is no item that people have. */
    private static final String WHERE = """
            where e.aggregate_type <> 'access-log' and not e.withheld
                and not exists (select 1 from hidden h where h.item = e.aggregate_id and (h.part is null and h.field is null or h.part = e.part))""";
    private static final String HIDDEN = "with hidden as materialized (select * from journal.hidden(cast(:holdings as text[]))) ";

    private final JdbcClient db;
    private final Journal journal;
    private final Views views;
    private final Cuts cuts;
    private final Summaries summaries;
    private final ReservedReads reads;

    public Records(JdbcClient db, Journal journal, Views views, Cuts cuts, Summaries summaries, ReservedReads reads) {
        this.db = db;
        this.journal = journal;
        this.views = views;
        this.cuts = cuts;
        this.summaries = summaries;
        this.reads = reads;
    }

    /** @throws Invalid the cursor is not one of ours */
    public Page<Row> page(Reader reader, Filter filter, PageRequest page, Locale locale) {
        reader.mayAsk("records");
        var params = new HashMap<String, Object>(Map.of("holdings", reader.holdings(), "since", filter.since(), "before", Long.MAX_VALUE));
        var which = narrowed(filter, params);
        int total = db.sql(HIDDEN + "select count(*) from (select 1 " + which + " limit " + (COUNTED + 1) + ") c").params(params).query(Integer.class).single();
        params.put("before", before(page.cursor()));
        var found = db.sql(HIDDEN + """
                select l.position, l.recorded_at, e.sequence_number + 1 as n, e.received_at, e.type, e.payload, e.metadata, e.withheld, e.aggregate_type, e.aggregate_id,
                    e.masked || array(select unnest(h.keys) from hidden h where h.item = e.aggregate_id and h.part is null) as covered,
                    exists (select 1 from journal.hidden('{}') p where p.item = e.aggregate_id and (p.part is null or p.part = e.part)) as reserved
                """ + which + " order by l.position desc limit " + (page.limit() + 1)).params(params).query(Records::found).list();
        var shown = found.subList(0, Math.min(found.size(), page.limit()));
        reads.told(reader, "records", shown.stream().filter(Found::reserved).map(one -> new Seen(one.kind(), one.item().toString(), null)).distinct().toList());
        var next = found.size() > page.limit() ? String.valueOf(shown.getLast().entry().position()) : null;
        return new Page<>(rows(reader, shown, locale), next, total > COUNTED ? null : total, total > COUNTED ? COUNTED : null);
    }

    private static String narrowed(Filter filter, Map<String, Object> params) {
        var which = new StringBuilder(filter.item().isEmpty() ? NEWEST_FIRST : OF_ITEMS).append(WHERE);
        if (!filter.kind().isEmpty()) {
            which.append(" and e.aggregate_type in (:kind)");
            params.put("kind", filter.kind());
        }
        if (!filter.item().isEmpty()) {
            which.append(" and e.aggregate_id in (:item)");
            params.put("item", filter.item());
        }
        return which.toString();
    }

    private static long before(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new Invalid("cursor", "bad-cursor");
        }
    }

    private List<Row> rows(Reader reader, List<Found> found, Locale locale) {
        var today = cuts.resolve(CutRequest.NOW);
        var records = new NamedRecords(reader, journal);
        records.read(found.stream().collect(Collectors.toMap(Found::item, Found::kind, (kind, same) -> kind)));
        var names = new FoldedNames(records, views, today);
        var called = new HashMap<UUID, String>();
        found.forEach(one -> called.computeIfAbsent(one.item(), id -> names.called(one.kind(), id)));
        return found.stream().map(one -> {
            var record = one.entry().record();
            return new Row(one.entry().position(), one.entry().recordedAt(), record.effectiveOn(), one.kind(), one.item(), called.get(one.item()), record.n(),
                    record.event().getClass().getSimpleName(), record.by().actor(), names.institution(record.by().institution()), record.by().onBehalf(),
                    summary(one.kind(), record.event(), names, locale));
        }).toList();
    }

    private String summary(String kind, Event event, Names names, Locale locale) {
        return summaries.of(views.of(kind), event, names, locale);
    }

    private static Found found(ResultSet row, int line) throws SQLException {
        return new Found(row.getString("aggregate_type"), row.getObject("aggregate_id", UUID.class), row.getBoolean("reserved"), Journal.entry(row, line));
    }
}
