package constancia.web.pages;

import constancia.kernel.ItemId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.rights.Authority;
import constancia.kernel.rights.Binding;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.items.ApiLists;
import constancia.web.items.ApiLists.Listing;
import constancia.web.shelf.Shelf;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What requires the action of whoever looks: of a liaison's own institution, of what a unit coordinates. */
@Controller
final class HomePage {

    private static final String SHOWN = "10";
    private static final String NEWS = "8";

    /**
     * Commitments that wait for something.
     *
     * @param key     of the block's heading
     * @param command that each row offers; null where one may not give it
     * @param query   of the whole list
     */
    public record Block(String key, @Nullable String command, Map<String, String> query, Listing listing) {}

    private static final int INSTITUTIONS = 15;

    private final ApiLists lists;
    private final TrafficLights lights;
    private final Opened opened;
    private final Shelf shelf;
    private final Offers offers;
    private final Formats formats;

    HomePage(ApiLists lists, TrafficLights lights, Opened opened, Shelf shelf, Offers offers, Formats formats) {
        this.lists = lists;
        this.lights = lights;
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
        var mine = mine(who);
        var blocks = new ArrayList<Block>();
        block(blocks, request, "overdue", "report-progress", mine, Map.of("condition", "overdue", "sort", "dueOn"));
        model.addAttribute("countaccept", 0);
        if (may("accept-commitment")) {
            block(blocks, request, "accept", "accept-commitment", mine, Map.of("status", "assigned", "sort", "dueOn"));
        }
        if (may("verify-delivery")) {
            block(blocks, request, "verify", "verify-delivery", mine, Map.of("status", "delivered", "sort", "dueOn"));
        }
        block(blocks, request, "near-due", "mark-delivered", mine, Map.of("condition", "near-due", "sort", "dueOn"));
        model.addAttribute("blocks", blocks.stream().filter(block -> !block.listing().items().isEmpty()).toList());
        blocks.forEach(block -> model.addAttribute("count" + block.key().replace("-", ""), block.listing().count()));
        model.addAttribute("meetings", lists.ask("meetings", request, Map.of("status", "open,convened", "from", formats.today().toString(), "sort", "startsAt", "limit", "3")));
        var agreements = lists.ask("agreements", request, Map.of("sort", "-agreedOn", "limit", "5"));
        model.addAttribute("agreements", agreements);
        model.addAttribute("empty", agreements.items().isEmpty() && lists.ask("institutions", request, Map.of("limit", "1")).items().isEmpty());
        news(who, request, model);
        light(request, mine, model);
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

    private void light(HttpServletRequest request, Map<String, String> mine, Model model) {
        var light = lights.of(request, mine, request.getParameter("plan"));
        model.addAttribute("light", light == null || request.getParameter("all") != null ? light : light.worst(INSTITUTIONS));
        model.addAttribute("institutions", light == null ? 0 : light.rows().size());
    }

    private boolean may(String command) {
        return offers.somewhere(Caller.current(), Collections.ACTIONS, Collections.ACTIONS.command(command).orElseThrow());
    }

    private void block(List<Block> blocks, HttpServletRequest request, String key, String command, Map<String, String> mine, Map<String, String> which) {
        var query = new HashMap<>(mine);
        query.putAll(which);
        var asked = new HashMap<>(query);
        asked.put("limit", SHOWN);
        blocks.add(new Block(key, may(command) ? command : null, Map.copyOf(query), lists.ask("commitments", request, asked)));
    }

    /** The part of the register that is the person's: its institutions, else its plans and bodies, else all of it. */
    private static Map<String, String> mine(Authority who) {
        var institutions = ids(who, InstitutionId.class);
        if (!institutions.isEmpty()) {
            return Map.of("institution", institutions);
        }
        if (who.bindings().stream().anyMatch(binding -> binding.to() == null)) {
            return Map.of();
        }
        var plans = ids(who, PlanId.class);
        var bodies = ids(who, BodyId.class);
        return !plans.isEmpty() ? Map.of("plan", plans) : bodies.isEmpty() ? Map.of() : Map.of("body", bodies);
    }

    private static String ids(Authority who, Class<? extends ItemId> of) {
        return who.bindings().stream().map(Binding::to).filter(of::isInstance).map(Object::toString).sorted().collect(Collectors.joining(","));
    }
}
