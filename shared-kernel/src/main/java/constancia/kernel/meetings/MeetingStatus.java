package constancia.kernel.meetings;

import constancia.kernel.Word;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public enum MeetingStatus implements Word {
    CONVENED, OPEN, CLOSED, CANCELLED;

    /** A postponed meeting stays convened. */
    public static MeetingStatus of(@Nullable LocalDate openedOn, @Nullable LocalDate closedOn, @Nullable LocalDate cancelledOn) {
        if (cancelledOn != null) {
            return CANCELLED;
        }
        if (closedOn != null) {
            return CLOSED;
        }
        return openedOn == null ? CONVENED : OPEN;
    }
}
