package constancia.command.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Municipalities as a numbered list in one or more columns: "1- Ahuachapán, Ahuachapán (Proyecto piloto)". */
final class PlaceList {

    private static final Pattern PLACE = Pattern.compile("(\\d{1,3})\\s*[-.)]\\s*([^,]+), ?([^,(⁰-⁹]+?)\\s*(?:\\(([^)]+)\\)|([⁰-⁹¹²³]+))?");
    private static final int FEWEST = 5;

    private PlaceList() {
    }

    static Optional<Table> read(Grid grid) {
        var entries = new ArrayList<Table.Entry>();
        var table = new TableBuilder(grid, List.of("No.", "Municipio", "Departamento", "Nota"));
        for (var line : grid.lines()) {
            int before = entries.size();
            for (String cell : line.cells()) {
                Matcher place = PLACE.matcher(cell);
                if (place.matches()) {
                    String note = place.group(4) != null ? place.group(4) : place.group(5) == null ? "" : place.group(5);
                    entries.add(new Table.Entry(line.number(), line.number(), List.of(place.group(1), place.group(2).strip(), place.group(3).strip(), note)));
                }
            }
            if (entries.size() == before && entries.isEmpty()) {
                table.above(line);
            } else if (entries.size() - before < line.written().size()) {
                table.skip(line);
            }
        }
        entries.stream().sorted(Comparator.comparingInt(entry -> Integer.parseInt(entry.cell(0)))).forEach(table::entry);
        return entries.size() < FEWEST ? Optional.empty() : Optional.of(table.build());
    }
}
