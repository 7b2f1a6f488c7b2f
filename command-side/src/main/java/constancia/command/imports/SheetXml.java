package constancia.command.imports;

import static constancia.command.imports.UnreadableFile.Problem.*;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.Styles;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * POI's reader of a sheet's events, and what it does not tell: merged cells, what is hidden, formulas
 * without a stored result, cells without a reference, texts over the limit.
 */
final class SheetXml extends XSSFSheetXMLHandler {

    private final GridBuilder grid;
    private final SheetOutput output;
    private boolean rowHidden;
    private boolean inCell;
    private boolean formula;
    private boolean result;
    private boolean told;
    private String reference;
    private String type;
    private String style;
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
        switch (name) {
            case "row" -> rowHidden = flag(attributes.getValue("hidden"));
            case "col" -> hide(attributes);
            case "mergeCell" -> merge(attributes.getValue("ref"));
            case "c" -> {
                startCell(attributes);
                return;
            }
            case "f" -> {
                formula = true;
                tellOfCell(uri);
            }
            case "is" -> {
                characters = 0;
                tellOfCell(uri);
            }
            case "v" -> {
                characters = 0;
                result |= "str".equals(type);
                tellOfCell(uri);
            }
            default -> { }
        }
        super.startElement(uri, name, qName, attributes);
    }

    /** POI looks up the style of each cell, and a formatted sheet has millions of blank ones: it hears of the others only. */
    private void tellOfCell(String uri) throws SAXException {
        if (inCell && !told) {
            var cell = new AttributesImpl();
            add(cell, "r", reference);
            add(cell, "t", type);
            add(cell, "s", style);
            super.startElement(uri, "c", "c", cell);
            told = true;
        }
    }

    private static void add(AttributesImpl attributes, String name, String value) {
        if (value != null) {
            attributes.addAttribute("", name, name, "CDATA", value);
        }
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
        told = false;
        reference = attributes.getValue("r");
        type = attributes.getValue("t");
        style = attributes.getValue("s");
        characters = 0;
        output.startCell(reference);
    }

    private void hide(Attributes column) {
        if (flag(column.getValue("hidden"))) {
            grid.hideColumns(Integer.parseInt(column.getValue("min")) - 1, Integer.parseInt(column.getValue("max")) - 1);
        }
    }

    private void merge(String reference) {
        if (reference == null || reference.length() > 40) {
            throw new UnreadableFile(DAMAGED_WORKBOOK);
        }
        var range = CellRangeAddress.valueOf(reference);
        grid.area(new Grid.Area(range.getFirstRow() + 1, range.getFirstColumn(), range.getLastRow() + 1, range.getLastColumn()));
    }

    private static boolean flag(String value) {
        return "1".equals(value) || "true".equals(value);
    }
}
