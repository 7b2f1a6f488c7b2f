package constancia.command.imports;

import constancia.command.imports.Matrix.Label;
import constancia.command.imports.Notice.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of names and values. A value that names a person is not kept: only the fact that it was there is told. */
final class LabelRows {

    private final Grid grid;
    private final Found found;
    private final Map<Integer, List<Grid.Area>> areas;

    LabelRows(Grid grid, Found found, Map<Integer, List<Grid.Area>> areas) {
        this.grid = grid;
        this.found = found;
        this.areas = areas;
    }

    /** "Elaborado por: …", wherever it stands; also with the name in other cells of the row. */
    boolean person(Grid.Line line) {
        List<Integer> written = line.written();
        String first = line.cell(written.getFirst());
        int colon = first.indexOf(':');
        if (!Words.isPersonLabel(colon < 0 ? first : first.substring(0, colon))) {
            return false;
        }
        String value = (colon < 0 ? "" : first.substring(colon + 1))
            + written.stream().skip(1).map(line::cell).collect(Collectors.joining(" "));
        keep(line, colon < 0 ? first : first.substring(0, colon), value.strip());
        return true;
    }

    /** A known label whose value was left blank. */
    boolean blank(Grid.Line line) {
        int column = line.written().getFirst();
        boolean merged = areas.getOrDefault(line.number(), List.of()).stream().anyMatch(a -> a.firstColumn() == column && a.lastColumn() > column);
        if (merged || !Words.isLabel(line.cell(column))) {
            return false;
        }
        keep(line, line.cell(column), "");
        return true;
    }

    /** Names and values in turn, a merged cell counting as one; blank values too. */
    boolean pairs(Grid.Line line) {
        List<String> slots = slots(line);
        for (int i = 0; i < slots.size(); i += 2) {
            if (!slots.get(i).isEmpty()) {
                keep(line, slots.get(i), i + 1 < slots.size() ? slots.get(i + 1) : "");
            }
        }
        return true;
    }

    private void keep(Grid.Line line, String name, String value) {
        if (!Words.namesPerson(name)) {
            found.label(new Label(name, value));
        } else if (!value.isEmpty() || !Words.isPersonLabel(name)) {
            // A label that goes on may hold the name itself.
            String told = Words.isPersonLabel(name) ? name : name.split("\\s", 2)[0];
            found.notice(Kind.PERSON_NOT_IMPORTED, grid, line.number(), told);
        }
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
}
