package constancia.kernel.meetings;

import constancia.kernel.Word;
import constancia.kernel.bodies.SeatRole;

/** As what somebody attends a meeting: with a seat of the body, or as its guest. */
public enum AttendanceRole implements Word {
    LEADS, CONVENES, FACILITATES, TECHNICAL_SECRETARIAT, MEMBER, FRIEND, OBSERVER, GUEST;

    public static AttendanceRole of(SeatRole seat) {
        return valueOf(seat.name());
    }

    /** Whether its word counts for what the body decides: not that of who watches or was invited. */
    public boolean counts() {
        return switch (this) {
            case LEADS, CONVENES, FACILITATES, TECHNICAL_SECRETARIAT, MEMBER -> true;
            case FRIEND, OBSERVER, GUEST -> false;
        };
    }

    /** Whether it conducts the exchange: the facilitator, who leads or convenes in its stead, the secretariat that supports it. */
    public boolean conducts() {
        return switch (this) {
            case LEADS, CONVENES, FACILITATES, TECHNICAL_SECRETARIAT -> true;
            case MEMBER, FRIEND, OBSERVER, GUEST -> false;
        };
    }
}
