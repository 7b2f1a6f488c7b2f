package constancia.kernel.meetings;

import constancia.kernel.Word;

/** What a member says of a proposal. */
public enum Assessment implements Word {
    AGREES, AGREES_WITH_RESERVATION, DISAGREES;

    /** It leaves something that the deliberation has not settled, and must say what. */
    public boolean discrepant() {
        return this != AGREES;
    }
}
