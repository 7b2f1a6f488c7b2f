package constancia.command.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds workbooks part by part, so that each part can be made hostile. */
final class Crafted {

    interface Part {
        void write(OutputStream out) throws IOException;
    }

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** A workbook whose only sheet, S, has these rows. */
    static Crafted sheet(String rows) {
        return new Crafted()
            .with("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>")
            .with("_rels/.rels", relationships(relationship("r1", "officeDocument", "xl/workbook.xml")))
            .with("xl/workbook.xml", workbook("<sheet name='S' sheetId='1' r:id='r1'/>"))
            .with("xl/_rels/workbook.xml.rels", relationships(relationship("r1", "worksheet", "worksheets/sheet1.xml")
                + relationship("r2", "sharedStrings", "sharedStrings.xml") + relationship("r3", "styles", "styles.xml")))
            .with("xl/styles.xml", "<styleSheet xmlns='" + MAIN + "'><numFmts count='1'><numFmt numFmtId='164' formatCode='00000000'/></numFmts>"
                + "<cellXfs count='3'><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='14'/></cellXfs></styleSheet>")
            .with("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "' count='2147483647' uniqueCount='2147483647'><si><t>compartido</t></si></sst>")
            .with("xl/worksheets/sheet1.xml", worksheet("<sheetData>" + rows + "</sheetData>"));
    }

    static String worksheet(String inner) {
        return "<worksheet xmlns='" + MAIN + "'>" + inner + "</worksheet>";
    }

    static String workbook(String sheets) {
        return "<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE + "'><sheets>" + sheets + "</sheets></workbook>";
    }

    static String relationships(String inner) {
        return "<Relationships xmlns='" + PACKAGE + "'>" + inner + "</Relationships>";
    }

    static String relationship(String id, String type, String target) {
        return "<Relationship Id='" + id + "' Type='" + OFFICE + "/" + type + "' Target='" + target + "'/>";
    }

    /** A row of text cells from column A on; null leaves one out. */
    static String row(int number, String... texts) {
        var row = new StringBuilder("<row r='" + number + "'>");
        for (int c = 0; c < texts.length; c++) {
            if (texts[c] != null) {
                row.append("<c r='").append(Grid.reference(number, c)).append("' t='inlineStr'><is><t>").append(texts[c]).append("</t></is></c>");
            }
        }
        return row.append("</row>").toString();
    }

    Crafted with(String name, String xml) {
        return with(name, out -> out.write(xml.getBytes(StandardCharsets.UTF_8)));
    }

    Crafted with(String name, Part part) {
        parts.put(name, part);
        return this;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().write(zip);
                zip.closeEntry();
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }
}
