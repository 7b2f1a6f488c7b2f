package constancia.command.meetings;

import constancia.command.meetings.MeetingCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;

/** What each of those who attended does with the minutes: acknowledges the draft circulated, signs what was approved. Receipts come in as they come. */
final class Receiving {

    private Receiving() {}

    /** Each draft once. */
    static MeetingEvent acknowledge(AcknowledgeMinutes c, Meeting now) {
        mustBeClosed(now);
        var minutes = now.minutes();
        if (minutes.status() == null) {
            throw new Refused("minutes-not-drafted");
        }
        int draft = minutes.circulatedBy(c.effectiveOn()).orElseThrow(() -> new Refused("minutes-not-circulated"));
        var voice = Voice.attending(c.institution(), c.person(), now.roll().attendance());
        minutes.acknowledgedOn(draft, voice.holder()).ifPresent(on -> {
            throw new Refused("minutes-acknowledged", on);
        });
        return new MinutesAcknowledged(draft, voice.institution(), voice.person(), c.effectiveOn());
    }

    static MeetingEvent sign(SignMinutes c, Meeting now) {
        if (c.capacity() != null && c.institution() == null) {
            throw new Invalid("capacity", "capacity-without-institution");
        }
        mustBeClosed(now);
        var minutes = now.minutes();
        if (minutes.approvedOn() == null) {
            throw new Refused("minutes-signed-when-approved");
        }
        if (c.effectiveOn().isBefore(minutes.approvedOn())) {
            throw new Refused("effective-before-previous", minutes.approvedOn());
        }
        var voice = Voice.attending(c.institution(), c.person(), now.roll().attendance());
        minutes.signedOn(voice.holder()).ifPresent(on -> {
            throw new Refused("minutes-signed", on);
        });
        return new MinutesSigned(voice.institution(), voice.person(), voice.institution() == null ? null : c.capacity(), c.document(), c.effectiveOn());
    }

    private static void mustBeClosed(Meeting now) {
        if (now.course().closedOn() == null) {
            throw new Refused("meeting-not-closed");
        }
    }
}
