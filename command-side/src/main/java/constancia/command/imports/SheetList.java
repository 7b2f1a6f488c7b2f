package constancia.command.imports;

import static constancia.command.imports.UnreadableFile.Problem.*;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The main part of a workbook: its sheets, in order. */
final class SheetList extends DefaultHandler {

    record Sheet(String name, boolean hidden, String relationship) {
    }

    private static final String SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final List<Sheet> sheets = new ArrayList<>();
    private String root;
    private boolean from1904;

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        if (root == null) {
            root = uri + " " + name;
        }
        if (!SPREADSHEET.equals(uri)) {
            return;
        }
        if ("workbookPr".equals(name)) {
            String value = attributes.getValue("date1904");
            from1904 = "1".equals(value) || "true".equals(value);
        } else if ("sheet".equals(name)) {
            if (sheets.size() >= Limits.SHEETS) {
                throw new UnreadableFile(TOO_MANY_SHEETS, Limits.SHEETS);
            }
            String state = attributes.getValue("state");
            sheets.add(new Sheet(nameOf(attributes), state != null && !state.equals("visible"),
                attributes.getValue(RELATIONSHIPS, "id")));
        }
    }

    void check() {
        if ((STRICT + " workbook").equals(root)) {
            throw new UnreadableFile(STRICT_WORKBOOK_FORMAT);
        }
        if (!(SPREADSHEET + " workbook").equals(root)) {
            throw new UnreadableFile(NOT_A_WORKBOOK);
        }
    }

    List<Sheet> sheets() {
        return sheets;
    }

    boolean from1904() {
        return from1904;
    }

    /** Excel allows 31 characters. */
    private static String nameOf(Attributes attributes) {
        String name = String.valueOf(attributes.getValue("name")).strip();
        return name.substring(0, Math.min(name.length(), 100));
    }
}
