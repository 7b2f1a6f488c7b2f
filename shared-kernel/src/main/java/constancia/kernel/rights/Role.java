package constancia.kernel.rights;

import constancia.kernel.Word;

/** What an account may be in the register. Which commands and questions each role is for stands in the table of rights. */
public enum Role implements Word {
    ADMINISTRATOR, COORDINATOR, TECHNICAL_SECRETARIAT, LIAISON, FACILITATOR, VERIFIER, AUTHORISER, AUDITOR, EVALUATOR, OBSERVER
}
