package constancia.command.agreements;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.command.AtMost;
import constancia.command.CallersByDefault;
import constancia.command.Command;
import constancia.command.Creates;
import constancia.command.Internal;
import constancia.command.MadeIfMissing;
import constancia.command.Matching;
import constancia.command.NeedsGrounds;
import constancia.command.TakesFolio;
import constancia.command.Text;
import constancia.command.reserve.Classify;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.Adoption;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.ClauseKind;
import constancia.kernel.agreements.RelationKind;
import constancia.kernel.agreements.ResponseKind;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.reserve.ReservedField;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of an agreement. */
public sealed interface AgreementCommand extends Command {

    String SHA256 = "[0-9a-f]{64}";
    String SHA256_EXAMPLE = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Override
    AgreementId id();

    /**
     * @param item       the item of the meeting's agenda under which it was agreed
     * @param draft      true of a pronouncement that is to be issued later; an instrument is a draft until its first signature
     * @param addressees to whom a pronouncement is addressed
     */
    @Creates
    record RecordAgreement(AgreementId id, AgreementKind kind, @Text(500) String title, @Text(20000) String text, @Nullable MeetingId meeting,
                           @Nullable UUID deliberation, @Nullable UUID item, @Nullable BodyId body, @Nullable Adoption adoption,
                           @Nullable List<Signatory> parties, @Nullable LocalDate validFrom, @Nullable LocalDate validUntil,
                           @Nullable Boolean draft, @Nullable List<NewAddressee> addressees, @Nullable List<NewClause> clauses,
                           LocalDate effectiveOn) implements AgreementCommand, TakesFolio {

        @Override
        public Object folioKey() {
            return body != null ? body : meeting != null ? meeting : "INS";
        }
    }

    /** @param mustRatify what it signs must be ratified as well before the agreement is in force; not unless stated */
    record Signatory(InstitutionId institution, boolean mustSign, @Nullable Boolean mustRatify) {}

    /** An institution of the register, or the name of one that is not in it. */
    record NewAddressee(@Nullable InstitutionId institution, @Text(300) @Nullable String name) {}

    record NewClause(@MadeIfMissing UUID clause, ClauseKind kind, @Text(4000) String text, @Nullable List<NewDelegate> delegates) {}

    record NewDelegate(InstitutionId institution, UUID person) {}

    /** What is not stated stays as it was; a list that is stated takes the place of the former one. */
    record ReviseDraft(AgreementId id, @Text(500) @Nullable String title, @Text(20000) @Nullable String text, @Nullable List<NewAddressee> addressees,
                       @Nullable List<NewClause> clauses, LocalDate effectiveOn) implements AgreementCommand {}

    /** Of its own draft, or of that of an {@code addendum}; so are the outcomes. */
    record SubmitForLegalReview(AgreementId id, @Nullable UUID addendum, InstitutionId reviewer, LocalDate effectiveOn) implements AgreementCommand {}

    record ClearLegalReview(AgreementId id, @Nullable UUID addendum, @Text(4000) @Nullable String text, LocalDate effectiveOn) implements AgreementCommand {}

    @NeedsGrounds
    record ReturnForChanges(AgreementId id, @Nullable UUID addendum, LocalDate effectiveOn) implements AgreementCommand {}

    /** {@code answersUntil}: the day by which the addressees are asked to answer. */
    record IssuePronouncement(AgreementId id, @Nullable LocalDate answersUntil, LocalDate effectiveOn) implements AgreementCommand {}

    /** Puts the draft to these for their opinion. {@code text}: what they are asked; {@code dueOn}: by when. */
    record ConsultInstitutions(AgreementId id, @MadeIfMissing UUID consultation, @AtMost(500) List<InstitutionId> institutions, @Text(4000) String text,
                               @Nullable LocalDate dueOn, LocalDate effectiveOn) implements AgreementCommand {}

    /** Of an institution that was consulted; or, without a {@code consultation}, of an addressee of the pronouncement, which may be one by {@code name}. */
    record RecordResponse(AgreementId id, @Nullable UUID consultation, @CallersByDefault @Nullable InstitutionId institution, @Text(300) @Nullable String name,
                          ResponseKind response, @Text(8000) @Nullable String text,
                          @Matching(value = SHA256, example = SHA256_EXAMPLE) @Nullable String document, LocalDate effectiveOn) implements AgreementCommand {}

    record SignAgreement(AgreementId id, @CallersByDefault InstitutionId institution, @Nullable UUID person,
                         @Matching(value = SHA256, example = SHA256_EXAMPLE) @Nullable String document, @Nullable SignsAs signer,
                         LocalDate effectiveOn) implements AgreementCommand {}

    record RatifyAgreement(AgreementId id, @CallersByDefault InstitutionId institution, @Nullable UUID person,
                           @Matching(value = SHA256, example = SHA256_EXAMPLE) @Nullable String document, @Nullable SignsAs signer,
                           LocalDate effectiveOn) implements AgreementCommand {}

    /**
     * As what {@code person} signs or ratifies.
     *
     * @param office      what that person is in the institution
     * @param delegatedBy the person who delegated the signature, where the capacity is that of a delegate
     * @param since       since when the office is held, or the delegation
     */
    record SignsAs(@Nullable Capacity capacity, @Text(300) @Nullable String office, @Nullable UUID delegatedBy, @Nullable LocalDate since) {}

    record RecordReservation(AgreementId id, @CallersByDefault InstitutionId institution, @Text(4000) String text, LocalDate effectiveOn) implements AgreementCommand {}

    @NeedsGrounds
    record ClassifyAgreement(AgreementId id, @JsonProperty("class") ItemClass classification, @Nullable LocalDate until,
                             @Text(500) @Nullable String legalBasis, @Text(300) @Nullable String authority, @Text(200) @Nullable String resolution,
                             @Nullable ReservedField field, LocalDate effectiveOn) implements AgreementCommand, Classify {}

    record LinkAction(AgreementId id, ActionId action, LocalDate effectiveOn) implements AgreementCommand {}

    @NeedsGrounds
    record SuspendAgreement(AgreementId id, LocalDate effectiveOn) implements AgreementCommand {}

    record ResumeAgreement(AgreementId id, LocalDate effectiveOn) implements AgreementCommand {}

    /**
     * @param institution the party that terminates it; all of them together unless stated
     * @param noticeOn    the day on which that party gave notice
     */
    @NeedsGrounds
    record TerminateAgreement(AgreementId id, @Nullable InstitutionId institution, @Nullable LocalDate noticeOn, LocalDate effectiveOn) implements AgreementCommand {}

    record SupersedeAgreement(AgreementId id, AgreementId by, LocalDate effectiveOn) implements AgreementCommand {}

    /** It ends; what was agreed goes on in {@code into}, where others may be merged as well. */
    record MergeAgreement(AgreementId id, AgreementId into, LocalDate effectiveOn) implements AgreementCommand {}

    /** It ends; what was agreed goes on in several. */
    record SplitAgreement(AgreementId id, List<AgreementId> into, LocalDate effectiveOn) implements AgreementCommand {}

    /** @param kind what this agreement is to the other one */
    record RelateAgreement(AgreementId id, AgreementId agreement, RelationKind kind, LocalDate effectiveOn) implements AgreementCommand {}

    record DeclareFulfilled(AgreementId id, LocalDate effectiveOn) implements AgreementCommand {}

    record RenewAgreement(AgreementId id, LocalDate validUntil, LocalDate effectiveOn) implements AgreementCommand {}

    /**
     * @param text        what the addendum says
     * @param newText     the whole text of the instrument as amended, if it amends it
     * @param signatories whose signatures it takes; those of the parties that must sign unless stated, and of those that join and must sign
     * @param clauses     new ones, and those that take the place of the one with the same id
     */
    record AddAddendum(AgreementId id, @MadeIfMissing UUID addendum, @Text(500) String title, @Text(20000) @Nullable String text,
                       @Text(20000) @Nullable String newText, @Nullable LocalDate validUntil, @Nullable List<Joining> addParties,
                       @Nullable List<InstitutionId> removeParties, @Nullable List<InstitutionId> signatories,
                       @Nullable List<NewClause> clauses, @Nullable List<UUID> removeClauses, LocalDate effectiveOn) implements AgreementCommand {}

    /** Before anybody signed it. What is not stated stays as it was; a list that is stated takes the place of the former one. */
    record ReviseAddendum(AgreementId id, UUID addendum, @Text(500) @Nullable String title, @Text(20000) @Nullable String text,
                          @Text(20000) @Nullable String newText, @Nullable LocalDate validUntil, @Nullable List<NewClause> clauses,
                          @Nullable List<UUID> removeClauses, LocalDate effectiveOn) implements AgreementCommand {}

    record Joining(InstitutionId institution, boolean mustSign) {}

    record SignAddendum(AgreementId id, UUID addendum, @CallersByDefault InstitutionId institution, @Nullable UUID person,
                        @Matching(value = SHA256, example = SHA256_EXAMPLE) @Nullable String document, @Nullable SignsAs signer,
                        LocalDate effectiveOn) implements AgreementCommand {}

    /** Puts on record, once, that its last day was over before {@code effectiveOn}; nothing otherwise. */
    @Internal
    record ExpireAgreement(AgreementId id, LocalDate effectiveOn) implements AgreementCommand {}

    /** Puts on record, once, that the last day of a reserve of it was over before {@code effectiveOn}; nothing otherwise. */
    @Internal
    record LapseReserve(AgreementId id, LocalDate effectiveOn) implements AgreementCommand {}
}
