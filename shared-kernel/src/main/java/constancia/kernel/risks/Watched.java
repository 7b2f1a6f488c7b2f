package constancia.kernel.risks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The node of its plan's outline that a risk watches, and which of the assumptions there, if it is one. */
public record Watched(UUID node, @Nullable UUID assumption) {}
