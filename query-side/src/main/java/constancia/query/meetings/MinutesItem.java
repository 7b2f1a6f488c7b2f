package constancia.query.meetings;

import constancia.kernel.Dated;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.Attendee;
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
 * @param observationsUntil the last day on which that draft may be observed
 * @param folio        given when they were approved
 * @param sha256       of the text approved
 * @param observations those of all drafts
 * @param receipts     one for each of those who attended
 */
record MinutesItem(MinutesStatus status, int draft, LocalDate draftedOn, @Nullable LocalDate circulatedOn, @Nullable LocalDate observationsUntil,
                   @Nullable LocalDate approvedOn, @Nullable String folio, @Nullable MeetingName approvedIn, @Nullable String sha256,
                   List<Observation> observations, List<Corrigendum> corrigenda, List<Receipt> receipts) {

    /** {@code taken}, {@code why} and {@code answeredOn} are null until it is answered. */
    record Observation(UUID id, int draft, @Nullable InstitutionName institution, @Nullable UUID person, @Nullable String text, LocalDate on,
                       @Nullable Boolean taken, @Nullable String why, @Nullable LocalDate answeredOn) {}

    record Corrigendum(UUID id, @Nullable String text, @Nullable String grounds, LocalDate on) {}

    /**
     * What one of those who attended has done with the last draft and with the minutes approved; null what it has not.
     *
     * @param person who has its own seat; without an institution
     */
    record Receipt(@Nullable InstitutionName institution, @Nullable UUID person, AttendanceRole role, @Nullable LocalDate acknowledgedOn,
                   @Nullable UUID acknowledgedBy, @Nullable LocalDate signedOn, @Nullable UUID signedBy, @Nullable Capacity capacity, @Nullable String document) {}

    static @Nullable MinutesItem of(MeetingFacts meeting, Names names) {
        var f = meeting.minutes();
        var draft = f.draft();
        if (draft == null) {
            return null;
        }
        var circulated = f.circulated();
        var approved = f.approved();
        return new MinutesItem(f.status(), draft.draft(), draft.effectiveOn(), circulated == null ? null : circulated.effectiveOn(),
                circulated == null ? null : circulated.observationsUntil(), approved == null ? null : approved.effectiveOn(),
                approved == null ? null : approved.folio(), approved == null ? null : names.meeting(approved.meeting()),
                approved == null ? null : approved.sha256(), Dated.values(f.observations()).stream().map(one -> observation(one, names)).toList(),
                Dated.values(f.corrigenda()).stream()
                        .map(one -> new Corrigendum(one.issued().corrigendum(), one.issued().text(), one.grounds(), one.issued().effectiveOn())).toList(),
                meeting.attendees().stream().map(attendee -> receipt(attendee, f, names)).toList());
    }

    private static Receipt receipt(Attendee attendee, MinutesFacts f, Names names) {
        var acknowledged = f.acknowledgedBy(attendee).orElse(null);
        var signed = f.signedBy(attendee).orElse(null);
        return new Receipt(names.institution(attendee.institution()), attendee.institution() == null ? attendee.person() : null, attendee.role(),
                acknowledged == null ? null : acknowledged.effectiveOn(), acknowledged == null ? null : acknowledged.person(),
                signed == null ? null : signed.effectiveOn(), signed == null ? null : signed.person(), signed == null ? null : signed.capacity(),
                signed == null ? null : signed.document());
    }

    private static Observation observation(MinutesFacts.Observation one, Names names) {
        var observed = one.observed();
        var answered = one.answered();
        return new Observation(observed.observation(), observed.draft(), names.institution(observed.institution()), observed.person(), observed.text(),
                observed.effectiveOn(), answered == null ? null : answered.taken(), answered == null ? null : answered.why(),
                answered == null ? null : answered.effectiveOn());
    }
}
