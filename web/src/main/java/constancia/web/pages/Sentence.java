package constancia.web.pages;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The answer with which an item's page opens: one sentence, to be read aloud. */
@Component
final class Sentence {

    /** How the quorum is told of a session that is held, and of one that was. */
    private static final Map<String, String> HELD = Map.of("open", "sentence.meeting.", "closed", "acta.");

    private final MessageSource texts;
    private final Formats formats;

    Sentence(MessageSource texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** Null where the state says it all. */
    @Nullable String of(String collection, Map<String, Object> item) {
        return switch (collection) {
            case "actions" -> action(item);
            case "agreements" -> agreement(item);
            case "meetings" -> meeting(item);
            default -> null;
        };
    }

    private String action(Map<String, Object> item) {
        var when = formats.due(in(item, "schedule", "dueOn"), in(item, "baseline", "dueOn"), item.get("status"));
        var lead = ((List<?>) item.get("commitments")).stream().map(commitment -> (Map<?, ?>) commitment)
                .filter(commitment -> "lead".equals(commitment.get("role")) && !List.of("declined", "released").contains(commitment.get("status")))
                .map(commitment -> called(commitment.get("institution"))).findFirst();
        return when + " " + lead.map(institution -> text("sentence.action.lead", institution)).orElseGet(() -> text("sentence.action.nobody"));
    }

    private String agreement(Map<String, Object> item) {
        var since = item.get("inForceSince");
        var until = item.get("validUntil");
        var key = since == null ? "pending" : "expired".equals(item.get("status")) ? "expired" : !"in-force".equals(item.get("status")) ? "was" : until == null ? "since" : "until";
        return text("sentence.agreement." + key, formats.date(item.get("agreedOn")), formats.date(since), formats.date(until));
    }

    private String meeting(Map<String, Object> item) {
        var quorum = item.get("quorum") instanceof Map<?, ?> rule ? rule : null;
        var status = String.valueOf(item.get("status"));
        var when = text("sentence.meeting." + status, formats.longDate(item.get("startsAt")), formats.moment(item.get("startsAt")).substring(11));
        if (quorum == null || quorum.get("required") == null || !HELD.containsKey(status)) {
            return when;
        }
        return when + " " + text(HELD.get(status) + (Boolean.TRUE.equals(quorum.get("quorate")) ? "quorate" : "inquorate"), quorum.get("present"), quorum.get("required"));
    }

    /** What an institution has to answer, what it owes, and how much of that is late. */
    String institution(List<Related.Block> blocks, @Nullable Map<String, Object> punctuality) {
        return text("sentence.institution", count(blocks, "to-accept"), count(blocks, "owed"), punctuality == null ? 0 : punctuality.get("overdue"));
    }

    private static int count(List<Related.Block> blocks, String key) {
        return blocks.stream().filter(block -> block.key().equals(key)).mapToInt(block -> block.listing().count()).sum();
    }

    private static @Nullable Object in(Map<String, Object> item, String outer, String inner) {
        return item.get(outer) instanceof Map<?, ?> map ? map.get(inner) : null;
    }

    private static String called(@Nullable Object institution) {
        var names = (Map<?, ?>) Objects.requireNonNull(institution);
        return String.valueOf(names.get("acronym") != null ? names.get("acronym") : names.get("name"));
    }

    private String text(String key, Object... args) {
        return texts.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
