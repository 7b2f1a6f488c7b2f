package constancia.app.projections;

import com.zaxxer.hikari.HikariDataSource;
import constancia.app.journal.Ledger;
import constancia.app.journal.Wake;
import constancia.postgres.Login;
import constancia.query.tables.Table;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Puts the projections together. */
public final class Projections {

    private static final Duration CLAIM = Duration.ofSeconds(10);

    private Projections() {}

    /** The tables, filled from the ledger over the connections that {@code on} gives for a schema; made and switched by the owner. */
    public static Tables tables(String url, Login owner, String app, List<Table<?>> tables, Ledger ledger, DataSource work,
                                Function<String, HikariDataSource> on, Wake visible) {
        var db = JdbcClient.create(work);
        return new Tables(new Generations(url, owner, app),
                generation -> new TablesReader(generation, tables, ledger, on.apply(Generations.schema(generation)), visible::ring),
                db, visible, new Comparison(url, owner, db, visible));
    }

    /** Where each reader of the ledger has come to, and which node reads; a node's name is new with each start. */
    public static TokenStore tokens(DataSource work) {
        return JdbcTokenStore.builder().connectionProvider(new SpringDataSourceConnectionProvider(work))
                .serializer(Jackson3Serializer.builder().build())
                .schema(TokenSchema.builder().setTokenTable("journal.tokenentry").build())
                .nodeId("node-" + UUID.randomUUID()).claimTimeout(CLAIM).build();
    }
}
