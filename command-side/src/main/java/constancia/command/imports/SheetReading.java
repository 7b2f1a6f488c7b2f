package constancia.command.imports;

import constancia.command.imports.Matrix.Component;
import constancia.command.imports.Notice.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes down one sheet and says what each line is: title, label, component, recommendation, heading or action. */
final class SheetReading {

    private static final int MOST_TITLES = 20;

    private final Grid grid;
    private final Found found;
    private final Map<Integer, List<Grid.Area>> areas;
    private final MergedCells merged;
    private final LabelRows labels;
    private final List<String> recommendations = new ArrayList<>();
    private Component component = Component.NONE;
    private TableReading table;
    private boolean answered;
    private boolean underway;

    SheetReading(Grid grid, Found found) {
        this.grid = grid;
        this.found = found;
        this.areas = grid.areasByFirstLine();
        this.merged = new MergedCells(grid);
        this.labels = new LabelRows(grid, found, areas);
    }

    void read() {
        boolean tableHere = false;
        List<Grid.Line> lines = grid.lines();
        for (int i = 0; i < lines.size(); i++) {
            var columns = Columns.at(lines, i);
            if (columns.isPresent()) {
                open(columns.get(), lines.get(i), lines.get(i + columns.get().lines() - 1));
                i += columns.get().lines() - 1;
                tableHere = true;
            } else {
                line(lines.get(i));
            }
        }
        flush();
        if (!tableHere && !lines.isEmpty()) {
            found.notice(Kind.SHEET_WITHOUT_TABLE, grid, 0);
        }
        if (tableHere && grid.hidden()) {
            found.notice(Kind.HIDDEN_SHEET, grid, 0);
        }
    }

    private void open(Columns columns, Grid.Line line, Grid.Line last) {
        boolean goesOn = table != null;
        if (!goesOn && !columns.placesRows()) {
            found.block(component, recommendations);
            recommendations.clear();
        }
        found.heading(columns, grid, line.number());
        table = new TableReading(grid, merged, columns, last.number(), component, found, goesOn ? table : null);
        answered = false;
        underway = true;
    }

    private void line(Grid.Line line) {
        List<Integer> written = line.written();
        String first = line.cell(written.getFirst());
        boolean single = written.size() == 1;
        boolean wide = single && wide(line.number(), written.getFirst());
        if ((table != null || single) && labels.person(line)) {
            underway = true;
        } else if (single && recommendation(first) || single && Words.isResponse(first)) {
            answered |= Words.isResponse(first);
        } else if (single && component(first, wide)) {
            underway = true;
        } else if (table != null && !wide && table.row(line)) {
            underway = true;
        } else if (table == null && (single ? underway && labels.blank(line) : labels.pairs(line))) {
            underway = true;
        } else if (table == null && single && !underway && found.titles() < MOST_TITLES) {
            found.title(first);
        } else {
            found.notice(Kind.LINE_SKIPPED, grid, line.number(), RowDraft.excerpt(first));
        }
    }

    private boolean recommendation(String text) {
        Optional<String> said = Headings.recommendation(text);
        if (said.isEmpty()) {
            return false;
        }
        if (answered) {
            flush();
        }
        table = null;
        underway = true;
        recommendations.add(said.get());
        return true;
    }

    /** A component's heading, unless the table under way numbers its actions like that. */
    private boolean component(String text, boolean wide) {
        Optional<Component> dotted = Headings.dotted(text).filter(c -> table == null || wide || !table.dotted());
        Optional<Component> next = dotted.or(() -> Headings.named(text).filter(c -> table == null || wide));
        next.ifPresent(this::enter);
        return next.isPresent();
    }

    private void enter(Component next) {
        flush();
        table = null;
        component = next;
        found.component(next);
    }

    /** Recommendations that no table answers are a block without actions. */
    private void flush() {
        if (!recommendations.isEmpty()) {
            found.block(component, recommendations);
            recommendations.clear();
        }
        answered = false;
    }

    /** Whether a text is merged over other columns than its own. */
    private boolean wide(int line, int column) {
        int next = table == null ? column + 1 : table.columnAfter(column);
        return areas.getOrDefault(line, List.of()).stream().anyMatch(a -> a.firstColumn() == column && a.lastColumn() >= next);
    }
}
