package constancia.query.casefiles;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.casefiles.CaseFileStatus;
import constancia.kernel.casefiles.NoteKind;
import constancia.query.history.Names.ActionName;
import constancia.query.history.Names.AgreementName;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.CaseFileName;
import constancia.query.history.Names.InstitutionName;
import constancia.query.history.Names.MeetingName;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case file as answered. {@code resolution} is the one that stands; reopening takes it away. */
record CaseFileItem(CaseFileStatus status, String title, @Nullable String detail, @Nullable BodyName body, @Nullable InstitutionName coordinator,
                    List<Former> formerCoordinators, List<Linked> links, List<Noted> notes, List<Awaited> awaiting, @Nullable Resolution resolution,
                    LocalDate openedOn, @Nullable LocalDate closedOn, @JsonProperty("class") String classification) {

    /** @param until the day on which another took over */
    record Former(@Nullable InstitutionName institution, LocalDate until) {}

    /** One of the five is given. */
    record Linked(@Nullable AgreementName agreement, @Nullable ActionName action, @Nullable MeetingName meeting, @Nullable String document,
                  @Nullable CaseFileName caseFile, @Nullable String reason, LocalDate on) {}

    record Noted(NoteKind kind, String text, List<InstitutionName> with, @Nullable LocalDate heldOn, LocalDate on) {}

    /** @param overdue it was due before the day asked for and had not come */
    record Awaited(UUID id, @Nullable InstitutionName institution, String text, LocalDate askedOn, @Nullable LocalDate dueOn, boolean overdue,
                   @Nullable LocalDate answeredOn, @Nullable String answer, @Nullable String document) {}

    record Resolution(String text, @Nullable AgreementName agreement, LocalDate on) {}
}
