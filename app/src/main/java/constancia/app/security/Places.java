package constancia.app.security;

import constancia.web.security.SignIn.Place;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The browsers and addresses from which an account got in before. */
@Component
class Places {

    private static final Duration KEPT = Duration.ofDays(180);
    private static final int NETWORK_BYTES = 8;

    private final JdbcClient db;
    private final Clock clock;

    Places(@Qualifier("workDb") JdbcClient workDb, @Qualifier("wallClock") Clock clock) {
        this.db = workDb;
        this.clock = clock;
    }

    boolean browserIsKnown(String account, Place place) {
        return known(account, browser(place));
    }

    boolean addressIsKnown(String account, Place place) {
        return known(account, address(place));
    }

    /** It got in from there. */
    void remember(String account, Place place) {
        Stream.of(address(place), browser(place)).forEach(where -> {
            if (!where.isEmpty()) {
                db.sql("""
                        insert into journal.known_place (account, place, seen_at) values (:account, :place, :now)
                        on conflict (account, place) do update set seen_at = excluded.seen_at""")
                        .param("account", account).param("place", Hashes.of(where)).param("now", now()).update();
            }
        });
    }

    /** Nothing that got in before is known any more: the password was changed because somebody else had it. */
    void forget(String account) {
        db.sql("delete from journal.known_place where account = :account").param("account", account).update();
    }

    void forgetOld() {
        db.sql("delete from journal.known_place where seen_at < :before").param("before", now().minus(KEPT)).update();
    }

    private boolean known(String account, String where) {
        return db.sql("select 1 from journal.known_place where account = :account and place = :place and seen_at > :since")
                .param("account", account).param("place", Hashes.of(where)).param("since", now().minus(KEPT)).query(Integer.class).optional().isPresent();
    }

    /** Whoever has one IPv6 address has the whole network of it. */
    static String address(Place place) {
        try {
            var address = InetAddress.ofLiteral(place.address().replaceFirst("%.*", ""));
            return "address " + (address instanceof Inet6Address ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) : address.getHostAddress());
        } catch (IllegalArgumentException e) {
            return "address " + place.address();
        }
    }

    private static String browser(Place place) {
        @Nullable String browser = place.browser();
        return browser == null || browser.isBlank() ? "" : "browser " + browser;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
