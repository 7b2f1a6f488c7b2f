package constancia.kernel.actions;

import org.jspecify.annotations.Nullable;

/** A line of an institution's annual operating plan (POA), by the code that it has there. */
public record PoaReference(int year, String code, @Nullable String text) {}
