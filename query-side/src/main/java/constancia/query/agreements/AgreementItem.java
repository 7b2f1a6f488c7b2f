package constancia.query.agreements;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.Adoption;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.AgreementStatus;
import constancia.kernel.agreements.ClauseKind;
import constancia.kernel.agreements.ResponseKind;
import constancia.kernel.agreements.ReviewStatus;
import constancia.kernel.agreements.Signer;
import constancia.kernel.reserve.ItemClass;
import constancia.query.history.Names.AgreementName;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.InstitutionName;
import constancia.query.history.Names.MeetingName;
import constancia.query.history.Reserve;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as answered.
 *
 * @param textInForce the text as amended by the addenda in force on the day asked for; so are the parties and the validity
 * @param text         as it was signed or issued; until then, the last version of its draft
 * @param agreedOn    the day of its first record
 * @param inForceSince null while a signature is missing; later than the day asked for when it is signed for later
 * @param clauses      as amended by the addenda in force on the day asked for
 * @param drafts       the versions of the draft, when it was revised
 * @param answersUntil the day by which the addressees are asked to answer
 * @param relations    what it is to others; the list of related agreements has those that named it as well
 * @param actions      those linked from here; its list of actions has those that named it as well
 */
record AgreementItem(String folio, AgreementStatus status, AgreementKind kind, String title, String text, String textInForce,
                     @Nullable Adoption adoption, LocalDate agreedOn, @Nullable MeetingName meeting, @Nullable UUID deliberation, @Nullable UUID item,
                     @Nullable BodyName body, List<PartyShown> parties, List<ReservationShown> reservations, @Nullable LocalDate validFrom, @Nullable LocalDate validUntil,
                     @Nullable LocalDate inForceSince, List<FormerValidity> formerValidities, List<Suspension> suspensions,
                     @Nullable LocalDate endedOn, List<ActionId> actions, @Nullable AgreementName supersededBy,
                     @JsonProperty("class") ItemClass classification, @Nullable Reserve reserve, List<AddendumShown> addenda,
                     List<Answer> addressees, List<ClauseShown> clauses, List<Draft> drafts, @Nullable LocalDate issuedOn, @Nullable ReviewStatus review,
                     List<ReviewShown> reviews, @Nullable Termination termination, List<RelationShown> relations, List<ConsultationShown> consultations,
                     @Nullable LocalDate answersUntil) {

    /** An institution of the register, or one that is not in it, by its name. */
    record AddresseeShown(@Nullable InstitutionName institution, @Nullable String name) {}

    /**
     * Whose answer is asked for: an addressee, or who was consulted, with what it answered, if it did.
     *
     * @param overdue it was due before the day asked for and had not come
     */
    record Answer(@Nullable InstitutionName institution, @Nullable String name, @Nullable ResponseKind response, @Nullable String text, @Nullable String document,
                  @Nullable LocalDate answeredOn, boolean overdue) {}

    /** The draft, put to others for their opinion. */
    record ConsultationShown(UUID id, String text, LocalDate askedOn, @Nullable LocalDate dueOn, List<Answer> answers) {}

    record ClauseShown(UUID id, ClauseKind kind, String text, List<DelegateShown> delegates) {}

    record DelegateShown(@Nullable InstitutionName institution, UUID person) {}

    /** A version of the draft, since the day on which it was recorded or revised. */
    record Draft(int version, String title, String text, List<AddresseeShown> addressees, LocalDate since) {}

    /** @param daysHeld until it was cleared or returned, or until the day asked for */
    record ReviewShown(@Nullable InstitutionName reviewer, LocalDate submittedOn, @Nullable ReviewStatus outcome, @Nullable LocalDate endedOn, int daysHeld,
                       @Nullable String remarks) {}

    /** @param institution the party that terminated it; null when all did together */
    record Termination(@Nullable InstitutionName institution, @Nullable LocalDate noticeOn, LocalDate on) {}

    record RelationShown(String kind, @Nullable AgreementName agreement, LocalDate on) {}

    /** {@code document} holds the signature, {@code ratification} the ratification; {@code signedAs} and {@code ratifiedAs} say as what that person did. */
    record PartyShown(@Nullable InstitutionName institution, boolean mustSign, boolean mustRatify, @Nullable LocalDate signedOn, @Nullable UUID signedBy,
                      @Nullable String document, @Nullable LocalDate ratifiedOn, @Nullable UUID ratifiedBy, @Nullable String ratification, @Nullable Signer signedAs,
                      @Nullable Signer ratifiedAs) {}

    record ReservationShown(@Nullable InstitutionName institution, String text, LocalDate on) {}

    /** It was valid until then, before it was renewed or amended. */
    record FormerValidity(LocalDate validUntil, LocalDate renewedOn) {}

    record Suspension(LocalDate from, @Nullable LocalDate until) {}

    /** @param inForceSince the day of its last required signature */
    record AddendumShown(UUID id, int number, String title, @Nullable String text, Effects effects, List<AddendumSignature> signatures,
                         AgreementStatus status, @Nullable LocalDate inForceSince, int version, @Nullable ReviewStatus review, List<ReviewShown> reviews) {}

    record Effects(@Nullable String newText, @Nullable LocalDate validUntil, List<PartyAdded> addParties, List<@Nullable InstitutionName> removeParties,
                   List<ClauseShown> clauses, List<UUID> removeClauses) {}

    record PartyAdded(@Nullable InstitutionName institution, boolean mustSign) {}

    record AddendumSignature(@Nullable InstitutionName institution, boolean required, @Nullable LocalDate signedOn, @Nullable UUID signedBy,
                             @Nullable String document, @Nullable Signer signedAs) {}
}
