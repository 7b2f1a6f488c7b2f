package constancia.query.institutions;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.institutions.InstitutionKind;
import constancia.kernel.institutions.SuccessionKind;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.InstitutionName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An institution as answered: {@code status} is {@code active} or {@code ended}. */
record InstitutionItem(String status, String name, @Nullable String acronym, @Nullable InstitutionKind kind, @Nullable String country,
                       List<String> aliases, @Nullable BodyName body, @Nullable LocalDate registeredOn, @Nullable LocalDate endedOn,
                       @Nullable SuccessionKind succession, List<@Nullable InstitutionName> successors,
                       List<InstitutionFacts.Representative> representatives, @JsonProperty("class") String classification) {}
