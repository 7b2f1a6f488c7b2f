package constancia.command.imports;

import static constancia.command.imports.UnreadableFile.Problem.NO_TABLE_FOUND;
import static constancia.command.imports.UnreadableFile.Problem.TABLE_WITHOUT_ROWS;

import java.util.List;
import java.util.function.Predicate;

/**
 * Recognises planning matrices in sheets: tables in blocks under components and recommendations, as an
 * improvement plan is laid out, and the plain table with one row per action. Decides nothing and drops
 * nothing in silence: what it joined, skipped or could not understand is in the notices.
 */
public final class MatrixReader {

    private MatrixReader() {
    }

    /** @throws UnreadableFile if no sheet has a table of actions, or no table has a row */
    public static Matrix read(List<Grid> grids) {
        return read(grids, name -> false);
    }

    /** @param known tells whether a text is the whole name of an institution, which is then never split */
    public static Matrix read(List<Grid> grids, Predicate<String> known) {
        var found = new Found(known);
        for (Grid grid : grids) {
            new SheetReading(grid, found).read();
        }
        if (!found.tableSeen()) {
            throw new UnreadableFile(NO_TABLE_FOUND);
        }
        Matrix matrix = found.matrix();
        if (matrix.rows().isEmpty()) {
            throw new UnreadableFile(TABLE_WITHOUT_ROWS);
        }
        return matrix;
    }
}
