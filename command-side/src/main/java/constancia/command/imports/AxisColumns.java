package constancia.command.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column for each scope ("COMPONENTE URBANO"), and down it axes ("Eje 1 …") with their components as items. */
final class AxisColumns {

    private static final Pattern SCOPE = Pattern.compile("(?i)componente\\s+(\\p{L}+)");
    private static final Pattern AXIS = Pattern.compile("(?i)(eje\\s+\\d{1,2})[.:]?\\s+(.+)");

    private AxisColumns() {
    }

    static Optional<Table> read(Grid grid) {
        var heading = grid.lines().stream().filter(AxisColumns::heading).findFirst();
        boolean axes = grid.lines().stream().anyMatch(line -> line.cells().stream().anyMatch(cell -> AXIS.matcher(cell).matches()));
        if (heading.isEmpty() || !axes) {
            return Optional.empty();
        }
        var table = new TableBuilder(grid, List.of("Ámbito", "Eje", "Nombre del eje", "Componente"));
        grid.lines().stream().filter(line -> line.number() < heading.get().number()).forEach(table::above);
        for (int column : heading.get().written()) {
            Matcher scope = SCOPE.matcher(heading.get().cell(column));
            down(grid, heading.get().number(), column, scope.matches() ? capital(scope.group(1)) : "", table);
        }
        return Optional.of(table.build());
    }

    private static void down(Grid grid, int heading, int column, String scope, TableBuilder table) {
        Map<String, String> axis = new HashMap<>();
        for (var line : grid.lines()) {
            String cell = line.cell(column);
            Matcher begins = AXIS.matcher(cell);
            if (line.number() <= heading || cell.isEmpty()) {
                continue;
            }
            if (begins.matches()) {
                axis.put("code", begins.group(1));
                axis.put("name", begins.group(2).strip());
            } else {
                table.entry(line.number(), scope, axis.getOrDefault("code", ""), axis.getOrDefault("name", ""), Layouts.item(cell));
            }
        }
    }

    private static boolean heading(Grid.Line line) {
        return line.written().size() >= 2 && line.written().stream().allMatch(c -> SCOPE.matcher(line.cell(c)).matches());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
