package constancia.web.pages;

import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.rights.Role;
import constancia.web.Caller;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a person may do from one period of an action: those of the commands offered that its state lets one think of.
 *
 * @param offered names of commands
 * @param all     whether for every institution, or only for the person's own
 * @param asked   whether more time was asked for and nobody has answered yet
 */
public record CellActs(List<String> offered, boolean all, List<UUID> own, boolean asked) {

    static CellActs of(Caller caller, Map<String, Object> action, List<Offers.Offer> offers) {
        var who = caller.authority();
        boolean over = List.of("fulfilled", "cancelled").contains(String.valueOf(action.get("status")));
        return new CellActs(over ? List.of() : offers.stream().map(Offers.Offer::name).toList(), who.has(Role.ADMINISTRATOR) || who.has(Role.COORDINATOR),
                who.of(Role.LIAISON).map(binding -> ((InstitutionId) binding.to()).value()).toList(),
                Answered.maps(action.get("extensions")).stream().anyMatch(extension -> "open".equals(extension.get("status"))));
    }

    /** The commands on that commitment that come next. */
    public List<String> on(Map<String, Object> commitment) {
        var institution = UUID.fromString(((Map<?, ?>) commitment.get("institution")).get("id").toString());
        var next = switch (String.valueOf(commitment.get("status"))) {
            case "assigned" -> Stream.of("accept-commitment", "decline-commitment", "report-progress", "mark-delivered", "request-extension");
            case "accepted", "in-progress" -> Stream.of("report-progress", "mark-delivered", "request-extension");
            case "delivered" -> Stream.of("verify-delivery", "return-delivery");
            default -> Stream.<String>of();
        };
        boolean verifier = commitment.get("status").equals("delivered");
        return all || verifier || own.contains(institution) ? next.filter(offered::contains).toList() : List.of();
    }

    /** The commands on the action as a whole. */
    public List<String> onAction() {
        return Stream.concat(asked ? Stream.of("grant-extension", "refuse-extension") : Stream.of(), Stream.of("report-impediment", "assign-responsible", "schedule-action"))
                .filter(offered::contains).toList();
    }
}
