package constancia.app.projections;

import constancia.app.journal.Ledger;
import constancia.query.history.Journal;
import constancia.query.tables.Table;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.jdbc.core.JdbcTemplate;

/** The processor that fills one generation of tables from the ledger; on one node at a time, on another if that dies. */
final class TablesReader implements AutoCloseable {

    private static final int BATCH = 1000;

    private final TrackingEventProcessor processor;

    TablesReader(int generation, List<Table<?>> tables, Ledger ledger, TokenStore tokens, TransactionManager transactions, JdbcTemplate db,
                 Journal journal, Runnable visible) {
        this.processor = TrackingEventProcessor.builder().name("tables-" + generation)
                .eventHandlerInvoker(new TablesProjector(generation, tables, db, journal, visible))
                .messageSource(ledger).tokenStore(tokens).transactionManager(transactions)
                .errorHandler(PropagatingErrorHandler.instance())
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing().andBatchSize(BATCH)
                        .andInitialTrackingToken(source -> source.createTailToken()))
                .build();
    }

    void start() {
        processor.start();
    }

    /** What went wrong, while it has not been mended. */
    Optional<Throwable> trouble() {
        return processor.processingStatus().values().stream().filter(EventTrackerStatus::isErrorState)
                .map(EventTrackerStatus::getError).findFirst();
    }

    @Override
    public void close() {
        processor.shutDown();
    }
}
