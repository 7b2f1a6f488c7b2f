package constancia.query.actions;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.actions.ActionStatus;
import constancia.kernel.actions.CommitmentStatus;
import constancia.kernel.actions.Condition;
import constancia.kernel.actions.Finding;
import constancia.kernel.actions.FundingState;
import constancia.kernel.actions.PoaReference;
import constancia.kernel.actions.Role;
import constancia.kernel.actions.Schedule;
import constancia.query.history.Names.ActionName;
import constancia.query.history.Names.AgreementName;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.InstitutionName;
import constancia.query.history.Names.PlanName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An action as answered. What stands from the means of verification on is beyond what the contract lists. */
record ActionItem(ActionStatus status, List<Condition> conditions, @Nullable String title, @Nullable String detail, @Nullable PlanName plan,
                  @Nullable UUID node, @Nullable String number, List<UUID> recommendations, List<AgreementName> agreements,
                  List<Commitment> commitments, @Nullable Schedule schedule, @Nullable Baseline baseline, @Nullable Integer percent,
                  List<Milestone> milestones, List<Extension> extensions, List<Impediment> impediments, List<Evidence> evidence,
                  List<Line> funding, List<String> territory, List<String> alignments, @Nullable String means, List<Expenditure> expenditures,
                  List<Money> totals, List<Escalation> escalations, List<Predecessor> dependsOn, @Nullable BodyName body, @JsonProperty("class") String classification) {

    /**
     * @param accepted     a date, {@code tacit} or null
     * @param recordedLate how many days after the due date a delivery was put on record that took effect in time
     * @param since        since when the institution holds it
     */
    record Commitment(UUID id, @Nullable InstitutionName institution, Role role, CommitmentStatus status, @Nullable String accepted,
                      @Nullable Integer percent, @Nullable LocalDate reportedOn, @Nullable LocalDate deliveredOn, @Nullable Finding finding,
                      boolean overdue, @Nullable Integer recordedLate, List<Report> reports, List<PoaReference> poa, LocalDate since,
                      List<Holder> formerHolders) {}

    /** The last report against a period. */
    record Report(String period, @Nullable Integer percent, @Nullable String narrative, LocalDate reportedOn) {}

    /** Held it until another took its place: the names are those of the day told of. */
    record Holder(@Nullable InstitutionName institution, LocalDate since, LocalDate until) {}

    record Baseline(List<String> periods, LocalDate dueOn) {}

    /** @param status {@code open}, {@code reached} or {@code dropped}; {@code firstDueOn} the first date that it had, once another is in force */
    record Milestone(UUID id, String title, String status, @Nullable LocalDate dueOn, @Nullable LocalDate firstDueOn, @Nullable String period, @Nullable LocalDate reachedOn,
                     @Nullable LocalDate droppedOn, boolean overdue) {}

    /** @param status {@code open}, {@code granted} or {@code refused}; {@code dueOn} the date granted; {@code by} the account that recorded the decision */
    record Extension(UUID id, @Nullable InstitutionName institution, String status, LocalDate requestedOn, LocalDate askedFor, @Nullable String period,
                     @Nullable String reason, @Nullable LocalDate decidedOn, @Nullable LocalDate dueOn, @Nullable String by,
                     @Nullable AgreementName agreement, @Nullable String grounds) {}

    /** @param status {@code open} or {@code resolved} */
    record Impediment(UUID id, String text, String status, @Nullable InstitutionName liftedBy, LocalDate reportedOn,
                      List<@Nullable BodyName> escalatedTo, @Nullable LocalDate resolvedOn, @Nullable String resolution) {}

    record Evidence(String sha256, @Nullable String caption, ActionFacts.Of of, @Nullable InstitutionName institution, LocalDate since) {}

    record Line(UUID id, @Nullable String source, @Nullable InstitutionName funder, FundingState state,
                @JsonFormat(shape = STRING) BigDecimal amount, String currency) {}

    /** Funding by how sure it is, and what was spent, of one currency. */
    record Money(String currency, @JsonFormat(shape = STRING) BigDecimal available, @JsonFormat(shape = STRING) BigDecimal inNegotiation,
                 @JsonFormat(shape = STRING) BigDecimal toBeRaised, @JsonFormat(shape = STRING) BigDecimal spent) {}

    /** @param by the account that recorded it */
    record Escalation(@Nullable BodyName body, LocalDate since, String by, @Nullable String grounds) {}

    /** What is to be delivered before this action begins. */
    record Predecessor(@Nullable ActionName action, LocalDate since) {}

    record Expenditure(UUID id, @JsonFormat(shape = STRING) BigDecimal amount, String currency, String description, @Nullable UUID funding, List<String> evidence,
                       LocalDate on) {}
}
