package constancia.command.agreements;

import constancia.command.agreements.AgreementCommand.RecordAgreement;
import constancia.command.agreements.AgreementCommand.Signatory;
import constancia.command.meetings.Meetings.KnownDeliberation;
import constancia.command.meetings.Meetings.KnownMeeting;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.agreements.AgreementEvent.AgreementRecorded;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.Party;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.meetings.DeliberationOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules for putting an agreement on record, and its folio. */
final class Recording {

    private Recording() {}

    static AgreementRecorded of(RecordAgreement c, Agreements agreements, Neighbours others) {
        var meeting = meeting(c, others);
        var body = body(c, meeting, others);
        var deliberation = deliberation(c, others);
        var parties = parties(c, others);
        mustBeConsistent(c);
        mustBeOfItsKind(c);
        var addressees = Drafted.addressees(c.addressees(), c.effectiveOn(), others);
        var clauses = Drafted.clauses(c.clauses(), parties.stream().map(Party::institution).collect(Collectors.toSet()), c.effectiveOn(), others);
        if (meeting != null) {
            mustBeAgreedIn(meeting, c);
        }
        if (deliberation != null) {
            mustHaveComeOf(deliberation, c);
        }
        return new AgreementRecorded(folio(body, c.effectiveOn(), agreements, others), c.kind(), c.title(), c.text(), c.meeting(), c.deliberation(), c.item(),
                body, c.adoption(), parties, c.validFrom(), c.validUntil(), c.draft(), addressees, clauses, c.effectiveOn());
    }

    private static @Nullable KnownMeeting meeting(RecordAgreement c, Neighbours others) {
        if (c.meeting() == null) {
            if (c.deliberation() != null) {
                throw new Invalid("deliberation", "deliberation-without-meeting");
            }
            if (c.item() != null) {
                throw new Invalid("item", "item-without-meeting");
            }
            return null;
        }
        var meeting = others.meetings().find(c.meeting()).orElseThrow(() -> new Invalid("meeting", "unknown-meeting", c.meeting()));
        if (c.item() != null && others.meetings().item(c.meeting(), c.item()).isEmpty()) {
            throw new Invalid("item", "unknown-agenda-item", c.item());
        }
        return meeting;
    }

    private static @Nullable KnownDeliberation deliberation(RecordAgreement c, Neighbours others) {
        return c.deliberation() == null ? null : others.meetings().deliberation(c.meeting(), c.deliberation())
                .orElseThrow(() -> new Invalid("deliberation", "unknown-deliberation", c.deliberation()));
    }

    private static @Nullable BodyId body(RecordAgreement c, @Nullable KnownMeeting meeting, Neighbours others) {
        if (meeting != null && c.body() != null && !c.body().equals(meeting.body())) {
            throw new Invalid("body", "not-the-meetings-body");
        }
        var body = meeting != null ? meeting.body() : c.body();
        if (body == null) {
            if (c.kind() == AgreementKind.DECISION) {
                throw new Invalid("body", "required");
            }
            return null;
        }
        if (!others.bodies().active(body, c.effectiveOn())) {
            if (c.body() == null) {
                throw new Refused("body-not-active", c.effectiveOn());
            }
            throw others.bodies().exists(body) ? new Invalid("body", "body-not-active", c.effectiveOn()) : new Invalid("body", "unknown-body", body);
        }
        return body;
    }

    private static List<Party> parties(RecordAgreement c, Neighbours others) {
        var parties = new ArrayList<Party>();
        for (var signatory : Objects.requireNonNullElse(c.parties(), List.<Signatory>of())) {
            var field = "parties/" + parties.size();
            boolean mustRatify = Boolean.TRUE.equals(signatory.mustRatify());
            others.mustBeActive(field + "/institution", signatory.institution(), c.effectiveOn());
            if (parties.stream().anyMatch(party -> party.institution().equals(signatory.institution()))) {
                throw new Invalid(field + "/institution", "party-named-twice");
            }
            if (!c.kind().instrument() && (signatory.mustSign() || mustRatify)) {
                throw new Invalid(field + (mustRatify ? "/mustRatify" : "/mustSign"), "waits-for-no-signature");
            }
            parties.add(new Party(signatory.institution(), signatory.mustSign(), mustRatify));
        }
        return List.copyOf(parties);
    }

    private static void mustBeConsistent(RecordAgreement c) {
        if (c.validUntil() == null) {
            return;
        }
        if (c.validFrom() != null && c.validUntil().isBefore(c.validFrom())) {
            throw new Invalid("validUntil", "until-before-from");
        }
        if (c.validUntil().isBefore(c.effectiveOn())) {
            throw new Invalid("validUntil", "until-before-effective", c.effectiveOn());
        }
    }

    private static void mustBeOfItsKind(RecordAgreement c) {
        if (Boolean.TRUE.equals(c.draft()) && c.kind() != AgreementKind.PRONOUNCEMENT) {
            throw new Invalid("draft", "only-for-pronouncements");
        }
        Drafted.mustSuit(c.kind(), c.addressees(), c.clauses());
    }

    /** In a meeting that was held, on a day of it; what a body decides, with quorum. The minutes may be typed after it was closed. */
    private static void mustBeAgreedIn(KnownMeeting meeting, RecordAgreement c) {
        if (meeting.cancelled()) {
            throw new Refused("meeting-cancelled");
        }
        if (meeting.openedOn() == null) {
            throw new Refused("meeting-not-open");
        }
        if (c.effectiveOn().isBefore(meeting.openedOn())) {
            throw new Refused("effective-before-meeting", meeting.openedOn());
        }
        if (meeting.closedOn() != null && c.effectiveOn().isAfter(meeting.closedOn())) {
            throw new Refused("effective-after-meeting", meeting.closedOn());
        }
        if (meeting.minutesApproved()) {
            throw new Refused("minutes-approved");
        }
        if (!c.kind().instrument() && !meeting.quorate()) {
            throw new Refused("meeting-not-quorate");
        }
    }

    /** Of a deliberation that was concluded by then, and not with discrepancies that nobody resolved. */
    private static void mustHaveComeOf(KnownDeliberation deliberation, RecordAgreement c) {
        if (!deliberation.concludedBy(c.effectiveOn())) {
            throw new Refused("deliberation-not-concluded", c.effectiveOn());
        }
        if (deliberation.outcome() == DeliberationOutcome.UNRESOLVED) {
            throw new Refused("deliberation-unresolved");
        }
    }

    private static String folio(@Nullable BodyId body, LocalDate on, Agreements agreements, Neighbours others) {
        var series = body == null ? "INS" : "ACU-" + others.bodies().acronym(body);
        return String.format(Locale.ROOT, "%s-%d-%04d", series, on.getYear(), agreements.nextNumber(series, on.getYear()));
    }
}
