package constancia.app.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.casefiles.CaseFileId;
import constancia.postgres.TestPostgres;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CaseFileLookupTest {

    static final CaseFileId ID = new CaseFileId(new UUID(0, 1));
    static final LocalDate DAY = LocalDate.of(2011, 2, 1);

    @Test
    void a_case_file_is_known_once_it_is_opened() {
        var database = TestPostgres.newDatabase();
        Flyway.configure().dataSource(database.url(), database.owner().user(), database.owner().password()).locations("classpath:db/journal")
                .schemas("journal").placeholders(Map.of("app", database.app().user())).load().migrate();
        var db = JdbcClient.create(new DriverManagerDataSource(database.url(), database.app().user(), database.app().password()));
        var caseFiles = new CaseFileLookup(db, new ReserveLookup(db));
        assertThat(caseFiles.exists(ID)).isFalse();
        caseFiles.recorded(ID, new CaseFileOpened("Expediente", null, null, null, null, null, DAY));
        caseFiles.recorded(ID, new CaseFileClosed(DAY));
        assertThat(caseFiles.exists(ID)).isTrue();
    }
}
