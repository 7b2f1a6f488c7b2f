package constancia.query.meetings;

import constancia.kernel.Dated;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.MeetingEvent.AgendaItemClosed;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The agenda of a meeting and what came of its items. */
public record AgendaFacts(List<Dated<AgendaItem>> items, Map<UUID, AgendaItemClosed> closed) {

    static final AgendaFacts NONE = new AgendaFacts(List.of(), Map.of());

    /** Those without a heading first, then heading by heading as each came up; under each in their own order. */
    List<AgendaItem> inOrder() {
        var all = Dated.values(items);
        var sections = all.stream().flatMap(item -> Stream.ofNullable(item.section())).distinct().toList();
        return all.stream().sorted(Comparator.comparingInt(item -> item.section() == null ? -1 : sections.indexOf(item.section()))).toList();
    }

    @Nullable AgendaItemClosed closing(AgendaItem item) {
        return closed.get(item.item());
    }
}
