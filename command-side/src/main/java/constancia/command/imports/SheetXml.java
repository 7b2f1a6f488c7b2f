package constancia.command.imports;

import static constancia.command.imports.UnreadableFile.Problem.*;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.Styles;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * POI's reader of a sheet's events, and what it does not tell: merged cells, what is hidden, formulas
 * without a stored result, cells without a reference, texts over the limit.
 */
final class SheetXml extends XSSFSheetXMLHandler {

    private static final String[] SHORT = {"r", "t", "s", "hidden", "min", "max", "ref"};

    private final GridBuilder grid;
    private final SheetOutput output;
    private boolean rowHidden;
    private boolean inCell;
    private boolean formula;
    private boolean result;
    private boolean textResult;
    private int characters;

    static SheetXml into(GridBuilder grid, Styles styles, SharedStrings texts, ShownNumbers numbers) {
        return new SheetXml(grid, new SheetOutput(grid), styles, texts, numbers);
    }

    private SheetXml(GridBuilder grid, SheetOutput output, Styles styles, SharedStrings texts, ShownNumbers numbers) {
        super(styles, texts, output, numbers, false);
        this.grid = grid;
        this.output = output;
        output.rowHidden = () -> rowHidden;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) throws SAXException {
        for (String attribute : SHORT) {
            String value = attributes.getValue(attribute);
            if (value != null && value.length() > 40) {
                throw new UnreadableFile(DAMAGED_WORKBOOK);
            }
        }
        switch (name) {
            case "row" -> rowHidden = flag(attributes.getValue("hidden"));
            case "col" -> hide(attributes);
            case "mergeCell" -> merge(attributes.getValue("ref"));
            case "c" -> startCell(attributes);
            case "f" -> formula = true;
            case "is" -> characters = 0;
            case "v" -> {
                characters = 0;
                result |= textResult;
            }
            default -> { }
        }
        super.startElement(uri, name, qName, attributes);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (!inCell) {
            return;
        }
        characters += length;
        if (characters > Limits.CELL_CHARACTERS) {
            throw new UnreadableFile(TEXT_TOO_LONG, output.where(), Limits.CELL_CHARACTERS);
        }
        super.characters(text, start, length);
    }

    @Override
    public void endElement(String uri, String name, String qName) throws SAXException {
        switch (name) {
            case "v", "is" -> result |= characters > 0;
            case "f" -> characters = 0;
            case "c" -> {
                inCell = false;
                if (formula && !result) {
                    throw new UnreadableFile(FORMULA_WITHOUT_RESULT, output.where());
                }
            }
            default -> { }
        }
        // An empty value has nothing to show, and POI would take its first letter.
        if ("v".equals(name) && characters == 0) {
            return;
        }
        super.endElement(uri, name, qName);
    }

    private void startCell(Attributes attributes) {
        inCell = true;
        formula = false;
        result = false;
        textResult = "str".equals(attributes.getValue("t"));
        characters = 0;
        output.startCell(attributes.getValue("r"));
    }

    private void hide(Attributes column) {
        if (flag(column.getValue("hidden"))) {
            grid.hideColumns(Integer.parseInt(column.getValue("min")) - 1, Integer.parseInt(column.getValue("max")) - 1);
        }
    }

    private void merge(String reference) {
        var range = CellRangeAddress.valueOf(reference);
        grid.area(new Grid.Area(range.getFirstRow() + 1, range.getFirstColumn(), range.getLastRow() + 1, range.getLastColumn()));
    }

    private static boolean flag(String value) {
        return "1".equals(value) || "true".equals(value);
    }
}
