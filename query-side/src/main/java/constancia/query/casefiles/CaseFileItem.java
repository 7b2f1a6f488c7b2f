package constancia.query.casefiles;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.casefiles.CaseFileStatus;
import constancia.kernel.casefiles.LetterDirection;
import constancia.kernel.casefiles.NoteKind;
import constancia.kernel.reserve.ItemClass;
import constancia.query.history.Names.ActionName;
import constancia.query.history.Names.AgreementName;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.CaseFileName;
import constancia.query.history.Names.InstitutionName;
import constancia.query.history.Names.MeetingName;
import constancia.query.history.Reserve;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case file as answered.
 *
 * @param resolution the one that stands; reopening takes it away
 * @param stage      the last of {@code stages}, unless the file is closed
 */
record CaseFileItem(CaseFileStatus status, String title, @Nullable String detail, @Nullable BodyName body, @Nullable InstitutionName coordinator,
                    List<Former> formerCoordinators, List<Linked> links, List<Noted> notes, List<Awaited> awaiting, @Nullable Resolution resolution,
                    LocalDate openedOn, @Nullable LocalDate closedOn, List<Corresponded> correspondence, @Nullable String kind, List<InstitutionName> parties,
                    @Nullable String stage, List<StageShown> stages, @JsonProperty("class") ItemClass classification, @Nullable Reserve reserve) {

    /** @param until the day on which another took over */
    record Former(@Nullable InstitutionName institution, LocalDate until) {}

    /** One of the five is given. */
    record Linked(@Nullable AgreementName agreement, @Nullable ActionName action, @Nullable MeetingName meeting, @Nullable String document,
                  @Nullable CaseFileName caseFile, @Nullable String reason, LocalDate on) {

        /** Not when it is linked to what may not be named. */
        boolean known() {
            return agreement != null || action != null || meeting != null || document != null || caseFile != null;
        }
    }

    record Noted(NoteKind kind, String text, List<InstitutionName> with, @Nullable LocalDate heldOn, LocalDate on) {}

    /** @param overdue it was due before the day asked for and had not come */
    record Awaited(UUID id, @Nullable InstitutionName institution, String text, LocalDate askedOn, @Nullable LocalDate dueOn, boolean overdue,
                   @Nullable LocalDate answeredOn, @Nullable String answer, @Nullable String document) {}

    /**
     * A letter in or out.
     *
     * @param on       the day on which it was received or sent
     * @param overdue  it was to be answered or dispatched before the day asked for, and was not
     * @param heldBy   who has it; null like the day since when, and the days, when nobody has, or no more
     * @param daysHeld until the day asked for
     */
    record Corresponded(UUID id, LetterDirection direction, @Nullable InstitutionName institution, @Nullable String reference, String subject, LocalDate on,
                        @Nullable String document, @Nullable LocalDate dueOn, boolean overdue, @Nullable InstitutionName heldBy, @Nullable LocalDate heldSince,
                        @Nullable Integer daysHeld, List<Stay> route, @Nullable LocalDate settledOn, @Nullable String settlement) {}

    /** @param days until it went on, was settled, or until the day asked for */
    record Stay(@Nullable InstitutionName institution, LocalDate since, @Nullable LocalDate until, int days, @Nullable String text) {}

    /**
     * @param institution whose turn it was
     * @param until       the day on which the next one began, or the file was closed
     * @param days        until then, or until the day asked for
     * @param overdue     it was to be over before the day asked for, and the matter is neither in another stage nor resolved
     */
    record StageShown(String stage, @Nullable InstitutionName institution, LocalDate since, @Nullable LocalDate until, int days, @Nullable LocalDate dueOn,
                      boolean overdue) {}

    record Resolution(String text, @Nullable AgreementName agreement, LocalDate on) {}
}
