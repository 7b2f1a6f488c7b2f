package constancia.web.actions;

import constancia.kernel.actions.Role;
import constancia.query.actions.ReportsList;
import constancia.query.actions.ReportsList.Filter;
import constancia.query.actions.ReportsList.Row;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Progress against the periods of a plan: made, missing, or not due yet. */
@RestController
final class ReportsController {

    private static final Set<String> STATUS = Set.copyOf(ReportsList.STATUS);
    private static final Set<String> ROLE = ActionsController.words(Role.values());

    private final ReportsList reports;
    private final ListSupport lists;
    private final Clock clock;

    ReportsController(ReportsList reports, ListSupport lists, Clock clock) {
        this.reports = reports;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/api/reports")
    @Filters({"plan", "action", "institution", "period", "role", "status"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> reports.page(Caller.current().reader(),
                new Filter(params.plans("plan"), params.ids("action"), params.institutions("institution"), params.texts("period"), params.words("role", ROLE),
                        params.words("status", STATUS)), LocalDate.now(clock), params.pageRequest("period")));
    }
}
