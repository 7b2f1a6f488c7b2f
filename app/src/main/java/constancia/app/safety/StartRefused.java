package constancia.app.safety;

import constancia.postgres.UnsafeDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator why the register did not start, without a trace. */
final class StartRefused extends AbstractFailureAnalyzer<RuntimeException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, RuntimeException cause) {
        var settings = findCause(failure, UnsafeSettings.class);
        var database = findCause(failure, UnsafeDatabase.class);
        if (settings != null) {
            return new FailureAnalysis("El registro no arranca con esta configuración:\nThe register does not start with these settings:\n\n" + settings.getMessage(),
                    "Corrija la configuración; docs/operating.md explica cada punto. / Correct the settings; docs/operating.md explains each.", settings);
        }
        return database == null ? null : new FailureAnalysis("El registro no arranca sobre esta base de datos:\nThe register does not start on this database:\n\n" + database.getMessage(),
                "Corrija la base de datos o sus roles; vea docs/operating.md. / Correct the database or its roles; see docs/operating.md.", database);
    }
}
