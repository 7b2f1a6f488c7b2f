package constancia.command.imports;

import static constancia.command.imports.Crafted.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String LAUGHS = "<!DOCTYPE lolz [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
        + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><worksheet>&c;</worksheet>";
    private static final String XXE = "<!DOCTYPE x [<!ENTITY x SYSTEM 'http://127.0.0.1:9/secret'>]><worksheet>&x;</worksheet>";

    @Test
    void a_zip_bomb_is_refused_by_its_directory() {
        assertThat(refusal(Crafted.sheet("").with(SHEET, out -> blanks(out, 150)).bytes())).isEqualTo("workbook-too-large");
    }

    @Test
    void a_zip_bomb_that_lies_about_its_size_is_refused_while_unpacking() {
        byte[] bomb = Crafted.sheet("").with(SHEET, out -> {
            out.write(Crafted.worksheet("").replace("/>", ">").replace("</worksheet>", "").getBytes(StandardCharsets.UTF_8));
            blanks(out, 150);
        }).bytes();
        assertThat(refusal(declaring(bomb, SHEET, 4_000))).isEqualTo("damaged-workbook");
        assertThat(refusal(declaring(bomb, SHEET, 13_000_000))).isIn("damaged-workbook", "workbook-too-large");
    }

    @Test
    void a_hundred_thousand_tiny_entries_are_refused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 100_000; i++) {
                zip.putNextEntry(new ZipEntry(Integer.toString(i, 36)));
            }
        }
        assertThat(refusal(bytes.toByteArray())).isEqualTo("too-many-entries");
    }

    @ParameterizedTest
    @ValueSource(strings = {SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"})
    void a_document_type_is_refused_in_every_part_that_is_read(String part) {
        assertThat(refusal(Crafted.sheet("").with(part, LAUGHS).bytes())).isEqualTo("doctype-refused");
        assertThat(refusal(Crafted.sheet("").with(part, XXE).bytes())).isEqualTo("doctype-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"})
    void bottomless_nesting_is_refused(String part) {
        assertThat(refusal(Crafted.sheet("").with(part, "<a>".repeat(100_000)).bytes())).isIn("damaged-workbook", "workbook-too-large");
        assertThat(refusal(Crafted.sheet("").with(part, "<a>".repeat(20_000)).bytes())).isEqualTo("damaged-workbook");
    }

    @Test
    void millions_of_blank_cells_cost_little_more_than_their_characters() {
        var random = new Random(5);
        assertThat(refusal(Crafted.sheet("").with(SHEET, out -> {
            out.write(Crafted.worksheet("<sheetData>").replace("</worksheet>", "").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 1_000_000; i++) {
                out.write(("<row a='" + random.nextInt() + "'><c s='1'/><c s='2'/><c/></row>").getBytes(StandardCharsets.UTF_8));
            }
            out.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        }).bytes())).isEqualTo("no-table-found");
    }

    @Test
    void metadata_of_many_megabytes_is_refused_before_a_tree_is_built_of_it() {
        var random = new Random(1);
        assertThat(refusal(Crafted.sheet("").with("xl/styles.xml", out -> {
            for (int i = 0; i < 1_000_000; i++) {
                out.write(("<xf a='" + random.nextInt() + "'/>").getBytes(StandardCharsets.UTF_8));
            }
        }).bytes())).isEqualTo("workbook-too-large");
    }

    @Test
    void an_encrypted_workbook_is_refused_as_such() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("clave");
            try (var out = encryptor.getDataStream(container)) {
                out.write(Crafted.sheet("").bytes());
            }
            container.writeFilesystem(bytes);
        }
        assertThat(refusal(bytes.toByteArray())).isEqualTo("encrypted-workbook");
    }

    @Test
    void the_old_format_is_refused_as_such() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet();
            workbook.write(bytes);
        }
        assertThat(refusal(bytes.toByteArray())).isEqualTo("old-workbook-format");
    }

    @Test
    void other_formats_are_refused_by_their_content_whatever_their_name() {
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 0x10, 'J', 'F', 'I', 'F', 0};
        byte[] random = new byte[100_000];
        new Random(7).nextBytes(random);
        for (String name : List.of("matriz.xlsx", "matriz.csv")) {
            assertThat(refusal(jpeg, name)).isEqualTo("not-a-workbook");
            assertThat(refusal(random, name)).isEqualTo("not-a-workbook");
            assertThat(refusal(new byte[0], name)).isEqualTo("empty-file");
        }
        assertThat(refusal("Acciones,Responsable".getBytes(), "matriz.xlsx")).isEqualTo("not-a-workbook");
        assertThat(refusal(new Crafted().with("word/document.xml", "<d/>").bytes())).isEqualTo("not-a-workbook");
        assertThat(refusal(new Crafted().with("mimetype", "application/vnd.oasis.opendocument.spreadsheet").bytes())).isEqualTo("open-document-format");
        assertThat(refusal(new byte[Limits.FILE_BYTES + 1])).isEqualTo("file-too-large");
    }

    @Test
    void a_truncated_file_is_refused_wherever_it_is_cut() throws IOException {
        byte[] whole = Files.readAllBytes(Samples.file("plan-de-mejora-2011.xlsx"));
        for (int length = 2; length < whole.length; length += 97) {
            assertThat(refusal(Arrays.copyOf(whole, length))).isEqualTo("damaged-workbook");
        }
    }

    @Test
    void something_before_or_after_the_zip_is_refused() {
        byte[] good = Crafted.sheet(row(1, "a")).bytes();
        byte[] shifted = new byte[good.length + 2];
        System.arraycopy(good, 0, shifted, 2, good.length);
        shifted[0] = 'P';
        shifted[1] = 'K';
        assertThat(refusal(shifted)).isEqualTo("damaged-workbook");
        assertThat(refusal(Arrays.copyOf(good, good.length + 70_000))).isEqualTo("damaged-workbook");
    }

    @Test
    void texts_made_to_slow_the_reader_down_do_not() {
        String blanks = "a" + " ".repeat(16_000) + "b" + "-".repeat(16_000) + "c";
        String names = "ab,".repeat(120);
        var csv = new StringBuilder("Componente,Recomendación,No.,Acciones principales,Plazo,Responsable\n");
        for (int i = 0; i < 500; i++) {
            csv.append(i).append(",\"").append("r\n".repeat(300)).append("\",1-,x").append(i).append(",T1,\"").append(blanks).append("\"\n");
        }
        assertThat(refusal(csv.toString().getBytes(StandardCharsets.UTF_8), "m.csv")).isEqualTo("read");
        csv.setLength(0);
        csv.append("Acciones principales,T1,Responsable\n");
        for (int i = 0; i < 20_000; i++) {
            csv.append("x").append(i).append(",X,\"").append(i).append(names).append("\"\n");
        }
        assertThat(refusal(csv.toString().getBytes(StandardCharsets.UTF_8), "m.csv")).isEqualTo("read");
        csv.setLength(0);
        csv.append(("Recomendación: " + "r".repeat(30_000) + "\n").repeat(300)).append("Acciones principales,T1,Responsable\n");
        csv.append("x,X,\n".repeat(49_000));
        assertThat(refusal(csv.toString().getBytes(StandardCharsets.UTF_8), "m.csv")).isEqualTo("read");
    }

    @Test
    void mutants_of_a_workbook_are_refused_or_read_as_the_original() throws IOException {
        byte[] whole = Files.readAllBytes(Samples.file("plan-de-mejora-2011.xlsx"));
        List<Grid> original = GridReader.read(whole, "m.xlsx");
        var random = new Random(2011);
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] mutant = whole.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                mutant[random.nextInt(2, mutant.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                assertThat(GridReader.read(mutant, "m.xlsx")).isEqualTo(original);
            } catch (UnreadableFile expected) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(250);
    }

    private static void blanks(java.io.OutputStream out, int megabytes) throws IOException {
        byte[] blank = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < megabytes; i++) {
            out.write(blank);
        }
    }

    /** The same zip with another unpacked size in the directory. */
    private static byte[] declaring(byte[] zip, String entry, int size) {
        byte[] name = entry.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer lying = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 46 + name.length < zip.length; at++) {
            if (lying.getInt(at) == 0x02014b50 && Arrays.equals(zip, at + 46, at + 46 + name.length, name, 0, name.length)) {
                lying.putInt(at + 24, size);
            }
        }
        return lying.array();
    }

    static String refusal(byte[] file) {
        return refusal(file, "matriz.xlsx");
    }

    /** The code of the refusal, within 10 s of this thread's own time (whatever else the machine does). */
    static String refusal(byte[] file, String name) {
        long before = CLOCK.getCurrentThreadCpuTime();
        var refused = catchThrowableOfType(UnreadableFile.class, () -> MatrixReader.read(GridReader.read(file, name)));
        assertThat(Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(10));
        return refused == null ? "read" : refused.code();
    }
}
