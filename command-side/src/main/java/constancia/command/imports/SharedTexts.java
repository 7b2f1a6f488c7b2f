package constancia.command.imports;

import static constancia.command.imports.UnreadableFile.Problem.WORKBOOK_TOO_LARGE;

import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** POI's table of shared texts, read by our parser and within the budget of characters. */
final class SharedTexts extends ReadOnlySharedStringsTable {

    // Set while the superclass is being constructed: an initial value here would undo that.
    private long characters;
    private int items;

    SharedTexts(InputStream part) throws IOException, SAXException {
        super(part, false);
    }

    @Override
    public void readFrom(InputStream part) {
        SafeXml.parse(part, this);
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) throws SAXException {
        if ("si".equals(name) && ++items > Limits.CELLS) {
            throw new UnreadableFile(WORKBOOK_TOO_LARGE);
        }
        // Without the counts that the file claims: room would be made for them.
        super.startElement(uri, name, qName, "sst".equals(name) ? new AttributesImpl() : attributes);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        characters += length;
        if (characters > Limits.TOTAL_CHARACTERS) {
            throw new UnreadableFile(WORKBOOK_TOO_LARGE);
        }
        super.characters(text, start, length);
    }

    /** A workbook without shared texts. */
    static SharedStrings none() {
        return new SharedStrings() {
            @Override
            public RichTextString getItemAt(int index) {
                return new XSSFRichTextString("");
            }

            @Override
            public int getCount() {
                return 0;
            }

            @Override
            public int getUniqueCount() {
                return 0;
            }
        };
    }
}
