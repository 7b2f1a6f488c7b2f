package constancia.query.plans;

import constancia.kernel.Dated;
import constancia.kernel.Latest;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.Assumption;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.PlanEnd;
import constancia.kernel.plans.PlanKind;
import constancia.kernel.plans.PlanStatus;
import constancia.kernel.plans.RecommendationResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything on record of a plan, with its dates. {@code definition} is null only before the first record.
 *
 * @param reportPeriods the periods against which reports are expected
 */
public record PlanFacts(@Nullable Definition definition, List<Dated<Period>> calendar, Map<UUID, Node> outline,
                        List<Dated<Extension>> extensions, Latest<List<String>> reportPeriods, Life life) {

    public record Definition(String code, String title, PlanKind kind, @Nullable BodyId body, LocalDate definedOn) {}

    public record Period(String period, @Nullable String label, Latest<Days> days) {}

    public record Days(LocalDate from, LocalDate until) {}

    /** @param place where it stands, since it was added or last moved */
    public record Node(UUID id, OutlineKind kind, Latest<Place> place, Latest<String> code, Latest<String> text, Latest<Response> response,
                       Latest<List<Assumption>> assumptions, @Nullable String source) {

        /** None until some were stated. */
        List<Assumption> assumed() {
            return assumptions.value() == null ? List.of() : assumptions.value();
        }
    }

    /** Under which node, and among those beside it in the order of the records and of the list in each. */
    public record Place(@Nullable UUID parent, int n, int index) {}

    public record Response(RecommendationResponse response, @Nullable String text, LocalDate respondedOn) {}

    public record Extension(LocalDate until, @Nullable AgreementId agreement, LocalDate extendedOn) {}

    public record Life(@Nullable LocalDate adoptedOn, @Nullable AgreementId adoptedBy, @Nullable LocalDate closedOn) {}

    static final PlanFacts NOTHING = new PlanFacts(null, List.of(), Map.of(), List.of(), Latest.unknown(), new Life(null, null, null));

    /** In the order in which they came into the calendar. */
    List<Period> periods() {
        return Dated.values(calendar);
    }

    List<String> expected() {
        return reportPeriods.value() == null ? List.of() : reportPeriods.value();
    }

    PlanStatus status() {
        return PlanStatus.of(life.adoptedOn, life.closedOn);
    }

    @Nullable LocalDate until() {
        return PlanEnd.of(periods().stream().map(period -> period.days.value() == null ? null : period.days.value().until()).toList(),
                extensions.isEmpty() ? null : extensions.getLast().value().until());
    }
}
