package constancia.query.plans;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.plans.Assumption;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.PlanKind;
import constancia.kernel.plans.PlanStatus;
import constancia.query.history.Names.AgreementName;
import constancia.query.history.Names.BodyName;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan as answered. Its outline is in the order of the document: each node before those under it. {@code until} is the
 * last day of the calendar or of the latest extension, null as long as a period has no dates and nothing was extended.
 */
record PlanItem(PlanStatus status, String code, String title, PlanKind kind, @Nullable BodyName body, List<Period> calendar,
                List<String> reportPeriods, List<Node> outline, @Nullable LocalDate until, List<Extension> extensions, @Nullable LocalDate adoptedOn,
                @Nullable AgreementName adoptedBy, @Nullable LocalDate closedOn, @JsonProperty("class") String classification) {

    record Period(String period, @Nullable String label, @Nullable LocalDate from, @Nullable LocalDate until) {}

    record Node(UUID id, @Nullable UUID parent, OutlineKind kind, @Nullable String code, String text, PlanFacts.@Nullable Response response, List<Assumption> assumptions,
                @Nullable String source) {}

    record Extension(LocalDate until, @Nullable AgreementName agreement, LocalDate extendedOn) {}
}
