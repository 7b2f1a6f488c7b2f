package constancia.command.imports;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One small table per goal: what is done when, and below it, one to a line, the products. */
final class CalendarBlocks {

    private static final Set<String> WHAT = Set.of("contenido", "contenidos", "actividad", "actividades");
    private static final Set<String> PRODUCT = Set.of("producto", "productos");

    private CalendarBlocks() {
    }

    static Optional<Table> read(Grid grid) {
        if (grid.lines().stream().noneMatch(CalendarBlocks::heading)) {
            return Optional.empty();
        }
        var table = new TableBuilder(grid, List.of("Meta", "Fecha", "Tipo", "Contenido / producto"));
        String goal = "";
        String what = "";
        boolean products = false;
        Grid.Line before = null;
        for (var line : grid.lines()) {
            boolean single = Layouts.single(line);
            if (heading(line)) {
                if (before != null) {
                    goal = Layouts.first(before);
                }
                what = line.cell(line.written().getLast());
                products = false;
            } else if (before != null) {
                table.above(before);
            }
            before = null;
            if (heading(line) || table.person(line)) {
                continue;
            }
            if (single && PRODUCT.contains(Plain.heading(Layouts.first(line)))) {
                products = !goal.isEmpty();
            } else if (single && products && Layouts.bulleted(Layouts.first(line))) {
                table.entry(line.number(), goal, "", "Producto", Layouts.item(Layouts.first(line)));
            } else if (single) {
                before = line;
            } else if (!goal.isEmpty()) {
                for (String item : Layouts.items(line.cell(line.written().getLast()))) {
                    table.entry(line.number(), goal, Layouts.first(line), what, item);
                }
            } else {
                table.skip(line);
            }
        }
        return Optional.of(table.build());
    }

    private static boolean heading(Grid.Line line) {
        return line.written().size() == 2 && Plain.heading(Layouts.first(line)).equals("fecha") && WHAT.contains(Plain.heading(line.cell(line.written().getLast())));
    }
}
