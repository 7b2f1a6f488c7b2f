package constancia.web.commands;

import constancia.command.Command;
import constancia.command.Correction;
import constancia.command.MadeIfMissing;
import constancia.command.Mention;
import constancia.command.Rectify;
import constancia.kernel.ItemId;
import constancia.web.FieldProblem;
import constancia.web.NameResolver;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a {@code replacement}: read as those of the command that made the record, which says everything else. */
final class FieldsInPlace implements Correction {

    /** What no rectification changes, beside the ids that the record made. */
    private static final Set<String> NEVER = Set.of("id", "folio", "type", "actor");

    private final ObjectNode fields;
    private final String at;
    private final NameResolver names;
    private final Supplier<UUID> newId;
    private final LocalDate today;

    /** @param at where they stand in the request, with a slash behind it */
    FieldsInPlace(ObjectNode fields, String at, NameResolver names, Supplier<UUID> newId, LocalDate today) {
        this.fields = fields;
        this.at = at;
        this.names = names;
        this.newId = newId;
        this.today = today;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <C extends Command> C over(C said) {
        var values = new ValueReader(names, today);
        var command = said instanceof Rectify rectify ? (C) rectification(rectify, values) : (C) command(said, values);
        values.failIfAny();
        return command;
    }

    @Override
    public List<Mention> mentions() {
        var mentions = new ArrayList<Mention>();
        collect(at.substring(0, at.length() - 1), "", fields, mentions);
        return mentions;
    }

    private static void collect(String pointer, String name, JsonNode node, List<Mention> mentions) {
        node.propertyStream().forEach(field -> collect(pointer + "/" + field.getKey(), field.getKey(), field.getValue(), mentions));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(pointer + "/" + i, name, node.get(i), mentions);
            }
        }
        if (node.isString()) {
            Mention.of(pointer, name, node.stringValue().strip()).ifPresent(mentions::add);
        }
    }

    private Object command(Command said, ValueReader values) {
        var schema = Schema.of(said.getClass());
        values.unknown(at, fields, name -> NEVER.contains(name) || schema.names().contains(name));
        NEVER.stream().filter(fields::has).sorted().forEach(name -> never(name, values));
        var arguments = new Object[schema.fields().size()];
        for (int i = 0; i < arguments.length; i++) {
            var field = schema.fields().get(i);
            arguments[i] = fields.has(field.name()) && !NEVER.contains(field.name()) ? corrected(field, field.of(said), values) : field.of(said);
        }
        return schema.instance(arguments);
    }

    private @Nullable Object corrected(Schema.Field field, @Nullable Object said, ValueReader values) {
        var node = fields.get(field.name());
        if (field.name().equals("effectiveOn")) {
            return node.isNull() ? values.fault(FieldProblem.of(at + "effectiveOn", "required")) : values.happened(at + "effectiveOn", node, "effective-in-future");
        }
        if (field.component().isAnnotationPresent(MadeIfMissing.class)) {
            return never(field.name(), values);
        }
        return values.read(at + field.name(), node, field, ids(said, node));
    }

    /** A rectification that is itself corrected: the fields of its own {@code replacement}, or that it is {@code void}. */
    private Rectify rectification(Rectify said, ValueReader values) {
        values.unknown(at, fields, name -> NEVER.contains(name) || Set.of("record", "replacement", "void", "effectiveOn").contains(name));
        NEVER.stream().filter(fields::has).sorted().forEach(name -> never(name, values));
        if (fields.has("record")) {
            never("record", values);
        }
        var on = fields.has("effectiveOn") ? values.happened(at + "effectiveOn", fields.get("effectiveOn"), "effective-in-future") : said.effectiveOn();
        return new Rectify(said.id(), said.record(), replacement(fields, at, values), values.truth(at + "void", fields.get("void")), on);
    }

    private @Nullable Correction replacement(ObjectNode of, String at, ValueReader values) {
        return values.object(at + "replacement", of.get("replacement")) instanceof ObjectNode inner
                ? new FieldsInPlace(inner, at + "replacement/", names, newId, today) : null;
    }

    private @Nullable Object never(String name, ValueReader values) {
        return values.fault(FieldProblem.of(at + name, "never-rectified", name));
    }

    /** Entries of a list keep the ids that they have: those that the request does not name go, in order, to entries without one. */
    private Supplier<UUID> ids(@Nullable Object said, JsonNode corrected) {
        var known = new ArrayList<UUID>();
        if (said instanceof List<?> entries) {
            entries.forEach(entry -> made(entry, known));
        }
        var named = new HashSet<String>();
        corrected.forEach(entry -> entry.forEach(value -> named.add(value.asString(""))));
        known.removeIf(id -> named.contains(id.toString()));
        Deque<UUID> left = new ArrayDeque<>(known);
        return () -> left.isEmpty() ? newId.get() : left.poll();
    }

    private static void made(Object entry, List<UUID> ids) {
        if (!entry.getClass().isRecord() || entry instanceof ItemId) {
            return;
        }
        Schema.of(entry.getClass()).fields().stream().filter(field -> field.component().isAnnotationPresent(MadeIfMissing.class))
                .forEach(field -> ids.add((UUID) field.of(entry)));
    }
}
