package constancia.app.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import constancia.command.accounts.Authorities;
import constancia.kernel.ItemId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.rights.Authority;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts and the roles they hold. What was read is remembered until an account changes anywhere, for ten seconds at most. */
@Component
public class Accounts implements Authorities, constancia.command.accounts.Accounts {

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private record Known(Authority authority, long edition) {}

    private final JdbcClient db;
    private final Clock clock;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final AccountNews news;
    private final Cache<String, Known> authorities = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(10)).build();

    Accounts(@Qualifier("workDb") JdbcClient workDb, @Qualifier("wallClock") Clock clock, Passwords passwords, PasswordPolicy policy, AccountNews news) {
        this.db = workDb;
        this.clock = clock;
        this.passwords = passwords;
        this.policy = policy;
        this.news = news;
    }

    /** A password of 24 random characters. */
    public static String newPassword() {
        return Hashes.secret(18);
    }

    /**
     * Makes the account of an administrator unless there is an account of that name; answers whether it was made. The
     * operator's own password is held to the length alone: a register that does not start helps nobody.
     *
     * @throws IllegalArgumentException the password is too short or too long
     */
    public boolean createAdministrator(String name, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < PasswordPolicy.FEWEST || length > PasswordPolicy.MOST) {
            throw new IllegalArgumentException("CONSTANCIA_ADMIN_PASSWORD: de %1$d a %2$d caracteres / from %1$d to %2$d characters".formatted(PasswordPolicy.FEWEST, PasswordPolicy.MOST));
        }
        if (policy.fault(name, password).isPresent()) {
            LOG.warn("CONSTANCIA_ADMIN_PASSWORD es fácil de adivinar: cámbiela pronto / is easy to guess: change it soon");
        }
        return db.sql("""
                with made as (insert into journal.account (name, password_hash) values (:name, :hash) on conflict do nothing returning name)
                insert into journal.role_binding (id, account, role, from_on, granted_by)
                select gen_random_uuid(), name, 'administrator', :today, 'system:roles' from made""")
                .param("name", name).param("hash", passwords.encode(password)).param("today", LocalDate.now(clock)).update() == 1;
    }

    public boolean exists(String name) {
        return db.sql("select 1 from journal.account where name = :name").param("name", name).query(Integer.class).optional().isPresent();
    }

    @Override
    public boolean sole(String actor) {
        return db.sql("select count(*) = 1 and bool_and(name = :name) from journal.account").param("name", actor).query(Boolean.class).single();
    }

    @Override
    public boolean isLiaison(String actor, InstitutionId institution) {
        return of(actor).isLiaisonOf(institution);
    }

    @Override
    public Authority of(String actor) {
        var known = authorities.getIfPresent(actor);
        if (known == null || known.edition != news.edition()) {
            long edition = news.edition();
            known = new Known(new Authority(actor, bindings(actor)), edition);
            authorities.put(actor, known);
        }
        return known.authority;
    }

    private Set<Binding> bindings(String account) {
        return db.sql("""
                select role, bound_kind, bound_to from journal.role_binding
                where account = :account and from_on <= :today and (until_on is null or until_on >= :today) and ended_at is null
                      and exists (select 1 from journal.account where name = account and disabled_at is null)""")
                .param("account", account).param("today", LocalDate.now(clock))
                .query((row, line) -> new Binding(Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT).replace('-', '_')),
                        boundTo(row.getString("bound_kind"), row.getObject("bound_to", UUID.class)))).set();
    }

    private static @Nullable ItemId boundTo(@Nullable String kind, UUID id) {
        return switch (kind) {
            case null -> null;
            case "body" -> new BodyId(id);
            case "plan" -> new PlanId(id);
            case "institution" -> new InstitutionId(id);
            default -> throw new IllegalStateException("A role is bound to something of the kind " + kind);
        };
    }
}
