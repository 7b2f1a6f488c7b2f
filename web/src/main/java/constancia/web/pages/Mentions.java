package constancia.web.pages;

import constancia.query.NotAllowed;
import constancia.query.documents.KeptDocuments;
import constancia.query.history.UnknownItem;
import constancia.web.Caller;
import constancia.web.items.ApiLists;
import constancia.web.pages.FactSheet.Shown;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The persons and documents that an answer names by their ids and hashes, as people call them. Who may not know of one sees no name. */
@Component
final class Mentions {

    private static final int MOST = 200;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final ApiLists lists;
    private final KeptDocuments documents;
    private final MessageSource texts;
    private final Formats formats;

    Mentions(ApiLists lists, KeptDocuments documents, MessageSource texts, Formats formats) {
        this.lists = lists;
        this.documents = documents;
        this.texts = texts;
        this.formats = formats;
    }

    /** What stands for each of those ids and hashes. */
    Map<String, Shown> in(JsonNode answer, HttpServletRequest request) {
        var ids = new LinkedHashSet<String>();
        var hashes = new LinkedHashSet<String>();
        collect("", answer, ids, hashes);
        var shown = new HashMap<String, Shown>();
        persons(ids, request, shown);
        hashes.forEach(hash -> shown.put(hash, document(hash)));
        return Map.copyOf(shown);
    }

    private static void collect(String key, JsonNode value, Set<String> ids, Set<String> hashes) {
        if (value.isObject()) {
            // the hash of minutes is that of their text, which is no document
            value.properties().stream().filter(field -> !(key.equals("minutes") && field.getKey().equals("sha256")))
                    .forEach(field -> collect(field.getKey(), field.getValue(), ids, hashes));
        } else if (value.isArray()) {
            value.forEach(inner -> collect(key, inner, ids, hashes));
        } else if (value.isString() && HASH.matcher(value.stringValue()).matches()) {
            hashes.add(value.stringValue());
        } else if (value.isString() && !key.equals("id") && ID.matcher(value.stringValue()).matches() && ids.size() < MOST) {
            ids.add(value.stringValue());
        }
    }

    private void persons(Set<String> ids, HttpServletRequest request, Map<String, Shown> shown) {
        if (ids.isEmpty()) {
            return;
        }
        try {
            lists.ask("persons", request, Map.of("id", String.join(",", ids), "limit", String.valueOf(MOST))).items()
                    .forEach(person -> shown.put(String.valueOf(person.get("id")), new Shown(formats.told(called(person)), "/persons/" + person.get("id"))));
        } catch (NotAllowed e) {
            // the directory is not for everybody: then persons stay without their names
        }
    }

    private static String called(Map<String, Object> person) {
        return java.util.stream.Stream.of("shown", "office").map(person::get).filter(String.class::isInstance).map(Object::toString).collect(Collectors.joining(", "));
    }

    private Shown document(String hash) {
        try {
            var about = documents.about(Caller.current().reader(), hash);
            return new Shown(about.uploads().getFirst().name(), "/documents/" + hash);
        } catch (UnknownItem e) {
            return new Shown(texts.getMessage("document.hidden", null, LocaleContextHolder.getLocale()), null);
        }
    }
}
