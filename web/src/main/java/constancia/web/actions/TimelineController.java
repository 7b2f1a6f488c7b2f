package constancia.web.actions;

import constancia.kernel.actions.Role;
import constancia.query.actions.Timeline;
import constancia.query.actions.Timeline.Filter;
import constancia.query.actions.Timeline.Row;
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

/** The plan by quarter. */
@RestController
final class TimelineController {

    private static final Set<String> ROLE = ActionsController.words(Role.values());

    private final Timeline timeline;
    private final ListSupport lists;
    private final Clock clock;

    TimelineController(Timeline timeline, ListSupport lists, Clock clock) {
        this.timeline = timeline;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/api/timeline")
    @Filters({"plan", "body", "period", "institution", "role"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> timeline.page(Caller.current().reader(),
                new Filter(params.plans("plan"), params.bodies("body"), params.texts("period"), params.institutions("institution"), params.words("role", ROLE)),
                LocalDate.now(clock), params.pageRequest("period")));
    }
}
