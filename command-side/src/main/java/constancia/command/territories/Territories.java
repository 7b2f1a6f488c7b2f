package constancia.command.territories;

import java.util.List;

/** The catalogue of territories: reference data, not records. Nothing leaves it, so what was once known stays known. */
public interface Territories {

    boolean exists(String code);

    /**
     * Adds what is new and says anew what is known, all of it or nothing.
     *
     * @param account who does it
     * @throws constancia.kernel.Invalid a code stands twice, or a parent is unknown or no wider than its part
     * @throws constancia.kernel.Refused {@code territory-has-parts} when a new kind would no longer hold what lies within
     */
    void put(List<Territory> territories, String account);
}
