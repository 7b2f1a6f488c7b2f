package constancia.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import constancia.app.HttpRegister;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reads what is reserved is on record before the answer is given, and what is on record stays. */
class ReservedReadsHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final JdbcClient DB = REGISTER.bean("workDb", JdbcClient.class);

    @Test
    void each_way_of_reading_a_reserved_agreement_is_on_record_and_none_of_a_public_one() {
        var id = REGISTER.post("/api/agreements", "{'kind':'letter-of-commitment','title':'Carta','text':'Se acompañará el proceso.','effectiveOn':'2015-02-03'}").is(201).id();
        var path = "/api/agreements/" + id;
        REGISTER.get(path).is(200);
        REGISTER.get(path + "/history").is(200);
        assertThat(told(id)).isEmpty();

        REGISTER.post(path + "/classify-agreement", "{'class':'reserved','until':'2999-12-31','legalBasis':'Art. 19, LAIP','effectiveOn':'2015-02-03','grounds':'En curso.'}").is(200);
        REGISTER.get(path).is(200);
        REGISTER.get(path + "/history").is(200);
        REGISTER.get(path + "/history/1").is(200);
        REGISTER.get(path + "?on=2015-02-03").is(200);
        assertThat(told(id)).containsExactly("admin api item", "admin api history", "admin api record", "admin api item");

        REGISTER.post(path + "/classify-agreement", "{'class':'public','grounds':'Concluyó.'}").is(200);
        REGISTER.get(path).is(200);
        assertThat(told(id)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update journal.access set account = 'otra'", "delete from journal.access", "truncate journal.access"})
    void neither_the_application_nor_the_owner_changes_it(String statement) throws SQLException {
        for (var connection : List.of(REGISTER.database().connectAsApp(), REGISTER.database().connectAsOwner())) {
            try (connection) {
                assertThatThrownBy(() -> connection.createStatement().execute(statement)).isInstanceOf(SQLException.class)
                        .extracting(e -> ((SQLException) e).getSQLState()).isEqualTo("42501");
            }
        }
    }

    private static List<String> told(String item) {
        return DB.sql("select account || ' ' || through || ' ' || question from journal.access where item = :item order by n").param("item", item).query(String.class).list();
    }
}
