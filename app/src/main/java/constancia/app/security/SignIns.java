package constancia.app.security;

import constancia.app.security.Throttle.Budget;
import constancia.app.security.Throttle.Delays;
import constancia.app.security.Throttle.Limit;
import constancia.web.security.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at passwords and codes, not more often than a guesser may be allowed. Where an account got in before it has a
 * count of its own, which nobody elsewhere can use up; from new places all attempts on an account share one budget, as
 * do all from one address. Names that do not exist are counted, looked up and hashed like those that do.
 */
@Component
class SignIns implements SignIn {

    private static final int FREE = 5;
    private static final Duration LONGEST_WHERE_KNOWN = Duration.ofMinutes(1);
    private static final Duration LONGEST_ELSEWHERE = Duration.ofMinutes(15);

    private final JdbcClient db;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Places places;
    private final Authenticators authenticators;
    private final SecondFactorIs secondFactor;

    SignIns(@Qualifier("workDb") JdbcClient workDb, Passwords passwords, Throttle throttle, Places places, Authenticators authenticators,
            @Value("${constancia.second-factor:optional}") SecondFactorIs secondFactor) {
        this.db = workDb;
        this.passwords = passwords;
        this.throttle = throttle;
        this.places = places;
        this.authenticators = authenticators;
        this.secondFactor = secondFactor;
    }

    @Override
    public Outcome password(String account, String password, Place place) {
        var name = name(account);
        return tried("password", name, place, () -> right(name, password)).orElseGet(() -> {
            if (authenticators.active(name)) {
                return new CodeNeeded(name);
            }
            return secondFactor == SecondFactorIs.REQUIRED && isPerson(name) ? new EnrolmentNeeded(name) : welcome(name, place);
        });
    }

    @Override
    public Outcome code(String account, String code, Place place) {
        return tried("code", account, place, () -> authenticators.take(account, code)).orElseGet(() -> welcome(account, place));
    }

    private Welcome welcome(String account, Place place) {
        places.remember(account, place);
        return new Welcome(account);
    }

    private boolean isPerson(String account) {
        return db.sql("select kind = 'person' from journal.account where name = :name").param("name", account).query(Boolean.class).single();
    }

    @Override
    public Outcome again(String account, String password, Place place) {
        return tried("password", account, place, () -> right(account, password)).orElseGet(() -> new Welcome(account));
    }

    /** Whether persons may do without a second factor. */
    enum SecondFactorIs { OPTIONAL, REQUIRED }

    private interface Look {
        boolean right();
    }

    /** Empty when it was right. */
    private Optional<Outcome> tried(String step, String account, Place place, Look look) {
        var limits = limits(step, account, place);
        var wait = throttle.take(limits);
        if (wait.isPresent()) {
            return Optional.of(new TooSoon(wait.get()));
        }
        if (!look.right()) {
            return Optional.of(new Wrong());
        }
        throttle.giveBack(limits);
        return Optional.empty();
    }

    private List<? extends Limit> limits(String step, String account, Place place) {
        boolean knownBrowser = places.browserIsKnown(account, place);
        boolean knownAddress = places.addressIsKnown(account, place);
        var address = Places.address(place);
        if (knownBrowser) {
            return List.of(new Delays(step + " of " + account + " in " + place.browser(), FREE, LONGEST_WHERE_KNOWN));
        }
        if (knownAddress) {
            return List.of(new Delays(step + " of " + account + " known at " + address, FREE, LONGEST_WHERE_KNOWN));
        }
        return List.of(new Delays(step + " of " + account + " new at " + address, FREE, LONGEST_ELSEWHERE),
                new Budget(step + " of " + account + " anywhere", 10, Duration.ofMinutes(4)),
                new Budget("anybody at " + address, 50, Duration.ofSeconds(20)),
                new Budget("anybody anywhere", 1_000, Duration.ofMillis(500)));
    }

    private boolean right(String account, String password) {
        var hash = hash(account);
        if (!passwords.matches(password, hash)) {
            return false;
        }
        if (passwords.outdated(hash)) {
            db.sql("update journal.account set password_hash = :new where name = :name and password_hash = :old")
                    .param("new", passwords.encode(password)).param("name", account).param("old", hash).update();
        }
        return true;
    }

    private @Nullable String hash(String account) {
        return db.sql("select password_hash from journal.account where name = :name and disabled_at is null and password_hash is not null")
                .param("name", account).query(String.class).optional().orElse(null);
    }

    static String name(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
