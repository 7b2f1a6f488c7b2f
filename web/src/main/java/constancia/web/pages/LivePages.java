package constancia.web.pages;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import constancia.command.Answer;
import constancia.command.Command;
import constancia.kernel.meetings.MeetingEvent.MeetingOpened;
import constancia.query.Reader;
import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.query.meetings.AfterMeetings;
import constancia.query.meetings.BacklogList;
import constancia.query.tables.PageRequest;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.commands.Recording;
import constancia.web.commands.RequestForms;
import constancia.web.items.ApiLists;
import constancia.web.security.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
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
    private final Offers offers;
    private final Mentions mentions;
    private final Roll.Clerk clerk;
    private final Attendance attendance;
    private final Formats formats;
    private final JsonMapper json;
    private final Clock clock;
    private final NoArgGenerator newId = Generators.timeBasedEpochGenerator();

    LivePages(Items items, Journal journal, AfterMeetings after, BacklogList backlog, ApiLists lists, RequestForms forms, Recording recording, Uploads uploads, Refusal.Teller refusals, Offers offers,
              Mentions mentions, Roll.Clerk clerk, Attendance attendance, Formats formats, JsonMapper json, @Qualifier("wallClock") Clock clock) {
        this.items = items;
        this.journal = journal;
        this.after = after;
        this.backlog = backlog;
        this.lists = lists;
        this.forms = forms;
        this.recording = recording;
        this.uploads = uploads;
        this.refusals = refusals;
        this.offers = offers;
        this.mentions = mentions;
        this.clerk = clerk;
        this.attendance = attendance;
        this.formats = formats;
        this.json = json;
        this.clock = clock;
    }

    /** Where the page stands: who looks, how to send, and whether anything came since. */
    public record Turn(String account, String token, String stamp) {}

    @GetMapping(HERE)
    String live(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer point, @RequestParam(required = false) @Nullable String kind,
                @RequestHeader(name = "HX-Request", required = false) @Nullable String part, HttpServletRequest request, Locale locale, Model model) {
        var page = page(id, point, kind, Map.of(), Map.of(), request, locale, model);
        return part == null ? page : "live :: course";
    }

    /**
     * The page as the browser may keep it for a reload without a network: with what anybody may know and nothing else,
     * no longer than the session lasts.
     */
    @GetMapping(HERE + "/kept")
    String kept(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        var reader = Caller.current().reader();
        if (!journal.holds(Reader.PUBLIC, "meeting", id)) {
            throw new UnknownItem();
        }
        page(id, null, null, Map.of(), Map.of(), request, locale, model);
        var whole = (Map<?, ?>) Objects.requireNonNull(model.getAttribute("item"));
        var all = Answered.maps(whole.get("deliberations"));
        var open = Answered.fields(items.toldToAll(reader, "meeting", id, CutRequest.NOW).answer("meeting", id).orElseThrow(UnknownItem::new));
        open.put("deliberations", all.stream().map(one -> known(one, Answered.maps(open.get("deliberations")))).toList());
        // the session may be closed between the two readings: what the page is made of is that of the first
        open.put("status", whole.get("status"));
        model.addAttribute("item", open);
        model.addAttribute("course", Course.of(open, List.of(), null, Map.of()));
        model.addAttribute("agreed", after.agreedForAll(reader, id));
        model.addAttribute("mentions", Map.of());
        model.addAttribute("kept", clock.instant());
        model.addAttribute("stamp", "");
        response.setHeader("Constancia-Lasts", String.valueOf(Sessions.left(request, clock).toSeconds()));
        return "live";
    }

    /** Of a deliberation that is withheld from others there remains what the next entry refers to. */
    private static Map<String, Object> known(Map<String, Object> one, List<Map<String, Object>> open) {
        return open.stream().filter(other -> other.get("id").equals(one.get("id"))).findFirst().orElseGet(() -> {
            var bare = new HashMap<>(one);
            bare.keySet().retainAll(Set.of("id", "item", "stage", "outcome"));
            bare.putAll(Map.of("withheld", true, "positions", List.of(), "proposals", List.of(), "discrepancies", List.of()));
            return bare;
        });
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
        } catch (RuntimeException e) {
            var refusal = refusals.of(e, locale);
            return ResponseEntity.status(refusal.status()).body(Map.of("why", String.join(" ", refusal.faults().values())));
        }
    }

    private Answer given(UUID id, String command, HttpServletRequest request, String key) {
        var target = ELSEWHERE.getOrDefault(command, Collections.MEETINGS);
        var type = target == Collections.MEETINGS ? target.command(command).orElseThrow(UnknownItem::new) : target.creating();
        return recording.recordOnce(Caller.current(), target, type, Collections.creates(type) ? null : id, forms.request(type, said(request)), key, "/meetings/" + id + "/live/" + command);
    }

    /** Who is heard is an institution, a person or the one for the other. A row of responsible institutions in which nobody was named is no row, though it has its role. */
    private Map<String, String[]> said(HttpServletRequest request) {
        var said = new HashMap<>(attendance.roll(request.getParameterMap()));
        var voice = said.getOrDefault("institution", new String[] {""})[0].split(":", 2);
        if (voice.length == 2) {
            said.put("institution", new String[] {voice[0]});
            said.put("person", new String[] {voice[1]});
        }
        said.keySet().removeIf(name -> name.endsWith("/role") && said.getOrDefault(name.replaceFirst("role$", "institution"), new String[] {""})[0].isBlank());
        return said;
    }

    private String page(UUID id, @Nullable Integer point, @Nullable String kind, Map<String, String[]> filled, Map<String, String> faults, HttpServletRequest request, Locale locale, Model model) {
        var caller = Caller.current();
        // taken before the page is read: what comes in between makes the page ask again, and never pass for what it shows
        model.addAttribute("stamp", stamp(id, request));
        var answer = items.item(caller.reader(), "meeting", id, CutRequest.NOW).json();
        var item = Answered.fields(answer);
        var body = (Map<?, ?>) item.get("body");
        var seating = body == null ? json.createObjectNode() : items.item(caller.reader(), "body", UUID.fromString(String.valueOf(body.get("id"))), CutRequest.NOW).json();
        var of = Answered.fields(seating);
        var called = mentions.in("convened".equals(item.get("status")) ? seating : answer, request);
        var course = Course.of(item, Answered.maps(of.get("seats")), point, called);
        model.addAttribute("id", id);
        model.addAttribute("item", item);
        model.addAttribute("name", Called.of(item, formats));
        model.addAttribute("course", course);
        model.addAttribute("body", of);
        model.addAttribute("mentions", called);
        model.addAttribute("agreed", after.agreed(caller.reader(), id, CutRequest.NOW).value());
        model.addAttribute("kind", kind != null && KINDS.contains(kind) ? kind : next(course.point().stage()));
        model.addAttribute("filled", new FormPages.Values(filled, uploads));
        model.addAttribute("faults", faults);
        model.addAttribute("said", kind);
        model.addAttribute("may", offers.of(caller, Collections.MEETINGS, id).stream().map(Offers.Offer::name).toList());
        model.addAttribute("ids", newId);
        model.addAttribute("opening", offers.rectifies(caller, Collections.MEETINGS, id) ? opening(id) : null);
        model.addAttribute("keeps", "open".equals(item.get("status")) && journal.holds(Reader.PUBLIC, "meeting", id));
        if ("convened".equals(item.get("status"))) {
            model.addAttribute("roll", clerk.of(course.voices(), of, OffsetDateTime.parse(String.valueOf(item.get("startsAt"))).atZoneSameInstant(formats.zone()).toLocalDate().toString(), request));
            model.addAttribute("mayEnter", Allowed.to("enter-person"));
            model.addAttribute("previous", after.previousAgreements(caller.reader(), id, CutRequest.NOW).value());
            model.addAttribute("backlog", body == null ? List.of() : backlog.page(caller.reader(), UUID.fromString(String.valueOf(body.get("id"))), PageRequest.FIRST).items());
        }
        if ("closed".equals(item.get("status"))) {
            model.addAttribute("minutes", after.minutes(caller.reader(), id, CutRequest.NOW, locale).value());
        }
        return "live";
    }

    /** The record by which the meeting was opened, of which the attendance is corrected. */
    private @Nullable Integer opening(UUID id) {
        return journal.of(Caller.current().reader(), "meeting", id).stream().filter(entry -> entry.record().event() instanceof MeetingOpened).map(entry -> entry.record().n()).findFirst().orElse(null);
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
