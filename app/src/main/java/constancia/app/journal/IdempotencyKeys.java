package constancia.app.journal;

import constancia.app.journal.LastWrites.Write;
import constancia.command.Answer;
import constancia.command.IdempotencyKey;
import constancia.command.KeyReused;
import constancia.command.Receipt;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers a repeated request with the stored answer. The key is read first and written last, in the transaction that
 * appends: of two at once, the loser of the unique key rolls back and finds the winner's answer.
 */
public final class IdempotencyKeys implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final JdbcClient db;

    public IdempotencyKeys(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        var kept = (AxonCommands.Kept) unitOfWork.getMessage().getMetaData().get(AxonCommands.KEPT);
        if (kept == null) {
            return chain.proceed();
        }
        var key = kept.key();
        var stored = db.sql("select method, path, body_hash, status, body, location, etag from journal.idempotency where account = :account and key = :key")
                .param("account", key.account()).param("key", key.key()).query(Stored.class).optional();
        if (stored.isPresent()) {
            if (!key.sameRequest(stored.get().method, stored.get().path, stored.get().bodyHash)) {
                throw new KeyReused();
            }
            return stored.get().answer();
        }
        var answer = kept.answer().apply((Receipt) chain.proceed());
        unitOfWork.onPrepareCommit(u -> LastWrites.add(db, kept(key, answer)));
        return answer;
    }

    private static Write kept(IdempotencyKey key, Answer answer) {
        return new Write("""
                insert into journal.idempotency (account, key, method, path, body_hash, status, body, location, etag)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                key.account(), key.key(), key.method(), key.path(), key.bodyHash(), answer.status(), answer.body(), answer.location(), answer.etag());
    }

    private record Stored(String method, String path, byte[] bodyHash, int status, String body, String location, String etag) {
        Answer answer() {
            return new Answer(status, body, location, etag);
        }
    }
}
