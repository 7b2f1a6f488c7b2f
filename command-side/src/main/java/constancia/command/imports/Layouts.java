package constancia.command.imports;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Sheets that are not laid out as a table, each brought into the plain form of the same matter. */
final class Layouts {

    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-–•*·▪►✓✔]|\\d{1,2}[.)])\\s+");
    private static final List<Function<Grid, Optional<Table>>> ALL = List.of(ResultBlocks::read, CalendarBlocks::read, PeriodGrid::read, LevelList::read, AxisColumns::read,
        PlaceList::read, ListColumns::read);

    private Layouts() {
    }

    static Optional<Table> of(Grid grid) {
        return ALL.stream().map(layout -> layout.apply(grid)).flatMap(Optional::stream).findFirst();
    }

    static boolean single(Grid.Line line) {
        return line.written().size() == 1;
    }

    static String first(Grid.Line line) {
        return line.cell(line.written().getFirst());
    }

    /** The lines of a cell that say something, without what marks them as items. */
    static List<String> items(String cell) {
        return cell.lines().map(Layouts::item).filter(text -> !text.isEmpty()).toList();
    }

    static String item(String line) {
        return BULLET.matcher(line).replaceFirst("").strip();
    }

    static boolean bulleted(String line) {
        return BULLET.matcher(line).lookingAt();
    }
}
