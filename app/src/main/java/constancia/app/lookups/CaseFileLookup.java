package constancia.app.lookups;

import constancia.command.casefiles.CaseFiles;
import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.casefiles.CaseFileId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Case files as commands must know them. */
@Component
final class CaseFileLookup implements CaseFiles {

    private final JdbcClient db;

    CaseFileLookup(JdbcClient commandDb) {
        this.db = commandDb;
    }

    @Override
    public boolean exists(CaseFileId caseFile) {
        return db.sql("select 1 from journal.case_file where id = :id for share").param("id", caseFile.value()).query(Integer.class).optional().isPresent();
    }

    @Override
    public void recorded(CaseFileId caseFile, CaseFileEvent event) {
        switch (event) {
            case CaseFileOpened _ -> db.sql("insert into journal.case_file (id) values (:id)").param("id", caseFile.value()).update();
            case CoordinatorAssigned _, CaseFileLinked _, NoteTaken _, AnswerAwaited _, AnswerReceived _, CaseFileResolved _, CaseFileClosed _,
                 CaseFileReopened _ -> { }
        }
    }

    /** All that is known here is that there is one. */
    @Override
    public void rectified(CaseFileId caseFile, List<CaseFileEvent> standing) {}
}
