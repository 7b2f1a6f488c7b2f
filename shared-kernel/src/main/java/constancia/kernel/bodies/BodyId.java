package constancia.kernel.bodies;

import com.fasterxml.jackson.annotation.JsonValue;
import constancia.kernel.ItemId;
import java.util.UUID;

public record BodyId(@JsonValue UUID value) implements ItemId {

    @Override
    public String toString() {
        return value.toString();
    }
}
