package constancia.app.lookups;

import constancia.app.journal.LastWrites;
import constancia.command.casefiles.CaseFiles;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.casefiles.Trace;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Case files as commands must know them. */
@Component
final class CaseFileLookup implements CaseFiles {

    private static final String SCOPES = "select array_remove(array[body, coordinator], null) from journal.case_file where id = :item";

    private final JdbcClient db;
    private final ReserveLookup reserves;

    CaseFileLookup(JdbcClient commandDb, ReserveLookup reserves) {
        this.db = commandDb;
        this.reserves = reserves;
    }

    @Override
    public boolean exists(CaseFileId caseFile) {
        return db.sql("select 1 from journal.case_file where id = :id for share").param("id", caseFile.value()).query(Integer.class).optional().isPresent();
    }

    @Override
    public void recorded(CaseFileId caseFile, CaseFileEvent event) {
        switch (event) {
            case CaseFileOpened e -> write(caseFile, e, "insert into journal.case_file (id, body, coordinator) values (:id, :body, :coordinator)");
            case CoordinatorAssigned e -> {
                db.sql("update journal.case_file set coordinator = :coordinator where id = :id")
                        .param("id", caseFile.value()).param("coordinator", e.institution().value()).update();
                reserves.concerns(caseFile, e.institution().value());
            }
            case CaseFileClassified e -> reserves.classified(caseFile, "case-file", e, SCOPES);
            case CaseFileReserveLapsed e -> {
                LastWrites.add(db, Passed.once(caseFile, "reserve", e.until()));
                reserves.lapsed(caseFile, e.until());
            }
            case AnswerAwaited e -> db.sql("insert into journal.awaited_answer (case_file, id, institution) values (:caseFile, :id, :institution)")
                    .param("caseFile", caseFile.value()).param("id", e.awaiting()).param("institution", e.institution().value()).update();
            case CorrespondenceRecorded e -> Optional.ofNullable(Trace.first(e)).ifPresent(holder -> Entrusted.to(db, caseFile, e.correspondence(), holder));
            case CorrespondenceForwarded e -> Entrusted.to(db, caseFile, e.correspondence(), e.to());
            case CorrespondenceSettled e -> Entrusted.over(db, caseFile, e.correspondence());
            case CaseFileLinked _, NoteTaken _, StageEntered _, AnswerReceived _, CaseFileResolved _, CaseFileClosed _, CaseFileReopened _ -> { }
        }
    }

    @Override
    public void rectified(CaseFileId caseFile, List<CaseFileEvent> standing) {
        reserves.forget(caseFile);
        db.sql("delete from journal.awaited_answer where case_file = :id").param("id", caseFile.value()).update();
        Entrusted.forget(db, caseFile);
        for (var event : standing) {
            if (event instanceof CaseFileOpened e) {
                write(caseFile, e, "update journal.case_file set body = :body, coordinator = :coordinator where id = :id");
            } else if (event instanceof CaseFileReserveLapsed e) {
                reserves.lapsed(caseFile, e.until());
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
