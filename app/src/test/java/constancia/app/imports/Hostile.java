package constancia.app.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks that nobody should send. */
final class Hostile {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    interface Part {
        void write(OutputStream out) throws IOException;
    }

    private Hostile() {}

    static byte[] encrypted() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("clave");
            try (var out = encryptor.getDataStream(container)) {
                out.write(ImportsScene.sample(ImportsScene.WORKBOOK));
            }
            container.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    static byte[] formulaWithoutResult() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("Plan");
            var heading = sheet.createRow(0);
            heading.createCell(0).setCellValue("Acciones principales");
            heading.createCell(1).setCellValue("Responsable");
            var row = sheet.createRow(1);
            row.createCell(0).setCellFormula("CONCATENATE(\"a\",\"b\")");
            row.createCell(1).setCellValue("AMSS");
            workbook.write(bytes);
        }
        return with(bytes.toByteArray(), SHEET, out -> out.write(new String(part(bytes.toByteArray(), SHEET), StandardCharsets.UTF_8)
                .replaceAll("<v>[^<]*</v>(?=</c><c r=\"B2\")|(?<=</f>)<v>[^<]*</v>", "").getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] documentType() throws IOException {
        return with(ImportsScene.sample(ImportsScene.WORKBOOK), "xl/workbook.xml",
                out -> out.write("<!DOCTYPE x [<!ENTITY x SYSTEM 'http://127.0.0.1:9/secret'>]><workbook>&x;</workbook>".getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] bomb() throws IOException {
        return with(ImportsScene.sample(ImportsScene.WORKBOOK), SHEET, out -> {
            var blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 250; i++) {
                out.write(blanks);
            }
        });
    }

    private static byte[] part(byte[] workbook, String name) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return in.readAllBytes();
                }
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static byte[] with(byte[] workbook, String name, Part part) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(workbook)); var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(name)) {
                    part.write(out);
                } else {
                    in.transferTo(out);
                }
            }
        }
        return bytes.toByteArray();
    }
}
