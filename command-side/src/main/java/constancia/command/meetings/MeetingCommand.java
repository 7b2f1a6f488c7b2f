package constancia.command.meetings;

import constancia.command.AtMost;
import constancia.command.Between;
import constancia.command.CallersByDefault;
import constancia.command.Command;
import constancia.command.Creates;
import constancia.command.MadeIfMissing;
import constancia.command.NeedsGrounds;
import constancia.command.Text;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.Assessment;
import constancia.kernel.meetings.CarriedFrom;
import constancia.kernel.meetings.Convocation;
import constancia.kernel.meetings.DeliberationOutcome;
import constancia.kernel.meetings.ItemOutcome;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.meetings.MeetingMode;
import constancia.kernel.meetings.TakenUp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a meeting. */
public sealed interface MeetingCommand extends Command {

    /** {@code minutes}: the time set aside for it; {@code carriedFrom}: the item of the backlog that it takes up. */
    record NewAgendaItem(@MadeIfMissing UUID item, @Text(500) String title, @Nullable InstitutionId presenter,
                         @Between(min = 1, max = 1440) @Nullable Integer minutes, @Nullable CarriedFrom carriedFrom) {}

    /**
     * An institution, with who spoke for it if that is known; or a person alone, on its own seat.
     *
     * @param role     in which of its seats
     * @param capacity as what that person spoke for the institution
     */
    record Present(@Nullable InstitutionId institution, @Nullable UUID person, @Nullable SeatRole role, @Nullable Capacity capacity) {}

    @Override
    MeetingId id();

    /** {@code series}: the series that it continues, or begins if there is none by that identifier. */
    @Creates
    record ConveneMeeting(MeetingId id, BodyId body, Instant startsAt, @Text(300) @Nullable String place, @Nullable MeetingMode mode,
                          @Nullable List<NewAgendaItem> agenda, @Nullable UUID series, LocalDate effectiveOn) implements MeetingCommand {}

    /** Of an institution, {@code person} being who comes for it; or of a person on its own seat. */
    record AnswerConvocation(MeetingId id, @CallersByDefault @Nullable InstitutionId institution, @Nullable UUID person, Convocation answer,
                             @Text(4000) @Nullable String text, LocalDate effectiveOn) implements MeetingCommand {}

    record AddAgendaItem(MeetingId id, @MadeIfMissing UUID item, @Text(500) String title, @Nullable InstitutionId presenter,
                         @Between(min = 1, max = 1440) @Nullable Integer minutes, @Nullable CarriedFrom carriedFrom,
                         LocalDate effectiveOn) implements MeetingCommand {}

    record CloseAgendaItem(MeetingId id, UUID item, ItemOutcome outcome, LocalDate effectiveOn) implements MeetingCommand {}

    @NeedsGrounds
    record PostponeMeeting(MeetingId id, Instant startsAt, LocalDate effectiveOn) implements MeetingCommand {}

    @NeedsGrounds
    record CancelMeeting(MeetingId id, LocalDate effectiveOn) implements MeetingCommand {}

    /** {@code effectiveOn} is the day on which it is held. */
    record OpenMeeting(MeetingId id, @AtMost(500) List<Present> attendance, LocalDate effectiveOn) implements MeetingCommand {}

    /**
     * @param item    the item of the agenda under which it is put
     * @param takesUp the deliberation, of another body for instance, whose proposal is before this one
     */
    record PutQuestion(MeetingId id, @MadeIfMissing UUID deliberation, @Nullable UUID item, @Text(4000) String question, @Nullable TakenUp takesUp,
                       LocalDate effectiveOn) implements MeetingCommand, DeliberationCommand {}

    /** Of an institution, {@code person} having spoken for it; or of a person on its own seat. */
    record RecordPosition(MeetingId id, UUID deliberation, @CallersByDefault @Nullable InstitutionId institution, @Nullable UUID person,
                          @Text(4000) String text, LocalDate effectiveOn) implements MeetingCommand, DeliberationCommand {}

    /** {@code options} in order of priority. */
    record CompileProposal(MeetingId id, UUID deliberation, @AtMost(50) @Text(4000) List<String> options,
                           LocalDate effectiveOn) implements MeetingCommand, DeliberationCommand {}

    /** Of an institution or of a person, as a position. {@code text} says in what a reservation or a disagreement lies. */
    record AssessProposal(MeetingId id, UUID deliberation, @CallersByDefault @Nullable InstitutionId institution, @Nullable UUID person,
                          Assessment assessment, @Text(4000) @Nullable String text, LocalDate effectiveOn) implements MeetingCommand, DeliberationCommand {}

    /** {@code options} in order of priority. */
    record PutSecondProposal(MeetingId id, UUID deliberation, @AtMost(50) @Text(4000) List<String> options,
                             LocalDate effectiveOn) implements MeetingCommand, DeliberationCommand {}

    record ConcludeDeliberation(MeetingId id, UUID deliberation, DeliberationOutcome outcome,
                                LocalDate effectiveOn) implements MeetingCommand, DeliberationCommand {}

    record CloseMeeting(MeetingId id, LocalDate effectiveOn) implements MeetingCommand {}

    /** Without {@code text} the draft is what the register makes of the meeting's own records. */
    record DraftMinutes(MeetingId id, @Text(200_000) @Nullable String text, LocalDate effectiveOn) implements MeetingCommand {}

    record CirculateMinutes(MeetingId id, LocalDate effectiveOn) implements MeetingCommand {}

    record ObserveMinutes(MeetingId id, @MadeIfMissing UUID observation, @CallersByDefault @Nullable InstitutionId institution, @Nullable UUID person,
                          @Text(8000) String text, LocalDate effectiveOn) implements MeetingCommand {}

    record AnswerObservation(MeetingId id, UUID observation, boolean taken, @Text(4000) String why, LocalDate effectiveOn) implements MeetingCommand {}

    /** {@code meeting}: the later meeting of the body that approved them, if one did. */
    record ApproveMinutes(MeetingId id, @Nullable MeetingId meeting, LocalDate effectiveOn) implements MeetingCommand {}

    @NeedsGrounds
    record IssueCorrigendum(MeetingId id, @MadeIfMissing UUID corrigendum, @Text(8000) String text, LocalDate effectiveOn) implements MeetingCommand {}
}
