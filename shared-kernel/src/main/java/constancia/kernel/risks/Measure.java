package constancia.kernel.risks;

import java.util.UUID;

/** What can be done about a scenario. */
public record Measure(UUID id, MeasureKind kind, String text) {}
