package constancia.query.actions;

import constancia.kernel.Dated;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.ActionStatus;
import constancia.kernel.actions.Schedule;
import constancia.kernel.actions.Standing;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.tables.Facts;
import constancia.query.tables.SearchText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An action's facts as its tables need them. Everything recorded has happened: nothing in it depends on a day.
 *
 * @param numberKey by which numbers stand in the order in which people count; those without one come last
 * @param search    what its rows are found by
 */
record ActionRow(Facts<ActionFacts> item, ActionStatus status, List<Standing> standings, String numberKey, String search) {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final List<String> NO_MARKS = java.util.Collections.singletonList(null);

    /** A row of the plan by quarter; {@code commitment} is null when nobody answers for the action. */
    record Span(ActionRow action, @Nullable String period, ActionFacts.@Nullable Commitment commitment) {

        UUID id() {
            var name = action.item.id() + "/" + period + "/" + (commitment == null ? null : commitment.id());
            return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** An impediment or a request for more time that nobody has answered yet. */
    record Open<T>(ActionRow action, T what) {}

    /** What was last reported of a commitment against a period. */
    record Told(ActionRow action, ActionFacts.Commitment commitment, String period, ActionFacts.Report report) {}

    record Fund(ActionRow action, UUID id, ActionFacts.Line line, BigDecimal spent) {}

    record Spent(ActionRow action, String currency, BigDecimal amount) {}

    record Part(ActionRow action, ActionFacts.Commitment commitment) {}

    static ActionRow of(Facts<ActionFacts> item) {
        var facts = item.facts();
        var texts = facts.texts();
        return new ActionRow(item, facts.status(LocalDate.MAX), facts.standings(LocalDate.MAX), numberKey(texts.number().value()),
                SearchText.of(texts.number().value(), texts.title().value(), texts.detail().value()));
    }

    ActionFacts facts() {
        return item.facts();
    }

    ActionFacts.Origin origin() {
        return Objects.requireNonNull(facts().origin());
    }

    @Nullable Schedule schedule() {
        return facts().scheduling().current();
    }

    @Nullable LocalDate dueOn() {
        return facts().scheduling().dueOn();
    }

    @Nullable LocalDate baselineDueOn() {
        var baseline = facts().scheduling().baseline();
        return baseline == null ? null : baseline.schedule().dueOn();
    }

    List<String> periods() {
        var schedule = schedule();
        return schedule == null ? List.of() : schedule.periods();
    }

    boolean cancelled() {
        return status == ActionStatus.CANCELLED;
    }

    /** Overdue as soon as a due date is over. */
    boolean owed() {
        return standings.stream().anyMatch(c -> c.binding() && c.status().overdue(LocalDate.MIN, cancelled(), LocalDate.MAX));
    }

    boolean owed(ActionFacts.Commitment c) {
        return c.status(LocalDate.MAX).overdue(LocalDate.MIN, cancelled(), LocalDate.MAX);
    }

    boolean unassigned() {
        return standings.stream().noneMatch(Standing::binding);
    }

    @Nullable String number() {
        return facts().texts().number().value();
    }

    String title() {
        return Objects.requireNonNull(facts().texts().title().value());
    }

    private static String numberKey(@Nullable String number) {
        return number == null ? "~" : DIGITS.matcher(number).replaceAll(digits -> "0".repeat(Math.max(0, 20 - digits.group().length())) + digits.group());
    }

    @Nullable LocalDate reportedOn() {
        return facts().commitments().values().stream().map(c -> c.reported().value()).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
    }

    List<Open<ActionFacts.Impediment>> openImpediments() {
        return facts().impediments().values().stream().filter(one -> one.resolvedOn() == null).map(one -> new Open<>(this, one)).toList();
    }

    /** Who holds now the commitment for which it was asked. */
    InstitutionId holderOf(ActionFacts.Extension asked) {
        return facts().commitments().values().stream().filter(c -> c.dates().endedOn() == null)
                .filter(c -> Dated.values(c.holders()).contains(asked.institution())).map(ActionFacts.Commitment::institution).findAny().orElse(asked.institution());
    }

    List<Open<ActionFacts.Extension>> openExtensions() {
        return facts().extensions().values().stream().filter(one -> one.decision() == null).map(one -> new Open<>(this, one)).toList();
    }

    List<UUID> escalatedTo() {
        return facts().relations().escalations().stream().map(escalation -> escalation.value().body().value()).distinct().toList();
    }

    List<UUID> predecessors() {
        return facts().relations().predecessors().keySet().stream().map(ActionId::value).sorted().toList();
    }

    List<Told> reports() {
        return facts().inOrder().stream().flatMap(c -> c.reports().entrySet().stream()
                .map(entry -> new Told(this, c, entry.getKey(), Objects.requireNonNull(entry.getValue().value())))).toList();
    }

    List<Fund> funds() {
        var spent = new HashMap<UUID, BigDecimal>();
        facts().money().expenditures().stream().map(Dated::value).filter(one -> one.funding() != null)
                .forEach(one -> spent.merge(one.funding(), one.amount(), BigDecimal::add));
        return facts().money().funding().entrySet().stream().map(entry -> new Fund(this, entry.getKey(),
                Objects.requireNonNull(entry.getValue().value()), spent.getOrDefault(entry.getKey(), BigDecimal.ZERO))).toList();
    }

    List<Spent> spent() {
        var spent = new HashMap<String, BigDecimal>();
        facts().money().expenditures().forEach(one -> spent.merge(one.value().currency(), one.value().amount(), BigDecimal::add));
        return spent.entrySet().stream().map(entry -> new Spent(this, entry.getKey(), entry.getValue())).toList();
    }

    List<Part> parts() {
        return facts().inOrder().stream().map(c -> new Part(this, c)).toList();
    }

    /** Each mark, or the dates without one, with each institution that stands, or none. An action without a schedule has no place in time. */
    List<Span> spans() {
        if (schedule() == null) {
            return List.of();
        }
        var standing = facts().inOrder().stream().filter(c -> c.dates().endedOn() == null).toList();
        var spans = new ArrayList<Span>();
        for (var period : periods().isEmpty() ? NO_MARKS : periods()) {
            if (standing.isEmpty()) {
                spans.add(new Span(this, period, null));
            }
            standing.forEach(c -> spans.add(new Span(this, period, c)));
        }
        return spans;
    }
}
