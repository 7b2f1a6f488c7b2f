package constancia.command.casefiles;

import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.casefiles.CaseFileId;
import java.util.List;

/** The lookup of case files, kept in the transaction that appends. */
public interface CaseFiles {

    /** Whether there is one; it stays so until the transaction ends. */
    boolean exists(CaseFileId caseFile);

    void recorded(CaseFileId caseFile, CaseFileEvent event);

    /** Makes the lookup of the item anew from its records as they stand after a rectification, in the order of their days. */
    void rectified(CaseFileId caseFile, List<CaseFileEvent> standing);
}
