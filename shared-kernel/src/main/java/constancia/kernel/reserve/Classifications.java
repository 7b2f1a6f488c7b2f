package constancia.kernel.reserve;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How an item, its parts and its fields have been classified: each a value of its own, of which the latest counts. */
public record Classifications(Map<Place, List<Dated<Classification>>> all) {

    /** @param part null, like {@code field}, for the item itself */
    public record Place(@Nullable UUID part, @Nullable ReservedField field) {

        public static final Place WHOLE = new Place(null, null);
    }

    public static final Classifications NONE = new Classifications(Map.of());

    public Classifications with(Classified e, Recorded<?> record) {
        var place = new Place(e.part(), e.field());
        var more = new HashMap<>(all);
        more.put(place, Dated.plus(all.getOrDefault(place, List.of()), e.said(), record));
        return new Classifications(Map.copyOf(more));
    }

    /** Open unless something was said. */
    public Classification of(Place place) {
        var said = all.getOrDefault(place, List.of());
        return said.isEmpty() ? Classification.OPEN : said.getLast().value();
    }

    /** Of the item itself. */
    public Classification whole() {
        return of(Place.WHOLE);
    }

    /** The first day of the reserve under which that is on that day, however often it was prolonged; null when it is not reserved then. */
    public @Nullable LocalDate reservedSince(Place place, LocalDate day) {
        LocalDate began = null;
        LocalDate until = null;
        for (var said : all.getOrDefault(place, List.of())) {
            if (!said.since().isAfter(day)) {
                boolean prolongs = until != null && !said.since().isAfter(until);
                began = said.value().as() != ItemClass.RESERVED ? null : prolongs && began != null ? began : said.since();
                until = said.value().until();
            }
        }
        return until == null || until.isBefore(day) ? null : began;
    }

    /** Whether the item is public but for that field, whatever the day. */
    public boolean covers(ReservedField field) {
        return of(new Place(null, field)).as() != ItemClass.PUBLIC;
    }

    /** Whether anything of it is not public at the end of that day. */
    public boolean anyOn(LocalDate day) {
        return all.keySet().stream().anyMatch(place -> of(place).on(day).as() != ItemClass.PUBLIC);
    }

    /** The last days of all reserves that stand. */
    public Stream<LocalDate> untils() {
        return all.keySet().stream().map(place -> of(place).until()).filter(until -> until != null).distinct().sorted();
    }
}
