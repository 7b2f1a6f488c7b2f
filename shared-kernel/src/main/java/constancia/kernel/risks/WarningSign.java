package constancia.kernel.risks;

import java.util.UUID;

/** What would show early that a scenario is forming. */
public record WarningSign(UUID id, String text) {}
