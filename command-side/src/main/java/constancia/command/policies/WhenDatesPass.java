package constancia.command.policies;

import constancia.command.Command;
import constancia.command.actions.ActionCommand.PassDueDate;
import constancia.command.agreements.AgreementCommand.ExpireAgreement;
import constancia.command.agreements.AgreementCommand.LapseReserve;
import constancia.command.casefiles.CaseFileCommand.LapseCaseFileReserve;
import constancia.command.meetings.MeetingCommand.LapseMeetingReserve;
import constancia.kernel.Provenance.Through;
import constancia.kernel.Provenance;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.meetings.MeetingId;
import java.time.LocalDate;
import java.util.UUID;

/** What the calendar puts on record when a date is over. Asked again, each command finds its work done. */
public enum WhenDatesPass {
    /** The due date in force of an action in which something is owed. */
    DUE_DATE {
        @Override
        public Command command(UUID item, LocalDate today) {
            return new PassDueDate(new ActionId(item), today);
        }
    },
    /** The last day of an agreement that held until then. */
    VALIDITY {
        @Override
        public Command command(UUID item, LocalDate today) {
            return new ExpireAgreement(new AgreementId(item), today);
        }
    },
    /** The last day of a reserve: of an agreement, */
    RESERVE {
        @Override
        public Command command(UUID item, LocalDate today) {
            return new LapseReserve(new AgreementId(item), today);
        }
    },
    /** of a meeting, */
    MEETING_RESERVE {
        @Override
        public Command command(UUID item, LocalDate today) {
            return new LapseMeetingReserve(new MeetingId(item), today);
        }
    },
    /** of a case file. */
    CASE_FILE_RESERVE {
        @Override
        public Command command(UUID item, LocalDate today) {
            return new LapseCaseFileReserve(new CaseFileId(item), today);
        }
    };

    /** Who records it. */
    public static final Provenance BY = new Provenance("system:calendar", null, false, Through.CALENDAR, null);

    /** @param today the day on which the calendar looks: what was to last until the day before is over */
    public abstract Command command(UUID item, LocalDate today);
}
