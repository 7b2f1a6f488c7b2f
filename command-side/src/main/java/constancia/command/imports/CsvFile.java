package constancia.command.imports;

import static constancia.command.imports.UnreadableFile.Problem.*;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A CSV as one grid: comma, semicolon or tabulator, as a {@code sep=} line says or as its rows show. */
final class CsvFile {

    private static final String SEPARATORS = ",;\t";
    private static final int SEPARATORS_IN_A_ROW = 20_000;

    private CsvFile() {
    }

    static Grid read(String content, String fileName) {
        // A quoted cell's line breaks become the same ones when it is kept.
        String text = refuseBinary(content).replace("\r\n", "\n").replace('\r', '\n');
        int offset = 0;
        char separator = 0;
        if (text.startsWith("sep=") && text.length() > 4) {
            separator = text.charAt(4);
            if (SEPARATORS.indexOf(separator) < 0) {
                throw new UnreadableFile(DAMAGED_CSV, 1);
            }
            int end = text.indexOf('\n');
            text = end < 0 ? "" : text.substring(end + 1);
            offset = 1;
        }
        if (text.isBlank()) {
            throw new UnreadableFile(EMPTY_FILE);
        }
        if (separator == 0) {
            separator = separatorOf(text);
        }
        return parse(text, separator, offset, fileName);
    }

    private static Grid parse(String text, char separator, int offset, String fileName) {
        var format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
        var grid = new GridBuilder(nameWithoutEnding(fileName), false, new GridBuilder.Budget());
        int line = offset;
        var reader = new Narrow(new StringReader(text), separator);
        try (var parser = format.parse(reader)) {
            for (CSVRecord record : parser) {
                reader.seen = 0;
                if (++line > Limits.LINES) {
                    throw new UnreadableFile(TOO_MANY_ROWS, Limits.ROWS);
                }
                for (int c = 0; c < record.size(); c++) {
                    grid.cell(line, c, record.get(c));
                }
                grid.endLine(line, false);
            }
        } catch (IOException | UncheckedIOException malformed) {
            throw new UnreadableFile(DAMAGED_CSV, line + 1);
        }
        return grid.build();
    }

    private static String refuseBinary(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                throw new UnreadableFile(NOT_A_WORKBOOK);
            }
        }
        return text;
    }

    /** The one that gives neighbouring rows the same number of cells most often. */
    private static char separatorOf(String text) {
        int[] count = new int[SEPARATORS.length()];
        int[] before = new int[count.length];
        int[] agreed = new int[count.length];
        boolean quoted = false;
        for (int i = 0, lines = 0; i < text.length() && lines < 1_000; i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && c == '\n') {
                lines++;
                for (int s = 0; s < count.length; s++) {
                    agreed[s] += count[s] > 0 && (lines == 1 || count[s] == before[s]) ? 1 : 0;
                    before[s] = count[s];
                    count[s] = 0;
                }
            } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
                count[SEPARATORS.indexOf(c)]++;
            }
        }
        int best = 0;
        for (int s = 1; s < agreed.length; s++) {
            best = agreed[s] > agreed[best] || agreed[s] == agreed[best] && before[s] > before[best] ? s : best;
        }
        return SEPARATORS.charAt(best);
    }

    /** Refuses a record of endless cells while the library is still reading it. */
    private static final class Narrow extends FilterReader {
        private final char separator;
        private int seen;

        Narrow(Reader in, char separator) {
            super(in);
            this.separator = separator;
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            for (int i = from; i < from + read; i++) {
                if (buffer[i] == separator && ++seen > SEPARATORS_IN_A_ROW) {
                    throw new UnreadableFile(TOO_MANY_COLUMNS, Limits.COLUMNS);
                }
            }
            return read;
        }
    }

    private static String nameWithoutEnding(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return last.lastIndexOf('.') > 0 ? last.substring(0, last.lastIndexOf('.')) : last;
    }
}
