package constancia.app.safety;

import java.util.ArrayList;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Before anything is made: reads the secrets that lie in files, then looks at every setting. */
public final class SafetyAtStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** @throws UnsafeSettings with every reason, if there is one */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var reasons = new ArrayList<>(SecretFiles.read(environment));
        reasons.addAll(SettingsCheck.of(environment));
        if (!reasons.isEmpty()) {
            throw new UnsafeSettings(reasons);
        }
    }
}
