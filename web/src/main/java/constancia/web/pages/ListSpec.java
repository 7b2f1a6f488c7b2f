package constancia.web.pages;

import constancia.kernel.Word;
import constancia.kernel.actions.ActionStatus;
import constancia.kernel.actions.CommitmentStatus;
import constancia.kernel.actions.Condition;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.AgreementStatus;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.casefiles.CaseFileStatus;
import constancia.kernel.indicators.IndicatorStatus;
import constancia.kernel.institutions.InstitutionKind;
import constancia.kernel.meetings.MeetingStatus;
import constancia.kernel.plans.PlanStatus;
import constancia.kernel.risks.RiskStatus;
import constancia.kernel.territories.TerritoryKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list as a page: the list of the API at that path, the filters that its form offers and the columns of its table.
 *
 * @param columns cells of {@code fragments/cells}
 */
record ListSpec(String path, List<Filter> filters, List<String> columns) {

    /** @param words what may be chosen, of that family; none where something is written */
    record Filter(String name, String kind, String family, List<String> words) {

        private static Filter of(String name, String kind) {
            return new Filter(name, kind, "", List.of());
        }

        private static <E extends Enum<E> & Word> Filter words(String name, Class<E> words) {
            return new Filter(name, "words", words.getSimpleName(), Arrays.stream(words.getEnumConstants()).map(Word::word).toList());
        }
    }

    private static final Filter Q = Filter.of("q", "text");
    private static final Filter INSTITUTION = Filter.of("institution", "institution");
    private static final Filter PLAN = Filter.of("plan", "plan");
    private static final Filter BODY = Filter.of("body", "body");

    /** Where links lead and no form. */
    private static final Map<String, String> BESIDE = Map.of("minutes", "MinutesAsked", "role", "Role");

    private static final List<ListSpec> ALL = List.of(
            new ListSpec("actions", List.of(Q, PLAN, INSTITUTION, Filter.words("status", ActionStatus.class), Filter.words("condition", Condition.class),
                    Filter.of("dueFrom", "date"), Filter.of("dueTo", "date"), Filter.of("territory", "text")), List.of("action", "status", "lead", "due", "percent")),
            new ListSpec("commitments", List.of(INSTITUTION, PLAN, Filter.words("status", CommitmentStatus.class), Filter.words("condition", Condition.class)),
                    List.of("commitment", "institution", "commitmentStatus", "due", "percent")),
            new ListSpec("agreements", List.of(Q, BODY, INSTITUTION, Filter.words("kind", AgreementKind.class), Filter.words("status", AgreementStatus.class)),
                    List.of("agreement", "agreementKind", "agreementStatus", "bodyOf", "agreedOn")),
            new ListSpec("meetings", List.of(BODY, Filter.words("status", MeetingStatus.class)), List.of("meeting", "meetingStatus", "place")),
            new ListSpec("plans", List.of(Q, BODY, Filter.words("status", PlanStatus.class)), List.of("plan", "planStatus", "bodyOf")),
            new ListSpec("case-files", List.of(Q, BODY, Filter.words("status", CaseFileStatus.class)), List.of("caseFile", "caseFileStatus", "coordinator", "due")),
            new ListSpec("institutions", List.of(Q, Filter.words("kind", InstitutionKind.class)), List.of("institutionName", "institutionKind", "aliases")),
            new ListSpec("bodies", List.of(Q, Filter.words("kind", BodyKind.class)), List.of("bodyName", "bodyKind", "parent", "seats")),
            new ListSpec("indicators", List.of(Q, PLAN, Filter.words("status", IndicatorStatus.class)), List.of("indicator", "baseline", "target", "latest")),
            new ListSpec("territories", List.of(Q, Filter.words("kind", TerritoryKind.class), Filter.of("parent", "text")), List.of("territory", "territoryKind", "within", "priority")),
            new ListSpec("reserves", List.of(new Filter("kind", "words", "ReservedKind", List.of("agreement", "meeting", "deliberation", "case-file")), BODY,
                    new Filter("class", "words", "ItemClass", List.of("reserved", "confidential")), new Filter("lapsed", "words", "Lapsed", List.of("false", "true"))),
                    List.of("reserved", "itemClass", "reserveUntil", "legalBasis", "reservedBy")),
            new ListSpec("risks", List.of(PLAN, Filter.words("status", RiskStatus.class)), List.of("risk", "riskStatus", "planOf")));

    /** Of which family the words of each filter are, of those too that its form does not offer. */
    Map<String, String> words() {
        return Stream.concat(BESIDE.entrySet().stream(), filters.stream().filter(filter -> filter.kind().equals("words")).map(filter -> Map.entry(filter.name(), filter.family())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean isDate(String filter) {
        return filters.stream().anyMatch(known -> known.name().equals(filter) && known.kind().equals("date"));
    }

    static Optional<ListSpec> at(String path) {
        return ALL.stream().filter(spec -> spec.path.equals(path)).findFirst();
    }
}
