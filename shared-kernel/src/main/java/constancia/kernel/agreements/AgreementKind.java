package constancia.kernel.agreements;

import constancia.kernel.Word;

public enum AgreementKind implements Word {
    DECISION, COOPERATION_AGREEMENT, MEMORANDUM, LETTER_OF_COMMITMENT, PRONOUNCEMENT;

    /** Made between parties, in force once they have signed. A decision or a pronouncement is a body's own word, in force when recorded. */
    public boolean instrument() {
        return this == COOPERATION_AGREEMENT || this == MEMORANDUM || this == LETTER_OF_COMMITMENT;
    }
}
