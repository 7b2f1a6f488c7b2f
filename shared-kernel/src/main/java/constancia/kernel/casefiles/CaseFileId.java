package constancia.kernel.casefiles;

import com.fasterxml.jackson.annotation.JsonValue;
import constancia.kernel.ItemId;
import java.util.UUID;

public record CaseFileId(@JsonValue UUID value) implements ItemId {

    @Override
    public String toString() {
        return value.toString();
    }
}
