package constancia.web;

import constancia.command.Command;
import constancia.command.actions.ActionCommand;
import constancia.command.agreements.AgreementCommand;
import constancia.command.bodies.BodyCommand;
import constancia.command.casefiles.CaseFileCommand;
import constancia.command.indicators.IndicatorCommand;
import constancia.command.institutions.InstitutionCommand;
import constancia.command.meetings.MeetingCommand;
import constancia.command.plans.PlanCommand;
import constancia.command.risks.RiskCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The collections of the API: the word in the path, the kind of item in the journal, the commands it takes. */
public enum Collections {
    INSTITUTIONS("institutions", "institution", InstitutionCommand.class),
    BODIES("bodies", "body", BodyCommand.class),
    MEETINGS("meetings", "meeting", MeetingCommand.class),
    PLANS("plans", "plan", PlanCommand.class),
    ACTIONS("actions", "action", ActionCommand.class),
    AGREEMENTS("agreements", "agreement", AgreementCommand.class),
    CASE_FILES("case-files", "case-file", CaseFileCommand.class),
    INDICATORS("indicators", "indicator", IndicatorCommand.class),
    RISKS("risks", "risk", RiskCommand.class);

    private final String path;
    private final String type;
    private final Map<String, Class<? extends Command>> commands;

    Collections(String path, String type, Class<? extends Command> family) {
        this.path = path;
        this.type = type;
        this.commands = Arrays.stream(family.getPermittedSubclasses()).map(command -> command.<Command>asSubclass(Command.class))
                .filter(command -> !command.isAnnotationPresent(constancia.command.Internal.class))
                .collect(Collectors.toUnmodifiableMap(Collections::kebab, Function.identity()));
    }

    public static Optional<Collections> at(String path) {
        return Arrays.stream(values()).filter(collection -> collection.path.equals(path)).findFirst();
    }

    public String path() {
        return path;
    }

    public String type() {
        return type;
    }

    /** The kind of item as code writes it: {@code CaseFile}. */
    public String itemName() {
        return Arrays.stream(type.split("-")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
    }

    public Class<? extends Command> creating() {
        return commands.values().stream().filter(Collections::creates).findFirst().orElseThrow();
    }

    /** The command of that name on an item of this collection, if there is one. */
    public Optional<Class<? extends Command>> command(String name) {
        return Optional.<Class<? extends Command>>ofNullable(commands.get(name)).filter(command -> !creates(command));
    }

    public List<Class<? extends Command>> commands() {
        return commands.values().stream().sorted(java.util.Comparator.comparing(Class::getSimpleName)).toList();
    }

    public static boolean creates(Class<? extends Command> command) {
        return command.isAnnotationPresent(constancia.command.Creates.class);
    }

    /** {@code AssignResponsible} is {@code assign-responsible}. */
    public static String kebab(Class<?> command) {
        return command.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase();
    }
}
