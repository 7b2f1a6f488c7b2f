package constancia.kernel.actions;

import constancia.kernel.Word;

/** An institution's part in an action. Support helps; only the other two bind. */
public enum Role implements Word {
    LEAD, CO_RESPONSIBLE, SUPPORT;

    public boolean binds() {
        return this != SUPPORT;
    }
}
