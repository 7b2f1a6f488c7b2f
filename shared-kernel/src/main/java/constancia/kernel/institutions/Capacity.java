package constancia.kernel.institutions;

import constancia.kernel.Word;

/** As what a person speaks for an institution. */
public enum Capacity implements Word { REPRESENTATIVE, ALTERNATE, DELEGATE, LIAISON }
