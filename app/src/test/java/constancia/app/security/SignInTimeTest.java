package constancia.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.web.security.SignIn.Place;
import constancia.web.security.SignIn.Wrong;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whether an account exists is not told by how long an answer takes. {@code -Dtests.attempts=1000} for the long form. */
class SignInTimeTest {

    private static final int ATTEMPTS = Integer.getInteger("tests.attempts", 60);
    private static final int LONG = 1_000;
    private static final Duration LIMIT = Duration.ofMillis(5);
    private static final Scene SCENE = new Scene();
    private static final Passwords REAL = new Passwords();
    private static final SignIns SIGN_INS = SCENE.one.signInsBy(REAL);

    @AfterAll
    static void end() {
        SCENE.close();
    }

    @Test
    void a_name_that_does_not_exist_takes_as_long_as_one_that_does() {
        var known = new long[ATTEMPTS];
        var unknown = new long[ATTEMPTS];
        var hash = REAL.encode("una de persona");
        for (int i = 0; i < ATTEMPTS; i++) {
            SCENE.account("persona" + i, hash);
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            known[i] = attempt("persona" + i, i);
            unknown[i] = attempt("nadie" + i, i);
        }
        var difference = Duration.ofNanos(Math.abs(median(known) - median(unknown)));
        System.out.printf("sign-in of a known name %.2f ms, of an unknown one %.2f ms (medians of %d, by turns)%n", median(known) / 1e6, median(unknown) / 1e6, ATTEMPTS);
        // few attempts on a busy machine scatter; without the hash the answer would come in a tenth of the time
        assertThat(difference).isLessThan(ATTEMPTS >= LONG ? LIMIT : Duration.ofNanos(median(known) / 2));
    }

    private static long attempt(String name, int i) {
        SCENE.clock.goOn(Duration.ofMinutes(10));
        var from = new Place("192.0." + i / 250 + "." + (i % 250 + 1), null);
        long begun = System.nanoTime();
        assertThat(SIGN_INS.password(name, "otra", from)).isInstanceOf(Wrong.class);
        return System.nanoTime() - begun;
    }

    private static long median(long[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
