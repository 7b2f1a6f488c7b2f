package constancia.command.imports;

import constancia.command.imports.Notice.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A heading and a row for each item. Merged cells hold for each of their rows; a row that a page break cut is joined. */
final class PlainTable {

    private final Grid grid;
    private final int heading;
    private final Mapping mapping;
    private final List<String> headings;
    private final TableBuilder table;
    private final MergedCells merged;
    private Table.Entry last;
    /** Where the rest of the last row would stand. */
    private int below;

    private PlainTable(Grid grid, int heading, Mapping mapping) {
        this.grid = grid;
        this.heading = heading;
        this.mapping = mapping;
        this.headings = grid.lines().get(heading).cells();
        this.table = new TableBuilder(grid, headings);
        this.merged = new MergedCells(grid);
    }

    /** @param heading index of the line that holds the headings */
    static Table read(Grid grid, int heading, Mapping mapping) {
        return new PlainTable(grid, heading, mapping).table();
    }

    private Table table() {
        grid.lines().subList(0, heading).forEach(table::above);
        Shapes.ignored(mapping, headings).forEach(ignored -> table.notice(Kind.COLUMN_IGNORED, grid.lines().get(heading).number(), RowDraft.excerpt(ignored)));
        grid.lines().subList(heading + 1, grid.lines().size()).forEach(this::line);
        if (last != null) {
            table.entry(last);
        }
        return table.build();
    }

    private void line(Grid.Line line) {
        var over = merged.on(line.number());
        var cells = IntStream.range(0, headings.size()).mapToObj(column -> cell(line, column, over)).toList();
        if (cells.equals(headings)) {
            below = line.number() == below ? below + 1 : below;
            return;
        }
        var known = IntStream.range(0, headings.size()).filter(column -> !cells.get(column).isEmpty() && mapping.meaning(headings.get(column)).isPresent()).boxed().toList();
        if (known.isEmpty() || Layouts.single(line) && table.person(line)) {
            table.skip(line);
        } else if (cut(line, known)) {
            last = joined(line);
        } else {
            if (last != null) {
                table.entry(last);
            }
            last = new Table.Entry(line.number(), line.number(), cells);
        }
        below = line.number() + 1;
    }

    /** Only texts, right under a row with a number, where this one has none: the rest of that row. */
    private boolean cut(Grid.Line line, List<Integer> known) {
        var numbers = mapping.at(headings, Meaning.NUMBER);
        boolean numbered = last != null && numbers.stream().anyMatch(column -> !last.cell(column).isEmpty());
        return numbered && line.number() == below && numbers.stream().allMatch(column -> line.cell(column).isEmpty())
            && line.written().stream().allMatch(column -> mapping.at(headings, Meaning.TEXT).contains(column)) && !known.isEmpty();
    }

    private Table.Entry joined(Grid.Line rest) {
        var cells = new ArrayList<String>();
        for (int column = 0; column < headings.size(); column++) {
            String below = rest.cell(column);
            cells.add(below.isEmpty() ? last.cell(column) : last.cell(column).isEmpty() ? below : last.cell(column) + " " + below);
        }
        return new Table.Entry(last.firstLine(), rest.number(), cells);
    }

    private static String cell(Grid.Line line, int column, List<MergedCells.Cell> over) {
        String written = line.cell(column);
        return written.isEmpty() ? MergedCells.above(over, line.number(), column).map(MergedCells.Cell::text).orElse("") : written;
    }
}
