package constancia.web.bodies;

import constancia.kernel.Word;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.BodyStatus;
import constancia.query.bodies.BodiesList;
import constancia.query.bodies.BodiesList.Filter;
import constancia.query.bodies.SeatsList;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The list of bodies, and the seats of one. */
@RestController
final class BodiesController {

    private static final Set<String> STATUS = words(BodyStatus.values());
    private static final Set<String> KIND = words(BodyKind.values());

    private final BodiesList bodies;
    private final SeatsList seats;
    private final ListSupport lists;
    private final Journal journal;
    private final Clock clock;

    BodiesController(BodiesList bodies, SeatsList seats, ListSupport lists, Journal journal, Clock clock) {
        this.bodies = bodies;
        this.seats = seats;
        this.lists = lists;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping("/api/bodies")
    @Filters({"kind", "status", "institution", "q"})
    ResponseEntity<Page<BodiesList.Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> bodies.page(Caller.current().reader(),
                new Filter(params.words("status", STATUS), params.words("kind", KIND), params.institutions("institution"), params.text("q")),
                LocalDate.now(clock), params.pageRequest("name")));
    }

    @GetMapping("/api/bodies/{id}/seats")
    @Filters
    ResponseEntity<Page<SeatsList.Row>> seats(@PathVariable UUID id, HttpServletRequest request) {
        if (!journal.holds(Caller.current().reader(), "body", id)) {
            throw new UnknownItem();
        }
        return lists.page(request, params -> seats.page(Caller.current().reader(), id, LocalDate.now(clock), params.pageRequest("role")));
    }

    private static Set<String> words(Word[] words) {
        return Stream.of(words).map(Word::word).collect(Collectors.toUnmodifiableSet());
    }
}
