package constancia.kernel.casefiles;

import constancia.kernel.Event;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.reserve.Classified;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.reserve.ReservedField;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be on record of a case file. */
public sealed interface CaseFileEvent extends Event {

    /** {@code parties}: the institutions that the matter concerns; the first ones on record name none. */
    record CaseFileOpened(String title, @Nullable String detail, @Nullable BodyId body, @Nullable InstitutionId coordinator,
                          @Nullable String kind, @Nullable List<InstitutionId> parties, LocalDate effectiveOn) implements CaseFileEvent {}

    record CoordinatorAssigned(InstitutionId institution, LocalDate effectiveOn) implements CaseFileEvent {}

    record CaseFileLinked(@Nullable AgreementId agreement, @Nullable ActionId action, @Nullable MeetingId meeting, @Nullable String document,
                          @Nullable CaseFileId caseFile, @Nullable String reason, LocalDate effectiveOn) implements CaseFileEvent {}

    /** Of an aide-memoire, {@code with} are the institutions of the contact and {@code heldOn} its day. */
    record NoteTaken(NoteKind kind, String text, List<InstitutionId> with, @Nullable LocalDate heldOn, LocalDate effectiveOn) implements CaseFileEvent {}

    /**
     * A letter that came in from an institution, or went out to it, on that day.
     *
     * @param reference the number that it bears
     * @param document  by the SHA-256 of its content
     * @param heldBy    who has it since then
     * @param dueOn     by when it is to be answered or dispatched
     */
    record CorrespondenceRecorded(UUID correspondence, LetterDirection direction, InstitutionId institution, @Nullable String reference, String subject,
                                  @Nullable String document, @Nullable InstitutionId heldBy, @Nullable LocalDate dueOn,
                                  LocalDate effectiveOn) implements CaseFileEvent {}

    record CorrespondenceForwarded(UUID correspondence, InstitutionId to, @Nullable String text, LocalDate effectiveOn) implements CaseFileEvent {}

    /** Nobody has it any more: answered, dispatched or filed, as {@code text} says. */
    record CorrespondenceSettled(UUID correspondence, @Nullable String text, LocalDate effectiveOn) implements CaseFileEvent {}

    record AnswerAwaited(UUID awaiting, InstitutionId institution, String text, @Nullable LocalDate dueOn, LocalDate effectiveOn) implements CaseFileEvent {}

    record AnswerReceived(UUID awaiting, @Nullable String text, @Nullable String document, LocalDate effectiveOn) implements CaseFileEvent {}

    /** The stage before it is over. {@code institution}: whose turn it is; {@code dueOn}: by when the stage is to be over. */
    record StageEntered(String stage, @Nullable InstitutionId institution, @Nullable LocalDate dueOn, LocalDate effectiveOn) implements CaseFileEvent {}

    record CaseFileResolved(String resolution, @Nullable AgreementId agreement, LocalDate effectiveOn) implements CaseFileEvent {}

    record CaseFileClassified(ItemClass classification, @Nullable LocalDate until, @Nullable String legalBasis, @Nullable String authority,
                              @Nullable String resolution, @Nullable ReservedField field,
                              LocalDate effectiveOn) implements CaseFileEvent, Classified {}

    /** The calendar saw that {@code until}, the last day of a reserve of it or of its fields, was over. Changes nothing by itself. */
    record CaseFileReserveLapsed(LocalDate until, LocalDate effectiveOn) implements CaseFileEvent {}

    record CaseFileClosed(LocalDate effectiveOn) implements CaseFileEvent {}

    record CaseFileReopened(LocalDate effectiveOn) implements CaseFileEvent {}
}
