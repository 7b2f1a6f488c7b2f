package constancia.web.casefiles;

import constancia.kernel.Word;
import constancia.kernel.casefiles.CaseFileStatus;
import constancia.query.casefiles.CaseFilesList;
import constancia.query.casefiles.CaseFilesList.Filter;
import constancia.query.casefiles.CaseFilesList.Row;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import constancia.web.ListSupport.Params;
import jakarta.servlet.http.HttpServletRequest;
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

/** The list of case files: all of them, those of a body, and those that an agreement, an action, a meeting or another case file belongs to. */
@RestController
final class CaseFilesController {

    private static final Set<String> STATUS = Stream.of(CaseFileStatus.values()).map(Word::word).collect(Collectors.toUnmodifiableSet());
    private static final String[] SORTS = CaseFilesList.SORTS.toArray(String[]::new);

    private final CaseFilesList caseFiles;
    private final ListSupport lists;
    private final Journal journal;

    CaseFilesController(CaseFilesList caseFiles, ListSupport lists, Journal journal) {
        this.caseFiles = caseFiles;
        this.lists = lists;
        this.journal = journal;
    }

    @GetMapping("/api/case-files")
    @Filters({"body", "coordinator", "status", "agreement", "action", "meeting", "caseFile", "document", "awaiting", "q"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return page(request, params -> filter(params, params.bodies("body"), params.ids("agreement"), params.ids("action"), params.ids("meeting"),
                params.ids("caseFile")));
    }

    @GetMapping("/api/bodies/{id}/case-files")
    @Filters({"coordinator", "status", "awaiting", "q"})
    ResponseEntity<Page<Row>> ofBody(@PathVariable UUID id, HttpServletRequest request) {
        mustBe("body", id);
        return page(request, params -> filter(params, List.of(id), List.of(), List.of(), List.of(), List.of()));
    }

    @GetMapping("/api/agreements/{id}/case-files")
    @Filters({"coordinator", "status", "awaiting", "q"})
    ResponseEntity<Page<Row>> ofAgreement(@PathVariable UUID id, HttpServletRequest request) {
        mustBe("agreement", id);
        return page(request, params -> filter(params, List.of(), List.of(id), List.of(), List.of(), List.of()));
    }

    @GetMapping("/api/actions/{id}/case-files")
    @Filters({"coordinator", "status", "awaiting", "q"})
    ResponseEntity<Page<Row>> ofAction(@PathVariable UUID id, HttpServletRequest request) {
        mustBe("action", id);
        return page(request, params -> filter(params, List.of(), List.of(), List.of(id), List.of(), List.of()));
    }

    @GetMapping("/api/meetings/{id}/case-files")
    @Filters({"coordinator", "status", "awaiting", "q"})
    ResponseEntity<Page<Row>> ofMeeting(@PathVariable UUID id, HttpServletRequest request) {
        mustBe("meeting", id);
        return page(request, params -> filter(params, List.of(), List.of(), List.of(), List.of(id), List.of()));
    }

    /** Those that link to this one. */
    @GetMapping("/api/case-files/{id}/case-files")
    @Filters({"coordinator", "status", "awaiting", "q"})
    ResponseEntity<Page<Row>> ofCaseFile(@PathVariable UUID id, HttpServletRequest request) {
        mustBe("case-file", id);
        return page(request, params -> filter(params, List.of(), List.of(), List.of(), List.of(), List.of(id)));
    }

    private static Filter filter(Params params, List<UUID> body, List<UUID> agreement, List<UUID> action, List<UUID> meeting, List<UUID> caseFile) {
        return new Filter(body, params.institutions("coordinator"), params.words("status", STATUS), agreement, action, meeting, caseFile,
                params.texts("document"), params.institutions("awaiting"), params.text("q"));
    }

    private ResponseEntity<Page<Row>> page(HttpServletRequest request, Function<Params, Filter> filter) {
        return lists.page(request, params -> caseFiles.page(Caller.current().reader(), filter.apply(params), params.sortColumn(SORTS), params.pageRequest(SORTS)));
    }

    private void mustBe(String type, UUID id) {
        if (!journal.holds(type, id)) {
            throw new UnknownItem();
        }
    }
}
