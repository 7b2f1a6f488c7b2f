package constancia.kernel.actions;

import constancia.kernel.Word;

/** What a verifier found of a delivery. */
public enum Finding implements Word {
    COMPLETE, SUBSTANTIAL, LIMITED, NO_EVIDENCE;

    /** Whether a delivery with this finding counts as verified. */
    public boolean suffices() {
        return this == COMPLETE || this == SUBSTANTIAL;
    }
}
