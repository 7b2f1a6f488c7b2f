package constancia.web.actions;

import constancia.kernel.Word;
import constancia.kernel.actions.ActionStatus;
import constancia.kernel.actions.Condition;
import constancia.kernel.actions.Role;
import constancia.query.actions.ActionsList;
import constancia.query.actions.ActionsList.Filter;
import constancia.query.actions.ActionsList.Row;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The list of actions: all of them, those of a plan, those of an agreement. */
@RestController
final class ActionsController {

    private static final Set<String> STATUS = words(ActionStatus.values());
    private static final Set<String> CONDITION = words(Condition.values());
    private static final Set<String> ROLE = words(Role.values());
    private static final String[] SORTS = ActionsList.SORTS.toArray(String[]::new);

    private final ActionsList actions;
    private final ListSupport lists;
    private final Journal journal;
    private final Clock clock;

    ActionsController(ActionsList actions, ListSupport lists, Journal journal, Clock clock) {
        this.actions = actions;
        this.lists = lists;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping("/api/actions")
    @Filters({"plan", "body", "agreement", "institution", "role", "status", "condition", "dueFrom", "dueTo", "territory", "q"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return page(request, params -> filter(params, params.plans("plan"), params.ids("agreement")));
    }

    @GetMapping("/api/plans/{id}/actions")
    @Filters({"body", "agreement", "institution", "role", "status", "condition", "dueFrom", "dueTo", "territory", "q"})
    ResponseEntity<Page<Row>> ofPlan(@PathVariable UUID id, HttpServletRequest request) {
        mustBe("plan", id);
        return page(request, params -> filter(params, List.of(id), params.ids("agreement")));
    }

    @GetMapping("/api/agreements/{id}/actions")
    @Filters({"plan", "body", "institution", "role", "status", "condition", "dueFrom", "dueTo", "territory", "q"})
    ResponseEntity<Page<Row>> ofAgreement(@PathVariable UUID id, HttpServletRequest request) {
        mustBe("agreement", id);
        return page(request, params -> filter(params, params.plans("plan"), List.of(id)));
    }

    private ResponseEntity<Page<Row>> page(HttpServletRequest request, Function<Params, Filter> filter) {
        return lists.page(request, params -> actions.page(Caller.current().reader(), filter.apply(params), LocalDate.now(clock),
                params.sortColumn(SORTS), params.pageRequest(SORTS)));
    }

    private static Filter filter(Params params, List<UUID> plan, List<UUID> agreement) {
        return new Filter(plan, params.bodies("body"), agreement, params.institutions("institution"), params.words("role", ROLE),
                params.words("status", STATUS), params.words("condition", CONDITION), params.date("dueFrom"), params.date("dueTo"), params.territories("territory"),
                params.text("q"));
    }

    private void mustBe(String type, UUID id) {
        if (!journal.holds(type, id)) {
            throw new UnknownItem();
        }
    }

    static Set<String> words(Word[] words) {
        return Stream.of(words).map(Word::word).collect(Collectors.toUnmodifiableSet());
    }
}
