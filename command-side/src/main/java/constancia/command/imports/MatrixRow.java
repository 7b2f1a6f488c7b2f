package constancia.command.imports;

import java.util.List;

/**
 * One action as written. {@code firstLine} and {@code lastLine} are rows of the sheet; they differ when a
 * page break cut the row. {@code marks} are codes of periods; number and responsible may be empty texts.
 */
public record MatrixRow(String sheet, int firstLine, int lastLine, Matrix.Component component, int block,
                        String number, String text, List<String> marks, String responsibleText,
                        List<Responsibles.Named> responsibles, List<Notice> notices) {

    public MatrixRow {
        marks = List.copyOf(marks);
        responsibles = List.copyOf(responsibles);
        notices = List.copyOf(notices);
    }
}
