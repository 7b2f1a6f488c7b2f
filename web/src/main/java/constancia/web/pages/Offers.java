package constancia.web.pages;

import constancia.command.Command;
import constancia.command.Forbidden;
import constancia.command.Rectify;
import constancia.command.rights.Entitlement;
import constancia.web.Caller;
import constancia.web.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which commands a person may give on an item, by the table of rights, save a rectification, which is offered beside the record. Whether the rules admit them now, the rules say when they are given. */
@Component
final class Offers {

    /** @param name as in the address: {@code report-progress} */
    public record Offer(String name, Class<? extends Command> command) {}

    /** What people come for, first; everything else behind it. */
    private static final Map<Collections, List<String>> FIRST = Map.of(
            Collections.ACTIONS, List.of("report-progress", "mark-delivered", "verify-delivery", "accept-commitment", "request-extension", "grant-extension", "assign-responsible", "report-impediment"),
            Collections.AGREEMENTS, List.of("sign-agreement", "link-action", "add-addendum", "sign-addendum", "record-reservation", "declare-fulfilled"),
            Collections.MEETINGS, List.of("open-meeting", "add-agenda-item", "put-question", "record-position", "close-agenda-item", "close-meeting", "draft-minutes", "circulate-minutes", "approve-minutes"),
            Collections.PLANS, List.of("date-periods", "add-outline-nodes", "respond-to-recommendation", "adopt-plan", "extend-plan"),
            Collections.CASE_FILES, List.of("note-in-case-file", "enter-stage", "link-to-case-file", "await-institution", "receive-answer", "resolve-case-file"),
            Collections.INSTITUTIONS, List.of("appoint-representative", "end-mandate", "add-alias", "rename-institution"),
            Collections.BODIES, List.of("seat-institution", "vacate-seat", "set-quorum", "adopt-rules", "set-series-template"),
            Collections.INDICATORS, List.of("record-measurement", "set-target"),
            Collections.RISKS, List.of("report-warning-sign", "activate-measure", "declare-materialised", "close-risk"));

    private final Entitlement entitlement;

    Offers(Entitlement entitlementBeforehand) {
        this.entitlement = entitlementBeforehand;
    }

    List<Offer> of(Caller caller, Collections kind, UUID id) {
        var commands = kind.commands().stream().filter(command -> !Collections.creates(command) && command != Rectify.class).toList();
        var may = entitlement.among(commands.stream().map(kind::nameOf).collect(Collectors.toSet()), caller.authority(), kind.id(id));
        return commands.stream().filter(command -> may.contains(kind.nameOf(command))).map(command -> new Offer(Collections.kebab(command), command))
                .sorted(Comparator.comparingInt(offer -> place(kind, offer.name()))).toList();
    }

    /** How many of these offers are among those that people come for. */
    static int first(Collections kind, List<Offer> offers) {
        return (int) offers.stream().filter(offer -> FIRST.get(kind).contains(offer.name())).count();
    }

    private static int place(Collections kind, String name) {
        int place = FIRST.get(kind).indexOf(name);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    /** Whether such an item may be created at all. */
    boolean creates(Caller caller, Collections kind) {
        try {
            entitlement.beforehand(caller.authority(), kind.nameOf(kind.creating()), null);
            return true;
        } catch (Forbidden e) {
            return false;
        }
    }

    /** Whether records of the item may be rectified, some of them at least. */
    boolean rectifies(Caller caller, Collections kind, UUID id) {
        var rectify = kind.nameOf(Rectify.class);
        return entitlement.among(Set.of(rectify), caller.authority(), kind.id(id)).contains(rectify);
    }
}
