package constancia.kernel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the item's {@code record}-th record: from here on {@code replacement} stands in its place, whole; without
 * one it never happened. What follows from that for an item's history is told by {@link Rectifications}.
 *
 * @param replacement of the same type as what it corrects; its JSON stands under that type's stored name
 */
public record Rectified(int record, @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT) @Nullable Event replacement,
                        LocalDate effectiveOn) implements Event {}
