package constancia.command.imports;

import constancia.command.imports.Matrix.Component;
import constancia.command.imports.Notice.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes down one sheet and says what each line is: title, label, component, recommendation, heading or action. */
final class SheetReading {

    private static final Pattern RECOMMENDATION = Pattern.compile(
        "(?is)\\s*(?:recomendaci[oó]n|recommendation)(?:\\s+\\w{1,6})?\\s*:\\s*(.+)");
    private static final Pattern DOTTED = Pattern.compile("(?s)(\\d{1,3}(?:\\.\\d{1,3})+)\\.?\\s+(\\p{L}.*)");
    private static final Pattern NAMED = Pattern.compile(
        "(?is)(\\d{1,3})[.)]?\\s+((?:componente|eje|resultado|component)\\b.*)|(?:componente|eje|resultado|component)\\s+(\\w{1,6})\\s*[.:–-]\\s*(\\p{L}.*)");
    private static final int MOST_TITLES = 20;

    private final Grid grid;
    private final Found found;
    private final Map<Integer, List<Grid.Area>> areas;
    private final List<String> recommendations = new ArrayList<>();
    private Component component = Component.NONE;
    private TableReading table;
    private boolean answered;
    private boolean underway;

    SheetReading(Grid grid, Found found) {
        this.grid = grid;
        this.found = found;
        this.areas = grid.areasByFirstLine();
    }

    void read() {
        boolean tableHere = false;
        List<Grid.Line> lines = grid.lines();
        for (int i = 0; i < lines.size(); i++) {
            var columns = Columns.at(lines, i);
            if (columns.isPresent()) {
                open(columns.get(), lines.get(i));
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

    private void open(Columns columns, Grid.Line line) {
        boolean goesOn = table != null;
        if (!goesOn && !columns.placesRows()) {
            found.block(component, recommendations);
            recommendations.clear();
        }
        found.heading(columns, grid, line.number());
        table = new TableReading(grid, columns, component, found, goesOn ? table : null);
        answered = false;
        underway = true;
    }

    private void line(Grid.Line line) {
        List<Integer> written = line.written();
        String first = line.cell(written.getFirst());
        boolean single = written.size() == 1;
        boolean wide = single && wide(line.number(), written.getFirst());
        if (single && recommendation(first) || single && Words.isResponse(first)) {
            answered |= Words.isResponse(first);
        } else if (single && component(first, wide)) {
            underway = true;
        } else if (table != null && !wide && table.row(line)) {
            underway = true;
        } else if (table == null && labels(line, single)) {
            underway |= !single;
        } else if (table == null && single && !underway && found.titles() < MOST_TITLES) {
            found.title(first);
        } else {
            found.notice(Kind.LINE_SKIPPED, grid, line.number(), RowDraft.excerpt(first));
        }
    }

    private boolean recommendation(String text) {
        if (!RECOMMENDATION.matcher(text).matches()) {
            return false;
        }
        if (answered) {
            flush();
        }
        table = null;
        underway = true;
        recommendations.add(withoutPrefix(text));
        return true;
    }

    static String withoutPrefix(String text) {
        Matcher written = RECOMMENDATION.matcher(text);
        return (written.matches() ? written.group(1) : text).strip();
    }

    /** "2.1 Componente del Nivel Local", unless the table under way numbers its actions like that. */
    private boolean component(String text, boolean wide) {
        Matcher dotted = DOTTED.matcher(text);
        Matcher named = NAMED.matcher(text);
        if (dotted.matches() && (table == null || wide || !table.dotted())) {
            enter(new Component(dotted.group(1), dotted.group(2).strip()));
        } else if (named.matches() && (table == null || wide)) {
            boolean numberFirst = named.group(1) != null;
            enter(new Component(named.group(numberFirst ? 1 : 3), named.group(numberFirst ? 2 : 4).strip()));
        } else {
            return false;
        }
        return true;
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

    /** Names and values in turn, a merged cell counting as one; blank values too. */
    private boolean labels(Grid.Line line, boolean single) {
        String first = line.cell(line.written().getFirst());
        if (single) {
            int colon = first.indexOf(':');
            if (colon > 0 && Words.namesPerson(first.substring(0, colon))) {
                found.label(grid, line.number(), first.substring(0, colon), first.substring(colon + 1).strip());
                return true;
            }
            if (wide(line.number(), line.written().getFirst()) || !Words.isLabel(first) && !Words.namesPerson(first)) {
                return false;
            }
            found.label(grid, line.number(), first, "");
            return true;
        }
        List<String> slots = slots(line);
        for (int i = 0; i < slots.size(); i += 2) {
            if (!slots.get(i).isEmpty()) {
                found.label(grid, line.number(), slots.get(i), i + 1 < slots.size() ? slots.get(i + 1) : "");
            }
        }
        return true;
    }

    private List<String> slots(Grid.Line line) {
        var slots = new ArrayList<String>();
        for (int c = line.written().getFirst(); c < line.cells().size(); c++) {
            slots.add(line.cell(c));
            int start = c;
            c = areas.getOrDefault(line.number(), List.of()).stream()
                .filter(a -> a.firstColumn() == start).mapToInt(Grid.Area::lastColumn).findFirst().orElse(c);
        }
        return slots;
    }

    /** Whether a text is merged over other columns than its own. */
    private boolean wide(int line, int column) {
        int next = table == null ? column + 1 : table.columnAfter(column);
        return areas.getOrDefault(line, List.of()).stream().anyMatch(a -> a.firstColumn() == column && a.lastColumn() >= next);
    }
}
