package constancia.query.institutions;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.bodies.TermStatus;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionKind;
import constancia.kernel.institutions.SuccessionKind;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.InstitutionName;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An institution as answered: {@code status} is {@code active} or {@code ended}. */
record InstitutionItem(String status, String name, @Nullable String acronym, @Nullable InstitutionKind kind, @Nullable String country,
                       List<String> aliases, @Nullable BodyName body, @Nullable LocalDate registeredOn, @Nullable LocalDate endedOn,
                       @Nullable SuccessionKind succession, List<@Nullable InstitutionName> successors,
                       List<Mandate> mandates, @JsonProperty("class") String classification) {

    /** @param until the last day by its appointment; {@code endedOn} the last day, if it was ended by a record of its own */
    record Mandate(UUID id, UUID person, Capacity capacity, @Nullable String office, TermStatus status, LocalDate from, @Nullable LocalDate until,
                   @Nullable LocalDate endedOn) {}
}
