package constancia.command.imports;

import constancia.command.imports.Notice.Kind;
import java.util.ArrayList;
import java.util.List;

/** A table while its sheet is read. What names a person is not kept: only that it was there. */
final class TableBuilder {

    private static final int MOST_TITLES = 20;
    private static final int MOST_NOTICES = 1_000;

    private final Grid grid;
    private final List<String> headings;
    private final List<String> titles = new ArrayList<>();
    private final List<Table.Entry> entries = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    TableBuilder(Grid grid, List<String> headings) {
        this.grid = grid;
        this.headings = headings;
    }

    /** A line above everything: a title, or a label and its value. */
    void above(Grid.Line line) {
        if (person(line)) {
            return;
        }
        if (Layouts.single(line) && titles.size() < MOST_TITLES) {
            titles.add(Layouts.first(line));
        } else {
            skip(line);
        }
    }

    boolean person(Grid.Line line) {
        String label = Layouts.first(line).split(":", 2)[0];
        if (Words.namesPerson(label)) {
            notice(Kind.PERSON_NOT_IMPORTED, line.number(), Words.isPersonLabel(label) ? label : label.split("\\s", 2)[0]);
            return true;
        }
        return false;
    }

    void skip(Grid.Line line) {
        notice(Kind.LINE_SKIPPED, line.number(), RowDraft.excerpt(Layouts.first(line)));
    }

    void entry(int line, String... cells) {
        entries.add(new Table.Entry(line, line, List.of(cells)));
    }

    void entry(Table.Entry entry) {
        entries.add(entry);
    }

    void notice(Kind kind, int line, Object... arguments) {
        if (notices.size() < MOST_NOTICES) {
            notices.add(Notice.of(kind, grid.name(), line, arguments));
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Table build() {
        return new Table(grid.name(), titles, headings, entries, notices);
    }
}
