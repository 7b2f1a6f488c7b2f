package constancia.kernel.indicators;

import com.fasterxml.jackson.annotation.JsonValue;
import constancia.kernel.ItemId;
import java.util.UUID;

public record IndicatorId(@JsonValue UUID value) implements ItemId {

    @Override
    public String toString() {
        return value.toString();
    }
}
