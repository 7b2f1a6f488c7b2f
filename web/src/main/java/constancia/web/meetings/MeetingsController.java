package constancia.web.meetings;

import constancia.kernel.Word;
import constancia.kernel.meetings.MeetingStatus;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.query.meetings.MeetingsList;
import constancia.query.meetings.MeetingsList.Filter;
import constancia.query.meetings.MeetingsList.Row;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import constancia.web.ListSupport.Params;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The list of meetings: of all bodies, or of one. */
@RestController
final class MeetingsController {

    private static final Set<String> STATUS = Stream.of(MeetingStatus.values()).map(Word::word).collect(Collectors.toUnmodifiableSet());

    private final MeetingsList meetings;
    private final ListSupport lists;
    private final Journal journal;

    MeetingsController(MeetingsList meetings, ListSupport lists, Journal journal) {
        this.meetings = meetings;
        this.lists = lists;
        this.journal = journal;
    }

    @GetMapping("/api/meetings")
    @Filters({"body", "status", "from", "until", "institution"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> page(params.bodies("body"), params));
    }

    @GetMapping("/api/bodies/{id}/meetings")
    @Filters({"status", "from", "until", "institution"})
    ResponseEntity<Page<Row>> ofBody(@PathVariable UUID id, HttpServletRequest request) {
        if (!journal.holds("body", id)) {
            throw new UnknownItem();
        }
        return lists.page(request, params -> page(List.of(id), params));
    }

    private Page<Row> page(List<UUID> bodies, Params params) {
        return meetings.page(Caller.current().reader(), new Filter(bodies, params.words("status", STATUS), params.date("from"), params.date("until"),
                params.institutions("institution")), params.pageRequest("startsAt"));
    }
}
