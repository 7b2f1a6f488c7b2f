package constancia.command.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The matrices of the repository's samples directory. */
final class Samples {

    private Samples() {
    }

    static Path file(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("samples").resolve(name))) {
                return at.resolve("samples").resolve(name);
            }
        }
        throw new IllegalStateException("samples/" + name + " not found above the working directory");
    }

    static Matrix matrix(String name) throws IOException {
        return MatrixReader.read(GridReader.read(file(name)));
    }

    static List<CSVRecord> records(String name) throws IOException {
        try (var reader = Files.newBufferedReader(file(name), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
        }
    }
}
