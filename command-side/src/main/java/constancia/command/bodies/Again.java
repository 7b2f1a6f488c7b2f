package constancia.command.bodies;

import constancia.command.bodies.BodyCommand.*;
import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyEvent.*;
import constancia.kernel.bodies.BodyId;

/** The command that a record of a body came from, were it given again: the inverse of deciding. */
public final class Again {

    private Again() {}

    public static BodyCommand of(BodyId id, BodyEvent event) {
        var on = event.effectiveOn();
        return switch (event) {
            case BodyEstablished e -> new EstablishBody(id, e.name(), e.acronym(), e.kind(), e.parent(), on);
            case SeatTaken e -> new SeatInstitution(id, e.seat(), e.institution(), e.person(), e.role(), e.from().equals(on) ? null : e.from(), e.until(), on);
            case SeatVacated e -> new VacateSeat(id, e.seat(), on);
            case QuorumSet e -> new SetQuorum(id, e.atLeast(), e.share(), e.roles(), on);
            case RulesAdopted e -> new AdoptRules(id, e.title(), e.text(), e.document(), e.agreement(), on);
            case SeriesTemplateSet e -> new SetSeriesTemplate(id, e.series(), e.name(), e.place(), e.mode(), e.text(),
                    e.agenda().stream().map(item -> new NewTemplateItem(item.title(), item.section(), item.presenter(), item.minutes())).toList(), on);
            case BodyDissolved _ -> new DissolveBody(id, on);
        };
    }
}
