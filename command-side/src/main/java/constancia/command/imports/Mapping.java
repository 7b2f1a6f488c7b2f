package constancia.command.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Says what the columns of a sheet hold and what its rows become. Plain data: a unit saves those of its own under a name.
 *
 * @param name of the mapping, or of the known shape
 */
public record Mapping(String name, ImportKind kind, List<Column> columns) {

    /** The column under that heading, whatever its case, accents and punctuation. */
    public record Column(String heading, Meaning meaning) {
    }

    private static final Map<ImportKind, Set<Meaning>> NEEDED = Map.of(ImportKind.ACTIONS, Set.of(Meaning.TEXT), ImportKind.MILESTONES, Set.of(Meaning.TEXT),
        ImportKind.RISKS, Set.of(Meaning.TEXT), ImportKind.OUTLINE, Set.of(), ImportKind.RESULTS, Set.of(Meaning.TEXT),
        ImportKind.INSTITUTIONS, Set.of(Meaning.NAME), ImportKind.BODIES, Set.of(Meaning.NAME), ImportKind.SEATS, Set.of(Meaning.NAME, Meaning.ROLE),
        ImportKind.FUNCTIONS, Set.of(Meaning.HOLDER, Meaning.TEXT), ImportKind.TERRITORY, Set.of(Meaning.MUNICIPALITY, Meaning.DEPARTMENT));

    public Mapping {
        columns = List.copyOf(columns);
    }

    /** What its kind cannot do without and no column holds. */
    public Set<Meaning> missing() {
        var missing = new HashSet<>(NEEDED.get(kind));
        columns.forEach(column -> missing.remove(column.meaning()));
        return missing;
    }

    /** The columns of that meaning in a heading, from the left. */
    List<Integer> at(List<String> headings, Meaning meaning) {
        return IntStream.range(0, headings.size()).filter(i -> meaning(headings.get(i)).filter(meaning::equals).isPresent()).boxed().toList();
    }

    Optional<Meaning> meaning(String heading) {
        String plain = Plain.heading(heading);
        return plain.isEmpty() ? Optional.empty() : columns.stream().filter(column -> Plain.heading(column.heading()).equals(plain)).map(Column::meaning).findFirst();
    }

    /** Whether each of its headings is among these. */
    boolean fits(List<String> headings) {
        var plain = headings.stream().map(Plain::heading).toList();
        return columns.stream().allMatch(column -> plain.contains(Plain.heading(column.heading())));
    }
}
