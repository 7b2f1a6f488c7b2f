package constancia.web.pages.imports;

import constancia.command.imports.PaintedSheet;
import constancia.web.imports.ImportDesk.Painted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of one sheet of a file.
 *
 * @param at   which of the sheets
 * @param more the number of the line after the last that is shown, if there is one
 */
public record SheetPage(List<PaintedSheet> sheets, int at, List<Line> lines, @Nullable Integer before, @Nullable Integer more) {

    /**
     * @param becomes what its row becomes; null where it is no row
     * @param open    whether something about the row is still to be decided
     */
    public record Line(PaintedSheet.Line line, List<PaintedSheet.Cell> cells, @Nullable String becomes, boolean open) {}

    private static final int LINES = 100;

    public PaintedSheet sheet() {
        return sheets.get(at);
    }

    /**
     * @param name of the sheet, else the first one of which something comes in
     * @param from number of the line that must be among those shown
     */
    static SheetPage of(Painted painted, @Nullable String name, int from) {
        var sheets = painted.sheets();
        int at = IntStream.range(0, sheets.size()).filter(i -> name == null ? sheets.get(i).read() : sheets.get(i).name().equals(name)).findFirst().orElse(0);
        var lines = sheets.get(at).lines();
        int found = (int) lines.stream().filter(line -> line.number() < from).count();
        int first = Math.min(found, Math.max(0, lines.size() - 1)) / LINES * LINES;
        int until = Math.min(lines.size(), first + LINES);
        var cells = sheets.get(at).cells(first, until);
        var shown = new ArrayList<Line>();
        for (int i = first; i < until; i++) {
            var rows = lines.get(i).rows().stream().map(row -> painted.preview().rows().get(row - 1)).toList();
            boolean open = rows.stream().flatMap(row -> row.questions().stream())
                    .anyMatch(asked -> painted.preview().questions().stream().anyMatch(question -> question.name().equals(asked) && question.answer() == null));
            shown.add(new Line(lines.get(i), cells.get(i - first), rows.isEmpty() ? null : rows.getFirst().becomes().word(), open));
        }
        return new SheetPage(sheets, at, shown, first == 0 ? null : lines.get(first - LINES).number(), until < lines.size() ? lines.get(until).number() : null);
    }
}
