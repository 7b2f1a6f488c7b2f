package constancia.query.actions;

import constancia.kernel.Dated;
import constancia.kernel.Latest;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.ActionStatus;
import constancia.kernel.actions.CommitmentDates;
import constancia.kernel.actions.CommitmentStatus;
import constancia.kernel.actions.FundingState;
import constancia.kernel.actions.PoaReference;
import constancia.kernel.actions.Role;
import constancia.kernel.actions.Scheduling;
import constancia.kernel.actions.Standing;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything on record of an action, with its dates. {@code origin} is null only before the first record. */
public record ActionFacts(@Nullable Origin origin, Texts texts, boolean cancelled, Scheduling scheduling, Map<UUID, Commitment> commitments,
                          Map<UUID, Milestone> milestones, Map<UUID, Extension> extensions, Map<UUID, Impediment> impediments,
                          List<Dated<Evidence>> evidence, Money money, Relations relations) {

    public record Origin(@Nullable PlanId plan, @Nullable BodyId body, @Nullable AgreementId agreement, LocalDate proposedOn) {}

    /** What it says of itself, each on its own. */
    public record Texts(Latest<String> title, Latest<String> detail, Latest<UUID> node, Latest<String> number, Latest<List<UUID>> recommendations,
                        Latest<List<String>> territory, Latest<List<String>> alignments, Latest<String> means) {}

    /**
     * @param holders   to whom it was assigned, and then its successors, each since its day
     * @param place     in the order of the records and of the list in each
     * @param reports   the last one against each period
     * @param ownWordOn since when the institution itself has reported or delivered: its tacit acceptance
     * @param deliveryRecordedOn the day on which its last delivery was put on record
     */
    public record Commitment(UUID id, List<Dated<InstitutionId>> holders, int place, CommitmentDates dates, Latest<Integer> percent,
                             Latest<LocalDate> reported, Map<String, Latest<Report>> reports, Latest<List<PoaReference>> poa, @Nullable LocalDate ownWordOn,
                             @Nullable LocalDate deliveryRecordedOn) {

        /** Who holds it. */
        public InstitutionId institution() {
            return holders.getLast().value();
        }

        public CommitmentStatus status(LocalDate on) {
            return CommitmentStatus.of(dates, on);
        }

        public Standing standing(LocalDate on) {
            return new Standing(dates.role(), status(on));
        }

        /** How many days after the due date a delivery was put on record that took effect in time; null for any other. */
        public @Nullable Integer recordedLate(@Nullable LocalDate dueOn) {
            var deliveredOn = dates.deliveredOn();
            return dueOn == null || deliveredOn == null || deliveredOn.isAfter(dueOn) || deliveryRecordedOn == null || !deliveryRecordedOn.isAfter(dueOn)
                    ? null : (int) ChronoUnit.DAYS.between(dueOn, deliveryRecordedOn);
        }

        /** Since when it is accepted, {@code tacit} if its own word says so, or null. */
        public @Nullable String accepted(LocalDate on) {
            var accepted = dates.acceptedOn();
            return accepted != null && !accepted.isAfter(on) ? accepted.toString() : ownWordOn != null ? "tacit" : null;
        }
    }

    /** What was reported against a period. */
    public record Report(@Nullable Integer percent, @Nullable String narrative, LocalDate on) {}

    /** @param firstDueOn the first date that it had */
    public record Milestone(UUID id, int n, String title, @Nullable LocalDate firstDueOn, Latest<LocalDate> dueOn, @Nullable String period, @Nullable LocalDate reachedOn,
                            @Nullable LocalDate droppedOn) {

        static Milestone added(UUID id, int n, String title, @Nullable LocalDate dueOn, @Nullable String period, LocalDate on) {
            return new Milestone(id, n, title, dueOn, Latest.of(dueOn, on), period, null, null);
        }

        Milestone rescheduled(@Nullable LocalDate to, @Nullable String period, LocalDate on) {
            var moved = dueOn.or(to, on);
            return new Milestone(id, n, title, firstDueOn == null ? moved.value() : firstDueOn, moved, period, reachedOn, droppedOn);
        }

        Milestone reached(LocalDate on) {
            return new Milestone(id, n, title, firstDueOn, dueOn, period, on, null);
        }

        Milestone dropped(LocalDate on) {
            return new Milestone(id, n, title, firstDueOn, dueOn, period, null, on);
        }

        /** The first date, once another is in force. */
        @Nullable LocalDate movedFrom() {
            return Objects.equals(firstDueOn, dueOn.value()) ? null : firstDueOn;
        }

        /** Neither reached nor dropped. */
        boolean pending() {
            return reachedOn == null && droppedOn == null;
        }
    }

    /** @param reason why it was asked for; {@code grounds} why it was decided so; {@code by} the account that recorded the decision */
    public record Extension(UUID id, int n, InstitutionId institution, LocalDate requestedOn, LocalDate askedFor, @Nullable String period,
                            @Nullable String reason, @Nullable Decision decision) {}

    public record Decision(@Nullable LocalDate dueOn, LocalDate on, String by, @Nullable AgreementId agreement, @Nullable String grounds) {}

    public record Impediment(UUID id, int n, String text, @Nullable InstitutionId liftedBy, LocalDate reportedOn, List<Dated<BodyId>> escalatedTo,
                             @Nullable LocalDate resolvedOn, @Nullable String resolution) {}

    /** @param of what it proves: the word of the record that it came with */
    public record Evidence(List<String> sha256, @Nullable String caption, @Nullable InstitutionId institution, Of of) {}

    public enum Of implements constancia.kernel.Word { ACTION, MILESTONE, PROGRESS, DELIVERY, VERIFICATION }

    public record Money(Map<UUID, Latest<Line>> funding, List<Dated<Expenditure>> expenditures) {}

    public record Line(@Nullable String source, @Nullable InstitutionId funder, FundingState state, BigDecimal amount, String currency) {}

    public record Expenditure(UUID id, BigDecimal amount, String currency, String description, @Nullable UUID funding, List<String> evidence) {}

    /** @param predecessors the actions on which it depends, each since its day */
    public record Relations(List<Dated<Escalation>> escalations, Map<ActionId, LocalDate> predecessors) {}

    public record Escalation(BodyId body, String by, @Nullable String grounds) {}

    static final ActionFacts NOTHING = new ActionFacts(null, new Texts(Latest.unknown(), Latest.unknown(), Latest.unknown(), Latest.unknown(),
            Latest.unknown(), Latest.unknown(), Latest.unknown(), Latest.unknown()), false, Scheduling.NONE, Map.of(), Map.of(), Map.of(), Map.of(),
            List.of(), new Money(Map.of(), List.of()), new Relations(List.of(), Map.of()));

    /** Lead first, then who is responsible with it, then support; within each in the order of assignment. */
    public List<Commitment> inOrder() {
        return commitments.values().stream().sorted(Comparator.<Commitment, Role>comparing(c -> c.dates().role())
                .thenComparing(c -> c.dates().assignedOn()).thenComparing(Commitment::place)).toList();
    }

    public ActionStatus status(LocalDate on) {
        return ActionStatus.of(cancelled, milestones.values().stream().anyMatch(m -> m.reachedOn != null), standings(on));
    }

    public List<Standing> standings(LocalDate on) {
        return commitments.values().stream().map(c -> c.standing(on)).toList();
    }

    public boolean blocked() {
        return impediments.values().stream().anyMatch(i -> i.resolvedOn == null);
    }

    /** The commitment that leads now, if one does. */
    public @Nullable Commitment lead() {
        return commitments.values().stream().filter(c -> c.dates().role() == Role.LEAD && c.dates().endedOn() == null).findAny().orElse(null);
    }
}
