package constancia.web.pages;

import constancia.web.Caller;
import constancia.web.Collections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What can be done with the series of a body's meetings: the next one is convened, its template is changed. */
@Component
final class SeriesActs {

    private static final List<String> OF_AN_ITEM = List.of("title", "section", "minutes");

    private final Offers offers;

    SeriesActs(Offers offers) {
        this.offers = offers;
    }

    /**
     * @param convene where the next meeting of the series is convened
     * @param change  where its template is changed, with what it says now
     */
    public record Act(String name, @Nullable String convene, @Nullable String change) {}

    List<Act> of(Caller caller, UUID body, Map<String, Object> item, List<Offers.Offer> may) {
        var convenes = offers.creates(caller, Collections.MEETINGS);
        var changes = may.stream().anyMatch(offer -> offer.name().equals("set-series-template"));
        return Answered.maps(item.get("series")).stream().map(series -> new Act(String.valueOf(series.get("name")),
                convenes ? address("/meetings/new", Map.of("body", item.get("acronym"), "series", series.get("id"))) : null,
                changes ? address("/bodies/" + body + "/set-series-template", said(series)) : null)).toList();
    }

    private static Map<String, Object> said(Map<String, Object> series) {
        var said = new LinkedHashMap<String, Object>();
        said.put("series", series.get("id"));
        for (var field : List.of("name", "place", "mode", "text")) {
            said.put(field, series.get(field));
        }
        int row = 0;
        for (var topic : Answered.maps(series.get("agenda"))) {
            for (var field : OF_AN_ITEM) {
                said.put("agenda/" + row + "/" + field, topic.get(field));
            }
            said.put("agenda/" + row++ + "/presenter", topic.get("presenter") instanceof Map<?, ?> presenter ? called(presenter) : null);
        }
        return said;
    }

    private static Object called(Map<?, ?> institution) {
        return institution.get("acronym") != null ? institution.get("acronym") : institution.get("id");
    }

    private static String address(String path, Map<String, Object> said) {
        var address = UriComponentsBuilder.fromPath(path);
        var values = new ArrayList<>();
        said.forEach((name, value) -> {
            if (value != null) {
                address.queryParam(name, "{" + values.size() + "}");
                values.add(value);
            }
        });
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
