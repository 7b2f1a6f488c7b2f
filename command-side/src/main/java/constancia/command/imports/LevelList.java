package constancia.command.imports;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A logical framework without a heading: "Fin:", "Propósito:", "Componente 1:" and beside each its text. */
final class LevelList {

    private static final Pattern LEVEL = Pattern.compile("(?:fin|proposito|componentes? ?\\d*|actividad(?:es)? ?[\\d.]*)(?: .*)?");
    private static final Pattern OF = Pattern.compile("\\(([^)]+)\\)");

    private LevelList() {
    }

    static Optional<Table> read(Grid grid) {
        long levels = grid.lines().stream().filter(LevelList::level).count();
        boolean purpose = grid.lines().stream().filter(LevelList::level).anyMatch(line -> Plain.heading(Layouts.first(line)).startsWith("proposito"));
        boolean only = grid.lines().stream().filter(line -> !Layouts.single(line)).allMatch(LevelList::level);
        if (levels < 2 || !purpose || !only) {
            return Optional.empty();
        }
        var table = new TableBuilder(grid, List.of("Nivel", "Intervención", "Objetivo"));
        for (var line : grid.lines()) {
            if (level(line)) {
                Matcher of = OF.matcher(Layouts.first(line));
                table.entry(line.number(), Plain.trimmed(Layouts.first(line), "", " :"), of.find() ? of.group(1) : "", line.cell(line.written().get(1)));
            } else if (table.isEmpty()) {
                table.above(line);
            } else {
                table.skip(line);
            }
        }
        return Optional.of(table.build());
    }

    private static boolean level(Grid.Line line) {
        return line.written().size() == 2 && LEVEL.matcher(Plain.heading(Layouts.first(line))).matches();
    }
}
