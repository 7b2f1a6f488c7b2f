package constancia.app.security;

import constancia.web.security.ExternalSignIn;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** Whom other systems vouch for, kept by issuer and subject. */
@Component
class ExternalIdentities implements ExternalSignIn {

    private final JdbcClient db;
    private final List<Choice> choices;

    ExternalIdentities(@Qualifier("workDb") JdbcClient workDb, ObjectProvider<InMemoryClientRegistrationRepository> registrations) {
        this.db = workDb;
        this.choices = registrations.stream().flatMap(all -> StreamSupport.stream(all.spliterator(), false))
                .map(one -> new Choice(one.getRegistrationId(), one.getClientName())).toList();
    }

    @Override
    public List<Choice> choices() {
        return choices;
    }

    @Override
    public Optional<String> account(String issuer, String subject) {
        return db.sql("""
                select account from journal.external_identity join journal.account on name = account
                where issuer = :issuer and subject = :subject and disabled_at is null""")
                .param("issuer", issuer).param("subject", subject).query(String.class).optional();
    }
}
