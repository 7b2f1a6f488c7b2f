package constancia.web.meetings;

import constancia.kernel.Word;
import constancia.kernel.meetings.MeetingStatus;
import constancia.kernel.meetings.MinutesStatus;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.query.meetings.BacklogList;
import constancia.query.meetings.MeetingsList;
import constancia.query.meetings.MeetingsList.Filter;
import constancia.query.meetings.MeetingsList.Row;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import constancia.web.ListSupport.Params;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The list of meetings, and what waits for the next ones of a body. */
@RestController
final class MeetingsController {

    private static final Set<String> STATUS = Stream.of(MeetingStatus.values()).map(Word::word).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> MINUTES = Stream.concat(Stream.of(MinutesStatus.values()).map(Word::word), Stream.of(MeetingsList.NO_MINUTES))
            .collect(Collectors.toUnmodifiableSet());

    private final MeetingsList meetings;
    private final BacklogList backlog;
    private final ListSupport lists;
    private final Journal journal;

    MeetingsController(MeetingsList meetings, BacklogList backlog, ListSupport lists, Journal journal) {
        this.meetings = meetings;
        this.backlog = backlog;
        this.lists = lists;
        this.journal = journal;
    }

    @GetMapping("/api/meetings")
    @Filters({"body", "status", "from", "until", "institution", "series", "minutes", "toAcknowledge", "toSign", "q"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> page(params));
    }

    @GetMapping("/api/bodies/{id}/backlog")
    @Filters
    ResponseEntity<Page<BacklogList.Row>> backlog(@PathVariable UUID id, HttpServletRequest request) {
        if (!journal.holds(Caller.current().reader(), "body", id)) {
            throw new UnknownItem();
        }
        return lists.page(request, params -> backlog.page(Caller.current().reader(), id, params.pageRequest("notReachedOn")));
    }

    private Page<Row> page(Params params) {
        return meetings.page(Caller.current().reader(), new Filter(params.bodies("body"), params.words("status", STATUS), params.date("from"), params.date("until"),
                params.institutions("institution"), params.ids("series"), params.words("minutes", MINUTES),
                params.institutions("toAcknowledge"), params.institutions("toSign"), params.text("q")), params.pageRequest("startsAt"));
    }
}
