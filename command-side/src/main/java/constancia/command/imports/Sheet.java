package constancia.command.imports;

import constancia.command.imports.Content.Mapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One sheet recognised: as a table with a mapping, or as actions.
 *
 * @param grid the sheet of actions, null for a table
 * @param by   the mapping of the unit that fitted, null where a known shape did
 * @param sure false where more headings are strange than known
 */
record Sheet(ImportKind kind, @Nullable Mapped mapped, @Nullable Grid grid, @Nullable Mapping by, boolean sure) {

    private static final int LAST_HEADING = 60;
    private static final Map<Meaning, String> OF_ACTIONS = Map.of(Meaning.NUMBER, "No.", Meaning.TEXT, "Acciones principales", Meaning.DUE_ON, "Plazo",
        Meaning.RESPONSIBLE, "Responsable", Meaning.COMPONENT, "Componente", Meaning.COMPONENT_NAME, "Nombre del componente", Meaning.RECOMMENDATION, "Recomendación");

    void into(List<Grid> actions, List<Mapped> tables) {
        if (grid != null) {
            actions.add(grid);
        } else {
            tables.add(mapped);
        }
    }

    static boolean ofActions(Grid grid) {
        return IntStream.range(0, grid.lines().size()).anyMatch(line -> Columns.at(grid.lines(), line).isPresent());
    }

    /** By that mapping if it fits, else by the shapes that are known. */
    static Optional<Sheet> of(Grid grid, @Nullable Mapping given) {
        var lines = grid.lines();
        int last = Math.min(lines.size(), LAST_HEADING);
        for (int i = 0; given != null && i < last; i++) {
            if (given.fits(lines.get(i).cells())) {
                return Optional.of(by(given, grid, i));
            }
        }
        boolean actions = ofActions(grid);
        var laidOut = actions ? Optional.<Table>empty() : Layouts.of(grid);
        if (laidOut.isPresent()) {
            return Shapes.of(laidOut.get().headings()).map(mapping -> table(mapping, laidOut.get(), null, true));
        }
        for (int i = 0; i < last; i++) {
            var headings = lines.get(i).cells();
            var columns = Columns.at(lines, i);
            var shape = Shapes.of(headings).filter(mapping -> columns.isEmpty() || mapping.columns().size() > columns.get().used().size());
            if (shape.isPresent()) {
                long strange = Shapes.ignored(shape.get(), headings).count();
                return Optional.of(table(shape.get(), PlainTable.read(grid, i, shape.get()), null, strange <= shape.get().columns().size()));
            }
            if (columns.isPresent()) {
                return Optional.of(new Sheet(ImportKind.ACTIONS, null, grid, null, true));
            }
        }
        return actions ? Optional.of(new Sheet(ImportKind.ACTIONS, null, grid, null, true)) : Optional.empty();
    }

    private static Sheet by(Mapping given, Grid grid, int heading) {
        return given.kind() == ImportKind.ACTIONS ? new Sheet(ImportKind.ACTIONS, null, renamed(given, grid, heading), given, true)
            : table(given, PlainTable.read(grid, heading, given), given, true);
    }

    private static Sheet table(Mapping mapping, Table table, @Nullable Mapping by, boolean sure) {
        return new Sheet(mapping.kind(), new Mapped(table, mapping), null, by, sure);
    }

    /** The sheet with the headings by which a table of actions is known; those of periods speak for themselves. */
    private static Grid renamed(Mapping mapping, Grid grid, int heading) {
        var line = grid.lines().get(heading);
        var cells = line.cells().stream().map(written -> mapping.meaning(written).map(meaning -> OF_ACTIONS.getOrDefault(meaning, written)).orElse(written)).toList();
        var lines = new ArrayList<>(grid.lines());
        lines.set(heading, new Grid.Line(line.number(), line.hidden(), cells));
        return new Grid(grid.name(), grid.hidden(), lines, grid.areas(), grid.hiddenColumns());
    }
}
