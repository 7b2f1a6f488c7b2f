package constancia.web.pages;

import constancia.query.history.UnknownItem;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.WrittenDates;
import constancia.web.items.ApiLists;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

/** Every list, by one template: filters above, the table, the next page. All that is on screen is in the address. */
@Controller
final class ListPages {

    private static final int PAGE = 50;
    /** Of what is done on days, the last ones are looked for. */
    static final Map<String, String> NEWEST_FIRST = Map.of("meetings", "-startsAt", "agreements", "-agreedOn");

    private final ApiLists lists;
    private final Offers offers;
    private final KeptFilters kept;
    private final Formats formats;

    ListPages(ApiLists lists, Offers offers, KeptFilters kept, Formats formats) {
        this.lists = lists;
        this.offers = offers;
        this.kept = kept;
        this.formats = formats;
    }

    @GetMapping("/{list:actions|commitments|agreements|meetings|plans|case-files|institutions|bodies|indicators|risks|territories|reserves}")
    String list(@PathVariable String list, HttpServletRequest request, Model model) {
        var spec = ListSpec.at(list).orElseThrow(UnknownItem::new);
        var filled = filled(request, Stream.concat(spec.filters().stream().map(ListSpec.Filter::name), lists.filters(list).stream().sorted()).distinct().toList());
        var asked = new LinkedHashMap<>(filled);
        asked.put("limit", String.valueOf(PAGE));
        if (NEWEST_FIRST.containsKey(list)) {
            asked.put("sort", NEWEST_FIRST.get(list));
        }
        for (var common : new String[] {"cursor", "sort"}) {
            if (request.getParameter(common) != null) {
                asked.put(common, request.getParameter(common));
            }
        }
        asked.replaceAll((name, value) -> spec.isDate(name) ? WrittenDates.iso(value, formats.today()) : value);
        model.addAttribute("spec", spec);
        model.addAttribute("filled", filled);
        var listing = lists.ask(list, request, asked);
        model.addAttribute("listing", listing);
        model.addAttribute("creates", Collections.at(list).filter(kind -> offers.creates(Caller.current(), kind)).map(kind -> Collections.kebab(kind.creating())).orElse(null));
        model.addAttribute("imports", Set.of("plans", "actions").contains(list) && Allowed.to("preview-import"));
        model.addAttribute("mayPut", Allowed.to("put-territories"));
        model.addAttribute("others", filled.keySet().stream().filter(name -> spec.filters().stream().noneMatch(filter -> filter.name().equals(name))).toList());
        var days = filled.keySet().stream().filter(spec::isDate).collect(Collectors.toMap(name -> name, name -> day(filled.get(name))));
        kept.show(list, filled, spec.words(), days, model);
        model.addAttribute("more", listing.next() == null ? null : address(list, filled, Map.of("cursor", listing.next())));
        return "list";
    }

    /** One that is counted from today moves on: which it is now is told too. */
    private String day(String written) {
        var iso = WrittenDates.iso(written, formats.today());
        return WrittenDates.iso(written).equals(iso) ? formats.date(iso) : written + " (" + formats.date(iso) + ")";
    }

    /** Those of the filters that are filled, in this order. */
    static Map<String, String> filled(HttpServletRequest request, List<String> filters) {
        var filled = new LinkedHashMap<String, String>();
        for (var filter : filters) {
            var value = request.getParameter(filter);
            if (value != null && !value.isBlank()) {
                filled.put(filter, value.strip());
            }
        }
        return filled;
    }

    /** Of a list as it is narrowed. */
    static String address(String list, Map<String, String> query) {
        var link = UriComponentsBuilder.fromPath("/" + list);
        query.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(query).toUriString();
    }

    /** The same with more said. */
    static String address(String list, Map<String, String> query, Map<String, String> more) {
        var all = new LinkedHashMap<>(query);
        all.putAll(more);
        return address(list, all);
    }
}
