package constancia.web.actions;

import constancia.kernel.Word;
import constancia.kernel.actions.ActionStatus;
import constancia.kernel.actions.Condition;
import constancia.kernel.actions.Role;
import constancia.query.actions.ActionsList;
import constancia.query.actions.ActionsList.Filter;
import constancia.query.actions.ActionsList.Relations;
import constancia.query.actions.ActionsList.Row;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import constancia.web.ListSupport.Params;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of actions. */
@RestController
final class ActionsController {

    private static final Set<String> STATUS = words(ActionStatus.values());
    private static final Set<String> CONDITION = words(Condition.values());
    private static final Set<String> ROLE = words(Role.values());
    private static final String[] SORTS = ActionsList.SORTS.toArray(String[]::new);

    private final ActionsList actions;
    private final ListSupport lists;
    private final Clock clock;

    ActionsController(ActionsList actions, ListSupport lists, Clock clock) {
        this.actions = actions;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/api/actions")
    @Filters({"plan", "body", "agreement", "institution", "role", "status", "condition", "dueFrom", "dueTo", "territory", "q", "alignment", "escalated",
            "escalatedTo", "recommendation", "dependsOn", "precedes", "risk"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> actions.page(Caller.current().reader(), filter(params), LocalDate.now(clock), params.sortColumn(SORTS),
                params.pageRequest(SORTS)));
    }

    private static Filter filter(Params params) {
        return new Filter(params.plans("plan"), params.bodies("body"), params.ids("agreement"), params.institutions("institution"), params.words("role", ROLE),
                params.words("status", STATUS), params.words("condition", CONDITION), params.date("dueFrom"), params.date("dueTo"),
                params.territories("territory"), params.text("q"), new Relations(params.texts("alignment"), params.bool("escalated"),
                params.bodies("escalatedTo"), params.ids("recommendation"), params.ids("dependsOn"), params.ids("precedes"), params.ids("risk")));
    }

    static Set<String> words(Word[] words) {
        return Stream.of(words).map(Word::word).collect(Collectors.toUnmodifiableSet());
    }
}
