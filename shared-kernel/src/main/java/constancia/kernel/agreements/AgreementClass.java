package constancia.kernel.agreements;

import constancia.kernel.Word;

/** Who may know of an agreement. */
public enum AgreementClass implements Word { PUBLIC, RESERVED, CONFIDENTIAL }
