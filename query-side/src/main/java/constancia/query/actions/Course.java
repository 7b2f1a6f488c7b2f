package constancia.query.actions;

import constancia.kernel.actions.CommitmentStatus;
import constancia.kernel.actions.Schedule;
import constancia.kernel.actions.Scheduling;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to an action between its first schedule and its delivery, in dates. */
public record Course(@Nullable Schedule baseline, List<Milestone> milestones, List<Extension> extensions, List<Impediment> impediments,
                     List<Delivery> deliveries) {

    /** One that was not dropped. */
    public record Milestone(UUID id, String title, @Nullable LocalDate dueOn, @Nullable LocalDate reachedOn) {}

    /** @param status {@code open}, {@code granted} or {@code refused}; {@code dueOn} what was granted */
    public record Extension(String status, LocalDate requestedOn, LocalDate askedFor, @Nullable LocalDate decidedOn, @Nullable LocalDate dueOn) {}

    public record Impediment(LocalDate reportedOn, @Nullable LocalDate resolvedOn) {}

    /** Of a commitment that stands. */
    public record Delivery(UUID commitment, LocalDate deliveredOn, @Nullable LocalDate verifiedOn) {}

    static Course of(ActionFacts f) {
        return new Course(baseline(f.scheduling()),
                f.milestones().values().stream().filter(m -> m.droppedOn() == null).sorted(Comparator.comparing(ActionFacts.Milestone::n))
                        .map(m -> new Milestone(m.id(), m.title(), m.dueOn().value(), m.reachedOn())).toList(),
                f.extensions().values().stream().sorted(Comparator.comparing(ActionFacts.Extension::n)).map(Course::extension).toList(),
                f.impediments().values().stream().sorted(Comparator.comparing(ActionFacts.Impediment::n))
                        .map(i -> new Impediment(i.reportedOn(), i.resolvedOn())).toList(),
                f.inOrder().stream().filter(c -> c.dates().endedOn() == null && c.dates().deliveredOn() != null).map(Course::delivery).toList());
    }

    private static @Nullable Schedule baseline(Scheduling scheduling) {
        var baseline = scheduling.baseline();
        return baseline == null ? null : baseline.schedule();
    }

    private static Extension extension(ActionFacts.Extension x) {
        var decision = x.decision();
        return decision == null ? new Extension("open", x.requestedOn(), x.askedFor(), null, null)
                : new Extension(decision.dueOn() == null ? "refused" : "granted", x.requestedOn(), x.askedFor(), decision.on(), decision.dueOn());
    }

    private static Delivery delivery(ActionFacts.Commitment c) {
        return new Delivery(c.id(), java.util.Objects.requireNonNull(c.dates().deliveredOn()),
                c.status(LocalDate.MAX) == CommitmentStatus.VERIFIED ? c.dates().foundOn() : null);
    }
}
