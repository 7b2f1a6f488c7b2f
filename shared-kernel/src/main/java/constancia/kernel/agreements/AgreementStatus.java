package constancia.kernel.agreements;

import constancia.kernel.Word;

/** How an agreement stands on a day (contract, section 2); {@link AgreementCourse#status} says which. */
public enum AgreementStatus implements Word {
    PENDING_SIGNATURES, IN_FORCE, SUSPENDED, EXPIRED, TERMINATED, SUPERSEDED, FULFILLED;

    /** By a record of its own; what merely expired may still be renewed. */
    public boolean ended() {
        return this == TERMINATED || this == SUPERSEDED || this == FULFILLED;
    }
}
