package constancia.web.actions;

import constancia.kernel.actions.CommitmentStatus;
import constancia.kernel.actions.Role;
import constancia.query.actions.CommitmentsList;
import constancia.query.actions.CommitmentsList.Filter;
import constancia.query.actions.CommitmentsList.Row;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import constancia.web.ListSupport.Params;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The list of commitments: all of them, those of an institution, those of an action. */
@RestController
final class CommitmentsController {

    private static final Set<String> STATUS = ActionsController.words(CommitmentStatus.values());
    private static final Set<String> CONDITION = Set.copyOf(CommitmentsList.CONDITIONS);
    private static final Set<String> ROLE = ActionsController.words(Role.values());
    private static final String[] SORTS = CommitmentsList.SORTS.toArray(String[]::new);

    private final CommitmentsList commitments;
    private final ListSupport lists;
    private final Journal journal;
    private final Clock clock;

    CommitmentsController(CommitmentsList commitments, ListSupport lists, Journal journal, Clock clock) {
        this.commitments = commitments;
        this.lists = lists;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping("/api/commitments")
    @Filters({"action", "institution", "plan", "body", "agreement", "role", "status", "condition", "dueFrom", "dueTo", "territory", "q"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return page(request, params -> filter(params, params.ids("action"), params.institutions("institution")));
    }

    @GetMapping("/api/institutions/{id}/commitments")
    @Filters({"action", "plan", "body", "agreement", "role", "status", "condition", "dueFrom", "dueTo", "territory", "q"})
    ResponseEntity<Page<Row>> ofInstitution(@PathVariable UUID id, HttpServletRequest request) {
        mustBe("institution", id);
        return page(request, params -> filter(params, params.ids("action"), List.of(id)));
    }

    @GetMapping("/api/actions/{id}/commitments")
    @Filters({"institution", "plan", "body", "agreement", "role", "status", "condition", "dueFrom", "dueTo", "territory", "q"})
    ResponseEntity<Page<Row>> ofAction(@PathVariable UUID id, HttpServletRequest request) {
        mustBe("action", id);
        return page(request, params -> filter(params, List.of(id), params.institutions("institution")));
    }

    private ResponseEntity<Page<Row>> page(HttpServletRequest request, Function<Params, Filter> filter) {
        return lists.page(request, params -> commitments.page(Caller.current().reader(), filter.apply(params), LocalDate.now(clock),
                params.sortColumn(SORTS), params.pageRequest(SORTS)));
    }

    private static Filter filter(Params params, List<UUID> action, List<UUID> institution) {
        return new Filter(action, params.plans("plan"), params.bodies("body"), params.ids("agreement"), institution, params.words("role", ROLE),
                params.words("status", STATUS), params.words("condition", CONDITION), params.date("dueFrom"), params.date("dueTo"), params.territories("territory"),
                params.text("q"));
    }

    private void mustBe(String type, UUID id) {
        if (!journal.holds(type, id)) {
            throw new UnknownItem();
        }
    }
}
