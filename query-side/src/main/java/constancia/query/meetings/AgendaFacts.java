package constancia.query.meetings;

import constancia.kernel.Dated;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.MeetingEvent.AgendaItemClosed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The agenda of a meeting and what came of its items. */
public record AgendaFacts(List<Dated<AgendaItem>> items, Map<UUID, AgendaItemClosed> closed) {

    static final AgendaFacts NONE = new AgendaFacts(List.of(), Map.of());

    List<AgendaItem> inOrder() {
        return Dated.values(items);
    }

    @Nullable AgendaItemClosed closing(AgendaItem item) {
        return closed.get(item.item());
    }
}
