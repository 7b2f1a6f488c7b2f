package constancia.command.imports;

import constancia.command.imports.Matrix.Component;
import constancia.command.imports.Words.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the rows of one table and puts together those that a page break cut. */
final class TableReading {

    private static final Pattern NUMBERED = Pattern.compile(
        "(?s)(?:(\\d{1,3}(?:\\.\\d{1,3})*)(?:[.)]-?|\\.?[ºª°]|\\s+[-–]\\s+)|(\\p{Ll})\\)|(\\d{1,3}(?:\\.\\d{1,3})+)\\s+(?=\\p{Lu}))\\s*(?=\\D)(.*)");
    private static final Pattern COMPONENT = Pattern.compile("(?s)(\\d{1,3}(?:\\.\\d{1,3})*)\\.?\\s+(\\p{L}.*)");

    private final Grid grid;
    private final Columns columns;
    private final Found found;
    private final MergedCells merged;
    private final int heading;
    private final boolean placing;
    private Component component;
    private List<String> recommendations = List.of();
    private RowDraft last;
    private boolean rowSeen;

    /**
     * @param heading the last line of the heading
     * @param before  the same table above a repeated heading, or null
     */
    TableReading(Grid grid, MergedCells merged, Columns columns, int heading, Component component, Found found, TableReading before) {
        this.grid = grid;
        this.merged = merged;
        this.heading = heading;
        this.columns = columns;
        this.found = found;
        this.placing = columns.placesRows();
        this.component = before == null ? component : before.component;
        if (before != null) {
            recommendations = before.recommendations;
            last = before.last;
        }
    }

    /** Whether actions here are numbered as components are: 1.1, 1.2… */
    boolean dotted() {
        return last != null && last.number.contains(".");
    }

    int columnAfter(int column) {
        return columns.used().stream().filter(c -> c > column).findFirst().orElse(column + 1);
    }

    /** Takes a line as a row, or as the rest of the row above; false if it is neither. */
    boolean row(Grid.Line line) {
        var row = new RowDraft(grid, line);
        row.responsible = columns.text(line, Field.RESPONSIBLE);
        row.text = columns.text(line, Field.ACTION);
        number(row, columns.text(line, Field.NUMBER));
        columns.periods().forEach((column, period) -> row.mark(period.code(), line.cell(column)));
        row.term(columns.text(line, Field.TERM));
        if (row.text.isEmpty() && row.responsible.isEmpty() && row.marks.isEmpty()) {
            return false;
        }
        if (row.number.isEmpty() && row.marks.isEmpty() && row.term.isEmpty() && !columns.places(line)) {
            boolean numbered = last != null && !last.number.isEmpty();
            boolean below = last != null && (line.number() == last.lastLine + 1 || !rowSeen);
            if (below && (numbered || row.text.isEmpty())) {
                last.join(row);
                return true;
            }
            if (row.text.isEmpty() || numbered && row.responsible.isEmpty()) {
                return false;
            }
        }
        spread(row, line);
        place(line);
        row.component = component;
        row.block = found.currentBlock();
        row.numberExpected = last != null && !last.number.isEmpty() || columns.has(Field.NUMBER);
        found.row(row);
        last = row;
        rowSeen = true;
        return true;
    }

    private void number(RowDraft row, String cell) {
        if (columns.has(Field.NUMBER)) {
            row.number = Plain.trimmed(cell, "", " \n.)ºª°-");
            return;
        }
        Matcher numbered = NUMBERED.matcher(row.text);
        if (numbered.matches()) {
            row.number = numbered.group(1) != null ? numbered.group(1) : numbered.group(2) != null ? numbered.group(2) : numbered.group(3);
            row.text = numbered.group(4).strip();
        }
    }

    /** What merged cells say where the row's own say nothing. A line that only goes on with the row above has it from there. */
    private void spread(RowDraft row, Grid.Line line) {
        var over = merged.on(line.number()).stream().filter(cell -> cell.area().firstLine() > heading && !Words.isNoMark(cell.text())).toList();
        var taken = new LinkedHashSet<String>();
        if (row.text.isEmpty()) {
            row.text = above(line, Field.ACTION, over, taken);
            number(row, columns.text(line, Field.NUMBER));
        }
        if (row.number.isEmpty() && columns.has(Field.NUMBER)) {
            number(row, above(line, Field.NUMBER, over, taken));
        }
        if (row.responsible.isEmpty()) {
            row.responsible = above(line, Field.RESPONSIBLE, over, taken);
        }
        if (row.term.isEmpty()) {
            row.term(above(line, Field.TERM, over, taken));
        }
        over.stream().filter(cell -> columns.periods().containsKey(cell.area().firstColumn())).forEach(cell -> marks(row, line, cell, taken));
        if (!taken.isEmpty()) {
            row.notice(Notice.Kind.MERGED_CELLS, String.join(", ", taken));
        }
    }

    private String above(Grid.Line line, Field field, List<MergedCells.Cell> over, Set<String> taken) {
        var cell = Optional.ofNullable(columns.fields().get(field)).flatMap(column -> MergedCells.above(over, line.number(), column));
        cell.ifPresent(one -> taken.add(one.reference()));
        return cell.map(MergedCells.Cell::text).orElse("");
    }

    /** A mark that covers several periods is one in each of them. */
    private void marks(RowDraft row, Grid.Line line, MergedCells.Cell cell, Set<String> taken) {
        columns.periods().forEach((column, period) -> {
            if (cell.covers(column) && line.cell(column).isEmpty() && !row.marks.contains(period.code())) {
                row.mark(period.code(), cell.text());
                taken.add(cell.reference());
            }
        });
        row.order(columns.periods().values().stream().map(Matrix.Period::code).toList());
    }

    /** Where a plain table says that its row stands; a blank cell means as above. */
    private void place(Grid.Line line) {
        if (!placing) {
            return;
        }
        Component written = componentOf(columns.text(line, Field.COMPONENT), columns.text(line, Field.COMPONENT_NAME));
        Component next = written.isNone() ? component : written;
        List<String> texts = Headings.recommendations(columns.text(line, Field.RECOMMENDATION));
        List<String> nextTexts = texts.isEmpty() && next.equals(component) ? recommendations : texts;
        if (last == null || !next.equals(component) || !nextTexts.equals(recommendations)) {
            component = next;
            recommendations = nextTexts;
            found.component(component);
            found.block(component, recommendations);
        }
    }

    private static Component componentOf(String code, String name) {
        Matcher both = COMPONENT.matcher(code);
        return name.isEmpty() && both.matches() ? new Component(both.group(1), both.group(2).strip()) : new Component(code, name);
    }
}
