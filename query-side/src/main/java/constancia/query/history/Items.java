package constancia.query.history;

import constancia.kernel.Event;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Rectifications;
import constancia.kernel.rights.Sight;
import constancia.query.Reader;
import constancia.query.ReservedReads;
import constancia.query.ReservedReads.Seen;
import constancia.query.history.Difference.Change;
import constancia.query.history.Names.InstitutionName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Single items: each answer is a fold of the item's own records, always current, at any cut. */
public final class Items {

    /** An item's state as JSON, and what the answer says of itself. {@code position} is null while a record waits for its number. */
    public record Item(ObjectNode json, int version, @Nullable Long position) {}

    /** A record as people see it. Of one that is reserved ({@code type}) they see its number, its position and when it was recorded. */
    public record HistoryRecord(int n, @Nullable Long position, @Nullable Instant recordedAt, @Nullable Instant receivedAt, @Nullable LocalDate effectiveOn,
                                String type, @Nullable String actor, @Nullable InstitutionName institution, boolean onBehalf, Provenance.@Nullable Through through,
                                @Nullable String grounds, String summary, List<Change> changes, List<Integer> rectifiedBy) {

        /** As it was told when the item had so many records. */
        public HistoryRecord among(int records) {
            return new HistoryRecord(n, position, recordedAt, receivedAt, effectiveOn, type, actor, institution, onBehalf, through, grounds, summary, changes,
                    rectifiedBy.stream().filter(by -> by <= records).toList());
        }
    }

    public record History(List<HistoryRecord> items, @Nullable Long position) {}

    private record CutShown(@Nullable String asOf, LocalDate on, @Nullable Long position) {}

    private final Sight sight;
    private final Journal journal;
    private final Views views;
    private final Cuts cuts;
    private final Numbers numbers;
    private final Summaries summaries;
    private final JsonMapper json;
    private final java.time.ZoneId zone;
    private final ReservedReads reads;

    public Items(Sight sight, Journal journal, Views views, Cuts cuts, Numbers numbers, Summaries summaries, JsonMapper json, java.time.ZoneId zone, ReservedReads reads) {
        this.sight = sight;
        this.journal = journal;
        this.views = views;
        this.cuts = cuts;
        this.numbers = numbers;
        this.summaries = summaries;
        this.json = json;
        this.zone = zone;
        this.reads = reads;
    }

    /**
     * @throws UnknownItem   there is none of which the reader may know
     * @throws NotAtThatTime it was not yet known, or not yet in being, at the cut
     */
    public Item item(Reader reader, String type, UUID id, CutRequest request) {
        var entries = entries(reader, "item", type, id);
        return state(reader, views.of(type), id, entries, cuts.resolve(request));
    }

    /** Any items at one cut, for an answer that tells of several. */
    public Told told(Reader reader, CutRequest request) {
        reader.mayAsk("item");
        var cut = cuts.resolve(request);
        return new Told(reader, journal, views, json, cut, cut.upTo() != null ? cut.upTo() : numbers.head());
    }

    /** The same for what is written of an item for everybody who may know of it: of a public one, with nothing that is withheld. */
    public Told toldToAll(Reader reader, String type, UUID id, CutRequest request) {
        var told = told(reader, request);
        return journal.holds(Reader.PUBLIC, type, id) ? new Told(Reader.PUBLIC, journal, views, json, told.cut(), told.position()) : told;
    }

    /** The state after the item's {@code n}-th record: everything up to that record, told on the day on which it was recorded. */
    public Item after(Reader reader, String type, UUID id, int n) {
        var entries = entries(reader, "record", type, id);
        var last = entry(entries, n);
        return state(reader, views.of(type), id, upTo(entries, n), cuts.after(last));
    }

    /** Every record of the item with what it changed, in the order in which they were made. */
    public History history(Reader reader, String type, UUID id, Locale locale) {
        var entries = entries(reader, "history", type, id);
        var view = views.of(type);
        var records = new ArrayList<HistoryRecord>();
        var named = new NamedRecords(reader, journal);
        for (var entry : entries) {
            records.add(told(view, named, entries, entry, locale));
        }
        return new History(records, numbers.head());
    }

    /** What differs between the states after two records of the item, both told on the day of the later one. */
    public List<Change> diff(Reader reader, String type, UUID id, int from, int to) {
        var entries = entries(reader, "diff", type, id);
        var view = views.of(type);
        var cut = cuts.after(entry(entries, Math.max(from, to)));
        entry(entries, Math.min(from, to));
        var names = new FoldedNames(new NamedRecords(reader, journal), views, cut);
        return Difference.between(answer(view, upTo(entries, from), cut, names), answer(view, upTo(entries, to), cut, names));
    }

    private List<Entry> entries(Reader reader, String question, String type, UUID id) {
        reader.mayAsk(question);
        if (!sight.knows(reader.authority(), type, id)) {
            throw new UnknownItem();
        }
        var entries = numbers.numbered(() -> journal.of(reader, type, id));
        if (entries.isEmpty()) {
            throw new UnknownItem();
        }
        if (reserved(views.of(type), entries)) {
            reads.told(reader, question, List.of(new Seen(type, id.toString(), null)));
        }
        return entries;
    }

    /** As it is today, whatever day is told of. */
    private <E extends Event, S> boolean reserved(View<E, S> view, List<Entry> entries) {
        var today = cuts.resolve(CutRequest.NOW);
        return Fold.at(today, view, entries).filter(facts -> view.reserved(facts, today.on())).isPresent();
    }

    private Item state(Reader reader, View<?, ?> view, UUID id, List<Entry> entries, Cut cut) {
        var state = answer(view, entries, cut, new FoldedNames(new NamedRecords(reader, journal), views, cut));
        if (state == null) {
            throw new NotAtThatTime();
        }
        int version = Fold.version(entries, cut);
        boolean waiting = entries.stream().anyMatch(entry -> entry.position() == null);
        var position = cut.upTo() != null ? cut.upTo() : waiting ? null : numbers.head();
        var node = json.createObjectNode().put("id", id.toString()).put("version", version);
        node.setAll(state);
        var hidden = journal.hiddenFields(reader, id);
        if (!hidden.isEmpty()) {
            node.set("reservedFields", json.valueToTree(hidden));
        }
        var asOf = cut.asOf() == null ? null : cut.asOf().atZone(zone).toOffsetDateTime().toString();
        node.set("cut", json.valueToTree(new CutShown(asOf, cut.on(), position)));
        return new Item(node, version, position);
    }

    private HistoryRecord told(View<?, ?> view, NamedRecords named, List<Entry> entries, Entry entry, Locale locale) {
        if (Withheld.is(entry)) {
            return withheld(entry, locale);
        }
        var cut = cuts.after(entry);
        var names = new FoldedNames(named, views, cut);
        int n = entry.record().n();
        var before = n == 1 ? null : answer(view, upTo(entries, n - 1), cut, names);
        var changes = Difference.between(before, answer(view, upTo(entries, n), cut, names));
        var by = entry.record().by();
        return new HistoryRecord(n, entry.position(), entry.recordedAt(), entry.receivedAt(), entry.record().effectiveOn(),
                entry.record().event().getClass().getSimpleName(), by.actor(), names.institution(by.institution()), by.onBehalf(), by.through(),
                Covered.MARK.equals(by.grounds()) ? null : by.grounds(), summaries.of(view, entry.record().event(), names, locale), changes,
                Rectifications.of(n, entries.stream().map(Entry::record).toList()));
    }

    /** That there is a record, and nothing of it. */
    private HistoryRecord withheld(Entry entry, Locale locale) {
        return new HistoryRecord(entry.record().n(), entry.position(), entry.recordedAt(), null, null, Withheld.TYPE, null, null, false, null, null,
                summaries.reserved(locale), List.of(), List.of());
    }

    private <E extends Event, S> @Nullable ObjectNode answer(View<E, S> view, List<Entry> entries, Cut cut, FoldedNames names) {
        return Fold.at(cut, view, entries).map(facts -> {
            ObjectNode answer = json.valueToTree(names.in(called -> view.answer(facts, cut.on(), called)));
            Covered.uncover(answer, Told.LEFT_OUT);
            return answer;
        }).orElse(null);
    }

    private static List<Entry> upTo(List<Entry> entries, int n) {
        return entries.subList(0, n);
    }

    private static Entry entry(List<Entry> entries, int n) {
        if (n < 1 || n > entries.size()) {
            throw new Invalid("n", "out-of-range", 1, entries.size());
        }
        return entries.get(n - 1);
    }
}
