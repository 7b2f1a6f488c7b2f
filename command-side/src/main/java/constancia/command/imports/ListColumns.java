package constancia.command.imports;

import constancia.command.imports.Notice.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A heading and under it one line whose cells are whole lists, as on a slide: of them the milestones and the objectives are taken. */
final class ListColumns {

    private static final Map<String, String> TYPES = Map.of("hitos", "Hito", "hito", "Hito", "objetivo general", "Objetivo general", "objetivos generales", "Objetivo general");

    private ListColumns() {
    }

    static Optional<Table> read(Grid grid) {
        var lines = grid.lines();
        for (int i = 0; i + 1 < lines.size(); i++) {
            var heading = lines.get(i);
            var lists = lines.get(i + 1);
            if (heading.written().stream().anyMatch(c -> taken(heading.cell(c)) && lists.cell(c).contains("\n")) && heading.written().size() >= 2) {
                var table = new TableBuilder(grid, List.of("Tipo", "No.", "Texto"));
                lines.subList(0, i).forEach(table::above);
                heading.written().forEach(column -> column(heading, lists, column, table));
                lines.subList(i + 2, lines.size()).forEach(table::skip);
                return Optional.of(table.build());
            }
        }
        return Optional.empty();
    }

    private static void column(Grid.Line heading, Grid.Line lists, int column, TableBuilder table) {
        if (!taken(heading.cell(column))) {
            table.notice(Kind.COLUMN_IGNORED, heading.number(), heading.cell(column));
            return;
        }
        var items = leaves(lists.cell(column));
        for (int i = 0; i < items.size(); i++) {
            table.entry(lists.number(), TYPES.get(Plain.heading(heading.cell(column))), String.valueOf(i + 1), items.get(i));
        }
    }

    /** Where items have items of their own, those are meant and the first only introduce them. */
    private static List<String> leaves(String cell) {
        var inner = cell.lines().filter(line -> line.strip().startsWith("-")).toList();
        return inner.isEmpty() ? Layouts.items(cell) : inner.stream().map(Layouts::item).toList();
    }

    private static boolean taken(String heading) {
        return TYPES.containsKey(Plain.heading(heading));
    }
}
