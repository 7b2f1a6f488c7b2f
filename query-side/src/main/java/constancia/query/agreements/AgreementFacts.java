package constancia.query.agreements;

import constancia.kernel.Dated;
import constancia.kernel.Latest;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.Addendum;
import constancia.kernel.agreements.AgreementCourse;
import constancia.kernel.agreements.AgreementEvent.AddendumAdded;
import constancia.kernel.agreements.AgreementEvent.AgreementRecorded;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.agreements.Classification;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything on record of an agreement, with its dates. */
public record AgreementFacts(@Nullable AgreementRecorded agreed, @Nullable AgreementCourse course, Hands hands, List<Dated<Reservation>> reservations,
                             List<Dated<ActionId>> actions, Latest<Classification> classification, @Nullable AgreementId supersededBy,
                             List<Dated<AddendumAdded>> addenda) {

    /** Who put a party's signature or ratification, and on which document. */
    public record Hand(@Nullable UUID person, @Nullable String document) {}

    public record Hands(Map<InstitutionId, Hand> signed, Map<InstitutionId, Hand> ratified) {}

    public record Reservation(InstitutionId institution, String text) {}

    static final AgreementFacts NOTHING = new AgreementFacts(null, null, new Hands(Map.of(), Map.of()), List.of(), List.of(), Latest.unknown(), null,
            List.of());

    Classification classified() {
        var classified = classification.value();
        return classified == null ? Classification.OPEN : classified;
    }

    AddendumAdded added(Addendum addendum) {
        return addenda.stream().map(Dated::value).filter(added -> added.addendum().equals(addendum.id())).findFirst().orElseThrow();
    }

    /** The text as it reads at the end of that day: the agreement's, or that of the addendum that was the last to amend it. */
    String textInForce(LocalDate day) {
        return course.inForce(day).reversed().stream().map(entry -> added(entry.value()).newText()).filter(Objects::nonNull).findFirst().orElse(agreed.text());
    }
}
