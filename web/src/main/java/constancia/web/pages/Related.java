package constancia.web.pages;

import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.items.ApiLists;
import constancia.web.items.ApiLists.Listing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What belongs to an item and stands in lists of its own: what an institution owes, the sessions of a body, the actions of an agreement. */
@Component
final class Related {

    /**
     * Some rows of a list, and the way to all of them.
     *
     * @param key     of the heading
     * @param columns of the list, without the one in which the item itself would stand in every row
     * @param query   of the whole list
     * @param commands that each row offers
     */
    public record Block(String key, ListSpec spec, List<String> columns, Map<String, String> query, Listing listing, List<String> commands) {

        /** Of the whole list. */
        public String address() {
            return ListPages.address(spec.path(), query);
        }
    }

    /** @param without columns that would be empty */
    private record Source(String key, String list, String by, Map<String, String> which, List<String> commands, List<String> without) {

        private static Source of(String key, String list, String by, Map<String, String> which) {
            return new Source(key, list, by, which, List.of(), List.of());
        }
    }

    private static final int SHOWN = 10;
    private static final Map<String, String> ITSELF = Map.of("institution", "institution", "coordinator", "coordinator", "body", "bodyOf");
    private static final Map<Collections, List<Source>> OF = Map.of(
            Collections.INSTITUTIONS, List.of(
                    new Source("to-accept", "commitments", "institution", Map.of("status", "assigned", "sort", "dueOn"), List.of("accept-commitment"), List.of("percent")),
                    new Source("owed", "commitments", "institution", Map.of("status", "accepted,in-progress", "sort", "dueOn"), List.of("report-progress", "mark-delivered", "request-extension"), List.of()),
                    Source.of("delivered", "commitments", "institution", Map.of("status", "delivered,verified", "sort", "dueOn")),
                    Source.of("agreements", "agreements", "institution", Map.of("sort", "-agreedOn")),
                    Source.of("case-files", "case-files", "coordinator", Map.of())),
            Collections.BODIES, List.of(
                    Source.of("sessions", "meetings", "body", Map.of("sort", "-startsAt")),
                    Source.of("agreements", "agreements", "body", Map.of("sort", "-agreedOn")),
                    Source.of("plans", "plans", "body", Map.of()),
                    Source.of("case-files", "case-files", "body", Map.of())),
            Collections.AGREEMENTS, List.of(
                    Source.of("actions", "actions", "agreement", Map.of("sort", "dueOn")),
                    Source.of("case-files", "case-files", "agreement", Map.of())),
            Collections.MEETINGS, List.of(
                    Source.of("agreements", "agreements", "meeting", Map.of()),
                    Source.of("case-files", "case-files", "meeting", Map.of())),
            Collections.ACTIONS, List.of(
                    Source.of("risks", "risks", "action", Map.of()),
                    Source.of("case-files", "case-files", "action", Map.of())));

    private final ApiLists lists;
    private final Offers offers;

    Related(ApiLists lists, Offers offers) {
        this.lists = lists;
        this.offers = offers;
    }

    /** Those that have anything in them. */
    List<Block> of(Collections kind, UUID id, HttpServletRequest request) {
        return OF.getOrDefault(kind, List.of()).stream().map(source -> block(source, id, request)).filter(block -> !block.listing().items().isEmpty()).toList();
    }

    /** How punctual an institution is; nothing while none of its commitments has a due date. */
    @Nullable Map<String, Object> punctuality(UUID institution, HttpServletRequest request) {
        return lists.ask("evaluation/punctuality", request, Map.of("institution", institution.toString())).items().stream().findFirst().orElse(null);
    }

    private Block block(Source source, UUID id, HttpServletRequest request) {
        var query = new HashMap<>(source.which());
        query.put(source.by(), id.toString());
        var asked = new HashMap<>(query);
        asked.put("limit", String.valueOf(SHOWN));
        var spec = ListSpec.at(source.list()).orElseThrow();
        return new Block(source.key(), spec, spec.columns().stream().filter(column -> !column.equals(ITSELF.get(source.by())) && !source.without().contains(column)).toList(), Map.copyOf(query), lists.ask(source.list(), request, asked),
                source.commands().isEmpty() ? List.of() : offers.forInstitution(Caller.current(), id, source.commands()));
    }
}
