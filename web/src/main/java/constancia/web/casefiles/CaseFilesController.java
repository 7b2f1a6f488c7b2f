package constancia.web.casefiles;

import constancia.kernel.Word;
import constancia.kernel.casefiles.CaseFileStatus;
import constancia.query.casefiles.CaseFilesList;
import constancia.query.casefiles.CaseFilesList.Filter;
import constancia.query.casefiles.CaseFilesList.Row;
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

/** The list of case files. */
@RestController
final class CaseFilesController {

    private static final Set<String> STATUS = Stream.of(CaseFileStatus.values()).map(Word::word).collect(Collectors.toUnmodifiableSet());
    private static final String[] SORTS = CaseFilesList.SORTS.toArray(String[]::new);

    private final CaseFilesList caseFiles;
    private final ListSupport lists;
    private final Clock clock;

    CaseFilesController(CaseFilesList caseFiles, ListSupport lists, Clock clock) {
        this.caseFiles = caseFiles;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/api/case-files")
    @Filters({"body", "coordinator", "status", "agreement", "action", "meeting", "caseFile", "document", "awaiting", "overdue", "party", "stage", "stageOf", "stageOverdue", "q"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> caseFiles.page(Caller.current().reader(), filter(params), LocalDate.now(clock), params.sortColumn(SORTS), params.pageRequest(SORTS)));
    }

    private static Filter filter(Params params) {
        return new Filter(params.bodies("body"), params.institutions("coordinator"), params.words("status", STATUS), params.ids("agreement"), params.ids("action"),
                params.ids("meeting"), params.ids("caseFile"), params.texts("document"), params.institutions("awaiting"), params.bool("overdue"), params.institutions("party"),
                params.text("stage"), params.institutions("stageOf"), params.bool("stageOverdue"), params.text("q"));
    }
}
