package constancia.command.imports;

import java.time.LocalTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Numbers as the sheet shows them; dates as 2011-12-09, because 9/12/11 is read in two ways. */
final class ShownNumbers extends DataFormatter {

    /** The longest format that Excel accepts. */
    private static final int LONGEST_FORMAT = 255;

    private final boolean from1904;

    ShownNumbers(boolean from1904) {
        super(Locale.ROOT);
        this.from1904 = from1904;
    }

    @Override
    public String formatRawCellContents(double value, int index, String format) {
        String known = format == null || format.length() > LONGEST_FORMAT ? "General" : format;
        if (DateUtil.isADateFormat(index, known) && DateUtil.isValidExcelDate(value)) {
            return date(value);
        }
        return super.formatRawCellContents(value, index, known, from1904);
    }

    private String date(double value) {
        var at = DateUtil.getLocalDateTime(value, from1904, true);
        if (at == null) {
            return super.formatRawCellContents(value, 0, "General");
        }
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.toString();
    }
}
