package constancia.web.meetings;

import constancia.query.history.CutRequest;
import constancia.query.meetings.AfterMeetings;
import constancia.query.meetings.AfterMeetings.Answer;
import constancia.query.meetings.AfterMeetings.Minutes;
import constancia.query.meetings.AfterMeetings.Previous;
import constancia.web.Caller;
import constancia.web.Messages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a meeting leaves behind: its minutes, and for the next one what became of its agreements. */
@RestController
final class AfterMeetingsController {

    private final AfterMeetings after;

    AfterMeetingsController(AfterMeetings after) {
        this.after = after;
    }

    @GetMapping("/api/meetings/{id}/minutes")
    ResponseEntity<Minutes> minutes(@PathVariable UUID id, @RequestParam(required = false) @Nullable String asOf,
                                    @RequestParam(required = false) @Nullable String on, HttpServletRequest request) {
        return answer(after.minutes(Caller.current().reader(), id, CutRequest.parse(asOf, on), Messages.of(request)));
    }

    @GetMapping("/api/meetings/{id}/previous-agreements")
    ResponseEntity<Previous> previousAgreements(@PathVariable UUID id, @RequestParam(required = false) @Nullable String asOf,
                                                @RequestParam(required = false) @Nullable String on) {
        return answer(after.previousAgreements(Caller.current().reader(), id, CutRequest.parse(asOf, on)));
    }

    private static <T> ResponseEntity<T> answer(Answer<T> answer) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("Constancia-Position", String.valueOf(answer.position())).body(answer.value());
    }
}
