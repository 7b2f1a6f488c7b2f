package constancia.command.institutions;

import constancia.command.Rectifying;
import constancia.command.institutions.InstitutionCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.bodies.Term;
import constancia.kernel.institutions.Capacity;
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

    record Mandate(UUID person, Capacity capacity, LocalDate appointedOn, Term term, boolean ended) {}

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
            case AppointRepresentative c -> appoint(c, now);
            case EndMandate c -> end(c, now);
        });
    }

    /** How records of the institution with that id are rectified. */
    static Rectifying<InstitutionEvent, Institution> rectifying(InstitutionId id, Institutions institutions) {
        return new Rectifying<>(InstitutionEvent.class, UNREGISTERED, Institution::evolve, event -> Again.of(id, event),
                (command, now, by) -> decide((InstitutionCommand) command, now, institutions));
    }

    static Institution evolve(Institution now, Recorded<InstitutionEvent> record) {
        return switch (record.event()) {
            case InstitutionRegistered e -> new Institution(e.effectiveOn(), null, Set.copyOf(e.aliases()), now.mandates);
            case AliasAdded e -> new Institution(now.registeredOn, now.endedOn, with(now.aliases, e.alias()), now.mandates);
            case InstitutionRenamed _ -> now;
            case InstitutionSucceeded e -> new Institution(now.registeredOn, e.effectiveOn(), now.aliases, now.mandates);
            case InstitutionDeactivated e -> new Institution(now.registeredOn, e.effectiveOn(), now.aliases, now.mandates);
            case RepresentativeAppointed e -> now.mandate(e.representative(), new Mandate(e.person(), e.as(), e.effectiveOn(), e.term(), false));
            case MandateEnded e -> {
                var mandate = now.mandates.get(e.representative());
                yield now.mandate(e.representative(),
                        new Mandate(mandate.person, mandate.capacity, mandate.appointedOn, mandate.term.endingWith(e.last()), true));
            }
        };
    }

    private static List<InstitutionEvent> register(RegisterInstitution c, Institution now) {
        if (now.registeredOn != null) {
            throw new Refused("already-exists");
        }
        return List.of(new InstitutionRegistered(c.name(), c.acronym(), c.kind(), c.country(),
                Objects.requireNonNullElse(c.aliases(), List.of()), c.body(), c.effectiveOn()));
    }

    private static InstitutionEvent appoint(AppointRepresentative c, Institution now) {
        now.mustBeActive();
        var from = Objects.requireNonNullElse(c.from(), c.effectiveOn());
        if (from.isBefore(c.effectiveOn())) {
            throw new Invalid("from", "mandate-before-effective", c.effectiveOn());
        }
        if (c.until() != null && c.until().isBefore(from)) {
            throw new Invalid("until", "until-before-from");
        }
        if (now.mandates.containsKey(c.mandate())) {
            throw new Refused("representative-known");
        }
        var term = new Term(from, c.until(), null);
        if (now.mandates.values().stream().anyMatch(m -> m.person.equals(c.person()) && m.capacity == c.capacity() && m.term.overlaps(term))) {
            throw new Refused("already-appointed", c.capacity().word());
        }
        return new RepresentativeAppointed(c.mandate(), c.person(), c.capacity(), c.office(), from, c.until(), c.effectiveOn());
    }

    private static InstitutionEvent end(EndMandate c, Institution now) {
        var mandate = now.mandates.get(c.mandate());
        if (mandate == null) {
            throw new Invalid("mandate", "unknown-representative");
        }
        var last = Objects.requireNonNullElse(c.until(), c.effectiveOn());
        if (last.isBefore(c.effectiveOn())) {
            throw new Invalid("until", "until-before-effective", c.effectiveOn());
        }
        if (mandate.ended) {
            throw new Refused("mandate-ended");
        }
        if (c.effectiveOn().isBefore(mandate.appointedOn)) {
            throw new Refused("effective-before-previous", mandate.appointedOn);
        }
        if (mandate.term.until() != null && last.isAfter(mandate.term.until())) {
            throw new Refused("mandate-term-over", mandate.term.until());
        }
        return new MandateEnded(c.mandate(), last, c.effectiveOn());
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
