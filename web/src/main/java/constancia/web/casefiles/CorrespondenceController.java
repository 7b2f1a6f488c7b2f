package constancia.web.casefiles;

import constancia.kernel.Word;
import constancia.kernel.casefiles.LetterDirection;
import constancia.query.casefiles.CorrespondenceList;
import constancia.query.casefiles.CorrespondenceList.Filter;
import constancia.query.casefiles.CorrespondenceList.Row;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import constancia.web.ListSupport.Params;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of correspondence, of one case file or of all. */
@RestController
final class CorrespondenceController {

    private static final Set<String> DIRECTION = Stream.of(LetterDirection.values()).map(Word::word).collect(Collectors.toUnmodifiableSet());
    private static final String[] SORTS = CorrespondenceList.SORTS.toArray(String[]::new);

    private final CorrespondenceList correspondence;
    private final ListSupport lists;
    private final Clock clock;

    CorrespondenceController(CorrespondenceList correspondence, ListSupport lists, Clock clock) {
        this.correspondence = correspondence;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/api/correspondence")
    @Filters({"caseFile", "institution", "heldBy", "direction", "settled", "overdue", "q"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> correspondence.page(Caller.current().reader(), filter(params), LocalDate.now(clock), params.sortColumn(SORTS),
                params.pageRequest(SORTS)));
    }

    private static Filter filter(Params params) {
        return new Filter(params.ids("caseFile"), params.institutions("institution"), params.institutions("heldBy"), params.words("direction", DIRECTION),
                params.bool("settled"), params.bool("overdue"), params.text("q"));
    }
}
