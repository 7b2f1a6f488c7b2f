package constancia.command.imports;

import java.util.function.BooleanSupplier;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;

/** Where POI puts the rows and cells of a sheet. */
final class SheetOutput implements SheetContentsHandler {
    private final GridBuilder grid;
    BooleanSupplier rowHidden;
    private int line;
    private int column;

    SheetOutput(GridBuilder grid) {
        this.grid = grid;
    }

    String where() {
        return Grid.reference(line, Math.max(column, 0));
    }

    void startCell(String reference) {
        column = reference == null ? column + 1 : columnOf(reference);
    }

    private static int columnOf(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && column < Limits.LINES && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }

    @Override
    public void startRow(int row) {
        line = row + 1;
        column = -1;
    }

    @Override
    public void cell(String reference, String shown, XSSFComment comment) {
        if (shown != null) {
            grid.cell(line, Math.max(column, 0), shown.startsWith("ERROR:#") ? shown.substring(6) : shown);
        }
    }

    @Override
    public void endRow(int row) {
        grid.endLine(row + 1, rowHidden.getAsBoolean());
    }
}
