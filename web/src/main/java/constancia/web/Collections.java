package constancia.web;

import constancia.command.Command;
import constancia.command.Rectify;
import constancia.command.access.AccessCommand;
import constancia.command.actions.ActionCommand;
import constancia.command.agreements.AgreementCommand;
import constancia.command.bodies.BodyCommand;
import constancia.command.casefiles.CaseFileCommand;
import constancia.command.indicators.IndicatorCommand;
import constancia.command.institutions.InstitutionCommand;
import constancia.command.meetings.MeetingCommand;
import constancia.command.plans.PlanCommand;
import constancia.command.risks.RiskCommand;
import constancia.kernel.Event;
import constancia.kernel.ItemId;
import constancia.kernel.Rectified;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.indicators.IndicatorId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.risks.RiskId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The collections of the API: the word in the path, the kind of item in the journal, the commands it takes. */
public enum Collections {
    INSTITUTIONS("institutions", "institution", InstitutionCommand.class, InstitutionId::new, constancia.command.institutions.Again::of),
    BODIES("bodies", "body", BodyCommand.class, BodyId::new, constancia.command.bodies.Again::of),
    MEETINGS("meetings", "meeting", MeetingCommand.class, MeetingId::new, constancia.command.meetings.Again::of),
    PLANS("plans", "plan", PlanCommand.class, PlanId::new, constancia.command.plans.Again::of),
    ACTIONS("actions", "action", ActionCommand.class, ActionId::new, constancia.command.actions.Again::of),
    AGREEMENTS("agreements", "agreement", AgreementCommand.class, AgreementId::new, constancia.command.agreements.Again::of),
    CASE_FILES("case-files", "case-file", CaseFileCommand.class, CaseFileId::new, constancia.command.casefiles.Again::of),
    INDICATORS("indicators", "indicator", IndicatorCommand.class, IndicatorId::new, constancia.command.indicators.Again::of),
    RISKS("risks", "risk", RiskCommand.class, RiskId::new, constancia.command.risks.Again::of);

    private static final Map<Class<?>, Collections> BY_ID = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(collection -> collection.id(new UUID(0, 0)).getClass(), Function.identity()));
    private static final ClassValue<String> KEBAB = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> command) {
            return kebab(command);
        }
    };

    /** The log of reads is an item that nobody commands but the register, and has no collection. */
    public static final String OF_THE_ACCESS_LOG = "access-log/";

    private final String path;
    private final String type;
    private final Map<String, Class<? extends Command>> commands;
    private final List<Class<? extends Command>> internal;
    private final Function<UUID, ? extends ItemId> ids;
    private final BiFunction<ItemId, Event, ? extends Command> again;

    @SuppressWarnings("unchecked")
    <I extends ItemId, E extends Event> Collections(String path, String type, Class<? extends Command> family, Function<UUID, I> ids,
                                                    BiFunction<I, E, ? extends Command> again) {
        this.path = path;
        this.type = type;
        this.ids = ids;
        this.again = (BiFunction<ItemId, Event, ? extends Command>) again;
        this.commands = Stream.concat(Arrays.stream(family.getPermittedSubclasses()), Stream.of(Rectify.class)).map(command -> command.<Command>asSubclass(Command.class))
                .filter(command -> !command.isAnnotationPresent(constancia.command.Internal.class))
                .collect(Collectors.toUnmodifiableMap(Collections::kebab, Function.identity()));
        this.internal = Arrays.stream(family.getPermittedSubclasses()).<Class<? extends Command>>map(command -> command.asSubclass(Command.class))
                .filter(command -> command.isAnnotationPresent(constancia.command.Internal.class)).toList();
    }

    /** The collection that an item is in. */
    public static Collections of(ItemId id) {
        return BY_ID.get(id.getClass());
    }

    /** A command as the table of rights calls it: {@code actions/mark-delivered}. */
    public static String nameOf(Command command) {
        return command instanceof AccessCommand ? OF_THE_ACCESS_LOG + kebab(command.getClass()) : of(command.id()).nameOf(command.getClass());
    }

    /** So called when it is given to an item of this collection. */
    public String nameOf(Class<? extends Command> command) {
        return path + "/" + KEBAB.get(command);
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

    /** The id of an item of this collection. */
    public ItemId id(UUID id) {
        return ids.apply(id);
    }

    /** The command that a record of an item of this collection came from. */
    public Command again(ItemId id, Event event) {
        return event instanceof Rectified rectified ? new Rectify(id, rectified.record(), null, null, rectified.effectiveOn()) : again.apply(id, event);
    }

    /** The kind of item as code writes it: {@code CaseFile}. */
    public String itemName() {
        return Arrays.stream(type.split("-")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
    }

    /** The record in which items of this collection are answered: it stands beside their view. */
    public Class<?> answer() {
        var name = "constancia.query." + path.replace("-", "") + "." + itemName() + "Item";
        try {
            return Class.forName(name, false, Collections.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The items of " + path + " are expected as " + name, e);
        }
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

    /** Those that only policies give. */
    public List<Class<? extends Command>> internal() {
        return internal;
    }

    public static boolean creates(Class<? extends Command> command) {
        return command.isAnnotationPresent(constancia.command.Creates.class);
    }

    /** {@code AssignResponsible} is {@code assign-responsible}. */
    public static String kebab(Class<?> command) {
        return command.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase();
    }
}
