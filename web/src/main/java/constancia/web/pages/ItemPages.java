package constancia.web.pages;

import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.query.history.Items.HistoryRecord;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.Messages;
import constancia.web.shelf.Shelf;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Any single item: how it stands, what may be done, and its history, step by step. */
@Controller
final class ItemPages {

    /** What the head of the page tells. */
    private static final Set<String> HEAD = Set.of("status", "conditions", "title", "name", "scenario", "folio", "acronym", "code", "class", "text", "textInForce", "detail");

    /** And what is told elsewhere: the mandates of an institution with their dossiers, what was said in a meeting on the page of its course. */
    private static final Map<Collections, Set<String>> TOLD = Map.of(Collections.INSTITUTIONS, with("mandates"), Collections.MEETINGS, with("deliberations"));

    /** @param not statuses in which none follows */
    private record Follows(Collections made, Set<String> not) {}

    private static final Map<Collections, Follows> FOLLOWS = Map.of(
            Collections.AGREEMENTS, new Follows(Collections.ACTIONS, Set.of("terminated", "superseded")),
            Collections.MEETINGS, new Follows(Collections.AGREEMENTS, Set.of("convened", "cancelled")),
            Collections.PLANS, new Follows(Collections.ACTIONS, Set.of("closed")),
            Collections.BODIES, new Follows(Collections.MEETINGS, Set.of("dissolved")));

    private final Items items;
    private final Journal journal;
    private final Offers offers;
    private final SeriesActs seriesActs;
    private final RectifiableRecords records;
    private final Sentence sentence;
    private final Mentions mentions;
    private final Related related;
    private final Shelf shelf;
    private final Formats formats;

    ItemPages(Items items, Journal journal, Offers offers, SeriesActs seriesActs, RectifiableRecords records, Sentence sentence, Mentions mentions, Related related, Shelf shelf,
              Formats formats) {
        this.items = items;
        this.journal = journal;
        this.offers = offers;
        this.seriesActs = seriesActs;
        this.records = records;
        this.sentence = sentence;
        this.mentions = mentions;
        this.related = related;
        this.shelf = shelf;
        this.formats = formats;
    }

    private static Set<String> with(String more) {
        return Stream.concat(HEAD.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    /** Where an item stands whose kind the link does not say. */
    @GetMapping("/i/{id}")
    String wherever(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer step) {
        for (var collection : Collections.values()) {
            if (journal.holds(Caller.current().reader(), collection.type(), id)) {
                return "redirect:/" + collection.path() + "/" + id + (step == null ? "" : "?step=" + step + "#historia");
            }
        }
        throw new UnknownItem();
    }

    @GetMapping("/{collection:actions|agreements|meetings|plans|case-files|institutions|bodies|indicators|risks}/{id:[0-9a-f-]+}")
    String item(@PathVariable String collection, @PathVariable UUID id, @RequestParam(required = false) @Nullable String asOf,
                @RequestParam(required = false) @Nullable String on, @RequestParam(required = false) @Nullable Integer step,
                @RequestParam(required = false) @Nullable Integer from, @RequestParam(required = false) @Nullable Integer to,
                @RequestParam(required = false) @Nullable Integer recorded, HttpServletRequest request, Locale locale, Model model) {
        var kind = Collections.at(collection).orElseThrow(UnknownItem::new);
        var caller = Caller.current();
        var cut = AskedCut.of(asOf, on, formats.today(), formats.zone());
        var item = items.item(caller.reader(), kind.type(), id, cut);
        var history = known(items.history(caller.reader(), kind.type(), id, Messages.supported(locale)).items(), cut, item);
        var words = AnswerWords.of(kind.answer());
        model.addAttribute("kind", kind);
        model.addAttribute("id", id);
        var shown = Answered.fields(item.json());
        model.addAttribute("item", shown);
        model.addAttribute("name", Called.of(shown, formats));
        model.addAttribute("sentence", sentence.of(kind.path(), shown));
        if (recorded != null) {
            history.stream().filter(record -> record.n() == recorded).findFirst().ifPresent(record -> model.addAttribute("recorded", formats.recorded(record)));
        }
        var called = mentions.in(item.json(), request);
        model.addAttribute("sheet", FactSheet.of(item.json(), words, formats, called, cut.equals(CutRequest.NOW) || kind == Collections.INSTITUTIONS ? TOLD.getOrDefault(kind, HEAD) : HEAD));
        model.addAttribute("mentions", called);
        if (cut.equals(CutRequest.NOW)) {
            var blocks = related.of(kind, id, request);
            model.addAttribute("related", blocks);
            if (kind == Collections.INSTITUTIONS) {
                var punctuality = related.punctuality(id, request);
                model.addAttribute("punctuality", punctuality);
                model.addAttribute("sentence", sentence.institution(blocks, punctuality));
            }
            shelf.opened(caller.account(), kind.path(), id);
        }
        model.addAttribute("statusFamily", words.family("status") == null ? "Status" : words.family("status"));
        model.addAttribute("history", history);
        model.addAttribute("past", !cut.equals(CutRequest.NOW));
        var may = cut.equals(CutRequest.NOW) ? offers.of(caller, kind, id) : List.<Offers.Offer>of();
        model.addAttribute("series", kind == Collections.BODIES && cut.equals(CutRequest.NOW) ? seriesActs.of(caller, id, shown, may) : List.of());
        var next = ComesNext.of(kind, item.json());
        model.addAttribute("offers", next.stream().flatMap(name -> may.stream().filter(offer -> offer.name().equals(name))).toList());
        model.addAttribute("follows", cut.equals(CutRequest.NOW) ? follows(caller, kind, id, shown) : Map.of());
        model.addAttribute("more", may.stream().filter(offer -> !next.contains(offer.name())).toList());
        if (from != null && to != null && record(history, from).isPresent() && record(history, to).isPresent()) {
            int earlier = Math.min(from, to);
            int later = Math.max(from, to);
            model.addAttribute("earlier", earlier);
            model.addAttribute("later", later);
            var after = items.after(caller.reader(), kind.type(), id, later).json();
            model.addAttribute("changes", Changes.of(items.diff(caller.reader(), kind.type(), id, earlier, later), after, words, formats, mentions.in(after, request)));
        } else {
            record(history, step).ifPresent(record -> {
                model.addAttribute("step", record);
                model.addAttribute("rectify", cut.equals(CutRequest.NOW) && records.command(kind, id, record.n()).isPresent());
                var after = items.after(caller.reader(), kind.type(), id, record.n()).json();
                var named = mentions.in(after, request);
                model.addAttribute("changes", Changes.of(record.changes(), after, words, formats, named));
                model.addAttribute("after", FactSheet.of(after, words, formats, named, Set.of("title", "name", "class")));
            });
        }
        return "item";
    }

    /** What may be recorded anew as belonging to the item: where its form is, by the name of the command. */
    private Map<String, String> follows(Caller caller, Collections kind, UUID id, Map<String, Object> item) {
        var follows = FOLLOWS.get(kind);
        if (follows == null || follows.not.contains(String.valueOf(item.get("status"))) || !offers.creates(caller, follows.made)) {
            return Map.of();
        }
        var called = item.getOrDefault("acronym", item.get("code"));
        return Map.of(Collections.kebab(follows.made.creating()), "/" + follows.made.path() + "/new?" + kind.type() + "=" + UriUtils.encode(called == null ? id.toString() : called.toString(), StandardCharsets.UTF_8));
    }

    /** Of the records those that were known at the cut. */
    private static List<HistoryRecord> known(List<HistoryRecord> history, CutRequest cut, Items.Item item) {
        if (cut.asOf() == null && cut.position() == null) {
            return history;
        }
        var known = history.stream().filter(record -> record.position() != null && record.position() <= item.position()).toList();
        return known.stream().map(record -> record.among(known.size())).toList();
    }

    private static Optional<HistoryRecord> record(List<HistoryRecord> history, @Nullable Integer n) {
        return n == null ? Optional.empty() : history.stream().filter(record -> record.n() == n).findFirst();
    }
}
