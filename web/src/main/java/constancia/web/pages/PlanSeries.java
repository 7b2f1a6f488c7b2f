package constancia.web.pages;

import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.web.Caller;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An indicator with its series: what was measured, day by day, against where it started and where it is to arrive. */
@Component
final class PlanSeries {

    /**
     * @param indicator   a row of the list
     * @param measured    each with {@code on} and {@code value}, oldest first
     * @param line        the measurements as points of a curve 200 wide and 48 high; null with fewer than two
     * @param target      the height of the target in the same drawing; null without one
     */
    public record Series(Map<String, Object> indicator, List<Map<String, Object>> measured, @Nullable String line, @Nullable String target) {}

    private static final int WIDTH = 200;
    private static final int HEIGHT = 48;
    private static final int MARGIN = 4;

    private final Items items;

    PlanSeries(Items items) {
        this.items = items;
    }

    Series of(Map<String, Object> indicator) {
        var item = Answered.fields(items.item(Caller.current().reader(), "indicator", UUID.fromString(indicator.get("id").toString()), CutRequest.NOW).json());
        var measured = Answered.maps(item.get("measurements"));
        var target = indicator.get("target") instanceof Map<?, ?> aim ? value(aim) : null;
        if (measured.size() < 2) {
            return new Series(indicator, measured, null, null);
        }
        var all = Stream.concat(measured.stream().map(PlanSeries::value), Stream.ofNullable(target)).toList();
        double low = all.stream().mapToDouble(BigDecimal::doubleValue).min().orElseThrow();
        double high = all.stream().mapToDouble(BigDecimal::doubleValue).max().orElseThrow();
        var first = day(measured.getFirst());
        double days = ChronoUnit.DAYS.between(first, day(measured.getLast()));
        var points = new ArrayList<String>();
        for (var one : measured) {
            points.add(number(MARGIN + ChronoUnit.DAYS.between(first, day(one)) / days * (WIDTH - 2 * MARGIN)) + "," + height(value(one), low, high));
        }
        return new Series(indicator, measured, String.join(" ", points), target == null ? null : height(target, low, high));
    }

    private static String height(BigDecimal value, double low, double high) {
        return number(high == low ? HEIGHT / 2.0 : HEIGHT - MARGIN - (value.doubleValue() - low) / (high - low) * (HEIGHT - 2 * MARGIN));
    }

    private static BigDecimal value(Map<?, ?> of) {
        return new BigDecimal(String.valueOf(of.get("value")));
    }

    private static LocalDate day(Map<?, ?> of) {
        return LocalDate.parse(String.valueOf(of.get("on")));
    }

    private static String number(double at) {
        return String.format(Locale.ROOT, "%.1f", at);
    }
}
