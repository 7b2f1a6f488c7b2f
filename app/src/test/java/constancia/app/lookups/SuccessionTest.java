package constancia.app.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.EarlierTables;
import constancia.command.institutions.Institutions.Succession;
import constancia.kernel.actions.ActionId;
import constancia.kernel.institutions.InstitutionId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was on record before the register kept where to look for commitments and successors. */
class SuccessionTest {

    static final InstitutionId FORMER = new InstitutionId(new UUID(0, 1));
    static final InstitutionId HEIR = new InstitutionId(new UUID(0, 2));
    static final InstitutionId OTHER = new InstitutionId(new UUID(0, 3));
    static final ActionId PROPOSED = new ActionId(new UUID(0, 11));
    static final ActionId ASSIGNED = new ActionId(new UUID(0, 12));

    @Test
    void who_held_commitments_and_who_was_succeeded_is_taken_from_the_journal() throws SQLException {
        var database = EarlierTables.at("21");
        try (var connection = database.connectAsOwner(); var statement = connection.createStatement()) {
            statement.execute("insert into journal.institution (id, registered_on) values ('" + FORMER + "', '2010-01-01'), ('" + HEIR + "', '2010-01-01')");
            statement.execute(event("institution", FORMER, "InstitutionSucceeded", "{\"successors\":[\"" + HEIR + "\"],\"kind\":\"renamed\",\"effectiveOn\":\"2015-03-01\"}"));
            statement.execute(event("action", PROPOSED, "ActionProposed", "{\"title\":\"Acción\",\"responsible\":[{\"institution\":\"" + FORMER + "\"},{\"institution\":\"" + OTHER
                    + "\"}],\"effectiveOn\":\"2015-01-01\"}"));
            statement.execute(event("action", ASSIGNED, "ResponsibleAssigned", "{\"institution\":\"" + FORMER + "\",\"effectiveOn\":\"2015-01-01\"}"));
        }
        EarlierTables.bringUpToDate(database);
        var db = JdbcClient.create(new DriverManagerDataSource(database.url(), database.owner().user(), database.owner().password()));
        assertThat(new ActionLookup(db).heldBy(FORMER)).containsExactly(PROPOSED, ASSIGNED);
        assertThat(new ActionLookup(db).heldBy(OTHER)).containsExactly(PROPOSED);
        assertThat(new ActionLookup(db).heldBy(HEIR)).isEmpty();
        assertThat(new InstitutionLookup(db).succession(FORMER)).contains(new Succession(LocalDate.of(2015, 3, 1), List.of(HEIR)));
        assertThat(new InstitutionLookup(db).succession(HEIR)).isEmpty();
    }

    private static String event(String kind, Object id, String type, String payload) {
        return "insert into journal.event (event_id, aggregate_type, aggregate_id, sequence_number, type, payload, metadata, received_at) values (gen_random_uuid(), '" + kind
                + "', '" + id + "', 7, '" + type + "', convert_to('" + payload + "', 'UTF8'), '{}', now())";
    }
}
