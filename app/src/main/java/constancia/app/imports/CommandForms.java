package constancia.app.imports;

import constancia.command.Command;
import constancia.command.actions.ActionCommand.AddMilestone;
import constancia.command.actions.ActionCommand.AmendAction;
import constancia.command.actions.ActionCommand.MarkDelivered;
import constancia.command.actions.ActionCommand.ProposeAction;
import constancia.command.bodies.BodyCommand.AdoptRules;
import constancia.command.bodies.BodyCommand.EstablishBody;
import constancia.command.bodies.BodyCommand.SeatInstitution;
import constancia.command.institutions.InstitutionCommand.AddAlias;
import constancia.command.institutions.InstitutionCommand.RegisterInstitution;
import constancia.command.plans.PlanCommand.AddOutlineNodes;
import constancia.command.plans.PlanCommand.DefinePlan;
import constancia.command.risks.RiskCommand.RegisterRisk;
import constancia.web.NameResolver;
import constancia.web.commands.CommandBinder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The commands of an import as requests: held to the same limits, and read again when their turn comes. */
@Component
final class CommandForms {

    private static final Map<String, Class<? extends Command>> TYPES = Stream.of(RegisterInstitution.class, AddAlias.class, DefinePlan.class,
            AddOutlineNodes.class, ProposeAction.class, AmendAction.class, AddMilestone.class, MarkDelivered.class, EstablishBody.class,
            SeatInstitution.class, AdoptRules.class, RegisterRisk.class).collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private final CommandBinder binder;
    private final JsonMapper json;
    private final Clock clock;

    CommandForms(NameResolver names, Supplier<UUID> newId, JsonMapper json, Clock clock) {
        this.binder = new CommandBinder(names, newId);
        this.json = json;
        this.clock = clock;
    }

    /** @throws constancia.web.BadRequest a value that no request could have */
    void check(Command command) {
        read(command.getClass().getSimpleName(), json.writeValueAsString(command));
    }

    Command read(String type, String command) {
        return binder.bind(TYPES.get(type), null, (ObjectNode) json.readTree(command), null, LocalDate.now(clock)).command();
    }
}
