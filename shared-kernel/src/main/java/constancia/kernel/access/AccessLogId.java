package constancia.kernel.access;

import com.fasterxml.jackson.annotation.JsonValue;
import constancia.kernel.ItemId;
import java.util.UUID;

/** The log of what was read of the reserved. A register has one. */
public record AccessLogId(@JsonValue UUID value) implements ItemId {

    public static final AccessLogId THE_ONE = new AccessLogId(UUID.fromString("00000000-0000-7000-8000-00000acce550"));

    @Override
    public String toString() {
        return value.toString();
    }
}
