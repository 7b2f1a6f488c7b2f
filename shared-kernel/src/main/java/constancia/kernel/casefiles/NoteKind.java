package constancia.kernel.casefiles;

import constancia.kernel.Word;

/** A note of whoever follows the matter, or the aide-memoire of a contact with one or more institutions. */
public enum NoteKind implements Word {
    NOTE, AIDE_MEMOIRE
}
