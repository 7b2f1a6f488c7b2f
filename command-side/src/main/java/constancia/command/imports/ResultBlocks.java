package constancia.command.imports;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Results in blocks under an area, a council or programme, a section and a heading, as a report of results is laid out. */
final class ResultBlocks {

    private static final String BEGINS = "principales resultados";
    private static final Pattern AREA = Pattern.compile(".*?(Área de .*)");
    private static final Pattern SECTION = Pattern.compile("[A-Z]\\. .*");
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}[.)]");
    private static final List<String> HEADINGS = List.of("No.", "Área", "Consejo / programa", "Apartado", "Encabezado", "Resultado", "Fecha mencionada");

    private final Grid grid;
    private final TableBuilder table;
    private String area = "";
    private String programme = "";
    private String section = "";
    private String heading = "";
    private boolean named;
    /** Whether the items under a heading are numbered: then one that is not stands beside it. */
    private boolean numbered;

    private ResultBlocks(Grid grid) {
        this.grid = grid;
        this.table = new TableBuilder(grid, HEADINGS);
    }

    static Optional<Table> read(Grid grid) {
        boolean blocks = grid.lines().stream().anyMatch(ResultBlocks::begins);
        return blocks ? Optional.of(new ResultBlocks(grid).table()) : Optional.empty();
    }

    private static boolean begins(Grid.Line line) {
        return Layouts.single(line) && Plain.heading(Layouts.first(line)).equals(BEGINS);
    }

    private Table table() {
        for (var line : grid.lines()) {
            if (begins(line)) {
                begin();
            } else if (table.person(line)) {
                continue;
            } else if (Layouts.single(line)) {
                single(line);
            } else if (area.isEmpty()) {
                table.skip(line);
            } else {
                named = false;
                result(line);
            }
        }
        return table.build();
    }

    /** A block that nobody names stands under the area alone. */
    private void begin() {
        if (!named) {
            programme = "";
            section = "";
        }
        heading = "";
        named = false;
    }

    private void single(Grid.Line line) {
        String text = Layouts.first(line);
        Matcher ofArea = AREA.matcher(text);
        if (ofArea.matches()) {
            area = ofArea.group(1);
            programme = "";
            section = "";
        } else if (area.isEmpty()) {
            table.above(line);
            return;
        } else if (text.endsWith(":")) {
            heading = text;
            numbered = false;
            return;
        } else if (SECTION.matcher(text).matches()) {
            section = text;
        } else {
            programme = text;
            section = "";
        }
        heading = "";
        named = true;
    }

    private void result(Grid.Line line) {
        var written = line.written();
        String number = line.cell(0).matches("\\d{1,4}") ? line.cell(0) : "";
        String text = line.cell(number.isEmpty() ? written.getFirst() : written.get(1));
        String date = written.size() > 2 ? line.cell(written.getLast()) : "";
        boolean inNumbers = NUMBERED.matcher(Layouts.item(text)).lookingAt();
        if (numbered && !inNumbers) {
            heading = "";
        }
        numbered = inNumbers;
        table.entry(line.number(), number, area, programme, section, heading, Layouts.item(text), date);
    }
}
