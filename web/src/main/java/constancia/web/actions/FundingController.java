package constancia.web.actions;

import constancia.kernel.actions.FundingState;
import constancia.query.actions.FundingList;
import constancia.query.actions.FundingList.Filter;
import constancia.query.actions.FundingList.Row;
import constancia.query.actions.FundingList.Total;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The lines of funding, and what those of a plan come to. */
@RestController
final class FundingController {

    private static final Set<String> STATE = ActionsController.words(FundingState.values());

    private final FundingList funding;
    private final ListSupport lists;
    private final Journal journal;

    FundingController(FundingList funding, ListSupport lists, Journal journal) {
        this.funding = funding;
        this.lists = lists;
        this.journal = journal;
    }

    record Totals(List<Total> totals) {}

    @GetMapping("/api/funding")
    @Filters({"plan", "action", "institution", "state", "currency"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> funding.page(Caller.current().reader(), new Filter(params.plans("plan"), params.ids("action"),
                params.institutions("institution"), params.words("state", STATE), params.texts("currency")), params.pageRequest("number")));
    }

    @GetMapping("/api/plans/{id}/totals")
    ResponseEntity<Totals> totals(@PathVariable UUID id, HttpServletRequest request) {
        if (!journal.holds(Caller.current().reader(), "plan", id)) {
            throw new UnknownItem();
        }
        return lists.whole(request, Set.of("after"), () -> new Totals(funding.ofPlan(Caller.current().reader(), id)));
    }
}
