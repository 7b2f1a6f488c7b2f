package constancia.command.imports;

import java.util.List;

/** A sheet brought into plain form, whatever its layout was: a heading, and an entry for each item. */
record Table(String sheet, List<String> titles, List<String> headings, List<Entry> entries, List<Notice> notices) {

    /** The cells of one item; the lines of the sheet differ when several hold it. */
    record Entry(int firstLine, int lastLine, List<String> cells) {

        Entry {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    Table {
        titles = List.copyOf(titles);
        headings = List.copyOf(headings);
        entries = List.copyOf(entries);
        notices = List.copyOf(notices);
    }
}
