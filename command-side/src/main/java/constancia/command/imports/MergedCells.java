package constancia.command.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The merged cells of a sheet, whose lines are gone down once: the first of those that an area covers says what holds for all. */
final class MergedCells {

    /** @param text empty where the area says nothing */
    record Cell(Grid.Area area, String text) {

        /** "B5:D5". */
        String reference() {
            return Grid.reference(area.firstLine(), area.firstColumn()) + ":" + Grid.reference(area.lastLine(), area.lastColumn());
        }

        boolean covers(int column) {
            return area.firstColumn() <= column && column <= area.lastColumn();
        }

        /** As far as a sheet is read. */
        private int width() {
            return Math.min(area.lastColumn(), Limits.COLUMNS - 1) - area.firstColumn() + 1;
        }
    }

    private final Map<Integer, Grid.Line> lines = new HashMap<>();
    private final List<Grid.Area> areas;
    private final List<Cell> open = new ArrayList<>();
    private int next;

    MergedCells(Grid grid) {
        grid.lines().forEach(line -> lines.put(line.number(), line));
        areas = grid.areas().stream().sorted(Comparator.comparingInt(Grid.Area::firstLine)).toList();
    }

    /** Those that cover a line. Together they are no wider than a sheet: areas that lie over others are in no sound file. */
    List<Cell> on(int line) {
        open.removeIf(cell -> cell.area.lastLine() < line);
        for (; next < areas.size() && areas.get(next).firstLine() <= line; next++) {
            var cell = new Cell(areas.get(next), text(areas.get(next)));
            if (cell.area.lastLine() >= line && open.stream().mapToInt(Cell::width).sum() + cell.width() <= Limits.COLUMNS) {
                open.add(cell);
            }
        }
        return List.copyOf(open);
    }

    /** The one of these that begins above that line in that column. */
    static Optional<Cell> above(List<Cell> cells, int line, int column) {
        return cells.stream().filter(cell -> cell.area.firstColumn() == column && cell.area.firstLine() < line).findFirst();
    }

    private String text(Grid.Area area) {
        return lines.containsKey(area.firstLine()) ? lines.get(area.firstLine()).cell(area.firstColumn()) : "";
    }
}
