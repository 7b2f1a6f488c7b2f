package constancia.kernel.meetings;

import constancia.kernel.meetings.MeetingEvent.*;
import java.time.LocalDate;
import java.util.UUID;

/** What can be on record of one deliberation of a meeting. Each deliberation is an ordered facet. */
public sealed interface DeliberationStep permits QuestionPut, PositionRecorded, ProposalCompiled, ProposalAssessed, SecondProposalPut, DeliberationConcluded {

    UUID deliberation();

    LocalDate effectiveOn();
}
