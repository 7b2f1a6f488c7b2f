package constancia.web.pages;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an item is called on a page of its own. */
final class Called {

    private static final List<String> NAMES = List.of("title", "name", "scenario");

    private Called() {}

    static String of(Map<String, Object> item, Formats formats) {
        return NAMES.stream().map(item::get).filter(Objects::nonNull).map(Object::toString).findFirst()
                .orElseGet(() -> item.get("body") instanceof Map<?, ?> body ? body.get("acronym") + " · " + formats.moment(item.get("startsAt")) : String.valueOf(item.get("id")));
    }
}
