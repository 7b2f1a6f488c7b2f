package constancia.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.web.security.SignIn.Outcome;
import constancia.web.security.SignIn.Place;
import constancia.web.security.SignIn.TooSoon;
import constancia.web.security.SignIn.Welcome;
import constancia.web.security.SignIn.Wrong;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An hour of guessing, on two nodes that count together. {@code -Dtests.guesses=10000} for the long form. */
class GuessesTest {

    private static final Scene SCENE = new Scene();
    private static final int GUESSES = Integer.getInteger("tests.guesses", 500);
    private static final Duration HOUR = Duration.ofHours(1);

    @AfterAll
    static void end() {
        SCENE.close();
    }

    @Test
    void guesses_on_one_account_are_held_under_a_hundred_an_hour_and_its_owner_gets_in() {
        SCENE.account("ana", "la de ana");
        var office = new Place("10.1.1.1", null);
        var browser = new Place("10.9.9.9", "navegador de ana");
        assertThat(SCENE.one.signIns.password("ana", "la de ana", office)).isEqualTo(new Welcome("ana"));
        assertThat(SCENE.one.signIns.password("ana", "la de ana", browser)).isEqualTo(new Welcome("ana"));
        int before = looked();
        int owner = 0;
        for (int i = 0; i < GUESSES; i++) {
            // now from the owner's own office, now from a thousand other places
            var from = i % 3 == 0 ? office : new Place("198.51." + i % 4 + "." + i % 250, null);
            var outcome = node(i).signIns.password("ana", "intento " + i, from);
            assertThat(outcome).isInstanceOfAny(Wrong.class, TooSoon.class);
            if (i % (GUESSES / 10) == GUESSES / 20) {
                assertThat(node(i + 1).signIns.password("ana", "la de ana", browser)).as("the owner, guess %d", i).isEqualTo(new Welcome("ana"));
                owner++;
            }
            SCENE.clock.goOn(HOUR.dividedBy(GUESSES));
        }
        assertThat(looked() - before - owner).isBetween(50, 99);
    }

    @Test
    void a_guess_on_each_of_many_accounts_is_held_by_its_address_and_others_get_in() {
        SCENE.account("beatriz", "la de beatriz");
        SCENE.account("carlos", "la de carlos");
        var street = new Place("203.0.113.7", null);
        assertThat(SCENE.one.signIns.password("beatriz", "la de beatriz", street)).isEqualTo(new Welcome("beatriz"));
        int before = looked();
        for (int i = 0; i < GUESSES; i++) {
            node(i).signIns.password("cuenta" + i, "Verano2015", street);
            SCENE.clock.goOn(HOUR.dividedBy(GUESSES));
        }
        assertThat(looked() - before).isBetween(100, 50 + 180 + 1);
        assertThat(SCENE.other.signIns.password("beatriz", "la de beatriz", street)).isEqualTo(new Welcome("beatriz"));
        assertThat(SCENE.other.signIns.password("carlos", "la de carlos", new Place("203.0.113.8", null))).isEqualTo(new Welcome("carlos"));
    }

    @Test
    void a_name_that_does_not_exist_is_looked_at_and_held_like_one_that_does() {
        SCENE.account("delia", "la de delia");
        for (int i = 0; i < 40; i++) {
            int before = looked();
            var known = without(SCENE.one.signIns.password("delia", "intento", new Place("192.0.2.1", null)));
            int forKnown = looked() - before;
            var unknown = without(SCENE.one.signIns.password("nadie", "intento", new Place("192.0.2.2", null)));
            assertThat(unknown).isEqualTo(known);
            assertThat(looked() - before - forKnown).isEqualTo(forKnown);
            SCENE.clock.goOn(Duration.ofSeconds(5));
        }
    }

    @Test
    void many_at_once_are_not_looked_at_more_often_than_one_after_the_other() throws Exception {
        SCENE.account("elena", "la de elena");
        int before = looked();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = new ArrayList<Callable<Outcome>>();
            for (int i = 0; i < 40; i++) {
                int n = i;
                attempts.add(() -> {
                    start.await();
                    return node(n).signIns.password("elena", "a la vez " + n, new Place("192.0.2.9", null));
                });
            }
            var futures = attempts.stream().map(threads::submit).toList();
            start.countDown();
            for (var future : futures) {
                future.get();
            }
        }
        assertThat(looked() - before).isEqualTo(5);
    }

    @Test
    void whoever_owns_an_ipv6_network_has_one_address() {
        assertThat(Places.address(new Place("2001:db8:1:2:3:4:5:6", null))).isEqualTo(Places.address(new Place("2001:db8:1:2::1%eth0", null)))
                .isNotEqualTo(Places.address(new Place("2001:db8:1:3::1", null)));
    }

    private static Outcome without(Outcome outcome) {
        return outcome instanceof TooSoon soon ? new TooSoon(Duration.ofSeconds(soon.left().toSeconds())) : outcome;
    }

    private static Scene.Node node(int i) {
        return i % 2 == 0 ? SCENE.one : SCENE.other;
    }

    private static int looked() {
        return SCENE.one.passwords.times() + SCENE.other.passwords.times();
    }
}
