package constancia.app;

import constancia.app.security.Accounts;
import constancia.web.security.Demonstration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** On the first start makes the account {@code admin}; its password is the operator's, or made here and printed once; a demonstration's is known to all. */
@Component
class FirstAdministrator implements ApplicationRunner {

    private static final String NAME = "admin";

    private final Accounts accounts;
    private final String given;

    FirstAdministrator(Accounts accounts, @Value("${constancia.admin-password:}") String given, ObjectProvider<Demonstration> demonstration) {
        this.accounts = accounts;
        var shown = demonstration.getIfAvailable();
        this.given = given.isBlank() && shown != null ? shown.password() : given;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (accounts.exists(NAME)) {
            return;
        }
        var password = given.isBlank() ? Accounts.newPassword() : given;
        if (accounts.createAdministrator(NAME, password) && given.isBlank()) {
            System.out.printf("%n  Cuenta: %s   Contraseña: %s   (se muestra solo esta vez / shown only this once)%n%n", NAME, password);
        }
    }
}
