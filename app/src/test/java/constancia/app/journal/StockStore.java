package constancia.app.journal;

import constancia.kernel.institutions.InstitutionEvent.AliasAdded;
import constancia.postgres.Login;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Axon's own JDBC engine and embedded event store, with their defaults, in their own tables. */
final class StockStore implements Store {

    private final JdbcEventStorageEngine engine;
    private final EmbeddedEventStore events;
    private final TransactionTemplate transaction;
    private TrackingToken read;

    StockStore(String url, Login login) {
        var dataSource = new DriverManagerDataSource(url, login.user(), login.password());
        var transactions = new JdbcTransactionManager(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.engine = JdbcEventStorageEngine.builder().connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .transactionManager(new SpringTransactionManager(transactions))
                .eventSerializer(Jackson3Serializer.builder().build()).snapshotSerializer(Jackson3Serializer.builder().build()).build();
        // Without its cache every read asks the database, so that a test knows what was read when.
        this.events = EmbeddedEventStore.builder().storageEngine(engine).optimizeEventConsumption(false).build();
    }

    void createTables() {
        transaction.executeWithoutResult(status -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
    }

    @Override
    public void append(String name) {
        engine.appendEvents(new GenericDomainEventMessage<>("institution", UUID.randomUUID().toString(), 0, new AliasAdded(name, LocalDate.of(2015, 6, 15))));
    }

    @Override
    public void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    @Override
    public List<String> readOn() {
        var names = new ArrayList<String>();
        try (var stream = events.openStream(read)) {
            while (stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)) {
                var message = stream.nextAvailable();
                read = message.trackingToken();
                names.add(((AliasAdded) message.getPayload()).alias());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }

    @Override
    public void close() {
        events.shutDown();
    }
}
