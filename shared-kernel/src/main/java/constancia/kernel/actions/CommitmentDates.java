package constancia.kernel.actions;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the status of a commitment is computed from: its role and the dates of what happened to it. Everything here but
 * the first report is one ordered facet; a delivery sent back takes its finding with it.
 *
 * @param foundOn    when the standing delivery was last looked at by a verifier
 * @param sentBackOn when a delivery was last returned or its action reopened
 */
public record CommitmentDates(Role role, LocalDate assignedOn, @Nullable LocalDate acceptedOn, @Nullable LocalDate firstReportOn,
                              @Nullable LocalDate deliveredOn, @Nullable LocalDate foundOn, @Nullable Finding finding,
                              @Nullable LocalDate sentBackOn, @Nullable LocalDate declinedOn, @Nullable LocalDate releasedOn) {

    public static CommitmentDates assigned(Role role, LocalDate on, @Nullable LocalDate acceptedOn) {
        return new CommitmentDates(role, on, acceptedOn, null, null, null, null, null, null, null);
    }

    public CommitmentDates accepted(LocalDate on) {
        return new CommitmentDates(role, assignedOn, on, firstReportOn, deliveredOn, foundOn, finding, sentBackOn, declinedOn, releasedOn);
    }

    public CommitmentDates reported(LocalDate on) {
        var first = firstReportOn == null || on.isBefore(firstReportOn) ? on : firstReportOn;
        return new CommitmentDates(role, assignedOn, acceptedOn, first, deliveredOn, foundOn, finding, sentBackOn, declinedOn, releasedOn);
    }

    public CommitmentDates delivered(LocalDate on) {
        return new CommitmentDates(role, assignedOn, acceptedOn, firstReportOn, on, null, null, sentBackOn, declinedOn, releasedOn);
    }

    public CommitmentDates found(Finding what, LocalDate on) {
        return new CommitmentDates(role, assignedOn, acceptedOn, firstReportOn, deliveredOn, on, what, sentBackOn, declinedOn, releasedOn);
    }

    public CommitmentDates sentBack(LocalDate on) {
        return new CommitmentDates(role, assignedOn, acceptedOn, firstReportOn, null, null, null, on, declinedOn, releasedOn);
    }

    public CommitmentDates declined(LocalDate on) {
        return new CommitmentDates(role, assignedOn, acceptedOn, firstReportOn, deliveredOn, foundOn, finding, sentBackOn, on, releasedOn);
    }

    public CommitmentDates released(LocalDate on) {
        return new CommitmentDates(role, assignedOn, acceptedOn, firstReportOn, deliveredOn, foundOn, finding, sentBackOn, declinedOn, on);
    }

    /** When it ended without being fulfilled; null while it stands. */
    public @Nullable LocalDate endedOn() {
        return declinedOn != null ? declinedOn : releasedOn;
    }

    /** Whether the institution had this commitment on that day. On the day on which it ended it still did. */
    public boolean stood(LocalDate on) {
        var ended = endedOn();
        return !on.isBefore(assignedOn) && (ended == null || !on.isAfter(ended));
    }

    /** The day of the last record of the ordered facet: nothing more of it may be effective before. */
    public LocalDate lastOn() {
        return Stream.of(assignedOn, acceptedOn, deliveredOn, foundOn, sentBackOn, declinedOn, releasedOn)
                .filter(java.util.Objects::nonNull).max(LocalDate::compareTo).orElseThrow();
    }
}
