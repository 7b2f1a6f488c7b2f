package constancia.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import constancia.app.HttpRegister;
import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import constancia.web.security.Demonstration;
import java.time.Duration;
import org.axonframework.eventhandling.GenericEventMessage;

/** The demonstration, told to its end; filled once per JVM. */
public final class Demo {

    /** Well under a minute on two processors that have nothing else to do; tests share theirs. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static HttpRegister filled;

    private Demo() {}

    public static synchronized HttpRegister filled() {
        if (filled == null) {
            filled = filled(start(TestPostgres.newDurableDatabase()));
        }
        return filled;
    }

    /** The moment of receipt is stamped by one clock per process; that goes on being the other registers' of this one. */
    static HttpRegister start(TestDatabase database) {
        var real = GenericEventMessage.clock;
        try {
            return HttpRegister.on(database, "--constancia.demo=true");
        } finally {
            GenericEventMessage.clock = real;
        }
    }

    static HttpRegister filled(HttpRegister register) {
        var demo = register.bean(Demonstration.class);
        await().atMost(PATIENCE).until(() -> demo.told().filled() || demo.told().trouble() != null);
        assertThat(demo.told().trouble()).isNull();
        return register;
    }
}
