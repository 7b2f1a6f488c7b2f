package constancia.command.imports;

import static constancia.command.imports.UnreadableFile.Problem.REPEATED_PERIOD;

import constancia.command.imports.Words.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
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

    /** A heading of a period as written, with the one above it. */
    private record Written(int column, String code, String text, String above) {
    }

    /** The heading that begins at a line, if one does. */
    static Optional<Columns> at(List<Grid.Line> lines, int index) {
        Grid.Line first = lines.get(index);
        if (first.written().stream().noneMatch(c -> field(first.cell(c)).filter(Field.ACTION::equals).isPresent())) {
            return Optional.empty();
        }
        var columns = new Columns(1, new EnumMap<>(Field.class), new LinkedHashMap<>(), new ArrayList<>());
        List<Written> periods = first.written().stream().filter(c -> !columns.heading(c, first.cell(c)))
            .map(c -> new Written(c, Periods.heading(first.cell(c)).orElseThrow(), first.cell(c), "")).toList();
        if (columns.fields.size() + periods.size() < 2) {
            return Optional.empty();
        }
        boolean onlyYears = periods.stream().allMatch(p -> Words.year(p.code).filter(p.code::equals).isPresent());
        if (!onlyYears || index + 1 >= lines.size() || !onlyPeriods(lines.get(index + 1))
            || lines.get(index + 1).number() != first.number() + 1) {
            columns.settle(periods);
            return Optional.of(columns);
        }
        Grid.Line below = lines.get(index + 1);
        columns.settle(below.written().stream()
            .map(c -> new Written(c, Periods.heading(below.cell(c)).orElseThrow(), below.cell(c), above(first, c))).toList());
        columns.fields.remove(Field.TERM);
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

    /** False for a period, which is settled later. */
    private boolean heading(int column, String text) {
        var field = field(text);
        if (field.isPresent() && !has(field.get())) {
            fields.put(field.get(), column);
        } else if (Periods.heading(text).isPresent()) {
            return false;
        } else {
            ignored.add(RowDraft.excerpt(text));
        }
        return true;
    }

    private static Optional<Field> field(String heading) {
        return heading.length() <= LONGEST_HEADING ? Words.field(heading) : Optional.empty();
    }

    /** The same code twice is two periods only if the headings tell their years. */
    private void settle(List<Written> written) {
        var codes = new HashSet<String>();
        boolean repeated = !written.stream().allMatch(w -> codes.add(w.code));
        codes.clear();
        for (Written w : written) {
            var yearAbove = Words.year(w.text).isPresent() ? Optional.<String>empty() : Words.year(w.above);
            var year = Words.year(w.text).or(() -> yearAbove);
            String code = repeated ? w.code + year.map(y -> "-" + y).orElse("") : w.code;
            if (!codes.add(code)) {
                throw new UnreadableFile(REPEATED_PERIOD, w.text);
            }
            periods.put(w.column, new Matrix.Period(code, w.text + yearAbove.map(y -> " " + y).orElse("")));
        }
    }

    private static boolean onlyPeriods(Grid.Line line) {
        return line.written().stream().allMatch(c -> Periods.heading(line.cell(c)).isPresent());
    }

    /** The heading over a column: the nearest one to its left, as in merged cells. */
    private static String above(Grid.Line first, int column) {
        return first.written().stream().filter(c -> c <= column).reduce((a, b) -> b).map(first::cell).orElse("");
    }
}
