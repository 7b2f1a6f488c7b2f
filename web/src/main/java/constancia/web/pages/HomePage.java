package constancia.web.pages;

import constancia.command.meetings.MeetingCommand.OpenMeeting;
import constancia.kernel.rights.Authority;
import constancia.kernel.rights.Role;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.imports.ImportDesk;
import constancia.web.items.ApiLists;
import constancia.web.shelf.Shelf;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What requires the action of whoever looks, what is new, what comes next, and how each institution stands. */
@Controller
final class HomePage {

    private static final String NEWS = "8";
    private static final int INSTITUTIONS = 15;
    private static final int CALM_DAYS = 30;

    private final ApiLists lists;
    private final Desk desk;
    private final ImportDesk imports;
    private final TrafficLights lights;
    private final KeptPlans kept;
    private final Opened opened;
    private final Shelf shelf;
    private final Offers offers;
    private final Formats formats;

    HomePage(ApiLists lists, Desk desk, ImportDesk imports, TrafficLights lights, KeptPlans kept, Opened opened, Shelf shelf, Offers offers, Formats formats) {
        this.lists = lists;
        this.desk = desk;
        this.imports = imports;
        this.lights = lights;
        this.kept = kept;
        this.opened = opened;
        this.shelf = shelf;
        this.offers = offers;
        this.formats = formats;
    }

    @GetMapping("/")
    String home(HttpServletRequest request, Model model) {
        var who = Caller.current().authority();
        model.addAttribute("roles", who.bindings().stream().map(binding -> binding.role().word()).distinct().sorted().toList());
        if (who.bindings().isEmpty()) {
            return "home";
        }
        var blocks = desk.of(who, request);
        var monthAgo = formats.today().minusDays(CALM_DAYS).atStartOfDay(formats.zone()).toInstant();
        // what one can settle oneself comes before what one can only know
        model.addAttribute("blocks", blocks.stream().filter(block -> block.count() > 0 || block.calm(monthAgo)).sorted(Comparator.comparing(block -> block.command() == null)).toList());
        model.addAttribute("counts", blocks.stream().collect(Collectors.toMap(Desk.Block::key, Desk.Block::count)));
        model.addAttribute("calm", blocks.stream().filter(block -> block.calm(monthAgo)).map(Desk.Block::key).toList());
        model.addAttribute("unsettled", Allowed.to("preview-import") ? imports.list(who.account()).stream().filter(file -> file.status().equals("previewed")).toList() : List.of());
        model.addAttribute("prepares", offers.somewhere(Caller.current(), Collections.MEETINGS, OpenMeeting.class));
        model.addAttribute("meetings", lists.ask("meetings", request, Map.of("status", "open,convened", "from", formats.today().toString(), "sort", "startsAt", "limit", "3")));
        var agreements = lists.ask("agreements", request, Map.of("sort", "-agreedOn", "limit", "5"));
        model.addAttribute("agreements", agreements);
        model.addAttribute("empty", agreements.items().isEmpty() && lists.ask("institutions", request, Map.of("limit", "1")).items().isEmpty());
        news(who, request, model);
        evaluation(who, request, model);
        model.addAttribute("opened", opened.of(Caller.current()));
        return "home";
    }

    /** What is new since one last said that one had seen everything; the latest, for who never did. */
    private void news(Authority who, HttpServletRequest request, Model model) {
        var look = shelf.lastLook(who.account());
        var asked = new HashMap<>(Map.of("limit", NEWS));
        look.ifPresent(last -> asked.put("since", String.valueOf(last.position())));
        model.addAttribute("look", look.orElse(null));
        model.addAttribute("news", lists.ask("records", request, asked));
    }

    private void evaluation(Authority who, HttpServletRequest request, Model model) {
        var cells = lights.cells(request, Desk.mine(who));
        model.addAttribute("kept", who.has(Role.EVALUATOR) ? kept.of(request, Desk.mine(who), cells) : null);
        var light = lights.of(cells, request.getParameter("plan"));
        model.addAttribute("light", light == null || request.getParameter("all") != null ? light : light.worst(INSTITUTIONS));
        model.addAttribute("institutions", light == null ? 0 : light.rows().size());
    }
}
