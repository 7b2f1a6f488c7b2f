package constancia.command;

import org.jspecify.annotations.Nullable;

/** A whole HTTP answer, as kept under an idempotency key. */
public record Answer(int status, String body, @Nullable String location, String etag) {}
