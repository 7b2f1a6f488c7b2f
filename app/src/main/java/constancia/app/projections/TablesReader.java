package constancia.app.projections;

import com.zaxxer.hikari.HikariDataSource;
import constancia.app.journal.Ledger;
import constancia.query.history.Journal;
import constancia.query.tables.Table;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The processor that fills one generation of tables from the ledger; on one node at a time, on another if that dies. */
final class TablesReader implements AutoCloseable {

    private static final int BATCH = 1000;

    private final HikariDataSource connections;
    private final Ledger.Bounded records;
    private final TrackingEventProcessor processor;

    TablesReader(int generation, List<Table<?>> tables, Ledger ledger, HikariDataSource connections, Runnable visible) {
        this.connections = connections;
        this.records = ledger.bounded();
        this.processor = TrackingEventProcessor.builder().name("tables-" + generation)
                .eventHandlerInvoker(new TablesProjector(tables, new JdbcTemplate(connections), new Journal(JdbcClient.create(connections)), visible))
                .messageSource(records).tokenStore(Projections.tokens(connections))
                .transactionManager(new SpringTransactionManager(new JdbcTransactionManager(connections)))
                .errorHandler(PropagatingErrorHandler.instance())
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing().andBatchSize(BATCH)
                        .andInitialTrackingToken(source -> source.createTailToken()))
                .build();
    }

    void start() {
        processor.start();
    }

    /** Goes no further than this position until another is set. */
    void upTo(long position) {
        records.upTo(position);
    }

    /** What went wrong, while it has not been mended. */
    Optional<Throwable> trouble() {
        return processor.processingStatus().values().stream().filter(EventTrackerStatus::isErrorState)
                .map(EventTrackerStatus::getError).findFirst();
    }

    @Override
    public void close() {
        processor.shutDown();
        connections.close();
    }
}
