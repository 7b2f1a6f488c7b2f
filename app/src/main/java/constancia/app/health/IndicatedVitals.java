package constancia.app.health;

import constancia.web.operations.Vitals;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** What the health indicators of this node say, for the page of administrators. */
@Component
final class IndicatedVitals implements Vitals {

    private static final String SUFFIX = "HealthIndicator";

    private final Map<String, HealthIndicator> indicators;

    IndicatedVitals(Map<String, HealthIndicator> indicators) {
        this.indicators = indicators;
    }

    @Override
    public List<Part> parts() {
        return new TreeMap<>(indicators).entrySet().stream().filter(entry -> entry.getValue().getClass().getPackage().equals(getClass().getPackage())).map(entry -> {
            var health = Objects.requireNonNull(entry.getValue().health());
            return new Part(entry.getKey().replace(SUFFIX, ""), health.getStatus().equals(Status.UP), health.getDetails());
        }).toList();
    }
}
