package constancia.web.actions;

import constancia.kernel.actions.ActionStatus;
import constancia.kernel.actions.Condition;
import constancia.kernel.actions.Role;
import constancia.query.actions.SchedulesList;
import constancia.query.actions.SchedulesList.Filter;
import constancia.query.actions.SchedulesList.Row;
import constancia.query.actions.SchedulesList.Totals;
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

/** The actions on their lines of time. */
@RestController
final class SchedulesController {

    private static final Set<String> STATUS = ActionsController.words(ActionStatus.values());
    private static final Set<String> CONDITION = ActionsController.words(Condition.values());
    private static final Set<String> ROLE = ActionsController.words(Role.values());
    private static final String[] SORTS = SchedulesList.SORTS.toArray(String[]::new);

    private final SchedulesList schedules;
    private final ListSupport lists;
    private final Clock clock;

    SchedulesController(SchedulesList schedules, ListSupport lists, Clock clock) {
        this.schedules = schedules;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/api/schedules")
    @Filters({"action", "plan", "body", "node", "institution", "role", "status", "condition", "period", "moved", "dueFrom", "dueTo", "q"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> schedules.page(Caller.current().reader(), filter(params), LocalDate.now(clock), params.sortColumn(SORTS), params.pageRequest(SORTS)));
    }

    /** How many there are under the same filters, in all and {@code by} component, institution or body, and from when to when they go. */
    @GetMapping("/api/schedules/totals")
    @Filters({"action", "plan", "body", "node", "institution", "role", "status", "condition", "period", "moved", "dueFrom", "dueTo", "q", "by"})
    ResponseEntity<Totals> totals(HttpServletRequest request) {
        return lists.summed(request, params -> schedules.totals(Caller.current().reader(), filter(params), LocalDate.now(clock), params.words("by", SchedulesList.GROUPS).stream().findFirst().orElse(null)));
    }

    private static Filter filter(Params params) {
        return new Filter(params.ids("action"), params.plans("plan"), params.bodies("body"), params.ids("node"), params.institutions("institution"),
                params.words("role", ROLE), params.words("status", STATUS), params.words("condition", CONDITION), params.texts("period"), params.bool("moved"),
                params.date("dueFrom"), params.date("dueTo"), params.text("q"));
    }
}
