package constancia.web.persons;

import constancia.command.Matching;
import constancia.command.Text;
import constancia.kernel.institutions.InstitutionId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the directory of persons is kept. What is erased is gone; that it was erased stays. */
public interface PersonDesk {

    String EMAIL = "[^@\\s]{1,64}@[^@\\s]{1,189}";

    /** What the directory holds of a person. */
    record Entry(@Nullable UUID id, @Text(300) String name, @Text(300) @Nullable String office, @Nullable InstitutionId institution,
                 @Matching(value = EMAIL, example = "nombre@institucion.gob.sv") @Nullable String email, @Text(50) @Nullable String phone) {}

    /** Which fields are to be other than they are. */
    record Change(@Text(300) @Nullable String name, @Text(300) @Nullable String office, @Nullable InstitutionId institution,
                  @Matching(value = EMAIL, example = "nombre@institucion.gob.sv") @Nullable String email, @Text(50) @Nullable String phone) {}

    /** Why a person is erased. */
    record Erasure(@Text(2000) String grounds) {}

    /**
     * @throws constancia.kernel.Refused {@code already-exists}
     * @throws constancia.kernel.Invalid {@code unknown-institution}
     */
    UUID enter(String account, Entry entry);

    /**
     * The entry as it is from now on; what it was before is not kept.
     *
     * @throws constancia.kernel.Refused                {@code person-erased}
     * @throws constancia.query.history.UnknownItem there is no such person
     */
    void change(UUID person, Entry entry);

    /**
     * @throws constancia.kernel.Invalid                {@code grounds-name-person}
     * @throws constancia.kernel.Refused                {@code person-erased}
     * @throws constancia.query.history.UnknownItem there is no such person
     */
    void erase(String account, UUID person, String grounds);
}
