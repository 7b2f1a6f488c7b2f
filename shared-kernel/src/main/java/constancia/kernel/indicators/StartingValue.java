package constancia.kernel.indicators;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Where an indicator starts from: its baseline, as measured {@code on} that day. */
public record StartingValue(@JsonFormat(shape = STRING) BigDecimal value, LocalDate on, String source) {}
