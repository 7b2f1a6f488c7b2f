package constancia.kernel.risks;

import com.fasterxml.jackson.annotation.JsonValue;
import constancia.kernel.ItemId;
import java.util.UUID;

public record RiskId(@JsonValue UUID value) implements ItemId {

    @Override
    public String toString() {
        return value.toString();
    }
}
