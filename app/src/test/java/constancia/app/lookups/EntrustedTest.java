package constancia.app.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.EarlierTables;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** With which institutions letters and drafts were before the register kept it. */
class EntrustedTest {

    static final UUID FILE = new UUID(0, 1);
    static final UUID AGREEMENT = new UUID(0, 2);
    static final UUID LETTER = new UUID(0, 11);
    static final UUID SETTLED = new UUID(0, 12);
    static final UUID SENT = new UUID(0, 13);
    static final UUID ADDENDUM = new UUID(0, 14);
    static final UUID ONE = new UUID(0, 21);
    static final UUID OTHER = new UUID(0, 22);
    static final UUID WRONG = new UUID(0, 23);

    @Test
    void who_has_a_letter_or_a_draft_is_taken_from_the_journal_as_it_was_rectified() throws SQLException {
        var database = EarlierTables.at("40.2");
        try (var connection = database.connectAsOwner(); var statement = connection.createStatement()) {
            for (var insert : List.of(
                    event("case-file", FILE, 1, "CorrespondenceRecorded", "{'correspondence':'" + LETTER + "','direction':'incoming','institution':'" + ONE + "','heldBy':'" + ONE + "','effectiveOn':'2014-01-01'}"),
                    event("case-file", FILE, 2, "CorrespondenceForwarded", "{'correspondence':'" + LETTER + "','to':'" + WRONG + "','effectiveOn':'2014-01-02'}"),
                    event("case-file", FILE, 3, "Rectified", "{'record':3,'replacement':{'CorrespondenceForwarded':{'correspondence':'" + LETTER + "','to':'" + OTHER + "','effectiveOn':'2014-01-02'}}}"),
                    event("case-file", FILE, 4, "CorrespondenceRecorded", "{'correspondence':'" + SETTLED + "','direction':'incoming','institution':'" + ONE + "','heldBy':'" + OTHER + "','effectiveOn':'2014-01-03'}"),
                    event("case-file", FILE, 5, "CorrespondenceSettled", "{'correspondence':'" + SETTLED + "','effectiveOn':'2014-01-03'}"),
                    event("case-file", FILE, 6, "CorrespondenceRecorded", "{'correspondence':'" + SENT + "','direction':'outgoing','institution':'" + ONE + "','effectiveOn':'2014-01-04'}"),
                    event("case-file", FILE, 7, "CorrespondenceForwarded", "{'correspondence':'" + SENT + "','to':'" + WRONG + "','effectiveOn':'2014-01-05'}"),
                    event("case-file", FILE, 8, "Rectified", "{'record':8}"),
                    event("agreement", AGREEMENT, 1, "LegalReviewSubmitted", "{'reviewer':'" + ONE + "','effectiveOn':'2014-01-01'}"),
                    event("agreement", AGREEMENT, 2, "LegalReviewCleared", "{'effectiveOn':'2014-01-02'}"),
                    event("agreement", AGREEMENT, 3, "LegalReviewSubmitted", "{'addendum':'" + ADDENDUM + "','reviewer':'" + OTHER + "','effectiveOn':'2014-01-03'}"))) {
                statement.execute(insert);
            }
        }
        EarlierTables.bringUpToDate(database);
        var db = JdbcClient.create(new DriverManagerDataSource(database.url(), database.owner().user(), database.owner().password()));
        assertThat(db.sql("select kind, part, institution, still from journal.entrusted order by part, institution")
                .query((row, line) -> row.getString(1) + " " + last(row.getString(2)) + " " + last(row.getString(3)) + " " + row.getBoolean(4)).list())
                .containsExactly("agreement 02 15 false", "case-file 0b 15 false", "case-file 0b 16 true", "case-file 0c 16 false", "case-file 0d 15 true", "agreement 0e 16 true");
        assertThat(db.sql("select count(*) from journal.has_part where kind = 'case-file' and item = :file and institution = :institution").param("file", FILE).param("institution", OTHER)
                .query(Integer.class).single()).isEqualTo(2);
    }

    private static String last(String id) {
        return id.substring(id.length() - 2);
    }

    private static String event(String kind, UUID id, int sequence, String type, String payload) {
        return "insert into journal.event (event_id, aggregate_type, aggregate_id, sequence_number, type, payload, metadata, received_at) values (gen_random_uuid(), '" + kind
                + "', '" + id + "', " + sequence + ", '" + type + "', convert_to('" + payload.replace('\'', '"') + "', 'UTF8'), '{}', now())";
    }
}
