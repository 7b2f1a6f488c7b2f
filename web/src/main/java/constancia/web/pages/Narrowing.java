package constancia.web.pages;

import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.query.history.Journal;
import constancia.web.Caller;
import constancia.web.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** By what a page is narrowed, in words, each with the way out of it. */
@Component
final class Narrowing {

    /**
     * @param value   in words
     * @param written as it stands in a field: what names an item by its acronym, if it has one, instead of its id
     * @param without address of the page without this one
     */
    public record Part(String label, String value, String written, String without) {}

    /** @param told nothing of what the reader may not know of */
    private record Named(String written, String told) {}

    /** Filters that name items, and of which kind these are. */
    private static final Map<String, List<Collections>> NAMED = Map.ofEntries(of("institution", Collections.INSTITUTIONS), of("coordinator", Collections.INSTITUTIONS),
            of("toAcknowledge", Collections.INSTITUTIONS), of("toSign", Collections.INSTITUTIONS), of("body", Collections.BODIES), of("plan", Collections.PLANS),
            of("agreement", Collections.AGREEMENTS), of("meeting", Collections.MEETINGS), of("action", Collections.ACTIONS), of("caseFile", Collections.CASE_FILES),
            of("item", Collections.values()));
    private static final List<String> SHORT = List.of("acronym", "code");

    private final Items items;
    private final Journal journal;
    private final MessageSource texts;
    private final Formats formats;

    Narrowing(Items items, Journal journal, MessageSource texts, Formats formats) {
        this.items = items;
        this.journal = journal;
        this.texts = texts;
        this.formats = formats;
    }

    private static Map.Entry<String, List<Collections>> of(String filter, Collections... kinds) {
        return Map.entry(filter, List.of(kinds));
    }

    /**
     * By their filters.
     *
     * @param address the page's parameters, those that narrow nothing among them
     * @param filled  those that narrow it
     * @param words   of which family the words of a filter are
     * @param said    values that the page has in words already
     */
    Map<String, Part> parts(String path, Map<String, String> address, Map<String, String> filled, Map<String, String> words, Map<String, String> said) {
        var parts = new LinkedHashMap<String, Part>();
        filled.forEach((filter, value) -> {
            var named = NAMED.containsKey(filter) ? named(NAMED.get(filter), value) : List.<Named>of();
            var told = said.containsKey(filter) ? said.get(filter) : named.isEmpty() ? value(value, words.get(filter)) : joined(named, ", ", Named::told);
            parts.put(filter, new Part(label(path, filter), told, named.isEmpty() ? value : joined(named, ",", Named::written), without(path, address, filter)));
        });
        return parts;
    }

    /** As the form of that page calls it, else as those of all do. */
    private String label(String path, String filter) {
        var anywhere = texts.getMessage("filter." + filter, null, filter, LocaleContextHolder.getLocale());
        return Objects.requireNonNull(texts.getMessage(path + ".filter." + filter, null, anywhere, LocaleContextHolder.getLocale()));
    }

    private String value(String value, @Nullable String family) {
        return family != null ? Stream.of(value.split(",")).map(word -> formats.word(family, word.strip())).collect(Collectors.joining(", "))
                : value.equals("true") || value.equals("false") ? formats.any(Boolean.valueOf(value)) : formats.any(value);
    }

    private List<Named> named(List<Collections> kinds, String value) {
        return Stream.of(value.split(",")).map(String::strip).map(one -> References.isId(one) ? named(kinds, UUID.fromString(one)) : new Named(one, one)).toList();
    }

    /** That it is read is on record where it is reserved, as on a page of its own. */
    private Named named(List<Collections> kinds, UUID id) {
        var reader = Caller.current().reader();
        return kinds.stream().filter(kind -> journal.holds(reader, kind.type(), id)).findFirst()
                .map(kind -> named(id.toString(), Answered.fields(items.item(reader, kind.type(), id, CutRequest.NOW).json()))).orElse(new Named(id.toString(), "—"));
    }

    private Named named(String id, Map<String, Object> item) {
        return SHORT.stream().map(item::get).filter(Objects::nonNull).map(Object::toString).findFirst().map(acronym -> new Named(acronym, acronym))
                .orElseGet(() -> new Named(id, Called.of(item, formats)));
    }

    private static String joined(List<Named> named, String by, Function<Named, String> as) {
        return named.stream().map(as).collect(Collectors.joining(by));
    }

    private static String without(String path, Map<String, String> address, String filter) {
        var rest = new LinkedHashMap<>(address);
        rest.remove(filter);
        return ListPages.address(path, rest);
    }
}
