package constancia.web.items;

import constancia.kernel.EventTypes;
import constancia.kernel.Invalid;
import constancia.kernel.access.AccessEvent;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The records of all items, the newest first. */
@RestController
final class RecordsController {

    private static final Set<String> KINDS = Arrays.stream(Collections.values()).map(Collections::type).collect(Collectors.toUnmodifiableSet());

    /** The log of reads is no item that people have. */
    private static final Set<String> TYPES = EventTypes.all().entrySet().stream().filter(type -> !AccessEvent.class.isAssignableFrom(type.getValue())).map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    private static final int MOST_DAYS = 99_999;

    private final Records records;
    private final ListSupport lists;

    RecordsController(Records records, ListSupport lists) {
        this.records = records;
        this.lists = lists;
    }

    @GetMapping("/api/records")
    @Filters({"since", "kind", "item", "type", "lateBy"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> records.page(Caller.current().reader(), new Filter(since(params), params.words("kind", KINDS), params.ids("item"), params.words("type", TYPES), lateBy(params)),
                params.pageRequest("-position"), Messages.supported(LocaleContextHolder.getLocale())));
    }

    private static long since(Params params) {
        var since = params.text("since");
        if (since != null && !since.matches("\\d{1,18}")) {
            throw new Invalid("since", "out-of-range", 0, 999_999_999_999_999_999L);
        }
        return since == null ? 0 : Long.parseLong(since);
    }

    private static @Nullable Integer lateBy(Params params) {
        var days = params.text("lateBy");
        if (days != null && !days.matches("[1-9]\\d{0,4}")) {
            throw new Invalid("lateBy", "out-of-range", 1, MOST_DAYS);
        }
        return days == null ? null : Integer.valueOf(days);
    }
}
