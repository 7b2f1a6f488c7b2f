package constancia.web.imports;

import constancia.command.imports.Mapping;
import java.util.List;
import java.util.UUID;

/** Where a unit keeps what the columns of its sheets hold. Plain data: saved, listed, called otherwise, deleted. */
public interface MappingDesk {

    record Kept(UUID id, Mapping mapping) {}

    /** @throws constancia.kernel.Refused {@code mapping-name-taken} */
    Kept save(String account, Mapping mapping);

    /** By their names. */
    List<Kept> list();

    /** @throws constancia.query.history.UnknownItem there is no such mapping */
    Kept look(UUID id);

    /**
     * Under another name; an import that has begun keeps the copy that it was given.
     *
     * @throws constancia.kernel.Refused                {@code mapping-name-taken}
     * @throws constancia.query.history.UnknownItem there is no such mapping
     */
    Kept rename(UUID id, String name);

    /** @throws constancia.query.history.UnknownItem there is no such mapping */
    void delete(UUID id);
}
