package constancia.app.security;

import constancia.kernel.Invalid;
import constancia.kernel.ItemId;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.rights.Role;
import constancia.web.security.AccountOffice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts, the roles they hold and the links into them. Changes of who administers take turns, so that somebody always does. */
@Component
class Administration implements AccountOffice {

    private static final Duration LINK_LASTS = Duration.ofDays(7);
    private static final int LINK_BYTES = 32;
    private static final String TURN = "select pg_advisory_xact_lock(hashtext('constancia administrators')) is null";

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AccountLog log;
    private final AccountNews news;
    private final BrowserSessions sessions;
    private final Tokens tokens;
    private final Authenticators authenticators;
    private final OwnPasswords passwords;

    Administration(@Qualifier("workDb") JdbcClient workDb, @Qualifier("workTransaction") TransactionTemplate workTransaction, @Qualifier("wallClock") Clock clock, AccountLog log, AccountNews news,
                   BrowserSessions sessions, Tokens tokens, Authenticators authenticators, OwnPasswords passwords) {
        this.db = workDb;
        this.transaction = workTransaction;
        this.clock = clock;
        this.log = log;
        this.news = news;
        this.sessions = sessions;
        this.tokens = tokens;
        this.authenticators = authenticators;
        this.passwords = passwords;
    }

    @Override
    public List<AccountShown> all() {
        return accounts("");
    }

    @Override
    public Optional<AccountShown> of(String account) {
        return accounts(account).stream().findFirst();
    }

    /** @param only the name of one account, or nothing for all */
    private List<AccountShown> accounts(String only) {
        var roles = db.sql("""
                select account, id, role, bound_kind, bound_to, from_on, until_on, ended_at from journal.role_binding
                where :only in ('', account) order by granted_at, id""").param("only", only)
                .query((row, line) -> Map.entry(row.getString(1), new HeldRole(row.getObject(2, UUID.class), role(row.getString(3)), row.getString(4), row.getObject(5, UUID.class),
                        row.getObject(6, LocalDate.class), row.getObject(7, LocalDate.class), instant(row, 8))))
                .list().stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return db.sql("""
                select name, kind, display_name, person, disabled_at is not null,
                       exists (select 1 from journal.second_factor where account = name and confirmed_at is not null), created_at
                from journal.account where :only in ('', name) order by name""").param("only", only)
                .query((row, line) -> new AccountShown(row.getString(1), AccountKind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)), row.getString(3), row.getObject(4, UUID.class),
                        row.getBoolean(5), row.getBoolean(6), instant(row, 7), roles.getOrDefault(row.getString(1), List.of()))).list();
    }

    @Override
    public List<AccountChange> history(String account) {
        return db.sql("select at, actor, change, detail, grounds from journal.account_change where account = :account order by id").param("account", account)
                .query((row, line) -> new AccountChange(instant(row, 1), row.getString(2), row.getString(3), row.getString(4), row.getString(5))).list();
    }

    @Override
    public void make(String actor, New wanted) {
        changing(() -> {
            made(actor, wanted);
            return null;
        });
    }

    private void made(String actor, New wanted) {
        int rows = db.sql("insert into journal.account (name, kind, display_name, person) values (:name, :kind, :display, :person) on conflict do nothing")
                .param("name", wanted.account()).param("kind", wanted.kind().word()).param("display", wanted.displayName()).param("person", wanted.person()).update();
        if (rows == 0) {
            throw new Refused("account-exists", wanted.account());
        }
        log.keep(wanted.account(), actor, "account-made", wanted.kind().word());
        wanted.roles().forEach(holding -> granted(actor, wanted.account(), holding, null));
    }

    @Override
    public void disable(String actor, String account) {
        changing(() -> {
            mustNotBeTheLast(account);
            if (db.sql("update journal.account set disabled_at = :now where name = :name and disabled_at is null").param("now", now()).param("name", account).update() == 1) {
                sessions.endOthers(account, null);
                tokens.endAll(account);
                log.keep(account, actor, "account-disabled", null);
            }
            return null;
        });
    }

    @Override
    public void enable(String actor, String account) {
        changing(() -> {
            if (db.sql("update journal.account set disabled_at = null where name = :name and disabled_at is not null").param("name", account).update() == 1) {
                log.keep(account, actor, "account-enabled", null);
            }
            return null;
        });
    }

    @Override
    public void grant(String actor, String account, Holding holding, @Nullable String grounds) {
        changing(() -> {
            granted(actor, account, holding, grounds);
            return null;
        });
    }

    private void granted(String actor, String account, Holding holding, @Nullable String grounds) {
        var from = holding.from() == null ? LocalDate.now(clock) : holding.from();
        if (holding.until() != null && holding.until().isBefore(from)) {
            throw new Invalid("until", "until-before-from");
        }
        db.sql("""
                insert into journal.role_binding (id, account, role, bound_kind, bound_to, from_on, until_on, granted_by, granted_at)
                values (gen_random_uuid(), :account, :role, :kind, :to, :from, :until, :actor, :now)""")
                .param("account", account).param("role", holding.role().word()).param("kind", kind(holding.to())).param("to", id(holding.to()))
                .param("from", from).param("until", holding.until()).param("actor", actor).param("now", now()).update();
        log.keep(account, actor, "role-granted", said(holding.role(), holding.to()) + " " + from + (holding.until() == null ? "" : "/" + holding.until()), grounds);
    }

    @Override
    public void end(String actor, String account, Role role, @Nullable ItemId to, @Nullable String grounds) {
        changing(() -> {
            if (role == Role.ADMINISTRATOR && to == null) {
                mustNotBeTheLast(account);
            }
            int rows = db.sql("""
                    update journal.role_binding set ended_at = :now, ended_by = :actor
                    where account = :account and role = :role and bound_kind is not distinct from :kind and bound_to is not distinct from :to and ended_at is null""")
                    .param("now", now()).param("actor", actor).param("account", account).param("role", role.word()).param("kind", kind(to)).param("to", id(to)).update();
            if (rows == 0) {
                throw new Refused("role-not-held", account);
            }
            log.keep(account, actor, "role-ended", said(role, to), grounds);
            return null;
        });
    }

    /** Somebody else administers the register today and will go on. */
    private void mustNotBeTheLast(String account) {
        db.sql(TURN).query(Boolean.class).single();
        boolean administers = !administrators("name = :account", account).isEmpty();
        if (administers && administrators("name <> :account", account).isEmpty()) {
            throw new Refused("last-administrator", account);
        }
    }

    private List<String> administrators(String which, String account) {
        return db.sql("""
                select name from journal.role_binding join journal.account on name = account
                where role = 'administrator' and bound_to is null and ended_at is null and from_on <= :today and until_on is null
                  and disabled_at is null and (password_hash is not null or exists (select 1 from journal.external_identity where external_identity.account = name)) and """ + " " + which)
                .param("today", LocalDate.now(clock)).param("account", account).query(String.class).list();
    }

    @Override
    public void endSessions(String actor, String account) {
        changing(() -> {
            sessions.endOthers(account, null);
            log.keep(account, actor, "sessions-ended", null);
            return null;
        });
    }

    @Override
    public void endTokens(String actor, String account) {
        changing(() -> {
            tokens.endAll(account);
            log.keep(account, actor, "tokens-ended", null);
            return null;
        });
    }

    @Override
    public InvitationLink invite(String actor, New wanted, @Nullable LocalDate expiresOn) {
        return changing(() -> {
            made(actor, wanted);
            log.keep(wanted.account(), actor, "invited", null);
            return link(actor, wanted.account(), false, expiresOn);
        });
    }

    @Override
    public InvitationLink again(String actor, String account) {
        return changing(() -> {
            log.keep(account, actor, "let-in-again", null);
            return link(actor, account, true, null);
        });
    }

    /** Of one account only the newest link is good. */
    private InvitationLink link(String actor, String account, boolean again, @Nullable LocalDate expiresOn) {
        var expires = clock.instant().plus(LINK_LASTS);
        if (expiresOn != null) {
            var last = LocalDate.ofInstant(expires, clock.getZone());
            if (expiresOn.isBefore(LocalDate.now(clock)) || expiresOn.isAfter(last)) {
                throw new Invalid("expiresOn", "not-between", LocalDate.now(clock), last);
            }
            expires = expiresOn.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        }
        db.sql("update journal.invitation set ended_at = :now where account = :account and used_at is null and ended_at is null").param("now", now()).param("account", account).update();
        var secret = Hashes.secret(LINK_BYTES);
        var id = UUID.randomUUID();
        db.sql("""
                insert into journal.invitation (id, link_hash, account, again, made_by, made_at, expires_at) values (:id, :hash, :account, :again, :actor, :now, :expires)""")
                .param("id", id).param("hash", Hashes.of(secret)).param("account", account).param("again", again).param("actor", actor).param("now", now())
                .param("expires", expires.atOffset(ZoneOffset.UTC)).update();
        return new InvitationLink(id, account, "/invitacion/" + secret, expires);
    }

    @Override
    public List<PendingInvitation> invitations() {
        return db.sql("""
                select id, account, again, made_by, made_at, expires_at from journal.invitation
                where used_at is null and ended_at is null and expires_at > :now order by made_at desc, id""").param("now", now())
                .query((row, line) -> new PendingInvitation(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3), row.getString(4), instant(row, 5), instant(row, 6))).list();
    }

    @Override
    public boolean revoke(String actor, UUID invitation) {
        return changing(() -> {
            var account = db.sql("update journal.invitation set ended_at = :now where id = :id and used_at is null and ended_at is null returning account")
                    .param("now", now()).param("id", invitation).query(String.class).optional();
            account.ifPresent(name -> log.keep(name, actor, "invitation-revoked", null));
            return account.isPresent();
        });
    }

    @Override
    public Optional<String> invited(String link) {
        return db.sql("""
                select account from journal.invitation join journal.account on name = account
                where link_hash = :hash and used_at is null and ended_at is null and expires_at > :now and disabled_at is null""")
                .param("hash", Hashes.of(link)).param("now", now()).query(String.class).optional();
    }

    @Override
    public Optional<String> accept(String link, String password) {
        return changing(() -> used(link).map(account -> {
            passwords.set(account, password, null);
            return account;
        }));
    }

    @Override
    public Optional<String> accept(String link, String issuer, String subject) {
        return changing(() -> used(link).map(account -> {
            int rows = db.sql("insert into journal.external_identity (issuer, subject, account, linked_at) values (:issuer, :subject, :account, :now) on conflict do nothing")
                    .param("issuer", issuer).param("subject", subject).param("account", account).param("now", now()).update();
            if (rows == 0) {
                throw new Refused("identity-taken");
            }
            log.keep(account, account, "identity-linked", issuer);
            return account;
        }));
    }

    /** Uses it up; a password that is refused afterwards gives it back, for all is one transaction. */
    private Optional<String> used(String link) {
        record Used(String account, boolean again) {}
        var used = db.sql("""
                update journal.invitation set used_at = :now
                where link_hash = :hash and used_at is null and ended_at is null and expires_at > :now
                  and exists (select 1 from journal.account where name = account and disabled_at is null)
                returning account, again""").param("hash", Hashes.of(link)).param("now", now())
                .query((row, line) -> new Used(row.getString(1), row.getBoolean(2))).optional();
        used.filter(Used::again).ifPresent(one -> authenticators.remove(one.account, one.account));
        return used.map(Used::account);
    }

    private <T> T changing(Supplier<T> change) {
        return transaction.execute(status -> {
            var result = change.get();
            news.tell();
            return result;
        });
    }

    private static String said(Role role, @Nullable ItemId to) {
        return role.word() + (to == null ? "" : " " + kind(to) + " " + to);
    }

    private static @Nullable String kind(@Nullable ItemId to) {
        return switch (to) {
            case null -> null;
            case BodyId _ -> "body";
            case PlanId _ -> "plan";
            case InstitutionId _ -> "institution";
            default -> throw new IllegalArgumentException("No role is bound to " + to);
        };
    }

    private static @Nullable UUID id(@Nullable ItemId to) {
        return to == null ? null : to.value();
    }

    private static Role role(String word) {
        return Role.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
