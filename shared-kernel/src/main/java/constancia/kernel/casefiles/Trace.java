package constancia.kernel.casefiles;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of a letter from office to office, the same for those who decide and those who read; an ordered facet.
 *
 * @param holders who has it, each since the day when it came there
 */
public record Trace(LocalDate recordedOn, List<Dated<Holder>> holders, @Nullable LocalDate settledOn) {

    /** @param text what it was forwarded with */
    public record Holder(InstitutionId institution, @Nullable String text) {}

    /** One stay of the letter; {@code until} is null while it is there. */
    public record Stay(Holder holder, LocalDate since, @Nullable LocalDate until) {

        /** The days that it was held, until the end of {@code day} if it is still there. */
        public int days(LocalDate day) {
            return (int) ChronoUnit.DAYS.between(since, until == null ? day : until);
        }
    }

    /** Who can do something about a letter once it is recorded: who has it, or to whom it went out. */
    public static @Nullable InstitutionId first(CorrespondenceRecorded e) {
        return e.heldBy() != null || e.direction() == LetterDirection.INCOMING ? e.heldBy() : e.institution();
    }

    public static Trace of(CorrespondenceRecorded e, Recorded<?> record) {
        return new Trace(e.effectiveOn(), e.heldBy() == null ? List.of() : Dated.plus(List.of(), new Holder(e.heldBy(), null), record), null);
    }

    public Trace forwarded(CorrespondenceForwarded e, Recorded<?> record) {
        return new Trace(recordedOn, Dated.plus(holders, new Holder(e.to(), e.text()), record), settledOn);
    }

    public Trace settled(CorrespondenceSettled e) {
        return new Trace(recordedOn, holders, e.effectiveOn());
    }

    public List<Stay> stays() {
        var stays = new ArrayList<Stay>();
        for (int i = 0; i < holders.size(); i++) {
            stays.add(new Stay(holders.get(i).value(), holders.get(i).since(), i + 1 < holders.size() ? holders.get(i + 1).since() : settledOn));
        }
        return List.copyOf(stays);
    }

    /** Where it is; null when nobody has it, or no more. */
    public @Nullable Stay now() {
        return settledOn != null || holders.isEmpty() ? null : stays().getLast();
    }

    /** The day of its last record: nothing of it may take effect before. */
    public LocalDate lastTurn() {
        return settledOn != null ? settledOn : holders.isEmpty() ? recordedOn : holders.getLast().since();
    }
}
