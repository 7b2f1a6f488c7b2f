package constancia.app.lookups;

import constancia.command.persons.Persons;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons as commands must know them. Whoever erases one waits for the commands that are naming it. */
@Component
final class PersonLookup implements Persons {

    private final JdbcClient db;

    PersonLookup(JdbcClient commandDb) {
        this.db = commandDb;
    }

    @Override
    public boolean has(UUID person) {
        return db.sql("select 1 from journal.person where id = :id and erased_on is null for share").param("id", person).query(Integer.class).optional().isPresent();
    }
}
