package constancia.command.rights;

import constancia.command.Command;
import constancia.command.actions.ActionCommand.ProposeAction;
import constancia.command.agreements.AgreementCommand.RecordAgreement;
import constancia.command.casefiles.CaseFileCommand.OpenCaseFile;
import constancia.command.indicators.IndicatorCommand.DefineIndicator;
import constancia.command.meetings.MeetingCommand.ConveneMeeting;
import constancia.command.plans.PlanCommand.DefinePlan;
import constancia.command.risks.RiskCommand.RegisterRisk;
import constancia.kernel.ItemId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Into which parts of the register a new item is put. */
final class Containers {

    private Containers() {}

    /** Whoever creates it must have a right in each that is not part of those before it; where there is none, in the whole register. */
    static List<ItemId> of(Command command) {
        return switch (command) {
            case ProposeAction c -> named(c.plan() != null ? c.plan() : c.agreement());
            case RecordAgreement c -> named(c.meeting(), c.body());
            case ConveneMeeting c -> named(c.body());
            case DefinePlan c -> named(c.body());
            case OpenCaseFile c -> named(c.body());
            case DefineIndicator c -> named(c.plan(), c.body());
            case RegisterRisk c -> named(c.plan(), c.body());
            default -> List.of();
        };
    }

    private static List<ItemId> named(@Nullable ItemId... items) {
        return Stream.of(items).filter(Objects::nonNull).toList();
    }
}
