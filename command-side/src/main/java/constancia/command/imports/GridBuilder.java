package constancia.command.imports;

import static constancia.command.imports.UnreadableFile.Problem.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects the cells of one sheet and refuses more than the limits; the budget is for all sheets of a file. */
final class GridBuilder {

    /** What all sheets of a file may hold together. */
    static final class Budget {
        private int rows;
        private int cells;
        private long characters;

        private void spend(int length) {
            characters += length;
            if (++cells > Limits.CELLS || characters > Limits.TOTAL_CHARACTERS) {
                throw new UnreadableFile(WORKBOOK_TOO_LARGE);
            }
        }

        private void row() {
            if (++rows > Limits.ROWS + Limits.OTHER_LINES) {
                throw new UnreadableFile(TOO_MANY_ROWS, Limits.ROWS);
            }
        }
    }

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\uFEFF]");
    private static final Pattern SPACE = Pattern.compile("[\\u00A0\\u2007\\u202F\\x00-\\x08\\x0B-\\x1F\\x7F]");

    private final String name;
    private final boolean hidden;
    private final Budget budget;
    private final List<Grid.Line> lines = new ArrayList<>();
    private final List<Grid.Area> areas = new ArrayList<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final List<String> cells = new ArrayList<>();
    private int lastLine;

    GridBuilder(String name, boolean hidden, Budget budget) {
        this.name = name;
        this.hidden = hidden;
        this.budget = budget;
    }

    void cell(int line, int column, String raw) {
        if (raw.length() > Limits.CELL_CHARACTERS) {
            throw new UnreadableFile(TEXT_TOO_LONG, Grid.reference(line, column), Limits.CELL_CHARACTERS);
        }
        String text = clean(raw);
        if (text.isEmpty()) {
            return;
        }
        if (column >= Limits.COLUMNS) {
            throw new UnreadableFile(TOO_MANY_COLUMNS, Limits.COLUMNS);
        }
        budget.spend(text.length());
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    void endLine(int number, boolean lineHidden) {
        if (!cells.isEmpty()) {
            budget.row();
            if (number <= lastLine) {
                throw new UnreadableFile(DAMAGED_WORKBOOK);
            }
            lines.add(new Grid.Line(number, lineHidden, cells));
            lastLine = number;
            cells.clear();
        }
    }

    void area(Grid.Area area) {
        if (areas.size() >= Limits.MERGED_AREAS) {
            throw new UnreadableFile(WORKBOOK_TOO_LARGE);
        }
        areas.add(area);
    }

    void hideColumns(int first, int last) {
        for (int c = Math.max(first, 0); c <= Math.min(last, Limits.COLUMNS - 1); c++) {
            hiddenColumns.add(c);
        }
    }

    Grid build() {
        return new Grid(name, hidden, lines, areas, hiddenColumns);
    }

    /** One kind of line break, plain blanks, nothing invisible. */
    private static String clean(String raw) {
        boolean plain = raw.chars().allMatch(c -> c >= ' ' && c < 0x7F || c >= 0xA1 && c < 0x2000);
        if (plain) {
            return raw.strip();
        }
        String text = raw.replace("\r\n", "\n").replace('\r', '\n');
        return INVISIBLE.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("").strip();
    }
}
