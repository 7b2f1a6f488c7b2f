package constancia.command.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One action as written. {@code firstLine} and {@code lastLine} are rows of the sheet; they differ when a
 * page break cut the row. {@code marks} are codes of periods, {@code dueOn} a day that the term states; number and
 * responsible may be empty texts.
 */
public record MatrixRow(String sheet, int firstLine, int lastLine, Matrix.Component component, int block,
                        String number, String text, List<String> marks, @Nullable LocalDate dueOn, String responsibleText,
                        List<Responsibles.Named> responsibles, List<Notice> notices, List<Fault> faults) {

    /** Why the row cannot come in as it is written: the code of a sentence and its values. */
    public record Fault(String code, List<String> arguments) {
    }

    public MatrixRow {
        marks = List.copyOf(marks);
        responsibles = List.copyOf(responsibles);
        notices = List.copyOf(notices);
        faults = List.copyOf(faults);
    }

    /** The same row, which cannot come in for that reason. */
    MatrixRow refused(String code, String argument) {
        return refused(List.of(new Fault(code, List.of(argument))));
    }

    MatrixRow refused(List<Fault> reasons) {
        return new MatrixRow(sheet, firstLine, lastLine, component, block, number, text, marks, dueOn, responsibleText, responsibles, notices, reasons);
    }

    /** The periods and the day, as the fingerprint takes them. */
    List<String> when() {
        return dueOn == null ? marks : Stream.concat(marks.stream(), Stream.of(dueOn.toString())).toList();
    }
}
