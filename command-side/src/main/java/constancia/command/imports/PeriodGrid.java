package constancia.command.imports;

import constancia.command.imports.Matrix.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Partners down, periods across, and in each cell the milestones of both, one to a line; a block for each component. */
final class PeriodGrid {

    private static final int LONGEST_MARK = 10;
    /** Two months beside a name may be when something begins and ends. */
    private static final int FEWEST_MONTHS = 3;

    private final Grid grid;
    private final TableBuilder table;
    private final List<Grid.Line> singles = new ArrayList<>();
    private final MergedCells merged;
    private Map<Integer, String> periods = Map.of();
    private Map<Integer, String> labels = Map.of();
    private Component component = Component.NONE;
    private int heading;

    private PeriodGrid(Grid grid) {
        this.grid = grid;
        this.merged = new MergedCells(grid);
        this.table = new TableBuilder(grid, List.of("Componente", "Nombre del componente", "Socio", "Trimestre", "Periodo", "Meta / hito"));
    }

    static Optional<Table> read(Grid grid) {
        var heading = grid.lines().stream().filter(PeriodGrid::heading).findFirst();
        boolean texts = heading.isPresent() && grid.lines().stream().anyMatch(line -> line.number() > heading.get().number()
            && heading.get().written().stream().skip(1).anyMatch(c -> line.cell(c).length() > LONGEST_MARK && Periods.months(line.cell(c)).isEmpty() && Periods.heading(line.cell(c)).isEmpty()));
        return texts ? Optional.of(new PeriodGrid(grid).table()) : Optional.empty();
    }

    /** Two periods at least, or three months, and at most a name for the first column. */
    private static boolean heading(Grid.Line line) {
        var written = line.written();
        boolean first = Periods.heading(Layouts.first(line)).isPresent();
        if (!first && written.getFirst() > 0 || !written.stream().skip(1).allMatch(c -> Periods.heading(line.cell(c)).isPresent())) {
            return false;
        }
        long periods = written.stream().filter(c -> Words.period(line.cell(c)).isPresent()).count();
        return periods >= 2 || written.size() - (first ? 0 : 1) >= FEWEST_MONTHS;
    }

    private Table table() {
        for (var line : grid.lines()) {
            if (heading(line)) {
                open(line);
            } else if (Layouts.single(line) && table.person(line)) {
                continue;
            } else if (!periods.isEmpty() && months(line)) {
                labels = cells(line);
            } else if (Layouts.single(line) && !periods.containsKey(line.written().getFirst())) {
                singles.add(line);
            } else if (periods.isEmpty() || !row(line)) {
                table.skip(line);
            }
        }
        singles.forEach(table::skip);
        return table.build();
    }

    /** The last line above a heading names the component, those before are titles. */
    private void open(Grid.Line line) {
        if (!singles.isEmpty()) {
            String name = Layouts.first(singles.removeLast());
            component = Headings.dotted(name).orElse(new Component("", name));
            singles.forEach(periods.isEmpty() ? table::above : table::skip);
            singles.clear();
        }
        heading = line.number();
        periods = cells(line);
        periods.values().removeIf(text -> Periods.heading(text).isEmpty());
        labels = Map.of();
    }

    private static boolean months(Grid.Line line) {
        return line.written().stream().allMatch(c -> Periods.months(line.cell(c)).isPresent());
    }

    private static Map<Integer, String> cells(Grid.Line line) {
        var cells = new LinkedHashMap<Integer, String>();
        line.written().forEach(c -> cells.put(c, line.cell(c)));
        return cells;
    }

    /** What a merged cell says holds for every partner and in every period that it covers. False where nobody is named. */
    private boolean row(Grid.Line line) {
        var over = merged.on(line.number()).stream().filter(cell -> cell.area().firstLine() > heading && !cell.text().isEmpty()).toList();
        var taken = new LinkedHashSet<String>();
        var partner = line.cell(0).isEmpty() ? MergedCells.above(over, line.number(), 0).map(cell -> said(cell, taken)).orElse("") : line.cell(0);
        if (partner.isEmpty()) {
            return false;
        }
        periods.forEach((column, period) -> {
            var text = !line.cell(column).isEmpty() ? line.cell(column) : over.stream()
                .filter(cell -> cell.covers(column) && periods.containsKey(cell.area().firstColumn())).findFirst().map(cell -> said(cell, taken)).orElse("");
            Layouts.items(text).forEach(item -> table.entry(line.number(), component.code(), component.text(), partner, period, labels.getOrDefault(column, ""), item));
        });
        if (!taken.isEmpty()) {
            table.notice(Notice.Kind.MERGED_CELLS, line.number(), String.join(", ", taken));
        }
        return true;
    }

    private static String said(MergedCells.Cell cell, Set<String> taken) {
        taken.add(cell.reference());
        return cell.text();
    }
}
