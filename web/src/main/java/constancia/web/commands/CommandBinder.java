package constancia.web.commands;

import constancia.command.CallersByDefault;
import constancia.command.Command;
import constancia.command.MadeIfMissing;
import constancia.command.NeedsGrounds;
import constancia.command.Rectify;
import constancia.kernel.ItemId;
import constancia.kernel.institutions.InstitutionId;
import constancia.web.BadRequest;
import constancia.web.FieldProblem;
import constancia.web.NameResolver;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a command of a request. The command's record is the schema: its components are the fields. All faults are
 * found at once: unknown fields and wrong JSON types (400) before values that do not do (422).
 */
public final class CommandBinder {

    private static final int GROUNDS = 2000;

    /** A command ready to be sent, and on which grounds. */
    public record Bound(Command command, @Nullable String grounds) {}

    private final NameResolver names;
    private final Supplier<UUID> newId;

    public CommandBinder(NameResolver names, Supplier<UUID> newId) {
        this.names = names;
        this.newId = newId;
    }

    /**
     * @param pathId the item in the path; null for a creating command, whose id is the client's or made here
     * @param own    the caller's institution, if it has one
     * @throws BadRequest with every field at fault
     */
    public Bound bind(Class<? extends Command> type, @Nullable UUID pathId, ObjectNode body, @Nullable InstitutionId own, LocalDate today) {
        var values = new ValueReader(names, today);
        var schema = Schema.of(type);
        var arguments = new Object[schema.fields().size()];
        values.unknown("", body, name -> name.equals("grounds") || schema.names().contains(name) && (pathId == null || !name.equals("id")));
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(schema.fields().get(i), pathId, body, own, today, values);
        }
        var grounds = grounds(type, body, values);
        values.failIfAny();
        return new Bound((Command) schema.instance(arguments), grounds);
    }

    /**
     * A rectification; its {@code replacement} is read once it is known which command made the record.
     *
     * @throws BadRequest with every field at fault
     */
    public Bound bindRectify(ItemId id, ObjectNode body, LocalDate today) {
        var values = new ValueReader(names, today);
        values.unknown("", body, Set.of("record", "replacement", "void", "effectiveOn", "grounds")::contains);
        var schema = Schema.of(Rectify.class);
        var record = (Integer) values.read("record", body.get("record"), schema.field("record"), newId);
        var replacement = values.object("replacement", body.get("replacement"));
        var never = values.truth("void", body.get("void"));
        var effectiveOn = body.hasNonNull("effectiveOn") ? values.happened("effectiveOn", body.get("effectiveOn"), "effective-in-future") : today;
        var grounds = grounds(Rectify.class, body, values);
        values.failIfAny();
        var correction = replacement instanceof ObjectNode fields ? new FieldsInPlace(fields, "replacement/", names, newId, today) : null;
        return new Bound(new Rectify(id, record, correction, never, effectiveOn), grounds);
    }

    /**
     * Any other record of a request, read by the same rules.
     *
     * @throws BadRequest with every field at fault
     */
    public <T> T read(Class<T> type, ObjectNode body, LocalDate today) {
        var values = new ValueReader(names, today);
        var schema = Schema.of(type);
        values.unknown("", body, schema.names()::contains);
        var arguments = schema.fields().stream().map(field -> values.read(field.name(), body.get(field.name()), field, newId)).toArray();
        values.failIfAny();
        return type.cast(schema.instance(arguments));
    }

    private @Nullable Object argument(Schema.Field field, @Nullable UUID pathId, ObjectNode body, @Nullable InstitutionId own, LocalDate today, ValueReader values) {
        var name = field.name();
        var component = field.component();
        var node = body.get(name);
        boolean missing = node == null || node.isNull();
        if (name.equals("id")) {
            return id(component, pathId, missing ? null : node, values);
        }
        if (name.equals("effectiveOn")) {
            return missing ? today : values.happened("effectiveOn", node, "effective-in-future");
        }
        if (missing && component.isAnnotationPresent(MadeIfMissing.class)) {
            return newId.get();
        }
        if (missing && component.isAnnotationPresent(CallersByDefault.class)) {
            return own != null || field.optional() ? own : values.fault(FieldProblem.of(name, "required"));
        }
        return values.read(name, node, field, newId);
    }

    private @Nullable Object id(RecordComponent component, @Nullable UUID pathId, @Nullable JsonNode node, ValueReader values) {
        UUID id = pathId != null ? pathId : node == null ? newId.get() : values.uuid("id", node);
        return id == null ? null : Schema.of(component.getType().asSubclass(ItemId.class)).instance(id);
    }

    private static @Nullable String grounds(Class<? extends Command> type, ObjectNode body, ValueReader values) {
        var node = body.get("grounds");
        if (node == null || node.isNull()) {
            if (type.isAnnotationPresent(NeedsGrounds.class)) {
                values.fault(FieldProblem.of("grounds", "grounds-required"));
            }
            return null;
        }
        return values.text("grounds", node, GROUNDS);
    }
}
