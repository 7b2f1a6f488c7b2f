package constancia.query.meetings;

import constancia.query.history.Names.InstitutionName;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an agreement: how it stands and what is being done about it.
 *
 * @param text           what was agreed, as amended by then; null, like the title, where that field is withheld
 * @param reservations   who agreed with a reservation, and which
 * @param classification {@code public} or a word for what is not
 */
public record Agreed(UUID id, String folio, String status, @Nullable String title, @Nullable String text, @Nullable String adoption, LocalDate agreedOn,
                     String classification, List<Reservation> reservations, List<Followed> actions) {

    public record Reservation(@Nullable InstitutionName institution, @Nullable String text) {}

    /** An action that follows from it, with its status and conditions. */
    public record Followed(UUID id, @Nullable String number, String title, String status, List<String> conditions, @Nullable LocalDate dueOn,
                           @Nullable Integer percent, List<Responsible> responsible) {}

    public record Responsible(@Nullable InstitutionName institution, String role, String status) {}
}
