package constancia.command.actions;

import constancia.command.actions.ActionCommand.MarkDelivered;
import constancia.command.actions.ActionCommand.ReportProgress;
import constancia.command.actions.ActionCommand.ReturnDelivery;
import constancia.command.actions.ActionCommand.VerifyDelivery;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionEvent.DeliveryMarked;
import constancia.kernel.actions.ActionEvent.DeliveryReturned;
import constancia.kernel.actions.ActionEvent.DeliveryVerified;
import constancia.kernel.actions.ActionEvent.ProgressReported;
import constancia.kernel.actions.CommitmentStatus;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.Comparator;

/** What becomes of a commitment. Facts need no acceptance; what is reported and what is verified are never mixed. */
final class Delivering {

    private Delivering() {}

    static ActionEvent report(ReportProgress c, Action now, Neighbours neighbours) {
        if (c.percent() == null && c.narrative() == null) {
            throw new Invalid("percent", "percent-or-narrative");
        }
        var period = c.period() == null ? null : Timing.period("period", c.period(), now.plan(), neighbours).period();
        var commitment = standing(now, c.institution(), c.effectiveOn());
        return new ProgressReported(commitment.id(), c.institution(), c.percent(), c.narrative(), period, Named.orNone(c.evidence()), c.effectiveOn());
    }

    static ActionEvent deliver(MarkDelivered c, Action now) {
        var commitment = Committing.current(now, c.institution(), c.effectiveOn()).nothingAfter(c.effectiveOn());
        if (commitment.status().done()) {
            throw new Refused("already-delivered");
        }
        return new DeliveryMarked(commitment.id(), c.institution(), c.narrative(), Named.orNone(c.evidence()), c.effectiveOn());
    }

    static ActionEvent verify(VerifyDelivery c, Action now, Provenance by, Neighbours neighbours) {
        var commitment = delivered(now, c.institution(), c.effectiveOn());
        mustBeAnothers(c.institution(), by, neighbours);
        if (by.actor().equals(commitment.deliveredBy()) && !neighbours.accounts().sole(by.actor())) {
            throw new Refused("own-record");
        }
        return new DeliveryVerified(commitment.id(), c.institution(), c.finding(), c.text(), Named.orNone(c.evidence()), c.effectiveOn());
    }

    static ActionEvent sendBack(ReturnDelivery c, Action now, Provenance by, Neighbours neighbours) {
        mustBeAnothers(c.institution(), by, neighbours);
        return new DeliveryReturned(delivered(now, c.institution(), c.effectiveOn()).id(), c.institution(), c.effectiveOn());
    }

    /** Neither an institution nor whoever speaks for it judges its own delivery. */
    private static void mustBeAnothers(InstitutionId institution, Provenance by, Neighbours neighbours) {
        if (institution.equals(by.institution()) && !by.onBehalf() || neighbours.accounts().isLiaison(by.actor(), institution)) {
            throw new Refused("own-delivery");
        }
    }

    private static Commitment delivered(Action now, InstitutionId institution, LocalDate on) {
        var commitment = Committing.current(now, institution, on);
        if (commitment.status() == CommitmentStatus.VERIFIED) {
            throw new Refused("already-verified");
        }
        if (commitment.status() != CommitmentStatus.DELIVERED) {
            throw new Refused("not-delivered");
        }
        return commitment.nothingAfter(on);
    }

    /** The commitment that the institution had on that day: a report may be recorded late, even after a release. */
    static Commitment standing(Action now, InstitutionId institution, LocalDate on) {
        var taken = now.commitments().values().stream()
                .filter(one -> one.holder(on).equals(institution) && one.dates().declinedOn() == null).toList();
        var first = taken.stream().map(one -> one.dates().assignedOn()).min(LocalDate::compareTo).orElseThrow(() -> new Refused("no-commitment"));
        if (on.isBefore(first)) {
            throw new Refused("before-assignment", first);
        }
        return taken.stream().filter(one -> one.dates().stood(on)).max(Comparator.comparing(one -> one.dates().assignedOn()))
                .orElseThrow(() -> new Refused("no-commitment"));
    }
}
