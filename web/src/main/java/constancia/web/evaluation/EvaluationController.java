package constancia.web.evaluation;

import constancia.query.evaluation.Punctuality;
import constancia.query.evaluation.TrafficLight;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How institutions keep what they committed themselves to. */
@RestController
final class EvaluationController {

    private final TrafficLight trafficLight;
    private final Punctuality punctuality;
    private final ListSupport lists;
    private final Clock clock;

    EvaluationController(TrafficLight trafficLight, Punctuality punctuality, ListSupport lists, Clock clock) {
        this.trafficLight = trafficLight;
        this.punctuality = punctuality;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/api/evaluation/traffic-light")
    @Filters({"plan", "body", "institution"})
    ResponseEntity<Page<TrafficLight.Row>> trafficLight(HttpServletRequest request) {
        return lists.page(request, params -> trafficLight.page(Caller.current().reader(),
                new TrafficLight.Filter(params.plans("plan"), params.bodies("body"), params.institutions("institution")), LocalDate.now(clock), params.pageRequest("institution")));
    }

    @GetMapping("/api/evaluation/punctuality")
    @Filters({"plan", "institution"})
    ResponseEntity<Page<Punctuality.Row>> punctuality(HttpServletRequest request) {
        return lists.page(request, params -> punctuality.page(Caller.current().reader(),
                new Punctuality.Filter(params.plans("plan"), params.institutions("institution")), LocalDate.now(clock), params.pageRequest("institution")));
    }
}
