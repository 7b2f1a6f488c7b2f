package constancia.kernel.plans;

import java.util.UUID;

/** What has to hold, beyond the plan's own doing, for a node of its outline to be reached. */
public record Assumption(UUID id, String text) {}
