package constancia.app;

import constancia.command.agreements.Agreements;
import java.lang.reflect.Proxy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

@Configuration
class FallbackAgreements {
    @Bean @Fallback
    Agreements noAgreements() {
        return (Agreements) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Agreements.class}, (_, m, _) -> m.getName().equals("hashCode") ? 1 : m.getName().equals("toString") ? "none" : false);
    }
}
