package constancia.web.shelf;

import constancia.web.Caller;
import constancia.web.commands.CommandBinder;
import constancia.web.commands.JsonBodies;
import constancia.web.openapi.Answers;
import constancia.web.shelf.Shelf.KeptFilter;
import constancia.web.shelf.Shelf.NewFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists as somebody narrowed them, under a name. */
@RestController
final class SavedFiltersController {

    record FiltersShown(List<KeptFilter> items) {}

    private final Shelf shelf;
    private final CommandBinder binder;
    private final JsonBodies bodies;
    private final Clock clock;

    SavedFiltersController(Shelf shelf, CommandBinder binder, JsonBodies bodies, Clock clock) {
        this.shelf = shelf;
        this.binder = binder;
        this.bodies = bodies;
        this.clock = clock;
    }

    @GetMapping("/api/saved-filters")
    ResponseEntity<FiltersShown> list() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new FiltersShown(shelf.filters(Caller.current().authority())));
    }

    @Answers(status = 201, takes = NewFilter.class)
    @PostMapping("/api/saved-filters")
    ResponseEntity<KeptFilter> keep(HttpServletRequest request) {
        var kept = shelf.keep(Caller.current().authority(), binder.read(NewFilter.class, bodies.read(request), LocalDate.now(clock)));
        return ResponseEntity.created(URI.create("/api/saved-filters/" + kept.id())).cacheControl(CacheControl.noStore()).body(kept);
    }

    @Answers(status = 204)
    @DeleteMapping("/api/saved-filters/{id}")
    ResponseEntity<Void> drop(@PathVariable UUID id) {
        shelf.drop(Caller.current().authority(), id);
        return ResponseEntity.noContent().build();
    }
}
