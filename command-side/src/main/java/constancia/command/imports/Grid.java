package constancia.command.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A sheet as people see it: texts in rows. Blank rows are left out; rows keep their number.
 *
 * @param hiddenColumns columns (from 0) that the sheet does not show
 */
public record Grid(String name, boolean hidden, List<Line> lines, List<Area> areas, Set<Integer> hiddenColumns) {

    /** A row with some text; {@code number} counts from 1, as a spreadsheet does. */
    public record Line(int number, boolean hidden, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }

        /** The text at a column (from 0), or an empty text. */
        public String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }

        List<Integer> written() {
            return java.util.stream.IntStream.range(0, cells.size()).filter(c -> !cells.get(c).isEmpty()).boxed().toList();
        }
    }

    /** Merged cells: lines count from 1, columns from 0, both ends included. */
    public record Area(int firstLine, int firstColumn, int lastLine, int lastColumn) {
    }

    public Grid {
        lines = List.copyOf(lines);
        areas = List.copyOf(areas);
        hiddenColumns = Set.copyOf(hiddenColumns);
    }

    Map<Integer, List<Area>> areasByFirstLine() {
        return areas.stream().collect(Collectors.groupingBy(Area::firstLine));
    }

    /** "B11" for line 11, column 1. */
    public static String reference(int line, int column) {
        var letters = new StringBuilder();
        for (int c = column + 1; c > 0; c = (c - 1) / 26) {
            letters.insert(0, (char) ('A' + (c - 1) % 26));
        }
        return letters.append(line).toString();
    }
}
