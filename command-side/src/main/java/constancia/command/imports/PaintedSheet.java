package constancia.command.imports;

import constancia.command.imports.Content.Mapped;
import constancia.command.imports.Notice.Kind;
import constancia.kernel.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A sheet as its file shows it, each line with what was recognised in it.
 *
 * @param columns as many as some line needs
 */
public record PaintedSheet(String name, boolean hidden, List<Column> columns, List<Line> lines, List<Grid.Area> areas) {

    /** What a line is taken for. {@code CONTINUES}: the rest of the row above; {@code IGNORED}: nothing of it comes in. */
    public enum Sense implements Word { TITLE, HEADING, ROW, CONTINUES, IGNORED }

    /** @param ignored whether its heading says nothing that comes in */
    public record Column(String letter, boolean hidden, boolean ignored) {}

    /** @param rows of the preview that stand there, by their numbers */
    public record Line(int number, boolean hidden, Sense sense, List<Integer> rows, List<String> cells) {}

    /** A cell that takes the place of several where the sheet merges them. */
    public record Cell(String text, int across, int down) {}

    /** Whether anything of it comes in. */
    public boolean read() {
        return lines.stream().anyMatch(line -> line.sense == Sense.ROW);
    }

    /**
     * The cells of some of the lines, merged as far as those lines reach.
     *
     * @param from index of the first line
     */
    public List<List<Cell>> cells(int from, int until) {
        var covered = new HashSet<Integer>();
        var table = new ArrayList<List<Cell>>();
        var begins = new HashMap<Integer, Cell>();
        for (var area : areas) {
            var within = IntStream.range(from, until).filter(i -> lines.get(i).number >= area.firstLine() && lines.get(i).number <= area.lastLine()).toArray();
            for (int i : within) {
                IntStream.rangeClosed(area.firstColumn(), Math.min(area.lastColumn(), columns.size() - 1)).forEach(column -> covered.add(i * columns.size() + column));
            }
            if (within.length > 0 && area.firstColumn() < columns.size()) {
                begins.put(within[0] * columns.size() + area.firstColumn(), new Cell(text(area), Math.min(area.lastColumn(), columns.size() - 1) - area.firstColumn() + 1, within.length));
            }
        }
        for (int i = from; i < until; i++) {
            var row = new ArrayList<Cell>();
            for (int column = 0; column < columns.size(); column++) {
                int place = i * columns.size() + column;
                if (begins.containsKey(place)) {
                    row.add(begins.get(place));
                } else if (!covered.contains(place)) {
                    row.add(new Cell(text(lines.get(i), column), 1, 1));
                }
            }
            table.add(row);
        }
        return table;
    }

    private String text(Grid.Area area) {
        return lines.stream().filter(line -> line.number == area.firstLine()).findFirst().map(line -> text(line, area.firstColumn())).orElse("");
    }

    private static String text(Line line, int column) {
        return column < line.cells.size() ? line.cells.get(column) : "";
    }

    /** Every sheet of a file, the hidden ones and what the answers leave out too. */
    public static List<PaintedSheet> of(OpenedFile whole, Content content, Preview preview) {
        return whole.grids().stream().map(grid -> of(grid, content.tables(), preview)).toList();
    }

    private static PaintedSheet of(Grid grid, List<Mapped> tables, Preview preview) {
        var senses = new HashMap<Integer, Sense>();
        var rows = new HashMap<Integer, List<Integer>>();
        for (var row : preview.rows()) {
            if (row.source().sheet().equals(grid.name())) {
                IntStream.rangeClosed(row.source().firstLine(), row.source().lastLine()).forEach(number -> senses.putIfAbsent(number, number == row.source().firstLine() ? Sense.ROW : Sense.CONTINUES));
                rows.computeIfAbsent(row.source().firstLine(), number -> new ArrayList<>()).add(row.row());
            }
        }
        var skipped = new HashSet<Integer>();
        var strange = new HashSet<String>();
        for (var notice : preview.notices()) {
            if (notice.sheet().equals(grid.name()) && (notice.kind() == Kind.LINE_SKIPPED || notice.kind() == Kind.PERSON_NOT_IMPORTED)) {
                skipped.add(notice.line());
            }
            if (notice.sheet().equals(grid.name()) && notice.kind() == Kind.COLUMN_IGNORED) {
                strange.add(notice.arguments().getFirst());
            }
        }
        if (!rows.isEmpty()) {
            headings(grid, tables, senses);
        }
        var lines = grid.lines().stream().map(line -> new Line(line.number(), line.hidden(),
                senses.getOrDefault(line.number(), rows.isEmpty() || skipped.contains(line.number()) ? Sense.IGNORED : Sense.TITLE),
                rows.getOrDefault(line.number(), List.of()), line.cells())).toList();
        int width = lines.stream().mapToInt(line -> line.cells.size()).max().orElse(0);
        var columns = IntStream.range(0, width).mapToObj(column -> new Column(Grid.reference(1, column).replaceAll("\\d", ""), grid.hiddenColumns().contains(column),
                lines.stream().anyMatch(line -> line.sense == Sense.HEADING && strange.contains(RowDraft.excerpt(text(line, column)))))).toList();
        return new PaintedSheet(grid.name(), grid.hidden(), columns, lines, grid.areas());
    }

    /** Where nothing says which line it is, the last one above the rows that has several cells. */
    private static void headings(Grid grid, List<Mapped> tables, Map<Integer, Sense> senses) {
        var known = tables.stream().filter(mapped -> mapped.table().sheet().equals(grid.name())).map(mapped -> Set.copyOf(mapped.table().headings())).toList();
        var lines = grid.lines();
        boolean found = false;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            int taken = senses.containsKey(line.number()) ? 0 : Columns.at(lines, i).map(Columns::lines)
                    .orElse(line.written().size() > 1 && known.stream().anyMatch(headings -> headings.containsAll(line.written().stream().map(line::cell).toList())) ? 1 : 0);
            for (int next = i; next < Math.min(i + taken, lines.size()); next++) {
                senses.put(lines.get(next).number(), Sense.HEADING);
                found = true;
            }
        }
        if (!found) {
            above(lines, senses).ifPresent(number -> senses.put(number, Sense.HEADING));
        }
    }

    private static OptionalInt above(List<Grid.Line> lines, Map<Integer, Sense> senses) {
        int first = lines.stream().mapToInt(Grid.Line::number).filter(senses::containsKey).min().orElse(0);
        return lines.stream().filter(line -> line.number() < first && line.written().size() > 1).mapToInt(Grid.Line::number).max();
    }
}
