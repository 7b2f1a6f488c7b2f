package constancia.app.persons;

import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.history.UnknownItem;
import constancia.query.tables.SearchText;
import constancia.web.persons.PersonDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory of persons, in one table. */
@Component
class PersonDirectory implements PersonDesk {

    private record Known(@Nullable String name, @Nullable LocalDate erasedOn) {}

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Supplier<UUID> newId;
    private final Clock clock;

    PersonDirectory(@Qualifier("workDb") JdbcClient workDb, @Qualifier("workTransaction") TransactionTemplate workTransaction, Supplier<UUID> newId, Clock clock) {
        this.db = workDb;
        this.transaction = workTransaction;
        this.newId = newId;
        this.clock = clock;
    }

    @Override
    public UUID enter(String account, Entry entry) {
        mustExist(entry.institution());
        var id = entry.id() != null ? entry.id() : newId.get();
        var made = fields(db.sql("""
                insert into journal.person (id, name, office, institution, email, phone, sought, created_by)
                values (:id, :name, :office, :institution, :email, :phone, :sought, :account) on conflict do nothing"""), id, entry)
                .param("account", account).update();
        if (made == 0) {
            throw new Refused("already-exists");
        }
        return id;
    }

    @Override
    public void change(UUID person, Entry entry) {
        mustExist(entry.institution());
        transaction.executeWithoutResult(status -> {
            held(person);
            fields(db.sql("""
                    update journal.person set name = :name, office = :office, institution = :institution, email = :email, phone = :phone, sought = :sought
                    where id = :id"""), person, entry).update();
        });
    }

    @Override
    public void erase(String account, UUID person, String grounds) {
        transaction.executeWithoutResult(status -> {
            var name = held(person);
            if (SearchText.of(grounds).contains(SearchText.of(name))) {
                throw new Invalid("grounds", "grounds-name-person");
            }
            db.sql("""
                    update journal.person set name = null, office = null, institution = null, email = null, phone = null, sought = null,
                        erased_on = :today, erased_by = :account, erased_for = :grounds
                    where id = :id""")
                    .param("id", person).param("today", LocalDate.now(clock)).param("account", account).param("grounds", grounds).update();
        });
    }

    /** The name; the row stays as it is until the transaction ends, and commands that name the person wait. */
    private String held(UUID person) {
        var known = db.sql("select name, erased_on from journal.person where id = :id for update").param("id", person).query(Known.class).optional().orElseThrow(UnknownItem::new);
        if (known.name() == null) {
            throw new Refused("person-erased", String.valueOf(known.erasedOn()));
        }
        return known.name();
    }

    private void mustExist(@Nullable InstitutionId institution) {
        if (institution != null && db.sql("select 1 from journal.institution where id = :id").param("id", institution.value()).query(Integer.class).optional().isEmpty()) {
            throw new Invalid("institution", "unknown-institution", institution);
        }
    }

    private static JdbcClient.StatementSpec fields(JdbcClient.StatementSpec statement, UUID id, Entry entry) {
        return statement.param("id", id).param("name", entry.name()).param("office", entry.office())
                .param("institution", entry.institution() == null ? null : entry.institution().value()).param("email", entry.email()).param("phone", entry.phone())
                .param("sought", SearchText.of(entry.name(), entry.office()));
    }
}
