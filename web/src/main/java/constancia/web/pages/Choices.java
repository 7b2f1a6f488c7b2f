package constancia.web.pages;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may be chosen where a command names a part of its own item: a milestone, a request for more time. Templates call it {@code choices}. */
@Component("choices")
public final class Choices {

    /** A part and how it is told. */
    public record Choice(String id, String text) {}

    /** Where the parts that a field names stand in the answer. */
    private static final Map<String, String> PARTS = Map.ofEntries(Map.entry("milestone", "milestones"), Map.entry("extension", "extensions"), Map.entry("impediment", "impediments"),
            Map.entry("deliberation", "deliberations"), Map.entry("item", "agenda"), Map.entry("addendum", "addenda"), Map.entry("awaiting", "awaiting"), Map.entry("seat", "seats"),
            Map.entry("sign", "warningSigns"), Map.entry("measure", "damageReduction"), Map.entry("line", "funding"), Map.entry("recommendation", "outline"), Map.entry("node", "outline"),
            Map.entry("mandate", "mandates"), Map.entry("clause", "clauses"), Map.entry("correspondence", "correspondence"));
    private static final List<String> TOLD = List.of("title", "text", "question", "subject", "source", "grounds", "office", "role");

    public List<Choice> of(@Nullable Map<String, Object> item, String field) {
        var parts = item == null ? null : item.get(PARTS.getOrDefault(field, ""));
        return parts instanceof List<?> all ? all.stream().filter(Map.class::isInstance).map(part -> choice((Map<?, ?>) part)).toList() : List.of();
    }

    private static Choice choice(Map<?, ?> part) {
        var text = Stream.concat(Stream.ofNullable(part.get("institution")).map(institution -> ((Map<?, ?>) institution).get("acronym")), TOLD.stream().map(part::get))
                .filter(Objects::nonNull).map(Object::toString).limit(2).reduce((one, other) -> one + " · " + other);
        return new Choice(String.valueOf(part.get("id")), Optional.of(text.orElse(String.valueOf(part.get("id")))).map(told -> told.length() > 90 ? told.substring(0, 90) + "…" : told).get());
    }
}
