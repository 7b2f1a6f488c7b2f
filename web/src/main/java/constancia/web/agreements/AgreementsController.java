package constancia.web.agreements;

import constancia.kernel.Word;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.AgreementStatus;
import constancia.kernel.agreements.ClauseKind;
import constancia.kernel.agreements.ReviewStatus;
import constancia.query.agreements.AgreementsList;
import constancia.query.agreements.AgreementsList.Filter;
import constancia.query.agreements.AgreementsList.Row;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import constancia.web.ListSupport.Params;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The list of agreements, and those related to one. */
@RestController
final class AgreementsController {

    private static final Set<String> STATUS = words(AgreementStatus.values());
    private static final Set<String> KIND = words(AgreementKind.values());
    private static final Set<String> REVIEW = words(ReviewStatus.values());
    private static final Set<String> CLAUSE = words(ClauseKind.values());
    private static final String[] SORTS = AgreementsList.SORTS.toArray(String[]::new);

    private final AgreementsList agreements;
    private final ListSupport lists;
    private final Journal journal;
    private final Clock clock;

    AgreementsController(AgreementsList agreements, ListSupport lists, Journal journal, Clock clock) {
        this.agreements = agreements;
        this.lists = lists;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping("/api/agreements")
    @Filters({"status", "kind", "body", "institution", "meeting", "item", "q", "review", "reviewer", "clause", "addressee", "related", "awaiting", "overdue"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return page(request, params -> filter(params, params.ids("related")));
    }

    @GetMapping("/api/agreements/{id}/related")
    @Filters({"status", "kind", "body", "institution", "meeting", "item", "q", "review", "reviewer", "clause", "addressee", "awaiting", "overdue"})
    ResponseEntity<Page<Row>> related(@PathVariable UUID id, HttpServletRequest request) {
        if (!journal.holds(Caller.current().reader(), "agreement", id)) {
            throw new UnknownItem();
        }
        return page(request, params -> filter(params, List.of(id)));
    }

    private static Filter filter(Params params, List<UUID> related) {
        return new Filter(params.words("status", STATUS), params.words("kind", KIND), params.bodies("body"), params.institutions("institution"), params.ids("meeting"), params.ids("item"), params.text("q"),
                new Filter.Prepared(params.words("review", REVIEW), params.institutions("reviewer"), params.words("clause", CLAUSE), params.institutions("addressee")), related,
                params.institutions("awaiting"), params.bool("overdue"));
    }

    private ResponseEntity<Page<Row>> page(HttpServletRequest request, Function<Params, Filter> filter) {
        return lists.page(request, params -> agreements.page(Caller.current().reader(), filter.apply(params), LocalDate.now(clock),
                params.sortColumn(SORTS), params.pageRequest(SORTS)));
    }

    private static Set<String> words(Word[] words) {
        return Stream.of(words).map(Word::word).collect(Collectors.toUnmodifiableSet());
    }
}
