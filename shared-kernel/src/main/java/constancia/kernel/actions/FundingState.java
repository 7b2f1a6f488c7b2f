package constancia.kernel.actions;

import constancia.kernel.Word;

public enum FundingState implements Word { AVAILABLE, IN_NEGOTIATION, TO_BE_RAISED }
