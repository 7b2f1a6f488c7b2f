package constancia.web.pages;

import constancia.command.Command;
import constancia.command.Forbidden;
import constancia.command.Rectify;
import constancia.command.rights.Entitlement;
import constancia.web.Caller;
import constancia.web.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which commands a person may give on an item, by the table of rights, save a rectification, which is offered beside the record. Whether the rules admit them now, the rules say when they are given. */
@Component
final class Offers {

    /** @param name as in the address: {@code report-progress} */
    public record Offer(String name, Class<? extends Command> command) {}

    private final Entitlement entitlement;

    Offers(Entitlement entitlementBeforehand) {
        this.entitlement = entitlementBeforehand;
    }

    List<Offer> of(Caller caller, Collections kind, UUID id) {
        var commands = kind.commands().stream().filter(command -> !Collections.creates(command) && command != Rectify.class).toList();
        var may = entitlement.among(commands.stream().map(kind::nameOf).collect(Collectors.toSet()), caller.authority(), kind.id(id));
        return commands.stream().filter(command -> may.contains(kind.nameOf(command))).map(command -> new Offer(Collections.kebab(command), command)).toList();
    }

    /**
     * Asked before the form of a command is shown.
     *
     * @param id null for what creates an item
     * @throws Forbidden whatever the form would say, the caller may not
     */
    void must(Caller caller, Collections kind, Class<? extends Command> command, @Nullable UUID id) {
        entitlement.beforehand(caller.authority(), kind.nameOf(command), id == null ? null : kind.id(id));
    }

    /** Whether such an item may be created at all. */
    boolean creates(Caller caller, Collections kind) {
        return somewhere(caller, kind, kind.creating());
    }

    /** Whether there may be an item of that kind on which the command may be given. */
    boolean somewhere(Caller caller, Collections kind, Class<? extends Command> command) {
        try {
            must(caller, kind, command, null);
            return true;
        } catch (Forbidden e) {
            return false;
        }
    }

    /** Whether somebody may be appointed to speak for that institution. */
    boolean appoints(Caller caller, UUID institution) {
        return of(caller, Collections.INSTITUTIONS, institution).stream().anyMatch(offer -> offer.name().equals("appoint-representative"));
    }

    /** Which of these commands on actions may be given for an institution wherever it answers: by who speaks for it, and by who may give them everywhere. */
    List<String> forInstitution(Caller caller, UUID institution, List<String> commands) {
        var may = entitlement.among(commands.stream().map(Offers::onActions).collect(Collectors.toSet()), caller.authority(), Collections.INSTITUTIONS.id(institution));
        return commands.stream().filter(command -> may.contains(onActions(command))).toList();
    }

    private static String onActions(String command) {
        return Collections.ACTIONS.nameOf(Collections.ACTIONS.command(command).orElseThrow());
    }

    /** Whether records of the item may be rectified, some of them at least. */
    boolean rectifies(Caller caller, Collections kind, UUID id) {
        var rectify = kind.nameOf(Rectify.class);
        return entitlement.among(Set.of(rectify), caller.authority(), kind.id(id)).contains(rectify);
    }
}
