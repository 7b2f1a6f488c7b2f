package constancia.command.imports;

import static constancia.command.imports.UnreadableFile.Problem.REPEATED_PERIOD;

import constancia.command.imports.Words.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the columns of a table hold, found in its heading of one or two lines.
 *
 * @param lines   how many lines the heading takes
 * @param periods the period of each column of marks
 * @param ignored headings that nobody knows
 */
record Columns(int lines, Map<Field, Integer> fields, Map<Integer, Matrix.Period> periods, List<String> ignored) {

    private static final int LONGEST_HEADING = 80;

    /** The heading that begins at a line, if one does. */
    static Optional<Columns> at(List<Grid.Line> lines, int index) {
        Grid.Line first = lines.get(index);
        var columns = new Columns(1, new EnumMap<>(Field.class), new LinkedHashMap<>(), new ArrayList<>());
        for (int c : first.written()) {
            columns.heading(c, first.cell(c));
        }
        if (!columns.fields.containsKey(Field.ACTION) || columns.fields.size() + columns.periods.size() < 2) {
            return Optional.empty();
        }
        boolean second = columns.periods.isEmpty() && index + 1 < lines.size()
            && onlyPeriods(lines.get(index + 1)) && lines.get(index + 1).number() == first.number() + 1;
        if (!second) {
            return Optional.of(columns);
        }
        Grid.Line below = lines.get(index + 1);
        for (int c : below.written()) {
            columns.period(c, below.cell(c), above(first, c));
        }
        columns.fields.remove(Field.TERM);
        columns.ignored.removeIf(heading -> Words.year(heading).isPresent());
        return Optional.of(new Columns(2, columns.fields, columns.periods, columns.ignored));
    }

    String text(Grid.Line line, Field field) {
        return fields.containsKey(field) ? line.cell(fields.get(field)) : "";
    }

    boolean has(Field field) {
        return fields.containsKey(field);
    }

    /** Whether rows here say themselves under which component and recommendation they stand. */
    boolean placesRows() {
        return has(Field.COMPONENT) || has(Field.COMPONENT_NAME) || has(Field.RECOMMENDATION);
    }

    /** Whether this line says it. */
    boolean places(Grid.Line line) {
        return !(text(line, Field.COMPONENT) + text(line, Field.COMPONENT_NAME) + text(line, Field.RECOMMENDATION)).isEmpty();
    }

    List<Integer> used() {
        return Stream.concat(fields.values().stream(), periods.keySet().stream()).sorted().toList();
    }

    private void heading(int column, String text) {
        if (text.length() > LONGEST_HEADING) {
            ignored.add(text.substring(0, LONGEST_HEADING));
        } else if (Words.field(text).isPresent() && !fields.containsKey(Words.field(text).get())) {
            fields.put(Words.field(text).get(), column);
        } else if (Words.period(text).isPresent()) {
            period(column, text, text);
        } else {
            ignored.add(text);
        }
    }

    /** The same code twice is two periods only if the headings tell their years. */
    private void period(int column, String text, String above) {
        String code = Words.period(text).orElseThrow();
        String year = Words.year(text).or(() -> Words.year(above)).map(y -> "-" + y).orElse("");
        if (taken(code)) {
            code += year;
        }
        if (taken(code)) {
            throw new UnreadableFile(REPEATED_PERIOD, text);
        }
        String label = year.isEmpty() || Words.year(text).isPresent() ? text : text + " " + year.substring(1);
        periods.put(column, new Matrix.Period(code, label));
    }

    private boolean taken(String code) {
        return periods.values().stream().anyMatch(p -> p.code().equals(code));
    }

    private static boolean onlyPeriods(Grid.Line line) {
        return line.written().stream().allMatch(c -> Words.period(line.cell(c)).isPresent());
    }

    /** The heading over a column: the nearest one to its left, as in merged cells. */
    private static String above(Grid.Line first, int column) {
        return first.written().stream().filter(c -> c <= column).reduce((a, b) -> b).map(first::cell).orElse("");
    }
}
