package constancia.web.indicators;

import constancia.kernel.Word;
import constancia.kernel.indicators.IndicatorKind;
import constancia.kernel.indicators.IndicatorStatus;
import constancia.query.indicators.IndicatorsList;
import constancia.query.indicators.IndicatorsList.Filter;
import constancia.query.indicators.IndicatorsList.Row;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of indicators. */
@RestController
final class IndicatorsController {

    private static final Set<String> STATUS = words(IndicatorStatus.values());
    private static final Set<String> KIND = words(IndicatorKind.values());

    private final IndicatorsList indicators;
    private final ListSupport lists;
    private final Clock clock;

    IndicatorsController(IndicatorsList indicators, ListSupport lists, Clock clock) {
        this.indicators = indicators;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/api/indicators")
    @Filters({"plan", "node", "body", "kind", "status", "q"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> indicators.page(Caller.current().reader(), new Filter(params.plans("plan"), params.ids("node"),
                params.bodies("body"), params.words("kind", KIND), params.words("status", STATUS), params.text("q")), LocalDate.now(clock),
                params.pageRequest("name")));
    }

    private static Set<String> words(Word[] words) {
        return Stream.of(words).map(Word::word).collect(Collectors.toUnmodifiableSet());
    }
}
