package constancia.kernel.meetings;

import java.util.UUID;

/** A meeting's place in a series: the first one is 1. A meeting that is cancelled keeps its place. */
public record SeriesPlace(UUID id, int ordinal) {}
