package constancia.kernel.indicators;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/** The part of a measurement that falls to one category of a dimension: {@code sexo}, {@code mujeres}. */
public record CategoryValue(String dimension, String category, @JsonFormat(shape = STRING) BigDecimal value) {}
