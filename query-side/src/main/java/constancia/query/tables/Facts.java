package constancia.query.tables;

import java.util.UUID;

/** What is known of one item after the records of a batch: its facts, how many records it has, the position of the last. */
public record Facts<S>(UUID id, int version, long position, S facts) {}
