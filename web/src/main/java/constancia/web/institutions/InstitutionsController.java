package constancia.web.institutions;

import constancia.query.institutions.InstitutionsList;
import constancia.query.institutions.InstitutionsList.Filter;
import constancia.query.institutions.InstitutionsList.Row;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of institutions. */
@RestController
final class InstitutionsController {

    private static final Set<String> STATUS = Set.of("active", "ended");

    private final InstitutionsList institutions;
    private final ListSupport lists;

    InstitutionsController(InstitutionsList institutions, ListSupport lists) {
        this.institutions = institutions;
        this.lists = lists;
    }

    @GetMapping("/api/institutions")
    @Filters({"status", "kind", "q"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> institutions.page(Caller.current().reader(),
                new Filter(params.words("status", STATUS), params.texts("kind"), params.text("q")), params.pageRequest("name")));
    }
}
