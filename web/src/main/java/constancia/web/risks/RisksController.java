package constancia.web.risks;

import constancia.kernel.Word;
import constancia.kernel.risks.RiskStatus;
import constancia.query.risks.RisksList;
import constancia.query.risks.RisksList.Filter;
import constancia.query.risks.RisksList.Row;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of risks. */
@RestController
final class RisksController {

    private static final Set<String> STATUS = Stream.of(RiskStatus.values()).map(Word::word).collect(Collectors.toUnmodifiableSet());

    private final RisksList risks;
    private final ListSupport lists;

    RisksController(RisksList risks, ListSupport lists) {
        this.risks = risks;
        this.lists = lists;
    }

    @GetMapping("/api/risks")
    @Filters({"plan", "body", "action", "node", "status", "q"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> risks.page(Caller.current().reader(),
                new Filter(params.plans("plan"), params.bodies("body"), params.ids("action"), params.ids("node"), params.words("status", STATUS), params.text("q")), params.pageRequest("scenario")));
    }
}
