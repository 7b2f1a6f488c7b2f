package constancia.command.meetings;

import constancia.command.meetings.MeetingCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Refused;
import constancia.kernel.meetings.Assessment;
import constancia.kernel.meetings.DeliberationOutcome;
import constancia.kernel.meetings.DeliberationStage;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import java.util.HashSet;
import java.util.List;

/** The exchange in a meeting, as the council's procedure has it: question, positions, proposal, assessments, at most a second proposal, outcome. */
final class Deliberating {

    private Deliberating() {}

    static MeetingEvent put(PutQuestion c, Meeting now, Provenance by, Meetings meetings) {
        if (c.item() != null && !now.agenda().contains(c.item())) {
            throw new Invalid("item", "unknown-agenda-item", c.item());
        }
        var takesUp = c.takesUp();
        var former = takesUp == null ? null : meetings.deliberation(takesUp.meeting(), takesUp.deliberation())
                .orElseThrow(() -> new Invalid("takesUp/deliberation", "unknown-deliberation", takesUp.deliberation()));
        now.mustBeUnderWay(c.effectiveOn());
        mustConduct(now, by);
        if (now.deliberations().containsKey(c.deliberation())) {
            throw new Refused("deliberation-known");
        }
        if (c.item() != null && now.closedItems().containsKey(c.item())) {
            throw new Refused("agenda-item-closed");
        }
        if (former != null && !former.concludedBy(c.effectiveOn())) {
            throw new Refused("deliberation-not-concluded", c.effectiveOn());
        }
        return new QuestionPut(c.deliberation(), c.item(), c.question(), takesUp, c.effectiveOn());
    }

    static MeetingEvent speak(RecordPosition c, Meeting now) {
        var deliberation = current(c, now);
        var voice = Voice.of(c.institution(), c.person(), now.roll().attendance());
        if (deliberation.stage() != DeliberationStage.QUESTION) {
            throw new Refused("proposal-compiled");
        }
        return new PositionRecorded(c.deliberation(), voice.institution(), voice.person(), c.text(), voice.counts(), c.effectiveOn());
    }

    static MeetingEvent compile(CompileProposal c, Meeting now, Provenance by) {
        mustDiffer(c.options());
        var deliberation = current(c, now);
        mustConduct(now, by);
        if (deliberation.stage() != DeliberationStage.QUESTION) {
            throw new Refused("proposal-compiled");
        }
        return new ProposalCompiled(c.deliberation(), c.options(), c.effectiveOn());
    }

    static MeetingEvent assess(AssessProposal c, Meeting now) {
        if (c.assessment().discrepant() && c.text() == null) {
            throw new Invalid("text", "assessment-needs-text");
        }
        proposed(c, now);
        var voice = Voice.of(c.institution(), c.person(), now.roll().attendance());
        return new ProposalAssessed(c.deliberation(), voice.institution(), voice.person(), c.assessment(), c.text(), voice.counts(),
                c.effectiveOn());
    }

    static MeetingEvent putSecond(PutSecondProposal c, Meeting now, Provenance by) {
        mustDiffer(c.options());
        var deliberation = proposed(c, now);
        mustConduct(now, by);
        if (deliberation.stage() == DeliberationStage.SECOND_PROPOSAL) {
            throw new Refused("no-third-proposal");
        }
        if (deliberation.standing().stream().noneMatch(Assessment::discrepant)) {
            throw new Refused("no-discrepancies");
        }
        return new SecondProposalPut(c.deliberation(), c.options(), c.effectiveOn());
    }

    static MeetingEvent conclude(ConcludeDeliberation c, Meeting now, Provenance by) {
        var deliberation = proposed(c, now);
        mustConduct(now, by);
        if (now.roll().quorum().lacking()) {
            throw new Refused("meeting-not-quorate");
        }
        if (deliberation.standing().isEmpty()) {
            throw new Refused("nobody-assessed");
        }
        if (deliberation.outcome() == DeliberationOutcome.UNRESOLVED && deliberation.stage() == DeliberationStage.PROPOSAL) {
            throw new Refused("second-proposal-missing");
        }
        if (c.outcome() != deliberation.outcome()) {
            throw new Refused("outcome-not-as-assessed", deliberation.outcome().word());
        }
        return new DeliberationConcluded(c.deliberation(), c.outcome(), c.effectiveOn());
    }

    static MeetingEvent classify(ClassifyDeliberation c, Meeting now, Meetings meetings) {
        now.reserves().mustAllow(c, "meeting", meetings.classes());
        var deliberation = now.deliberations().get(c.deliberation());
        if (deliberation == null) {
            throw new Invalid("deliberation", "unknown-deliberation", c.deliberation());
        }
        if (c.effectiveOn().isBefore(deliberation.putOn())) {
            throw new Refused("effective-before-previous", deliberation.putOn());
        }
        return new DeliberationClassified(c.deliberation(), c.classification(), c.until(), c.legalBasis(), c.authority(), c.resolution(), c.effectiveOn());
    }

    private static Deliberation proposed(DeliberationCommand c, Meeting now) {
        var deliberation = current(c, now);
        if (deliberation.stage() == DeliberationStage.QUESTION) {
            throw new Refused("no-proposal");
        }
        return deliberation;
    }

    private static Deliberation current(DeliberationCommand c, Meeting now) {
        var deliberation = now.deliberations().get(c.deliberation());
        if (deliberation == null) {
            throw new Invalid("deliberation", "unknown-deliberation", c.deliberation());
        }
        now.mustBeUnderWay(c.effectiveOn());
        deliberation.mustTake(c.effectiveOn());
        return deliberation;
    }

    /** The unit records what the facilitator did; the account of an institution does so only if that one conducts the meeting. */
    private static void mustConduct(Meeting now, Provenance by) {
        if (by.institution() != null && now.roll().attendance().stream()
                .noneMatch(line -> by.institution().equals(line.institution()) && line.role().conducts())) {
            throw new Refused("not-the-facilitator");
        }
    }

    private static void mustDiffer(List<String> options) {
        if (options.isEmpty()) {
            throw new Invalid("options", "required");
        }
        var known = new HashSet<String>();
        for (int i = 0; i < options.size(); i++) {
            if (!known.add(options.get(i))) {
                throw new Invalid("options/" + i, "option-twice");
            }
        }
    }
}
