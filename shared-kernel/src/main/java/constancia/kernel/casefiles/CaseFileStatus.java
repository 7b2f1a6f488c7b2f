package constancia.kernel.casefiles;

import constancia.kernel.Word;

/** How a case file stands on a day; {@link CaseFileCourse#status} says which. Waiting is an open file in which an answer is missing. */
public enum CaseFileStatus implements Word {
    OPEN, WAITING, RESOLVED, CLOSED
}
