package constancia.web.pages;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import constancia.command.Answer;
import constancia.command.Command;
import constancia.command.Forbidden;
import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.query.meetings.AfterMeetings;
import constancia.query.meetings.BacklogList;
import constancia.query.tables.PageRequest;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.Problems;
import constancia.web.commands.Recording;
import constancia.web.commands.RequestForms;
import constancia.web.items.ApiLists;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/**
 * A meeting from its preparation to its minutes. What is said is put on record as it is said, each entry as the command that
 * it is; the page's script keeps entries until they are on record, and without it the same forms are sent as any other.
 */
@Controller
final class LivePages {

    private static final String HERE = "/meetings/{id:[0-9a-f-]+}/live";

    /** What of other items is recorded here. */
    private static final Map<String, Collections> ELSEWHERE = Map.of("record-agreement", Collections.AGREEMENTS, "propose-action", Collections.ACTIONS);
    private static final Set<String> KINDS = Set.of("put-question", "record-position", "compile-proposal", "assess-proposal", "put-second-proposal", "conclude-deliberation", "record-agreement",
            "propose-action", "close-agenda-item");

    private final Items items;
    private final Journal journal;
    private final AfterMeetings after;
    private final BacklogList backlog;
    private final ApiLists lists;
    private final RequestForms forms;
    private final Recording recording;
    private final Uploads uploads;
    private final Refusal.Teller refusals;
    private final Problems problems;
    private final Offers offers;
    private final Formats formats;
    private final JsonMapper json;
    private final NoArgGenerator newId = Generators.timeBasedEpochGenerator();

    LivePages(Items items, Journal journal, AfterMeetings after, BacklogList backlog, ApiLists lists, RequestForms forms, Recording recording, Uploads uploads, Refusal.Teller refusals, Problems problems, Offers offers,
              Formats formats, JsonMapper json) {
        this.items = items;
        this.journal = journal;
        this.after = after;
        this.backlog = backlog;
        this.lists = lists;
        this.forms = forms;
        this.recording = recording;
        this.uploads = uploads;
        this.refusals = refusals;
        this.problems = problems;
        this.offers = offers;
        this.formats = formats;
        this.json = json;
    }

    /** Where the page stands: who looks, how to send, and whether anything came since. */
    public record Turn(String account, String token, String stamp) {}

    @GetMapping(HERE)
    String live(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer point, @RequestParam(required = false) @Nullable String kind,
                @RequestHeader(name = "HX-Request", required = false) @Nullable String part, HttpServletRequest request, Locale locale, Model model) {
        var page = page(id, point, kind, Map.of(), Map.of(), request, locale, model);
        return part == null ? page : "live :: course";
    }

    @GetMapping(path = HERE + "/turn", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Turn turn(@PathVariable UUID id, HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Turn(Caller.current().account(), token.getToken(), stamp(id, request));
    }

    @GetMapping("/meetings/{id:[0-9a-f-]+}/wall")
    String wall(@PathVariable UUID id, HttpServletRequest request, Locale locale, Model model) {
        page(id, null, null, Map.of(), Map.of(), request, locale, model);
        return "wall";
    }

    /** As a form is sent without a script. */
    @PostMapping(path = HERE + "/{command}", headers = "!Idempotency-Key")
    String say(@PathVariable UUID id, @PathVariable String command, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        var point = request.getParameter("point");
        var at = point != null && point.matches("\\d{1,4}") ? Integer.valueOf(point) : null;
        try {
            given(id, command, request, request.getParameter("key") == null ? newId.generate().toString() : request.getParameter("key"));
            return "redirect:/meetings/" + id + "/live" + (at == null ? "" : "?point=" + at) + (KINDS.contains(command) ? (at == null ? "?" : "&") + "kind=" + command + "#anotar" : "");
        } catch (RuntimeException e) {
            var refusal = refusals.of(e, locale);
            response.setStatus(refusal.status());
            return page(id, at, command, request.getParameterMap(), refusal.faults(), request, locale, model);
        }
    }

    /** As the page's script sends what it kept: once and no more under its key. */
    @PostMapping(path = HERE + "/{command}", headers = "Idempotency-Key", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> say(@PathVariable UUID id, @PathVariable String command, @RequestHeader("Idempotency-Key") String key, HttpServletRequest request, Locale locale) {
        try {
            return ResponseEntity.ok(json.readTree(given(id, command, request, key).body()));
        } catch (Forbidden e) {
            return ResponseEntity.status(403).body(Map.of("why", String.valueOf(problems.of(e, locale).getBody().getDetail())));
        } catch (RuntimeException e) {
            var refusal = refusals.of(e, locale);
            return ResponseEntity.status(refusal.status()).body(Map.of("why", String.join(" ", refusal.faults().values())));
        }
    }

    private Answer given(UUID id, String command, HttpServletRequest request, String key) {
        var target = ELSEWHERE.getOrDefault(command, Collections.MEETINGS);
        var type = target == Collections.MEETINGS ? target.command(command).orElseThrow(UnknownItem::new) : target.creating();
        return recording.recordOnce(Caller.current(), target, type, Collections.creates(type) ? null : id, forms.request(type, said(request, type)), key, "/meetings/" + id + "/live/" + command);
    }

    /** A row of responsible institutions in which nobody was named is no row, though it has its role. */
    private static Map<String, String[]> said(HttpServletRequest request, Class<? extends Command> type) {
        var said = new HashMap<>(request.getParameterMap());
        said.keySet().removeIf(name -> name.endsWith("/role") && said.getOrDefault(name.replaceFirst("role$", "institution"), new String[] {""})[0].isBlank());
        return said;
    }

    private String page(UUID id, @Nullable Integer point, @Nullable String kind, Map<String, String[]> filled, Map<String, String> faults, HttpServletRequest request, Locale locale, Model model) {
        var caller = Caller.current();
        // taken before the page is read: what comes in between makes the page ask again, and never pass for what it shows
        model.addAttribute("stamp", stamp(id, request));
        var item = Answered.fields(items.item(caller.reader(), "meeting", id, CutRequest.NOW).json());
        var body = (Map<?, ?>) item.get("body");
        var of = body == null ? Map.<String, Object>of() : Answered.fields(items.item(caller.reader(), "body", UUID.fromString(String.valueOf(body.get("id"))), CutRequest.NOW).json());
        var course = Course.of(item, Answered.maps(of.get("seats")), point);
        model.addAttribute("id", id);
        model.addAttribute("item", item);
        model.addAttribute("name", Called.of(item, formats));
        model.addAttribute("course", course);
        model.addAttribute("body", of);
        model.addAttribute("agreed", after.agreed(caller.reader(), id, CutRequest.NOW).value());
        model.addAttribute("kind", kind != null && KINDS.contains(kind) ? kind : next(course.point().stage()));
        model.addAttribute("filled", new FormPages.Values(filled, uploads));
        model.addAttribute("faults", faults);
        model.addAttribute("said", kind);
        model.addAttribute("may", offers.of(caller, Collections.MEETINGS, id).stream().map(Offers.Offer::name).toList());
        model.addAttribute("ids", newId);
        if ("convened".equals(item.get("status"))) {
            model.addAttribute("previous", after.previousAgreements(caller.reader(), id, CutRequest.NOW).value());
            model.addAttribute("backlog", body == null ? List.of() : backlog.page(caller.reader(), UUID.fromString(String.valueOf(body.get("id"))), PageRequest.FIRST).items());
        }
        if ("closed".equals(item.get("status"))) {
            model.addAttribute("minutes", after.minutes(caller.reader(), id, CutRequest.NOW, locale).value());
        }
        return "live";
    }

    /** What comes next in the procedure. */
    private static String next(String stage) {
        return switch (stage) {
            case "question" -> "record-position";
            case "proposal", "second-proposal" -> "assess-proposal";
            default -> "put-question";
        };
    }

    /** Changes with everything that the course of the meeting shows. */
    private String stamp(UUID id, HttpServletRequest request) {
        var agreements = lists.ask("agreements", request, Map.of("meeting", id.toString(), "limit", "500")).items();
        int actions = agreements.isEmpty() ? 0 : lists.ask("actions", request, Map.of("agreement", String.join(",", agreements.stream().map(one -> String.valueOf(one.get("id"))).toList()), "limit", "1")).count();
        return journal.of(Caller.current().reader(), "meeting", id).size() + "-" + agreements.size() + "-" + actions;
    }
}
