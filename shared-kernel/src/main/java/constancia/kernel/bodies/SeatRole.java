package constancia.kernel.bodies;

import constancia.kernel.Word;

/** As what an institution or person sits in a body, the most engaged first. */
public enum SeatRole implements Word {
    LEADS, CONVENES, FACILITATES, TECHNICAL_SECRETARIAT, MEMBER, FRIEND, OBSERVER;

    /** Friends and observers accompany: they never count for quorum or consensus. */
    public boolean watches() {
        return this == FRIEND || this == OBSERVER;
    }
}
