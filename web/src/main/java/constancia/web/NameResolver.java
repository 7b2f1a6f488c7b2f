package constancia.web;

import java.util.List;
import java.util.UUID;

/** Finds the items that people mean by an acronym, an alias or a code, ignoring case, accents and dots. */
public interface NameResolver {

    record Found(UUID id, String name) {}

    List<Found> institutions(String acronymOrAlias);

    List<Found> bodies(String acronym);

    List<Found> plans(String code);

    /** The codes of the territory and of all that lie within it; none when the catalogue does not have it. */
    List<String> territories(String code);
}
