package constancia.command.institutions;

import constancia.command.institutions.InstitutionCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionEvent.*;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of institutions. Life (registered, succeeded, deactivated) and each mandate are ordered; names are values. */
record Institution(@Nullable LocalDate registeredOn, @Nullable LocalDate endedOn, Set<String> aliases, Map<UUID, Mandate> mandates) {

    record Mandate(LocalDate from, @Nullable LocalDate endedOn) {}

    static final Institution UNREGISTERED = new Institution(null, null, Set.of(), Map.of());

    static List<InstitutionEvent> decide(InstitutionCommand command, Institution now, Institutions institutions) {
        if (command instanceof RegisterInstitution c) {
            return register(c, now);
        }
        if (now.registeredOn == null || command.effectiveOn().isBefore(now.registeredOn)) {
            throw new Refused("effective-before-item");
        }
        return List.of(switch (command) {
            case RegisterInstitution _ -> throw new Refused("already-exists");
            case AddAlias c -> {
                if (now.aliases.contains(c.alias())) {
                    throw new Refused("alias-known", c.alias());
                }
                yield new AliasAdded(c.alias(), c.effectiveOn());
            }
            case RenameInstitution c -> {
                now.mustBeActive();
                yield new InstitutionRenamed(c.name(), c.acronym(), c.effectiveOn());
            }
            case SucceedInstitution c -> {
                now.mustBeActive();
                mustExist(c, institutions);
                yield new InstitutionSucceeded(c.successors(), c.kind(), c.effectiveOn());
            }
            case DeactivateInstitution c -> {
                now.mustBeActive();
                yield new InstitutionDeactivated(c.effectiveOn());
            }
            case AppointRepresentative c -> {
                now.mustBeActive();
                if (now.mandates.containsKey(c.representative())) {
                    throw new Refused("representative-known");
                }
                if (c.until() != null && c.until().isBefore(c.effectiveOn())) {
                    throw new Invalid("until", "until-before-from");
                }
                yield new RepresentativeAppointed(c.representative(), c.person(), c.office(), c.until(), c.effectiveOn());
            }
            case EndMandate c -> {
                var mandate = now.mandates.get(c.representative());
                if (mandate == null) {
                    throw new Invalid("representative", "unknown-representative");
                }
                if (mandate.endedOn != null) {
                    throw new Refused("mandate-ended");
                }
                if (c.effectiveOn().isBefore(mandate.from)) {
                    throw new Refused("effective-before-previous", mandate.from);
                }
                yield new MandateEnded(c.representative(), c.effectiveOn());
            }
        });
    }

    static Institution evolve(Institution now, Recorded<InstitutionEvent> record) {
        return switch (record.event()) {
            case InstitutionRegistered e -> new Institution(e.effectiveOn(), null, Set.copyOf(e.aliases()), now.mandates);
            case AliasAdded e -> new Institution(now.registeredOn, now.endedOn, with(now.aliases, e.alias()), now.mandates);
            case InstitutionRenamed _ -> now;
            case InstitutionSucceeded e -> new Institution(now.registeredOn, e.effectiveOn(), now.aliases, now.mandates);
            case InstitutionDeactivated e -> new Institution(now.registeredOn, e.effectiveOn(), now.aliases, now.mandates);
            case RepresentativeAppointed e -> now.mandate(e.representative(), new Mandate(e.effectiveOn(), null));
            case MandateEnded e -> now.mandate(e.representative(), new Mandate(now.mandates.get(e.representative()).from, e.effectiveOn()));
        };
    }

    private static List<InstitutionEvent> register(RegisterInstitution c, Institution now) {
        if (now.registeredOn != null) {
            throw new Refused("already-exists");
        }
        return List.of(new InstitutionRegistered(c.name(), c.acronym(), c.kind(), c.country(),
                Objects.requireNonNullElse(c.aliases(), List.of()), c.body(), c.effectiveOn()));
    }

    private static void mustExist(SucceedInstitution c, Institutions institutions) {
        if (c.successors().isEmpty()) {
            throw new Invalid("successors", "required");
        }
        for (int i = 0; i < c.successors().size(); i++) {
            InstitutionId successor = c.successors().get(i);
            if (successor.equals(c.id())) {
                throw new Invalid("successors/" + i, "own-successor");
            }
            if (!institutions.exists(successor)) {
                throw new Invalid("successors/" + i, "unknown-institution", successor);
            }
        }
    }

    private void mustBeActive() {
        if (endedOn != null) {
            throw new Refused("institution-ended", endedOn);
        }
    }

    private Institution mandate(UUID representative, Mandate mandate) {
        var all = new HashMap<>(mandates);
        all.put(representative, mandate);
        return new Institution(registeredOn, endedOn, aliases, Map.copyOf(all));
    }

    private static Set<String> with(Set<String> all, String one) {
        var more = new HashSet<>(all);
        more.add(one);
        return Set.copyOf(more);
    }
}
