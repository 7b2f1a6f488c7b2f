package constancia.app.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import constancia.kernel.Invalid;
import constancia.web.security.TokenDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tokens, kept as SHA-256. Who holds one is remembered until an account changes anywhere, for ten seconds at most. */
@Component
public class Tokens implements TokenDesk {

    private static final Duration USUALLY_VALID = Duration.ofDays(30);
    private static final int MOST_DAYS = 365;
    private static final int TOKEN_BYTES = 32;

    private record Known(String account, TokenScope scope, Instant expiresAt, long edition) {}

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Accounts accounts;
    private final AccountNews news;
    private final AccountLog log;
    private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(10)).build();

    Tokens(@Qualifier("workDb") JdbcClient workDb, @Qualifier("workTransaction") TransactionTemplate workTransaction, @Qualifier("wallClock") Clock clock, Accounts accounts,
           AccountNews news, AccountLog log) {
        this.db = workDb;
        this.transaction = workTransaction;
        this.clock = clock;
        this.accounts = accounts;
        this.news = news;
        this.log = log;
    }

    @Override
    public Issued issue(String account, Wanted wanted) {
        var token = Hashes.secret(TOKEN_BYTES);
        var expires = expires(wanted.expiresOn());
        return transaction.execute(status -> {
            var id = db.sql("""
                    insert into journal.api_token (token_hash, account, name, scope, created_at, expires_at) values (:hash, :account, :name, :scope, :now, :expires) returning id""")
                    .param("hash", Hashes.of(token)).param("account", account).param("name", wanted.name()).param("scope", wanted.scope().word())
                    .param("now", utc(clock.instant())).param("expires", utc(expires)).query(UUID.class).single();
            log.keep(account, account, "token-issued", wanted.scope().word() + (wanted.name() == null ? "" : " " + wanted.name()));
            return new Issued(id, token, expires);
        });
    }

    /** At the end of its last day, so that a date means what it says. */
    private Instant expires(@Nullable LocalDate last) {
        if (last == null) {
            return clock.instant().plus(USUALLY_VALID);
        }
        var today = LocalDate.now(clock);
        if (last.isBefore(today) || last.isAfter(today.plusDays(MOST_DAYS))) {
            throw new Invalid("expiresOn", "not-between", today, today.plusDays(MOST_DAYS));
        }
        return last.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    @Override
    public Optional<Held> holder(String token) {
        var holder = known.getIfPresent(token);
        if (holder == null || holder.edition != news.edition()) {
            holder = find(token);
            if (holder == null) {
                return Optional.empty();
            }
            known.put(token, holder);
        }
        return holder.expiresAt.isAfter(clock.instant()) ? Optional.of(new Held(accounts.of(holder.account), holder.scope)) : Optional.empty();
    }

    /** The edition is asked first: what changes meanwhile is looked up again. The day of use is enough to know, and costs a write a day. */
    private @Nullable Known find(String token) {
        long edition = news.edition();
        var hash = Hashes.of(token);
        var found = db.sql("""
                select account, scope, expires_at, last_used_at from journal.api_token
                where token_hash = :hash and ended_at is null and exists (select 1 from journal.account where name = account and disabled_at is null)""").param("hash", hash)
                .query((row, line) -> {
                    used(hash, row.getObject(4, OffsetDateTime.class));
                    return new Known(row.getString(1), scope(row.getString(2)), row.getObject(3, OffsetDateTime.class).toInstant(), edition);
                }).optional();
        return found.orElse(null);
    }

    private void used(byte[] hash, @Nullable OffsetDateTime last) {
        var today = LocalDate.now(clock);
        if (last == null || day(last.toInstant()).isBefore(today)) {
            db.sql("update journal.api_token set last_used_at = :now where token_hash = :hash").param("now", utc(clock.instant())).param("hash", hash).update();
        }
    }

    @Override
    public List<KeptToken> of(String account) {
        return db.sql("""
                select id, name, scope, created_at, expires_at, last_used_at from journal.api_token
                where account = :account and ended_at is null and expires_at > :now order by created_at desc, id""")
                .param("account", account).param("now", utc(clock.instant()))
                .query((row, line) -> new KeptToken(row.getObject(1, UUID.class), row.getString(2), scope(row.getString(3)), row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getObject(6) == null ? null : day(row.getObject(6, OffsetDateTime.class).toInstant()))).list();
    }

    @Override
    public boolean revoke(String account, UUID id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean had = db.sql("update journal.api_token set ended_at = :now where account = :account and id = :id and ended_at is null")
                    .param("now", utc(clock.instant())).param("account", account).param("id", id).update() == 1;
            if (had) {
                log.keep(account, account, "token-ended", null);
                news.tell();
            }
            return had;
        }));
    }

    /** Within the transaction of whoever ends them. */
    void endAll(String account) {
        db.sql("update journal.api_token set ended_at = :now where account = :account and ended_at is null")
                .param("now", utc(clock.instant())).param("account", account).update();
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    private static TokenScope scope(String word) {
        return TokenScope.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
