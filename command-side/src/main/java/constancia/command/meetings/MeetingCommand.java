package constancia.command.meetings;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.command.AtMost;
import constancia.command.Between;
import constancia.command.CallersByDefault;
import constancia.command.Command;
import constancia.command.Creates;
import constancia.command.Internal;
import constancia.command.MadeIfMissing;
import constancia.command.Matching;
import constancia.command.NeedsGrounds;
import constancia.command.TakesFolio;
import constancia.command.Text;
import constancia.command.reserve.Classify;
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
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.reserve.ReservedField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a meeting. */
public sealed interface MeetingCommand extends Command {

    String SHA256 = "[0-9a-f]{64}";
    String SHA256_EXAMPLE = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    /**
     * @param minutes     the time set aside for it
     * @param carriedFrom the item of the backlog that it takes up
     * @param section     the heading under which it stands
     */
    record NewAgendaItem(@MadeIfMissing UUID item, @Text(500) String title, @Nullable InstitutionId presenter,
                         @Between(min = 1, max = 1440) @Nullable Integer minutes, @Nullable CarriedFrom carriedFrom, @Text(200) @Nullable String section) {}

    /**
     * An institution, with who spoke for it if that is known; or a person alone, on its own seat.
     *
     * @param role     in which of its seats
     * @param capacity as what that person spoke for the institution
     */
    record Present(@Nullable InstitutionId institution, @Nullable UUID person, @Nullable SeatRole role, @Nullable Capacity capacity) {}

    @Override
    MeetingId id();

    /**
     * Place, mode, text and agenda that are not stated are those of the template of its series, if that has one.
     *
     * @param series the series that it continues, or begins if there is none by that identifier
     * @param text   what the convocation says
     */
    @Creates
    record ConveneMeeting(MeetingId id, BodyId body, Instant startsAt, @Text(300) @Nullable String place, @Nullable MeetingMode mode,
                          @Nullable List<NewAgendaItem> agenda, @Nullable UUID series, @Text(4000) @Nullable String text,
                          LocalDate effectiveOn) implements MeetingCommand {}

    /** Of an institution, {@code person} being who comes for it; or of a person on its own seat. */
    record AnswerConvocation(MeetingId id, @CallersByDefault @Nullable InstitutionId institution, @Nullable UUID person, Convocation answer,
                             @Text(4000) @Nullable String text, LocalDate effectiveOn) implements MeetingCommand {}

    record AddAgendaItem(MeetingId id, @MadeIfMissing UUID item, @Text(500) String title, @Nullable InstitutionId presenter,
                         @Between(min = 1, max = 1440) @Nullable Integer minutes, @Nullable CarriedFrom carriedFrom,
                         @Text(200) @Nullable String section, LocalDate effectiveOn) implements MeetingCommand {}

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

    /** {@code observationsUntil}: the last day on which they may be observed. */
    record CirculateMinutes(MeetingId id, @Nullable LocalDate observationsUntil, LocalDate effectiveOn) implements MeetingCommand {}

    /** That the draft circulated was received and read: by an institution, {@code person} for it; or by a person on its own seat. */
    record AcknowledgeMinutes(MeetingId id, @CallersByDefault @Nullable InstitutionId institution, @Nullable UUID person,
                              LocalDate effectiveOn) implements MeetingCommand {}

    record ObserveMinutes(MeetingId id, @MadeIfMissing UUID observation, @CallersByDefault @Nullable InstitutionId institution, @Nullable UUID person,
                          @Text(8000) String text, LocalDate effectiveOn) implements MeetingCommand {}

    record AnswerObservation(MeetingId id, UUID observation, boolean taken, @Text(4000) String why, LocalDate effectiveOn) implements MeetingCommand {}

    /** {@code meeting}: the later meeting of the body that approved them, if one did. Needs grounds while they may still be observed. */
    record ApproveMinutes(MeetingId id, @Nullable MeetingId meeting, LocalDate effectiveOn) implements MeetingCommand, TakesFolio {

        /** One turn for all of them: they are few, and whose body's they are is not known here. */
        @Override
        public Object folioKey() {
            return "MIN";
        }
    }

    /** Of an institution, {@code person} signing for it in that {@code capacity}; or of a person on its own seat. */
    record SignMinutes(MeetingId id, @CallersByDefault @Nullable InstitutionId institution, @Nullable UUID person, @Nullable Capacity capacity,
                       @Matching(value = SHA256, example = SHA256_EXAMPLE) @Nullable String document, LocalDate effectiveOn) implements MeetingCommand {}

    @NeedsGrounds
    record IssueCorrigendum(MeetingId id, @MadeIfMissing UUID corrigendum, @Text(8000) String text, LocalDate effectiveOn) implements MeetingCommand {}

    @NeedsGrounds
    record ClassifyMeeting(MeetingId id, @JsonProperty("class") ItemClass classification, @Nullable LocalDate until, @Text(500) @Nullable String legalBasis,
                           @Text(300) @Nullable String authority, @Text(200) @Nullable String resolution, @Nullable ReservedField field,
                           LocalDate effectiveOn) implements MeetingCommand, Classify {}

    /** What is said of a deliberation under way holds once it is concluded; until then it is reserved by itself. */
    @NeedsGrounds
    record ClassifyDeliberation(MeetingId id, UUID deliberation, @JsonProperty("class") ItemClass classification, @Nullable LocalDate until,
                                @Text(500) @Nullable String legalBasis, @Text(300) @Nullable String authority, @Text(200) @Nullable String resolution,
                                LocalDate effectiveOn) implements MeetingCommand, Classify {

        @Override
        public UUID part() {
            return deliberation;
        }
    }

    /** Puts on record, once, that the last day of a reserve of it was over before {@code effectiveOn}; nothing otherwise. */
    @Internal
    record LapseMeetingReserve(MeetingId id, LocalDate effectiveOn) implements MeetingCommand {}
}
