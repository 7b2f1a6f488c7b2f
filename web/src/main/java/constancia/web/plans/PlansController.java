package constancia.web.plans;

import constancia.kernel.Word;
import constancia.kernel.plans.PlanKind;
import constancia.kernel.plans.PlanStatus;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.query.plans.PlansList;
import constancia.query.plans.PlansList.Filter;
import constancia.query.plans.PlansList.NodeRow;
import constancia.query.plans.PlansList.PeriodRow;
import constancia.query.plans.PlansList.RecommendationRow;
import constancia.query.plans.PlansList.Row;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The list of plans, and the periods, the outline and the recommendations of one. */
@RestController
final class PlansController {

    private static final Set<String> STATUS = words(PlanStatus.values());
    private static final Set<String> KIND = words(PlanKind.values());

    private final PlansList plans;
    private final ListSupport lists;
    private final Journal journal;

    PlansController(PlansList plans, ListSupport lists, Journal journal) {
        this.plans = plans;
        this.lists = lists;
        this.journal = journal;
    }

    @GetMapping("/api/plans")
    @Filters({"status", "kind", "body", "q"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> plans.page(Caller.current().reader(),
                new Filter(params.words("status", STATUS), params.words("kind", KIND), params.bodies("body"), params.text("q")),
                params.pageRequest("code")));
    }

    @GetMapping("/api/plans/{id}/periods")
    @Filters
    ResponseEntity<Page<PeriodRow>> periods(@PathVariable UUID id, HttpServletRequest request) {
        mustBe(id);
        return lists.page(request, params -> plans.periods(Caller.current().reader(), id, params.pageRequest("place")));
    }

    @GetMapping("/api/plans/{id}/outline")
    @Filters
    ResponseEntity<Page<NodeRow>> outline(@PathVariable UUID id, HttpServletRequest request) {
        mustBe(id);
        return lists.page(request, params -> plans.outline(Caller.current().reader(), id, params.pageRequest("place")));
    }

    @GetMapping("/api/plans/{id}/recommendations")
    @Filters
    ResponseEntity<Page<RecommendationRow>> recommendations(@PathVariable UUID id, HttpServletRequest request) {
        mustBe(id);
        return lists.page(request, params -> plans.recommendations(Caller.current().reader(), id, params.pageRequest("place")));
    }

    private void mustBe(UUID plan) {
        if (!journal.holds(Caller.current().reader(), "plan", plan)) {
            throw new UnknownItem();
        }
    }

    private static Set<String> words(Word[] words) {
        return Stream.of(words).map(Word::word).collect(Collectors.toUnmodifiableSet());
    }
}
