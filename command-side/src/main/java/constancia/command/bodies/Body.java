package constancia.command.bodies;

import constancia.command.Rectifying;
import constancia.command.agreements.Agreements;
import constancia.command.bodies.BodyCommand.*;
import constancia.command.institutions.Institutions;
import constancia.kernel.Invalid;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyEvent.*;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.bodies.TemplateItem;
import constancia.kernel.bodies.Term;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of bodies. Life (established, dissolved) and each seat are ordered; the quorum and the template of each series are values, the rules adopted are a set. */
record Body(@Nullable LocalDate establishedOn, @Nullable LocalDate dissolvedOn, @Nullable LocalDate lastOn, Map<UUID, Seat> seats) {

    record Seat(Holder holder, SeatRole role, LocalDate takenOn, Term term) {}

    record Holder(@Nullable InstitutionId institution, @Nullable UUID person) {}

    static final Body NOT_ESTABLISHED = new Body(null, null, null, Map.of());

    static List<BodyEvent> decide(BodyCommand command, Body now, Bodies bodies, Institutions institutions, Agreements agreements) {
        if (command instanceof EstablishBody c) {
            return List.of(establish(c, now, bodies));
        }
        if (now.establishedOn == null || command.effectiveOn().isBefore(now.establishedOn)) {
            throw new Refused("effective-before-item");
        }
        if (now.dissolvedOn != null && !command.effectiveOn().isBefore(now.dissolvedOn)) {
            throw new Refused("body-dissolved", now.dissolvedOn);
        }
        return List.of(switch (command) {
            case EstablishBody _ -> throw new Refused("already-exists");
            case SeatInstitution c -> seat(c, now, institutions);
            case VacateSeat c -> vacate(c, now);
            case SetQuorum c -> quorum(c);
            case AdoptRules c -> {
                if (c.text() == null && c.document() == null) {
                    throw new Invalid("text", "text-or-document");
                }
                if (c.agreement() != null && !agreements.exists(c.agreement())) {
                    throw new Invalid("agreement", "unknown-agreement", c.agreement());
                }
                yield new RulesAdopted(c.title(), c.text(), c.document(), c.agreement(), c.effectiveOn());
            }
            case SetSeriesTemplate c -> template(c, institutions);
            case DissolveBody c -> {
                if (now.dissolvedOn != null) {
                    throw new Refused("body-dissolved", now.dissolvedOn);
                }
                if (c.effectiveOn().isBefore(now.lastOn)) {
                    throw new Refused("effective-before-previous", now.lastOn);
                }
                yield new BodyDissolved(c.effectiveOn());
            }
        });
    }

    /** How records of the body with that id are rectified. */
    static Rectifying<BodyEvent, Body> rectifying(BodyId id, Bodies bodies, Institutions institutions, Agreements agreements) {
        return new Rectifying<>(BodyEvent.class, NOT_ESTABLISHED, Body::evolve, event -> Again.of(id, event),
                (command, now, by) -> decide((BodyCommand) command, now, bodies, institutions, agreements));
    }

    static Body evolve(Body now, Recorded<BodyEvent> record) {
        var body = new Body(now.establishedOn, now.dissolvedOn, later(now.lastOn, record.effectiveOn()), now.seats);
        return switch (record.event()) {
            case BodyEstablished e -> new Body(e.effectiveOn(), body.dissolvedOn, body.lastOn, body.seats);
            case SeatTaken e -> body.with(e.seat(), new Seat(new Holder(e.institution(), e.person()), e.role(), e.effectiveOn(),
                    new Term(e.from(), e.until(), null)));
            case SeatVacated e -> {
                var seat = body.seats.get(e.seat());
                yield body.with(e.seat(), new Seat(seat.holder, seat.role, seat.takenOn, seat.term.vacated(e.effectiveOn())));
            }
            case QuorumSet _, RulesAdopted _, SeriesTemplateSet _ -> body;
            case BodyDissolved e -> new Body(body.establishedOn, e.effectiveOn(), body.lastOn, body.seats);
        };
    }

    private static BodyEvent establish(EstablishBody c, Body now, Bodies bodies) {
        if (now.establishedOn != null) {
            throw new Refused("already-exists");
        }
        if (c.parent() != null && !bodies.active(c.parent(), c.effectiveOn())) {
            throw bodies.exists(c.parent()) ? new Invalid("parent", "body-not-active", c.effectiveOn())
                    : new Invalid("parent", "unknown-body", c.parent());
        }
        return new BodyEstablished(c.name(), c.acronym(), c.kind(), c.parent(), c.effectiveOn());
    }

    private static BodyEvent seat(SeatInstitution c, Body now, Institutions institutions) {
        if ((c.institution() == null) == (c.person() == null)) {
            throw new Invalid("institution", "institution-or-person");
        }
        mustBeActive("institution", c.institution(), c.effectiveOn(), institutions);
        var from = Objects.requireNonNullElse(c.from(), c.effectiveOn());
        if (from.isBefore(c.effectiveOn())) {
            throw new Invalid("from", "from-before-effective", c.effectiveOn());
        }
        if (c.until() != null && c.until().isBefore(from)) {
            throw new Invalid("until", "until-before-from");
        }
        if (now.seats.containsKey(c.seat())) {
            throw new Refused("seat-known");
        }
        var holder = new Holder(c.institution(), c.person());
        var term = new Term(from, c.until(), null);
        if (now.seats.values().stream().anyMatch(s -> s.holder.equals(holder) && s.role == c.role() && s.term.overlaps(term))) {
            throw new Refused("already-seated", c.role().word());
        }
        return new SeatTaken(c.seat(), c.institution(), c.person(), c.role(), from, c.until(), c.effectiveOn());
    }

    private static BodyEvent vacate(VacateSeat c, Body now) {
        var seat = now.seats.get(c.seat());
        if (seat == null) {
            throw new Invalid("seat", "unknown-seat");
        }
        if (seat.term.vacatedOn() != null) {
            throw new Refused("seat-vacated", seat.term.vacatedOn());
        }
        if (c.effectiveOn().isBefore(seat.takenOn)) {
            throw new Refused("effective-before-previous", seat.takenOn);
        }
        if (seat.term.until() != null && c.effectiveOn().isAfter(seat.term.until())) {
            throw new Refused("seat-term-over", seat.term.until());
        }
        return new SeatVacated(c.seat(), c.effectiveOn());
    }

    private static BodyEvent quorum(SetQuorum c) {
        if ((c.atLeast() == null) == (c.share() == null)) {
            throw new Invalid("atLeast", "at-least-or-share");
        }
        if (c.share() != null && new QuorumRule(null, c.share(), List.of()).required(1) > 1) {
            throw new Invalid("share", "share-above-whole");
        }
        var roles = Objects.requireNonNullElse(c.roles(), QuorumRule.COUNTING);
        if (roles.isEmpty()) {
            throw new Invalid("roles", "required");
        }
        for (int i = 0; i < roles.size(); i++) {
            if (roles.get(i).watches()) {
                throw new Invalid("roles/" + i, "role-never-counts", roles.get(i).word());
            }
        }
        return new QuorumSet(c.atLeast(), c.share(), roles.stream().distinct().sorted().toList(), c.effectiveOn());
    }

    private static BodyEvent template(SetSeriesTemplate c, Institutions institutions) {
        var agenda = new ArrayList<TemplateItem>();
        for (var item : Objects.requireNonNullElse(c.agenda(), List.<NewTemplateItem>of())) {
            mustBeActive("agenda/" + agenda.size() + "/presenter", item.presenter(), c.effectiveOn(), institutions);
            agenda.add(new TemplateItem(item.title(), item.section(), item.presenter(), item.minutes()));
        }
        return new SeriesTemplateSet(c.series(), c.name(), c.place(), c.mode(), c.text(), List.copyOf(agenda), c.effectiveOn());
    }

    private static void mustBeActive(String field, @Nullable InstitutionId institution, LocalDate on, Institutions institutions) {
        if (institution != null && !institutions.active(institution, on)) {
            throw institutions.exists(institution) ? new Invalid(field, "institution-not-active", on) : new Invalid(field, "unknown-institution", institution);
        }
    }

    private Body with(UUID id, Seat seat) {
        var all = new HashMap<>(seats);
        all.put(id, seat);
        return new Body(establishedOn, dissolvedOn, lastOn, Map.copyOf(all));
    }

    private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
