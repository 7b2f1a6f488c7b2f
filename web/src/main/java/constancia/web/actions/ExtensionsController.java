package constancia.web.actions;

import constancia.query.actions.ExtensionsList;
import constancia.query.actions.ExtensionsList.Filter;
import constancia.query.actions.ExtensionsList.Row;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The requests for more time that wait for an answer. */
@RestController
final class ExtensionsController {

    private final ExtensionsList extensions;
    private final ListSupport lists;

    ExtensionsController(ExtensionsList extensions, ListSupport lists) {
        this.extensions = extensions;
        this.lists = lists;
    }

    @GetMapping("/api/extensions")
    @Filters({"plan", "body", "action", "institution"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> extensions.page(Caller.current().reader(),
                new Filter(params.plans("plan"), params.bodies("body"), params.ids("action"), params.institutions("institution")), params.pageRequest("requestedOn")));
    }
}
