package constancia.kernel.meetings;

import constancia.kernel.Word;
import constancia.kernel.bodies.SeatRole;

/** As what somebody attends a meeting: with a seat of the body, or as its guest. */
public enum AttendanceRole implements Word {
    LEADS, CONVENES, FACILITATES, TECHNICAL_SECRETARIAT, MEMBER, FRIEND, OBSERVER, GUEST;

    public static AttendanceRole of(SeatRole seat) {
        return valueOf(seat.name());
    }
}
