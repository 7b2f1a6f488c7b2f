package constancia.web.items;

import constancia.kernel.Invalid;
import constancia.query.history.Records;
import constancia.query.history.Records.Filter;
import constancia.query.history.Records.Row;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.Filters;
import constancia.web.ListSupport;
import constancia.web.ListSupport.Params;
import constancia.web.Messages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The records of all items, the newest first. */
@RestController
final class RecordsController {

    private static final Set<String> KINDS = Arrays.stream(Collections.values()).map(Collections::type).collect(Collectors.toUnmodifiableSet());

    private final Records records;
    private final ListSupport lists;

    RecordsController(Records records, ListSupport lists) {
        this.records = records;
        this.lists = lists;
    }

    @GetMapping("/api/records")
    @Filters({"since", "kind", "item"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> records.page(Caller.current().reader(), new Filter(since(params), params.words("kind", KINDS), params.ids("item")),
                params.pageRequest("-position"), Messages.supported(LocaleContextHolder.getLocale())));
    }

    private static long since(Params params) {
        var since = params.text("since");
        if (since != null && !since.matches("\\d{1,18}")) {
            throw new Invalid("since", "out-of-range", 0, 999_999_999_999_999_999L);
        }
        return since == null ? 0 : Long.parseLong(since);
    }
}
