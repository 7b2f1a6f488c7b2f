package constancia.query.history;

import constancia.kernel.Event;
import constancia.kernel.EventTypes;
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
import java.util.ArrayList;
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
     * @param since  only what came after that position
     * @param kind   of items, as they stand in the journal
     * @param type   of records, under their stored names; no others
     * @param lateBy only what was recorded more than that many days after the day since when it holds, from 1
     */
    public record Filter(long since, List<String> kind, List<UUID> item, List<String> type, @Nullable Integer lateBy) {}

    /**
     * @param effectiveOn as it was recorded; that a rectification gave another day since is a record of its own
     * @param daysLate    from that day to the one on which it was recorded, in the register's zone
     * @param called      what the item is called today; null where that is withheld
     * @param grounds     null where there are none or they are withheld
     */
    public record Row(long position, Instant recordedAt, LocalDate effectiveOn, int daysLate, String kind, UUID item, @Nullable String called, int n, String type,
                      String actor, @Nullable InstitutionName institution, boolean onBehalf, @Nullable String grounds, String summary) {}

    private record Found(String kind, UUID item, boolean reserved, int daysLate, Entry entry) {}

    /**
     * Record by record until there are enough: joined in another way, a page goes through the whole journal. What the ledger says of
     * type and lateness it says of every record; what is withheld falls away here as in any page.
     */
    private static final String NEWEST_FIRST = """
            from (select * from journal.ledger l where %s order by position desc offset 0) l
            cross join lateral (select * from journal.readable_event r where r.event_index = l.event_index offset 0) e
            """;
    /** Items have few records among many. */
    private static final String OF_ITEMS = """
            from journal.readable_event e join journal.ledger l on l.event_index = e.event_index and %s
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
        params.put("before", before(page.cursor()));
        var found = db.sql(HIDDEN + """
                select l.position, l.recorded_at, l.days_late, e.sequence_number + 1 as n, e.received_at, e.type, e.payload, e.metadata, e.withheld, e.aggregate_type, e.aggregate_id,
                    e.masked || array(select unnest(h.keys) from hidden h where h.item = e.aggregate_id and h.part is null) as covered,
                    exists (select 1 from journal.hidden('{}') p where p.item = e.aggregate_id and (p.part is null or p.part = e.part)) as reserved
                """ + narrowed(filter, params) + " order by l.position desc limit " + (page.limit() + 1)).params(params).query(Records::found).list();
        var shown = found.subList(0, Math.min(found.size(), page.limit()));
        reads.told(reader, "records", shown.stream().filter(Found::reserved).map(one -> new Seen(one.kind(), one.item().toString(), null)).distinct().toList());
        var next = found.size() > page.limit() ? String.valueOf(shown.getLast().entry().position()) : null;
        int total = page.cursor() == null && next == null ? shown.size() : count(filter, params);
        return Page.of(rows(reader, shown, locale), next, total);
    }

    private int count(Filter filter, Map<String, Object> params) {
        params.put("before", Long.MAX_VALUE);
        return db.sql(HIDDEN + "select count(*) from (select 1 " + narrowed(filter, params) + " limit " + (Page.COUNTED + 1) + ") c").params(params).query(Integer.class).single();
    }

    private static String narrowed(Filter filter, Map<String, Object> params) {
        var which = new StringBuilder((filter.item().isEmpty() ? NEWEST_FIRST : OF_ITEMS).formatted(inLedger(filter, (long) params.get("before")))).append(WHERE);
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

    /** What is rare is written out, and no bound that is none: a plan that is kept for any would go through the ledger from its end. */
    private static String inLedger(Filter filter, long before) {
        if (filter.type().isEmpty() && filter.lateBy() == null) {
            return "l.position > :since and l.position < :before";
        }
        var which = new ArrayList<String>();
        if (!filter.type().isEmpty()) {
            which.add(filter.type().stream().map(type -> "'" + EventTypes.named(type).getSimpleName() + "'").collect(Collectors.joining(", ", "l.type in (", ")")));
        }
        if (filter.lateBy() != null) {
            which.add("l.days_late > " + filter.lateBy());
        }
        if (filter.since() > 0) {
            which.add("l.position > " + filter.since());
        }
        if (before < Long.MAX_VALUE) {
            which.add("l.position < " + before);
        }
        return String.join(" and ", which);
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
            return new Row(one.entry().position(), one.entry().recordedAt(), record.effectiveOn(), one.daysLate(), one.kind(), one.item(), called.get(one.item()), record.n(),
                    record.event().getClass().getSimpleName(), record.by().actor(), names.institution(record.by().institution()), record.by().onBehalf(),
                    Covered.MARK.equals(record.by().grounds()) ? null : record.by().grounds(), summary(one.kind(), record.event(), names, locale));
        }).toList();
    }

    private String summary(String kind, Event event, Names names, Locale locale) {
        return summaries.of(views.of(kind), event, names, locale);
    }

    private static Found found(ResultSet row, int line) throws SQLException {
        return new Found(row.getString("aggregate_type"), row.getObject("aggregate_id", UUID.class), row.getBoolean("reserved"), row.getInt("days_late"), Journal.entry(row, line));
    }
}
