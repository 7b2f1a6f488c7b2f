package constancia.web.commands;

import constancia.command.Answer;
import constancia.command.Command;
import constancia.command.Commands;
import constancia.command.IdempotencyKey;
import constancia.command.Receipt;
import constancia.kernel.Provenance.Through;
import constancia.kernel.Sha256;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.web.BoundedBody;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Every command of every collection: {@code POST /api/actions} creates, {@code POST /api/actions/{id}/mark-delivered} goes on. */
@RestController
final class CommandController {

    private final Commands commands;
    private final Recording recording;
    private final Journal journal;
    private final JsonBodies bodies;
    private final JsonMapper json;

    CommandController(Commands commands, Recording recording, Journal journal, JsonBodies bodies, JsonMapper json) {
        this.commands = commands;
        this.recording = recording;
        this.journal = journal;
        this.bodies = bodies;
        this.json = json;
    }

    @PostMapping("/api/{collection}")
    ResponseEntity<String> create(@PathVariable String collection, HttpServletRequest request,
                                  @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var target = Collections.at(collection).orElseThrow(UnknownItem::new);
        return take(target, target.creating(), null, "/api/" + collection, request, null, key);
    }

    @PostMapping("/api/{collection}/{id}/{command}")
    ResponseEntity<String> command(@PathVariable String collection, @PathVariable UUID id, @PathVariable String command,
                                   HttpServletRequest request,
                                   @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
                                   @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var target = Collections.at(collection).orElseThrow(UnknownItem::new);
        var type = target.command(command).orElseThrow(UnknownItem::new);
        try {
            return take(target, type, id, "/api/" + collection + "/" + id + "/" + command, request, ifMatch, key);
        } catch (RuntimeException refused) {
            // An unknown item goes before any other fault. Whoever succeeds has loaded it, so only then it is asked for.
            if (!journal.holds(Caller.current().reader(), target.type(), id)) {
                throw new UnknownItem();
            }
            throw refused;
        }
    }

    private ResponseEntity<String> take(Collections target, Class<? extends Command> type, @Nullable UUID id, String path,
                                        HttpServletRequest request, @Nullable String ifMatch, @Nullable String key) {
        var caller = Caller.current();
        recording.mayGive(caller, target, type, id);
        var bytes = BoundedBody.read(request);
        var bound = recording.bound(target, type, id, bodies.read(bytes, request.getContentType()), caller);
        var by = Recording.provenance(caller, bound, Through.API);
        var version = Headers.version(ifMatch);
        if (key == null) {
            return respond(answer(target, type, commands.send(bound.command(), by, version)));
        }
        var idempotency = new IdempotencyKey(caller.account(), Headers.key(key), "POST", path, Sha256.of(bytes));
        return respond(commands.send(bound.command(), by, version, idempotency, receipt -> answer(target, type, receipt)));
    }

    private Answer answer(Collections target, Class<? extends Command> type, Receipt receipt) {
        var body = json.createObjectNode().put("id", receipt.id().toString()).put("version", receipt.version())
                .put("token", Tokens.write(receipt.id().value(), receipt.version()));
        if (receipt.folio() != null) {
            body.put("folio", receipt.folio());
        }
        boolean created = Collections.creates(type);
        return new Answer(created ? 201 : 200, body.toString(), created ? "/api/" + target.path() + "/" + receipt.id() : null, "\"" + receipt.version() + "\"");
    }

    private static ResponseEntity<String> respond(Answer answer) {
        var response = ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON).eTag(answer.etag());
        if (answer.location() != null) {
            response.header("Location", answer.location());
        }
        return response.body(answer.body());
    }
}
