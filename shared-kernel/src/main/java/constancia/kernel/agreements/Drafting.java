package constancia.kernel.agreements;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a text until it is signed or issued: it is revised and reviewed, each step after the one before. */
public record Drafting(List<Dated<Step>> steps) {

    public static final Drafting NONE = new Drafting(List.of());

    /** What was done with the draft. */
    public sealed interface Step {

        /** @param clauses those that it has since; null where the revision left them as they were */
        record Revised(@Nullable List<Clause> clauses) implements Step {}

        record Submitted(InstitutionId reviewer) implements Step {}

        record Cleared(@Nullable String remarks) implements Step {}

        record Returned(@Nullable String remarks) implements Step {}
    }

    /**
     * One stay of the text with who reviews it.
     *
     * @param outcome cleared or returned; null while it is there
     * @param remarks of who cleared it, or the grounds of its return
     */
    public record Review(InstitutionId reviewer, LocalDate submittedOn, @Nullable ReviewStatus outcome, @Nullable LocalDate endedOn, @Nullable String remarks) {

        /** The days that it was held, until the end of {@code day} if it is still there. */
        public int daysHeld(LocalDate day) {
            return (int) ChronoUnit.DAYS.between(submittedOn, endedOn == null ? day : endedOn);
        }
    }

    Drafting then(Step step, Recorded<?> record) {
        return new Drafting(Dated.plus(steps, step, record));
    }

    /** Its versions: the one that was recorded and one more with each revision. */
    public int versions() {
        return 1 + (int) steps.stream().filter(entry -> entry.value() instanceof Step.Revised).count();
    }

    /** Null when it was never submitted: nobody has to review a draft. */
    public @Nullable ReviewStatus review() {
        ReviewStatus status = null;
        for (var entry : steps) {
            status = switch (entry.value()) {
                case Step.Submitted _ -> ReviewStatus.UNDER_REVIEW;
                case Step.Cleared _ -> ReviewStatus.CLEARED;
                case Step.Returned _ -> ReviewStatus.RETURNED;
                case Step.Revised _ -> status == ReviewStatus.CLEARED ? ReviewStatus.OUTDATED : status;
            };
        }
        return status;
    }

    public List<Review> reviews() {
        var reviews = new ArrayList<Review>();
        for (var entry : steps) {
            switch (entry.value()) {
                case Step.Submitted step -> reviews.add(new Review(step.reviewer, entry.since(), null, null, null));
                case Step.Cleared step -> end(reviews, ReviewStatus.CLEARED, entry.since(), step.remarks);
                case Step.Returned step -> end(reviews, ReviewStatus.RETURNED, entry.since(), step.remarks);
                case Step.Revised _ -> { }
            }
        }
        return List.copyOf(reviews);
    }

    /** The day of the last step: nothing of the draft, nor the first signature, may take effect before. */
    public Optional<LocalDate> lastTurn() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast().since());
    }

    /** The clauses of the last version. */
    List<Clause> clauses(List<Clause> first) {
        var clauses = first;
        for (var entry : steps) {
            clauses = entry.value() instanceof Step.Revised revised && revised.clauses != null ? revised.clauses : clauses;
        }
        return clauses;
    }

    private static void end(List<Review> reviews, ReviewStatus outcome, LocalDate on, @Nullable String remarks) {
        var last = reviews.removeLast();
        reviews.add(new Review(last.reviewer, last.submittedOn, outcome, on, remarks));
    }
}
