package constancia.web.commands;

import constancia.kernel.Sha256;
import constancia.command.Answer;
import constancia.command.Command;
import constancia.command.Commands;
import constancia.command.Forbidden;
import constancia.command.ForInstitution;
import constancia.command.IdempotencyKey;
import constancia.command.Receipt;
import constancia.command.Rectify;
import constancia.command.rights.Entitlement;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.query.history.Entry;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.web.BadRequest;
import constancia.web.Caller;
import constancia.web.Collections;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Makes commands of what a caller says, in the caller's name. */
@Component
public final class Recording {

    private final Commands commands;
    private final Entitlement entitlement;
    private final CommandBinder binder;
    private final Journal journal;
    private final Clock clock;

    Recording(Commands commands, Entitlement entitlement, CommandBinder binder, Journal journal, Clock clock) {
        this.commands = commands;
        this.entitlement = entitlement;
        this.binder = binder;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Records what was said on a page.
     *
     * @param id      the item it is said of; null for what creates one
     * @param version the version of the item that the person was looking at, if that matters
     * @throws Forbidden  the caller may not
     * @throws BadRequest with every field at fault; and all that {@link Commands#send} throws
     */
    public Receipt record(Caller caller, Collections target, Class<? extends Command> type, @Nullable UUID id, ObjectNode body, @Nullable Integer version) {
        mayGive(caller, target, type, id);
        var bound = bound(target, type, id, body, caller);
        return commands.send(bound.command(), provenance(caller, bound, Through.WEB), version);
    }

    /**
     * Records it under a key: said again, nothing is recorded again, and the first answer is given.
     *
     * @throws Forbidden  the caller may not
     * @throws BadRequest with every field at fault; and all that {@link Commands#send} throws
     */
    public Answer recordOnce(Caller caller, Collections target, Class<? extends Command> type, @Nullable UUID id, ObjectNode body, IdempotencyKey key) {
        mayGive(caller, target, type, id);
        var bound = bound(target, type, id, body, caller);
        return commands.send(bound.command(), provenance(caller, bound, Through.WEB), null, key, receipt -> new Answer(200,
                body.objectNode().put("id", receipt.id().toString()).put("version", receipt.version()).put("folio", receipt.folio()).toString(), null, "\"" + receipt.version() + "\""));
    }

    /**
     * The same under a key that a page made.
     *
     * @param path to which it was sent, for the same key never stands for two different things
     * @throws BadRequest the key is none; and as above
     */
    public Answer recordOnce(Caller caller, Collections target, Class<? extends Command> type, @Nullable UUID id, ObjectNode body, String key, String path) {
        return recordOnce(caller, target, type, id, body, new IdempotencyKey(caller.account(), Headers.key(key), "POST", path, Sha256.of(body.toString().getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * Asked before a request is read.
     *
     * @throws Forbidden whatever it says, the caller may not
     */
    void mayGive(Caller caller, Collections target, Class<? extends Command> type, @Nullable UUID id) {
        entitlement.beforehand(caller.authority(), target.nameOf(type), id == null ? null : target.id(id));
    }

    CommandBinder.Bound bound(Collections target, Class<? extends Command> type, @Nullable UUID id, ObjectNode body, Caller caller) {
        if (type != Rectify.class) {
            var bound = binder.bind(type, id, body, caller.institution(), LocalDate.now(clock));
            mustBeKnown(bound.command(), caller);
            return bound;
        }
        var bound = binder.bindRectify(target.id(Objects.requireNonNull(id)), body, LocalDate.now(clock));
        mustFit((Rectify) bound.command(), target, journal.of(caller.reader(), target.type(), id));
        return bound;
    }

    /** What the caller may not know of is, where a command names it, as unknown as what there is not. */
    private void mustBeKnown(Command command, Caller caller) {
        var named = NamedItems.in((Record) command);
        var hidden = journal.hiddenAmong(caller.reader(), named.stream().map(NamedItems.Named::id).toList());
        named.stream().filter(one -> hidden.contains(one.id())).findFirst().ifPresent(one -> {
            throw new Invalid(one.field(), one.code(), one.id());
        });
    }

    /** Whether the fields of a replacement are those of the command that made the record: what a record is of never changes. */
    private static void mustFit(Rectify rectify, Collections target, List<Entry> records) {
        if (rectify.replacement() != null && rectify.record() <= records.size()) {
            if (records.get(rectify.record() - 1).withheld()) {
                throw new UnknownItem();
            }
            var right = rectify.replacement().over(target.again(rectify.id(), records.get(rectify.record() - 1).record().event()));
            if (right instanceof Rectify inner) {
                mustFit(inner, target, records);
            }
        }
    }

    static Provenance provenance(Caller caller, CommandBinder.Bound bound, Through through) {
        var named = ForInstitution.of(bound.command());
        var institution = named != null ? named : caller.institution();
        return new Provenance(caller.account(), institution, institution != null && !caller.authority().isLiaisonOf(institution), through, bound.grounds());
    }
}
