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
            case CaseFileOpened e -> write(caseFile, e, "insert into journal.case_file (id, body, coordinator) values (:id, :body, :coordinator)");
            case CoordinatorAssigned e -> db.sql("update journal.case_file set coordinator = :coordinator where id = :id")
                    .param("id", caseFile.value()).param("coordinator", e.institution().value()).update();
            case AnswerAwaited e -> db.sql("insert into journal.awaited_answer (case_file, id, institution) values (:caseFile, :id, :institution)")
                    .param("caseFile", caseFile.value()).param("id", e.awaiting()).param("institution", e.institution().value()).update();
            case CaseFileLinked _, NoteTaken _, CorrespondenceRecorded _, CorrespondenceForwarded _, CorrespondenceSettled _, AnswerReceived _, CaseFileResolved _, CaseFileClosed _,
                 CaseFileReopened _ -> { }
        }
    }

    @Override
    public void rectified(CaseFileId caseFile, List<CaseFileEvent> standing) {
        db.sql("delete from journal.awaited_answer where case_file = :id").param("id", caseFile.value()).update();
        for (var event : standing) {
            if (event instanceof CaseFileOpened e) {
                write(caseFile, e, "update journal.case_file set body = :body, coordinator = :coordinator where id = :id");
            } else {
                recorded(caseFile, event);
            }
        }
    }

    private void write(CaseFileId caseFile, CaseFileOpened e, String sql) {
        db.sql(sql).param("id", caseFile.value()).param("body", e.body() == null ? null : e.body().value())
                .param("coordinator", e.coordinator() == null ? null : e.coordinator().value()).update();
    }
}
