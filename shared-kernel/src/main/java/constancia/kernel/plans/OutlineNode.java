package constancia.kernel.plans;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node of a plan's outline as it was added; {@code parent} is null at the top.
 *
 * @param source from where it was taken: of a recommendation, who made it and in which report
 */
public record OutlineNode(UUID id, @Nullable UUID parent, OutlineKind kind, @Nullable String code, String text, @Nullable String source) {}
