package constancia.query.agreements;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.Adoption;
import constancia.kernel.agreements.AgreementClass;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.AgreementStatus;
import constancia.query.history.Names.AgreementName;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.InstitutionName;
import constancia.query.history.Names.MeetingName;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as answered.
 *
 * @param textInForce the text as amended by the addenda in force on the day asked for; so are the parties and the validity
 * @param agreedOn    the day of its first record
 * @param inForceSince null while a signature is missing; later than the day asked for when it is signed for later
 * @param actions      those linked from here; its list of actions has those that named it as well
 */
record AgreementItem(String folio, AgreementStatus status, AgreementKind kind, String title, String text, String textInForce,
                     @Nullable Adoption adoption, LocalDate agreedOn, @Nullable MeetingName meeting, @Nullable UUID deliberation, @Nullable UUID item,
                     @Nullable BodyName body, List<PartyShown> parties, List<ReservationShown> reservations, @Nullable LocalDate validFrom, @Nullable LocalDate validUntil,
                     @Nullable LocalDate inForceSince, List<FormerValidity> formerValidities, List<Suspension> suspensions,
                     @Nullable LocalDate endedOn, List<ActionId> actions, @Nullable AgreementName supersededBy,
                     @JsonProperty("class") AgreementClass classification, @Nullable Reserve reserve, List<AddendumShown> addenda) {

    /** {@code document} holds the signature, {@code ratification} the ratification. */
    record PartyShown(@Nullable InstitutionName institution, boolean mustSign, boolean mustRatify, @Nullable LocalDate signedOn, @Nullable UUID signedBy,
                      @Nullable String document, @Nullable LocalDate ratifiedOn, @Nullable UUID ratifiedBy, @Nullable String ratification) {}

    record ReservationShown(@Nullable InstitutionName institution, String text, LocalDate on) {}

    /** It was valid until then, before it was renewed or amended. */
    record FormerValidity(LocalDate validUntil, LocalDate renewedOn) {}

    record Suspension(LocalDate from, @Nullable LocalDate until) {}

    /** Null on what is public. */
    record Reserve(@Nullable LocalDate until, @Nullable String legalBasis) {}

    /** @param inForceSince the day of its last required signature */
    record AddendumShown(UUID id, int number, String title, @Nullable String text, Effects effects, List<AddendumSignature> signatures,
                         AgreementStatus status, @Nullable LocalDate inForceSince) {}

    record Effects(@Nullable String newText, @Nullable LocalDate validUntil, List<PartyAdded> addParties, List<@Nullable InstitutionName> removeParties) {}

    record PartyAdded(@Nullable InstitutionName institution, boolean mustSign) {}

    record AddendumSignature(@Nullable InstitutionName institution, boolean required, @Nullable LocalDate signedOn, @Nullable UUID signedBy,
                             @Nullable String document) {}
}
