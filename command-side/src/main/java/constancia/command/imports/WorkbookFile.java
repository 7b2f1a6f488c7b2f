package constancia.command.imports;

import static constancia.command.imports.UnreadableFile.Problem.*;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.SAXException;

/**
 * The sheets of an XLSX, read as events. The package is walked here and not by POI's OPCPackage, which
 * builds a tree of any part that the file itself declares to be metadata, however large.
 */
final class WorkbookFile {

    private final ZipParts parts;

    private WorkbookFile(ZipParts parts) {
        this.parts = parts;
    }

    static List<Grid> read(byte[] content) {
        try (var parts = new ZipParts(content)) {
            return new WorkbookFile(parts).grids();
        } catch (UnreadableFile refused) {
            throw refused;
        } catch (IOException | SAXException | RuntimeException damaged) {
            // POI answers damage with many kinds of exceptions; to people it is one.
            throw new UnreadableFile(DAMAGED_WORKBOOK);
        }
    }

    private List<Grid> grids() throws IOException, SAXException {
        String main = mainPart();
        var list = new SheetList();
        SafeXml.parse(new ByteArrayInputStream(parts.small(main)), list);
        list.check();
        Map<String, Relationships.Target> targets = Relationships.of(parts, main);
        SharedStrings texts = texts(targets);
        StylesTable styles = styles(targets);
        var numbers = new ShownNumbers(list.from1904());
        var budget = new GridBuilder.Budget();
        var grids = new ArrayList<Grid>();
        for (SheetList.Sheet sheet : list.sheets()) {
            Relationships.Target target = targets.get(sheet.relationship());
            if (target != null && target.type().equals("worksheet")) {
                var grid = new GridBuilder(sheet.name(), sheet.hidden(), budget);
                SafeXml.parse(parts.open(target.part()), SheetXml.into(grid, styles, texts, numbers));
                grids.add(grid.build());
            }
        }
        if (grids.isEmpty()) {
            throw new UnreadableFile(NOT_A_WORKBOOK);
        }
        return grids;
    }

    private String mainPart() throws IOException {
        if (parts.has("mimetype") && new String(parts.open("mimetype").readNBytes(60), StandardCharsets.US_ASCII).contains("opendocument")) {
            throw new UnreadableFile(OPEN_DOCUMENT_FORMAT);
        }
        if (!parts.has("_rels/.rels")) {
            throw new UnreadableFile(NOT_A_WORKBOOK);
        }
        String main = Relationships.of(parts, "").values().stream()
            .filter(t -> t.type().equals("officeDocument")).map(Relationships.Target::part)
            .findFirst().orElseThrow(() -> new UnreadableFile(NOT_A_WORKBOOK));
        if (main.endsWith(".bin")) {
            throw new UnreadableFile(BINARY_WORKBOOK_FORMAT);
        }
        return main;
    }

    private SharedStrings texts(Map<String, Relationships.Target> targets) throws IOException, SAXException {
        String part = partOf(targets, "sharedStrings");
        return part == null ? SharedTexts.none() : new SharedTexts(parts.open(part));
    }

    private StylesTable styles(Map<String, Relationships.Target> targets) throws IOException {
        String part = partOf(targets, "styles");
        return part == null ? null : new StylesTable(new ByteArrayInputStream(parts.small(part)));
    }

    private static String partOf(Map<String, Relationships.Target> targets, String type) {
        return targets.values().stream().filter(t -> t.type().equals(type)).map(Relationships.Target::part).findFirst().orElse(null);
    }
}
