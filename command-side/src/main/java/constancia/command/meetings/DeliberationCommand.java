package constancia.command.meetings;

import constancia.command.meetings.MeetingCommand.*;
import java.time.LocalDate;
import java.util.UUID;

/** A command of {@link MeetingCommand} that is about one deliberation. */
sealed interface DeliberationCommand permits PutQuestion, RecordPosition, CompileProposal, AssessProposal, PutSecondProposal, ConcludeDeliberation {

    UUID deliberation();

    LocalDate effectiveOn();
}
