package constancia.command.casefiles;

import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.casefiles.CaseFileId;

/** The lookup of case files, kept in the transaction that appends. */
public interface CaseFiles {

    /** Whether there is one; it stays so until the transaction ends. */
    boolean exists(CaseFileId caseFile);

    void recorded(CaseFileId caseFile, CaseFileEvent event);
}
