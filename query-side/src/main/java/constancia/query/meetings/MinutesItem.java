package constancia.query.meetings;

import constancia.kernel.Dated;
import constancia.kernel.meetings.MinutesStatus;
import constancia.query.history.Names;
import constancia.query.history.Names.InstitutionName;
import constancia.query.history.Names.MeetingName;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a meeting as answered, without their text.
 *
 * @param draft        which draft they are, 1 being the first; {@code circulatedOn} when that one was circulated
 * @param sha256       of the text approved
 * @param observations those of all drafts
 */
record MinutesItem(MinutesStatus status, int draft, LocalDate draftedOn, @Nullable LocalDate circulatedOn, @Nullable LocalDate approvedOn,
                   @Nullable MeetingName approvedIn, @Nullable String sha256, List<Observation> observations, List<Corrigendum> corrigenda) {

    /** {@code taken}, {@code why} and {@code answeredOn} are null until it is answered. */
    record Observation(UUID id, int draft, @Nullable InstitutionName institution, @Nullable UUID person, String text, LocalDate on,
                       @Nullable Boolean taken, @Nullable String why, @Nullable LocalDate answeredOn) {}

    record Corrigendum(UUID id, String text, @Nullable String grounds, LocalDate on) {}

    static @Nullable MinutesItem of(MinutesFacts f, Names names) {
        var draft = f.draft();
        if (draft == null) {
            return null;
        }
        var circulated = f.circulated();
        var approved = f.approved();
        return new MinutesItem(f.status(), draft.draft(), draft.effectiveOn(), circulated == null ? null : circulated.effectiveOn(),
                approved == null ? null : approved.effectiveOn(), approved == null ? null : names.meeting(approved.meeting()),
                approved == null ? null : approved.sha256(), Dated.values(f.observations()).stream().map(one -> observation(one, names)).toList(),
                Dated.values(f.corrigenda()).stream()
                        .map(one -> new Corrigendum(one.issued().corrigendum(), one.issued().text(), one.grounds(), one.issued().effectiveOn())).toList());
    }

    private static Observation observation(MinutesFacts.Observation one, Names names) {
        var observed = one.observed();
        var answered = one.answered();
        return new Observation(observed.observation(), observed.draft(), names.institution(observed.institution()), observed.person(), observed.text(),
                observed.effectiveOn(), answered == null ? null : answered.taken(), answered == null ? null : answered.why(),
                answered == null ? null : answered.effectiveOn());
    }
}
