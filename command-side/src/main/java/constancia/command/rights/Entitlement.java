package constancia.command.rights;

import constancia.command.Command;
import constancia.command.Creates;
import constancia.command.ForInstitution;
import constancia.command.Forbidden;
import constancia.command.Internal;
import constancia.command.Rectify;
import constancia.command.UnknownItem;
import constancia.command.accounts.Authorities;
import constancia.command.agreements.AgreementCommand.ClearLegalReview;
import constancia.command.agreements.AgreementCommand.ReturnForChanges;
import constancia.command.casefiles.CaseFileCommand.ForwardCorrespondence;
import constancia.command.casefiles.CaseFileCommand.ReceiveAnswer;
import constancia.command.casefiles.CaseFileCommand.SettleCorrespondence;
import constancia.kernel.ItemId;
import constancia.kernel.Provenance;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.rights.Authority;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Right;
import constancia.kernel.rights.Rights;
import constancia.kernel.rights.Role;
import constancia.kernel.rights.Sight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may give which command on what: the table of rights, an account's roles, and where the item belongs. */
public final class Entitlement {

    private final Rights rights;
    private final Authorities authorities;
    private final Scopes scopes;
    private final Records records;
    private final Sight sight;
    private final Function<Command, String> names;

    /** @param names how the table calls a command: {@code actions/mark-delivered} */
    public Entitlement(Rights rights, Authorities authorities, Scopes scopes, Records records, Sight sight, Function<Command, String> names) {
        this.rights = rights;
        this.authorities = authorities;
        this.scopes = scopes;
        this.records = records;
        this.sight = sight;
        this.names = names;
    }

    /**
     * Asked before a request is read: whether the account may give that command on that item at all.
     *
     * @param what as the table calls it
     * @param item null when the command creates one
     * @throws Forbidden   whatever the request says, it may not
     * @throws UnknownItem it may not know of the item
     */
    public void beforehand(Authority who, String what, @Nullable ItemId item) {
        var right = rights.command(what);
        if (item != null) {
            mustKnow(who, item);
        }
        if (!right.anywhere(who) && item != null) {
            here(parts(right, who), scopes.of(item));
        } else if (!right.anywhere(who)) {
            parts(right, who);
        }
    }

    /**
     * Which of these commands the account may give on that item at all, as {@link #beforehand} says of each; what the item is and where it
     * belongs is looked up once for all of them.
     *
     * @throws UnknownItem it may not know of the item
     */
    public Set<String> among(Set<String> commands, Authority who, ItemId item) {
        mustKnow(who, item);
        var anywhere = commands.stream().filter(what -> rights.command(what).anywhere(who)).collect(Collectors.toSet());
        if (anywhere.size() == commands.size()) {
            return anywhere;
        }
        var scope = scopes.of(item);
        return commands.stream().filter(what -> anywhere.contains(what) || rights.command(what).within(who).anyMatch(part -> scope.contains(part.to()))).collect(Collectors.toSet());
    }

    /**
     * Whether the command may be given.
     *
     * @throws Forbidden   it may not
     * @throws UnknownItem the account may not know of the item
     */
    public void require(Command command, Provenance by) {
        if (Authority.isSystem(by.actor())) {
            mustFollow(command, by.actor());
        } else {
            require(command, authorities.of(by.actor()), false);
        }
    }

    private void mustFollow(Command command, String actor) {
        if (!rights.command(names.apply(command)).policies().contains(Authority.policy(actor))) {
            throw new Forbidden("forbidden");
        }
    }

    /** @param again whether it is the command behind a record of the account's own institution, which may have passed on since what the record is of */
    private void require(Command command, Authority who, boolean again) {
        boolean creates = command.getClass().isAnnotationPresent(Creates.class);
        if (!creates) {
            mustKnow(who, command.id());
        }
        var right = rights.command(names.apply(command));
        List<Binding> by = right.anywhere(who) ? List.of() : creates ? everywhere(parts(right, who), command) : here(parts(right, who), scopes.of(command.id()));
        boolean own = !by.isEmpty() && by.stream().allMatch(binding -> binding.role() == Role.LIAISON);
        if (own) {
            mustSpeakFor(by, command, again);
        }
        if (command instanceof Rectify rectify && !who.has(Role.ADMINISTRATOR)) {
            records.behind(rectify).ifPresent(made -> mustBeAbleToRecord(made, who, own ? by : List.of()));
        }
    }

    private void mustKnow(Authority who, ItemId item) {
        if (!sight.knows(who, ItemId.kind(item.getClass()), item.value())) {
            throw new UnknownItem(item.toString());
        }
    }

    private static List<Binding> parts(Right right, Authority who) {
        var parts = right.within(who).toList();
        if (parts.isEmpty()) {
            throw new Forbidden("forbidden");
        }
        return parts;
    }

    private static List<Binding> here(List<Binding> parts, Set<ItemId> scope) {
        var here = parts.stream().filter(part -> scope.contains(part.to())).toList();
        if (here.isEmpty()) {
            throw outside(parts);
        }
        return here;
    }

    private List<Binding> everywhere(List<Binding> parts, Command command) {
        var all = new ArrayList<Binding>();
        var known = new HashSet<ItemId>();
        for (var container : Containers.of(command)) {
            var scope = scopes.of(container);
            if (!known.contains(container)) {
                all.addAll(here(parts, scope));
            }
            known.addAll(scope);
        }
        if (all.isEmpty()) {
            throw outside(parts);
        }
        return all;
    }

    private static Forbidden outside(List<Binding> parts) {
        return new Forbidden(parts.stream().allMatch(part -> part.role() == Role.LIAISON) ? "not-your-institution" : "outside-your-scope");
    }

    /** A liaison speaks for its own institution and no other, where the command says for whom. */
    private void mustSpeakFor(List<Binding> by, Command command, boolean again) {
        boolean own = switch (command) {
            case ReceiveAnswer c -> isOf(by, scopes.awaited(c.id(), c.awaiting()).orElse(null));
            case ForwardCorrespondence c -> again || has(by, c.id(), c.correspondence());
            case SettleCorrespondence c -> again || has(by, c.id(), c.correspondence());
            case ClearLegalReview c -> again || has(by, c.id(), c.addendum());
            case ReturnForChanges c -> again || has(by, c.id(), c.addendum());
            default -> !ForInstitution.isAsked(command.getClass()) || isOf(by, ForInstitution.of(command));
        };
        if (!own) {
            throw new Forbidden("not-your-institution");
        }
    }

    /** Nobody changes by a rectification what they could not have put on record. */
    private void mustBeAbleToRecord(Records.Made made, Authority who, List<Binding> own) {
        if (made.command().getClass().isAnnotationPresent(Internal.class)) {
            return;
        }
        if (!own.isEmpty() && !isOf(own, made.by().institution())) {
            throw new Forbidden("not-your-institution");
        }
        require(made.command(), who, true);
        if (made.corrected() != null) {
            require(made.corrected(), who, true);
        }
    }

    /** @param part of the item, or null where its own text is meant */
    private boolean has(List<Binding> by, ItemId item, @Nullable UUID part) {
        return isOf(by, scopes.entrusted(item, Objects.requireNonNullElse(part, item.value())).orElse(null));
    }

    private static boolean isOf(List<Binding> own, @Nullable InstitutionId institution) {
        return own.stream().anyMatch(binding -> binding.to() != null && binding.to().equals(institution));
    }
}
