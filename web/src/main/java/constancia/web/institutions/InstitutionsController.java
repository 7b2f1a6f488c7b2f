package constancia.web.institutions;

import constancia.kernel.Invalid;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.query.institutions.Handover;
import constancia.query.institutions.Handover.Dossier;
import constancia.query.institutions.InstitutionsList;
import constancia.query.institutions.InstitutionsList.Filter;
import constancia.query.institutions.InstitutionsList.Row;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of institutions, and what is handed over in one when a mandate ends. */
@RestController
final class InstitutionsController {

    private static final Set<String> STATUS = Set.of("active", "ended");

    private final InstitutionsList institutions;
    private final Handover handover;
    private final ListSupport lists;
    private final Journal journal;
    private final Clock clock;

    InstitutionsController(InstitutionsList institutions, Handover handover, ListSupport lists, Journal journal, Clock clock) {
        this.institutions = institutions;
        this.handover = handover;
        this.lists = lists;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping("/api/institutions")
    @Filters({"status", "kind", "q"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> institutions.page(Caller.current().reader(),
                new Filter(params.words("status", STATUS), params.texts("kind"), params.text("q")), params.pageRequest("name")));
    }

    @GetMapping("/api/institutions/{id}/handover")
    ResponseEntity<Dossier> handover(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID mandate,
                                     @RequestParam(required = false) @Nullable String after, HttpServletRequest request) {
        if (!journal.holds(Caller.current().reader(), "institution", id)) {
            throw new UnknownItem();
        }
        return lists.whole(request, Set.of("mandate", "after"), () -> {
            if (mandate == null) {
                throw new Invalid("mandate", "required");
            }
            return handover.of(Caller.current().reader(), id, mandate, LocalDate.now(clock))
                    .orElseThrow(() -> new Invalid("mandate", "unknown-representative"));
        });
    }
}
