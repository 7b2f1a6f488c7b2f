package constancia.web.actions;

import constancia.kernel.actions.CommitmentStatus;
import constancia.kernel.actions.Role;
import constancia.query.actions.CommitmentsList;
import constancia.query.actions.CommitmentsList.Filter;
import constancia.query.actions.CommitmentsList.Row;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import constancia.web.ListSupport.Params;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of commitments. */
@RestController
final class CommitmentsController {

    private static final Set<String> STATUS = ActionsController.words(CommitmentStatus.values());
    private static final Set<String> CONDITION = Set.copyOf(CommitmentsList.CONDITIONS);
    private static final Set<String> ROLE = ActionsController.words(Role.values());
    private static final String[] SORTS = CommitmentsList.SORTS.toArray(String[]::new);

    private final CommitmentsList commitments;
    private final ListSupport lists;
    private final Clock clock;

    CommitmentsController(CommitmentsList commitments, ListSupport lists, Clock clock) {
        this.commitments = commitments;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/api/commitments")
    @Filters({"action", "node", "institution", "plan", "body", "agreement", "role", "status", "condition", "dueFrom", "dueTo", "territory", "q", "poa"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> commitments.page(Caller.current().reader(), filter(params), LocalDate.now(clock), params.sortColumn(SORTS),
                params.pageRequest(SORTS)));
    }

    private static Filter filter(Params params) {
        return new Filter(params.ids("action"), params.ids("node"), params.plans("plan"), params.bodies("body"), params.ids("agreement"), params.institutions("institution"),
                params.words("role", ROLE), params.words("status", STATUS), params.words("condition", CONDITION), params.date("dueFrom"),
                params.date("dueTo"), params.territories("territory"), params.text("q"), params.texts("poa"));
    }
}
