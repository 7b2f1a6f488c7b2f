package constancia.web.access;

import constancia.query.access.AccessList;
import constancia.query.access.AccessList.Checked;
import constancia.query.access.AccessList.Filter;
import constancia.query.access.AccessList.Row;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log of who was told what is reserved, for auditors. */
@RestController
final class AccessController {

    private final AccessList access;
    private final ListSupport lists;

    AccessController(AccessList access, ListSupport lists) {
        this.access = access;
        this.lists = lists;
    }

    @GetMapping("/api/access")
    @Filters({"item", "account", "from", "to"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> access.page(Caller.current().reader(),
                new Filter(params.texts("item"), params.texts("account"), params.date("from"), params.date("to")), params.pageRequest("-n", "n")));
    }

    @GetMapping("/api/access/check")
    ResponseEntity<Checked> check() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(access.check(Caller.current().reader()));
    }
}
