package constancia.command.meetings;

import constancia.command.institutions.Institutions;
import constancia.command.meetings.MeetingCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyEvent.SeriesTemplateSet;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.CarriedFrom;
import constancia.kernel.meetings.ItemOutcome;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a meeting is about: its items, those it takes up from the backlog of the body, and what came of each. */
final class Agenda {

    private Agenda() {}

    static List<AgendaItem> first(ConveneMeeting c, Meetings meetings, Institutions institutions) {
        var agenda = new ArrayList<AgendaItem>();
        var ids = new HashSet<UUID>();
        var carried = new HashSet<CarriedFrom>();
        for (var item : Objects.requireNonNullElse(c.agenda(), List.<NewAgendaItem>of())) {
            var pointer = "agenda/" + agenda.size();
            if (!ids.add(item.item())) {
                throw new Invalid(pointer + "/item", "agenda-item-known");
            }
            if (item.carriedFrom() != null && !carried.add(item.carriedFrom())) {
                throw new Invalid(pointer + "/carriedFrom", "item-taken-up");
            }
            Convening.mustExist(pointer + "/presenter", item.presenter(), c.effectiveOn(), institutions);
            mustBeInBacklog(pointer + "/", item.carriedFrom(), c.body(), c.effectiveOn(), meetings);
            agenda.add(new AgendaItem(item.item(), item.title(), item.presenter(), item.minutes(), item.carriedFrom(), item.section()));
        }
        return List.copyOf(agenda);
    }

    /** What stands in the template of the series; whoever is no longer there to present it is left out. */
    static List<AgendaItem> of(SeriesTemplateSet template, ConveneMeeting c, Institutions institutions) {
        var agenda = new ArrayList<AgendaItem>();
        for (var item : template.agenda()) {
            var presenter = item.presenter() != null && institutions.active(item.presenter(), c.effectiveOn()) ? item.presenter() : null;
            var id = UUID.nameUUIDFromBytes((c.id() + "/agenda/" + agenda.size()).getBytes(StandardCharsets.UTF_8));
            agenda.add(new AgendaItem(id, item.title(), presenter, item.minutes(), null, item.section()));
        }
        return List.copyOf(agenda);
    }

    static MeetingEvent add(AddAgendaItem c, Meeting now, Meetings meetings, Institutions institutions) {
        now.mustNotBeOver(c.effectiveOn());
        Convening.mustExist("presenter", c.presenter(), c.effectiveOn(), institutions);
        if (now.agenda().contains(c.item())) {
            throw new Refused("agenda-item-known");
        }
        mustBeInBacklog("", c.carriedFrom(), Objects.requireNonNull(now.body()), c.effectiveOn(), meetings);
        return new AgendaItemAdded(c.item(), c.title(), c.presenter(), c.minutes(), c.carriedFrom(), c.section(), c.effectiveOn());
    }

    static MeetingEvent close(CloseAgendaItem c, Meeting now) {
        if (!now.agenda().contains(c.item())) {
            throw new Invalid("item", "unknown-agenda-item", c.item());
        }
        now.mustBeUnderWay(c.effectiveOn());
        if (now.closedItems().containsKey(c.item())) {
            throw new Refused("agenda-item-closed");
        }
        var said = now.deliberations().values().stream().filter(one -> c.item().equals(one.item())).map(Deliberation::lastOn).max(LocalDate::compareTo);
        if (c.outcome() == ItemOutcome.NOT_REACHED && said.isPresent()) {
            throw new Refused("agenda-item-reached");
        }
        if (said.isPresent() && c.effectiveOn().isBefore(said.get())) {
            throw new Refused("effective-before-previous", said.get());
        }
        if (c.outcome() == ItemOutcome.DECISION && now.roll().quorum().lacking()) {
            throw new Refused("meeting-not-quorate");
        }
        return new AgendaItemClosed(c.item(), c.outcome(), c.effectiveOn());
    }

    private static void mustBeInBacklog(String pointer, @Nullable CarriedFrom carried, BodyId body, LocalDate on, Meetings meetings) {
        if (carried == null) {
            return;
        }
        var item = meetings.item(carried.meeting(), carried.item())
                .orElseThrow(() -> new Invalid(pointer + "carriedFrom/item", "unknown-agenda-item", carried.item()));
        if (!item.body().equals(body)) {
            throw new Refused("item-of-another-body");
        }
        if (item.notReachedOn() == null || on.isBefore(item.notReachedOn())) {
            throw new Refused("item-not-in-backlog");
        }
        if (item.takenUp()) {
            throw new Refused("item-taken-up");
        }
    }
}
