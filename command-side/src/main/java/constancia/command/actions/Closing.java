package constancia.command.actions;

import constancia.command.actions.ActionCommand.AttachEvidence;
import constancia.command.actions.ActionCommand.CancelAction;
import constancia.command.actions.ActionCommand.ReopenAction;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionEvent.ActionCancelled;
import constancia.kernel.actions.ActionEvent.ActionReopened;
import constancia.kernel.actions.ActionEvent.EvidenceAttached;
import constancia.kernel.actions.ActionEvent.SentBack;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cancelling an action, opening it again, and adding evidence to it at any time. */
final class Closing {

    private Closing() {}

    static ActionEvent cancel(CancelAction c, Action now) {
        if (now.life().cancelled()) {
            throw new Refused("action-cancelled");
        }
        now.life().nothingAfter(c.effectiveOn());
        return new ActionCancelled(c.effectiveOn());
    }

    static ActionEvent reopen(ReopenAction c, Action now) {
        now.life().nothingAfter(c.effectiveOn());
        var sentBack = now.life().cancelled() ? restored(c) : sentBack(c, now);
        return new ActionReopened(sentBack.stream().map(one -> new SentBack(one.id(), one.holder(c.effectiveOn()))).toList(), c.effectiveOn());
    }

    static ActionEvent attach(AttachEvidence c) {
        if (c.evidence().isEmpty()) {
            throw new Invalid("evidence", "required");
        }
        return new EvidenceAttached(c.evidence(), c.caption(), c.effectiveOn());
    }

    private static List<Commitment> restored(ReopenAction c) {
        if (c.institutions() != null) {
            throw new Invalid("institutions", "restored-as-it-was");
        }
        return List.of();
    }

    private static List<Commitment> sentBack(ReopenAction c, Action now) {
        if (!now.status().done()) {
            throw new Refused("nothing-to-reopen");
        }
        var all = c.institutions() == null || c.institutions().isEmpty() ? binding(now) : named(c.institutions(), c.effectiveOn(), now);
        all.forEach(one -> one.nothingAfter(c.effectiveOn()));
        return all;
    }

    private static List<Commitment> binding(Action now) {
        return now.commitments().values().stream().filter(one -> one.standing().binding()).sorted(Comparator.comparing(Commitment::id)).toList();
    }

    private static List<Commitment> named(List<InstitutionId> institutions, LocalDate on, Action now) {
        var all = new ArrayList<Commitment>();
        for (int i = 0; i < institutions.size(); i++) {
            var institution = institutions.get(i);
            var one = now.commitments().values().stream().filter(c -> c.holder(on).equals(institution) && c.status().done()).findAny();
            if (one.isEmpty()) {
                throw new Invalid("institutions/" + i, "nothing-delivered");
            }
            if (!all.contains(one.get())) {
                all.add(one.get());
            }
        }
        return List.copyOf(all);
    }
}
