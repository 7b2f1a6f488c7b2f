package constancia.command.meetings;

import constancia.command.bodies.Bodies;
import constancia.command.meetings.MeetingCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Refused;
import constancia.kernel.Sha256;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.meetings.MinutesStatus;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The minutes of a meeting: drafted by the technical secretariat, circulated, observed by those who attended, approved, and then only corrected beside. */
final class Minuting {

    private Minuting() {}

    static MeetingEvent draft(DraftMinutes c, Meeting now, Provenance by, Meetings meetings, Bodies bodies) {
        mustKeep(now, c.effectiveOn(), by, bodies);
        var minutes = now.minutes();
        if (minutes.status() == MinutesStatus.APPROVED) {
            throw new Refused("minutes-approved");
        }
        if (minutes.status() == MinutesStatus.CIRCULATED) {
            minutes.mustHaveAnsweredAll();
            if (!minutes.mustBeDraftedAnew()) {
                throw new Refused("no-observation-taken");
            }
        }
        return new MinutesDrafted(minutes.draft() + 1, c.text() != null ? c.text() : meetings.minutes(c.id()), c.effectiveOn());
    }

    static MeetingEvent circulate(CirculateMinutes c, Meeting now, Provenance by, Bodies bodies) {
        mustKeep(now, c.effectiveOn(), by, bodies);
        if (c.observationsUntil() != null && c.observationsUntil().isBefore(c.effectiveOn())) {
            throw new Invalid("observationsUntil", "until-before-effective", c.effectiveOn());
        }
        now.minutes().mustBe(MinutesStatus.DRAFT);
        return new MinutesCirculated(now.minutes().draft(), c.observationsUntil(), c.effectiveOn());
    }

    static MeetingEvent observe(ObserveMinutes c, Meeting now) {
        mustBeOnTheTable(now, c.effectiveOn());
        now.minutes().mustBe(MinutesStatus.CIRCULATED);
        var until = now.minutes().observableUntil();
        if (until != null && c.effectiveOn().isAfter(until)) {
            throw new Refused("observations-closed", until);
        }
        var voice = Voice.of(c.institution(), c.person(), now.roll().attendance());
        if (now.minutes().observations().containsKey(c.observation())) {
            throw new Refused("observation-known");
        }
        return new MinutesObserved(c.observation(), now.minutes().draft(), voice.institution(), voice.person(), c.text(), c.effectiveOn());
    }

    static MeetingEvent answer(AnswerObservation c, Meeting now, Provenance by, Bodies bodies) {
        var observation = now.minutes().observations().get(c.observation());
        if (observation == null) {
            throw new Invalid("observation", "unknown-observation", c.observation());
        }
        mustKeep(now, c.effectiveOn(), by, bodies);
        if (observation.taken() != null) {
            throw new Refused("observation-answered");
        }
        return new ObservationAnswered(c.observation(), c.taken(), c.why(), c.effectiveOn());
    }

    static MeetingEvent approve(ApproveMinutes c, Meeting now, Provenance by, Meetings meetings, Bodies bodies) {
        mustKeep(now, c.effectiveOn(), by, bodies);
        now.minutes().mustBe(MinutesStatus.CIRCULATED);
        now.minutes().mustHaveAnsweredAll();
        if (now.minutes().mustBeDraftedAnew()) {
            throw new Refused("observations-not-drafted");
        }
        mustHaveHadTheirTime(now, c.effectiveOn(), by);
        if (c.meeting() != null) {
            mustDecideOnThem(c.meeting(), c, now, meetings);
        }
        var text = now.minutes().text();
        return new MinutesApproved(now.minutes().draft(), folio(c, now, meetings, bodies), c.meeting(), text, Sha256.of(text), c.effectiveOn());
    }

    static MeetingEvent correct(IssueCorrigendum c, Meeting now, Provenance by, Bodies bodies) {
        mustKeep(now, c.effectiveOn(), by, bodies);
        if (now.minutes().status() != MinutesStatus.APPROVED) {
            throw new Refused("minutes-not-approved");
        }
        if (now.minutes().corrigenda().contains(c.corrigendum())) {
            throw new Refused("corrigendum-known");
        }
        return new CorrigendumIssued(c.corrigendum(), c.text(), c.effectiveOn());
    }

    /** Of the body and the year of the session, as the folios of what was agreed in it. */
    private static String folio(ApproveMinutes c, Meeting now, Meetings meetings, Bodies bodies) {
        var series = "MIN-" + bodies.acronym(Objects.requireNonNull(now.body()));
        return meetings.folio(c.id(), series, Objects.requireNonNull(now.course().openedOn()).getYear());
    }

    /** While they may still be observed they are approved only when nobody has anything to say any more, or with a reason. */
    private static void mustHaveHadTheirTime(Meeting now, LocalDate on, Provenance by) {
        var until = now.minutes().observableUntil();
        if (until != null && !on.isAfter(until) && by.grounds() == null && !acknowledgedByAll(now, on)) {
            throw new Refused("observations-open", until);
        }
    }

    private static boolean acknowledgedByAll(Meeting now, LocalDate day) {
        var minutes = now.minutes();
        return !minutes.observed() && now.roll().attendance().stream().allMatch(line ->
                minutes.acknowledgedOn(minutes.draft(), Voice.holder(line.institution(), line.person())).filter(on -> !on.isAfter(day)).isPresent());
    }

    /** A later one of the same body that could decide. */
    private static void mustDecideOnThem(MeetingId id, ApproveMinutes c, Meeting now, Meetings meetings) {
        var later = meetings.find(id).orElseThrow(() -> new Invalid("meeting", "unknown-meeting", id));
        if (!later.body().equals(now.body())) {
            throw new Refused("meeting-of-another-body");
        }
        if (id.equals(c.id()) || later.openedOn() == null || later.openedOn().isBefore(now.course().closedOn()) || c.effectiveOn().isBefore(later.openedOn())) {
            throw new Refused("not-a-later-meeting", c.effectiveOn());
        }
        if (!later.quorate()) {
            throw new Refused("meeting-not-quorate");
        }
    }

    /** The unit, or the account of whoever keeps the body's minutes on that day: its technical secretariat, else who leads, convenes or facilitates. */
    private static void mustKeep(Meeting now, LocalDate on, Provenance by, Bodies bodies) {
        mustBeOnTheTable(now, on);
        if (by.institution() == null) {
            return;
        }
        var seats = bodies.seated(Objects.requireNonNull(now.body()), on);
        boolean secretariat = seats.stream().anyMatch(seat -> seat.role() == SeatRole.TECHNICAL_SECRETARIAT);
        if (seats.stream().noneMatch(seat -> by.institution().equals(seat.institution()) && keeps(seat.role(), secretariat))) {
            throw new Refused("not-the-secretariat");
        }
    }

    private static boolean keeps(SeatRole role, boolean secretariat) {
        return secretariat ? role == SeatRole.TECHNICAL_SECRETARIAT : AttendanceRole.of(role).conducts();
    }

    private static void mustBeOnTheTable(Meeting now, LocalDate on) {
        var closedOn = now.course().closedOn();
        if (closedOn == null) {
            throw new Refused("meeting-not-closed");
        }
        if (on.isBefore(closedOn)) {
            throw new Refused("effective-before-previous", closedOn);
        }
        now.minutes().mustFollow(on);
    }
}
