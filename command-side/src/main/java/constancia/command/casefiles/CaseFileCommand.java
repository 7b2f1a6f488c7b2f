package constancia.command.casefiles;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.command.AtMost;
import constancia.command.Command;
import constancia.command.Creates;
import constancia.command.Happened;
import constancia.command.Internal;
import constancia.command.MadeIfMissing;
import constancia.command.Matching;
import constancia.command.NeedsGrounds;
import constancia.command.Text;
import constancia.command.reserve.Classify;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.casefiles.LetterDirection;
import constancia.kernel.casefiles.NoteKind;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.reserve.ReservedField;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a case file. */
public sealed interface CaseFileCommand extends Command {

    String SHA256 = "[0-9a-f]{64}";
    String SHA256_EXAMPLE = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Override
    CaseFileId id();

    /** {@code kind}: what kind of matter, in the words of those who follow it; {@code parties}: the institutions that it concerns. */
    @Creates
    record OpenCaseFile(CaseFileId id, @Text(500) String title, @Text(8000) @Nullable String detail, @Nullable BodyId body,
                        @Nullable InstitutionId coordinator, @Text(100) @Nullable String kind, @AtMost(100) @Nullable List<InstitutionId> parties,
                        LocalDate effectiveOn) implements CaseFileCommand {}

    record AssignCoordinator(CaseFileId id, InstitutionId institution, LocalDate effectiveOn) implements CaseFileCommand {}

    /** Exactly one of the five. */
    record LinkToCaseFile(CaseFileId id, @Nullable AgreementId agreement, @Nullable ActionId action, @Nullable MeetingId meeting,
                          @Matching(value = SHA256, example = SHA256_EXAMPLE) @Nullable String document, @Nullable CaseFileId caseFile,
                          @Text(2000) @Nullable String reason, LocalDate effectiveOn) implements CaseFileCommand {}

    /** An aide-memoire says with which institutions the contact was and on which day; a note says neither. */
    record NoteInCaseFile(CaseFileId id, NoteKind kind, @Text(8000) String text, @AtMost(50) @Nullable List<InstitutionId> with,
                          @Happened @Nullable LocalDate heldOn, LocalDate effectiveOn) implements CaseFileCommand {}

    /** {@code effectiveOn} is the day on which it was received from that institution, or sent to it. */
    record RecordCorrespondence(CaseFileId id, @MadeIfMissing UUID correspondence, LetterDirection direction, InstitutionId institution,
                                @Text(100) @Nullable String reference, @Text(500) String subject,
                                @Matching(value = SHA256, example = SHA256_EXAMPLE) @Nullable String document, @Nullable InstitutionId heldBy,
                                @Nullable LocalDate dueOn, LocalDate effectiveOn) implements CaseFileCommand {}

    record ForwardCorrespondence(CaseFileId id, UUID correspondence, InstitutionId to, @Text(4000) @Nullable String text,
                                 LocalDate effectiveOn) implements CaseFileCommand {}

    /** Answered, dispatched or filed: nobody has it any more. */
    record SettleCorrespondence(CaseFileId id, UUID correspondence, @Text(4000) @Nullable String text, LocalDate effectiveOn) implements CaseFileCommand {}

    record AwaitInstitution(CaseFileId id, @MadeIfMissing UUID awaiting, InstitutionId institution, @Text(4000) String text,
                            @Nullable LocalDate dueOn, LocalDate effectiveOn) implements CaseFileCommand {}

    record ReceiveAnswer(CaseFileId id, UUID awaiting, @Text(8000) @Nullable String text,
                         @Matching(value = SHA256, example = SHA256_EXAMPLE) @Nullable String document,
                         LocalDate effectiveOn) implements CaseFileCommand {}

    /** The matter goes on to another stage. {@code institution}: whose turn it is; {@code dueOn}: by when the stage is to be over. */
    record EnterStage(CaseFileId id, @Text(200) String stage, @Nullable InstitutionId institution, @Nullable LocalDate dueOn,
                      LocalDate effectiveOn) implements CaseFileCommand {}

    /** @param agreement the one by which it was resolved */
    record ResolveCaseFile(CaseFileId id, @Text(8000) String resolution, @Nullable AgreementId agreement, LocalDate effectiveOn) implements CaseFileCommand {}

    /** Needs grounds unless it is resolved. */
    record CloseCaseFile(CaseFileId id, LocalDate effectiveOn) implements CaseFileCommand {}

    @NeedsGrounds
    record ReopenCaseFile(CaseFileId id, LocalDate effectiveOn) implements CaseFileCommand {}

    @NeedsGrounds
    record ClassifyCaseFile(CaseFileId id, @JsonProperty("class") ItemClass classification, @Nullable LocalDate until, @Text(500) @Nullable String legalBasis,
                            @Text(300) @Nullable String authority, @Text(200) @Nullable String resolution, @Nullable ReservedField field,
                            LocalDate effectiveOn) implements CaseFileCommand, Classify {}

    /** Puts on record, once, that the last day of a reserve of it was over before {@code effectiveOn}; nothing otherwise. */
    @Internal
    record LapseCaseFileReserve(CaseFileId id, LocalDate effectiveOn) implements CaseFileCommand {}
}
