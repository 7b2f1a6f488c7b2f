package constancia.web.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The money of a plan by where it comes from and how sure it is, with what was spent of it. Currencies are never added up. */
final class PlanFunding {

    /** @param name of the funder, else of the source; null when neither is known */
    public record Source(@Nullable String name, String currency, BigDecimal available, BigDecimal inNegotiation, BigDecimal toBeRaised, BigDecimal spent,
                         List<Map<String, Object>> lines) {

        private Source plus(Map<String, Object> line) {
            var amount = new BigDecimal(line.get("amount").toString());
            var state = line.get("state").toString();
            lines.add(line);
            return new Source(name, currency, state.equals("available") ? available.add(amount) : available, state.equals("in-negotiation") ? inNegotiation.add(amount) : inNegotiation,
                    state.equals("to-be-raised") ? toBeRaised.add(amount) : toBeRaised, spent.add(new BigDecimal(line.get("spent").toString())), lines);
        }
    }

    private PlanFunding() {}

    static List<Source> bySource(List<Map<String, Object>> lines) {
        var sources = new TreeMap<String, Source>();
        for (var line : lines) {
            var name = line.get("funder") instanceof Map<?, ?> funder ? String.valueOf(funder.get("name")) : (String) line.get("source");
            var currency = line.get("currency").toString();
            var key = name + " " + currency;
            sources.put(key, sources.getOrDefault(key, new Source(name, currency, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, new ArrayList<>())).plus(line));
        }
        return List.copyOf(sources.values());
    }
}
