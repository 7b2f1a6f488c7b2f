package constancia.web.pages;

import constancia.kernel.ItemId;
import constancia.kernel.Rectified;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.rights.Authority;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.items.ApiLists;
import constancia.web.items.ApiLists.Listing;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for somebody: what an institution owes, what a unit verifies or chases, requests that need an answer, minutes on their way; and what an auditor looks into. */
@Component
final class Desk {

    private static final String SHOWN = "10";
    private static final String RECORDS = "records";
    private static final String LATE_BY = "30";

    /**
     * What waits for the same.
     *
     * @param key     of the block's heading
     * @param list    whose rows these are, as in {@code /api/}
     * @param command that each row offers; null where one may not give it
     * @param query   of the whole list
     */
    public record Block(String key, String list, @Nullable String command, Map<String, String> query, Listing listing) {

        int count() {
            return listing.count();
        }

        /** Whether these are records and none was made since. */
        boolean calm(Instant since) {
            return list.equals(RECORDS) && listing.items().stream().noneMatch(record -> Instant.parse(String.valueOf(record.get("recordedAt"))).isAfter(since));
        }

        /** Of the whole list. */
        public String address() {
            return ListPages.address(list, query);
        }
    }

    private final ApiLists lists;
    private final Offers offers;

    Desk(ApiLists lists, Offers offers) {
        this.lists = lists;
        this.offers = offers;
    }

    /** Those of the commitments always, however few; the others only for whom they are. What an auditor reads no right of its own tells apart. */
    List<Block> of(Authority who, HttpServletRequest request) {
        var desk = new ArrayList<Block>();
        if (who.has(Role.AUDITOR)) {
            desk.add(recorded("rectified", Map.of("type", Rectified.class.getSimpleName()), request));
            desk.add(recorded("late", Map.of("lateBy", LATE_BY), request));
        }
        desk.add(block("overdue", "commitments", "report-progress", mine(who), Map.of("condition", "overdue", "sort", "dueOn"), request));
        whoMay(desk, "accept", "commitments", "accept-commitment", mine(who), Map.of("status", "assigned", "sort", "dueOn"), request);
        whoMay(desk, "verify", "commitments", "verify-delivery", mine(who), Map.of("status", "delivered", "sort", "dueOn"), request);
        whoMay(desk, "extensions", "extensions", "grant-extension", mine(who), Map.of(), request);
        whoMay(desk, "blocked", "actions", "resolve-impediment", mine(who), Map.of("condition", "blocked", "sort", "dueOn"), request);
        minutes(desk, who, request);
        desk.add(block("near-due", "commitments", "mark-delivered", mine(who), Map.of("condition", "near-due", "sort", "dueOn"), request));
        return desk;
    }

    private void minutes(List<Block> desk, Authority who, HttpServletRequest request) {
        var bodies = of(who, "body", BodyId.class);
        whoMay(desk, "to-draft", "meetings", "draft-minutes", bodies, Map.of("status", "closed", "minutes", "none"), request);
        whoMay(desk, "to-circulate", "meetings", "circulate-minutes", bodies, Map.of("minutes", "draft"), request);
        whoMay(desk, "to-approve", "meetings", "approve-minutes", bodies, Map.of("minutes", "circulated"), request);
        var institutions = ids(who, InstitutionId.class);
        if (!institutions.isEmpty()) {
            whoMay(desk, "to-acknowledge", "meetings", "acknowledge-minutes", Map.of("toAcknowledge", institutions), Map.of(), request);
            whoMay(desk, "to-sign", "meetings", "sign-minutes", Map.of("toSign", institutions), Map.of(), request);
        }
    }

    private void whoMay(List<Block> desk, String key, String list, String command, Map<String, String> mine, Map<String, String> which, HttpServletRequest request) {
        if (may(list, command)) {
            desk.add(block(key, list, command, mine, which, request));
        }
    }

    private Block block(String key, String list, String command, Map<String, String> mine, Map<String, String> which, HttpServletRequest request) {
        var query = new LinkedHashMap<>(mine);
        query.putAll(which);
        var asked = new LinkedHashMap<>(query);
        asked.put("limit", SHOWN);
        return new Block(key, list, may(list, command) ? command : null, Map.copyOf(query), lists.ask(list, request, asked));
    }

    private Block recorded(String key, Map<String, String> which, HttpServletRequest request) {
        var asked = new LinkedHashMap<>(which);
        asked.put("limit", SHOWN);
        return new Block(key, RECORDS, null, which, lists.ask(RECORDS, request, asked));
    }

    private boolean may(String list, String command) {
        var kind = list.equals("meetings") ? Collections.MEETINGS : Collections.ACTIONS;
        return offers.somewhere(Caller.current(), kind, kind.command(command).orElseThrow());
    }

    /** The part of the register that is the person's: its institutions, else its plans, else its bodies, else all of it. */
    static Map<String, String> mine(Authority who) {
        var institutions = of(who, "institution", InstitutionId.class);
        if (!institutions.isEmpty() || who.bindings().stream().anyMatch(binding -> binding.to() == null)) {
            return institutions;
        }
        var plans = of(who, "plan", PlanId.class);
        return plans.isEmpty() ? of(who, "body", BodyId.class) : plans;
    }

    private static Map<String, String> of(Authority who, String name, Class<? extends ItemId> kind) {
        var ids = ids(who, kind);
        return ids.isEmpty() ? Map.of() : Map.of(name, ids);
    }

    private static String ids(Authority who, Class<? extends ItemId> of) {
        return who.bindings().stream().map(Binding::to).filter(of::isInstance).map(Object::toString).sorted().collect(Collectors.joining(","));
    }
}
