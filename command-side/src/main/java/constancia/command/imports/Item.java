package constancia.command.imports;

import constancia.command.imports.Matrix.Component;
import constancia.command.imports.MatrixRow.Fault;
import constancia.kernel.plans.OutlineKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a table under the meanings of its columns.
 *
 * @param meanings of the table's columns, from the left
 */
record Item(Table table, Mapping mapping, List<Optional<Meaning>> meanings, Table.Entry entry) {

    ImportKind kind() {
        return mapping.kind();
    }

    /** The cells under headings of that meaning, joined where several hold something. */
    String get(Meaning meaning) {
        return columns(meaning).mapToObj(entry::cell).filter(cell -> !cell.isEmpty()).collect(Collectors.joining("\n"));
    }

    private IntStream columns(Meaning meaning) {
        return IntStream.range(0, meanings.size()).filter(column -> meanings.get(column).filter(meaning::equals).isPresent());
    }

    /** What it is called by: its text, or its name, or the last node that it holds. */
    String text() {
        return Stream.of(get(Meaning.TEXT), get(Meaning.NAME), get(Meaning.MUNICIPALITY)).filter(text -> !text.isEmpty()).findFirst()
            .orElseGet(() -> kind() == ImportKind.OUTLINE && !Levels.of(this).isEmpty() ? Levels.of(this).getLast().text() : "");
    }

    String number() {
        return Plain.trimmed(get(Meaning.NUMBER), "", " .)");
    }

    /** The lines of a cell, each a text of its own. */
    List<String> lines(Meaning meaning) {
        return Layouts.items(get(meaning));
    }

    /** Whether it becomes a milestone: an objective among milestones is a goal. */
    boolean milestone() {
        return kind() == ImportKind.MILESTONES && Levels.level(get(Meaning.TYPE)).filter(level -> level == OutlineKind.GOAL).isEmpty();
    }

    /** The component under which a milestone stands. */
    Component component() {
        String name = get(Meaning.COMPONENT_NAME);
        String component = get(Meaning.COMPONENT);
        return name.isEmpty() ? new Component("", component) : new Component(component, name);
    }

    /** The day that it is due, where a whole date is written. */
    @Nullable LocalDate dueOn() {
        return Dates.read(get(Meaning.DUE_ON)) instanceof Moment.Day day ? day.date() : null;
    }

    /** Its period's code, empty where none is written; a due date that is no whole date stays a period. */
    String period() {
        String written = get(Meaning.PERIOD);
        if (written.isEmpty() && Dates.read(get(Meaning.DUE_ON)) instanceof Moment.Stays stays) {
            written = stays.written();
        }
        return written.isEmpty() ? "" : Periods.code(written);
    }

    Matrix.Period named() {
        var label = Stream.of(get(Meaning.PERIOD), get(Meaning.DUE_ON)).filter(text -> !text.isEmpty()).findFirst().orElse("");
        String months = get(Meaning.PERIOD_LABEL);
        return new Matrix.Period(period(), months.isEmpty() ? label : label + " (" + months + ")");
    }

    List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (text().isEmpty()) {
            faults.add(new Fault("row-without-text", List.of()));
        }
        if (Dates.read(get(Meaning.DUE_ON)) instanceof Moment.Impossible impossible) {
            faults.add(new Fault("impossible-date", List.of(impossible.written())));
        }
        return faults;
    }

    /** Every cell under its heading, those that say something. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        IntStream.range(0, table.headings().size()).filter(column -> !entry.cell(column).isEmpty() && meanings.get(column).isPresent())
            .forEach(column -> fields.merge(table.headings().get(column), entry.cell(column), (one, other) -> one + "\n" + other));
        return fields;
    }

    /** What columns without a place of their own say, each under its heading. */
    String notes() {
        return columns(Meaning.NOTE).filter(column -> !entry.cell(column).isEmpty())
            .mapToObj(column -> table.headings().get(column) + ": " + entry.cell(column)).collect(Collectors.joining("\n"));
    }

    /** The same in another file with the same words, whatever else that file has beside them. */
    String fingerprint() {
        var cells = new ArrayList<String>();
        for (var meaning : Meaning.values()) {
            if (meaning != Meaning.NOTE && meaning != Meaning.PERIOD_LABEL && meaning != Meaning.CODE && meaning != Meaning.TEXT && meaning != Meaning.NUMBER) {
                cells.add(meaning == Meaning.PERIOD ? period() : meaning == Meaning.COMPONENT && !get(Meaning.COMPONENT_NAME).isEmpty() ? "" : get(meaning));
            }
        }
        return Fingerprint.of(Fingerprint.ofBlock(kind().word(), List.of()), number(), text(), cells, "");
    }

    /** As the preview shows it. */
    MatrixRow row() {
        var notices = new ArrayList<Notice>();
        if (entry.lastLine() > entry.firstLine()) {
            notices.add(Notice.of(Notice.Kind.JOINED_ROWS, table.sheet(), entry.firstLine(), entry.lastLine()));
        }
        return new MatrixRow(table.sheet(), entry.firstLine(), entry.lastLine(), component(), 0, number(), text(), period().isEmpty() ? List.of() : List.of(period()), dueOn(),
            get(Meaning.PARTNER), List.of(), notices, faults());
    }
}
