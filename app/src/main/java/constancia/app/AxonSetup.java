package constancia.app;

import constancia.app.journal.AxonCommands;
import constancia.app.journal.IdempotencyKeys;
import constancia.app.journal.JournalEngine;
import constancia.app.journal.Ledger;
import constancia.app.journal.LedgerEventStore;
import constancia.app.journal.LedgerListener;
import constancia.app.journal.Sequencer;
import constancia.app.journal.SequencerLoop;
import constancia.app.journal.Wake;
import constancia.command.Command;
import constancia.command.institutions.InstitutionShell;
import constancia.command.institutions.Institutions;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Axon, every part named here. Its own look for modules is off: with it would come a checker that calls out, and
 * defaults that are chosen in silence.
 */
@org.springframework.context.annotation.Configuration
class AxonSetup {

    /** Rung after each commit of this node that appended. */
    @Bean
    Wake committed() {
        return new Wake();
    }

    /** Rung whenever any node numbered records. */
    @Bean
    Wake numbered() {
        return new Wake();
    }

    @Bean
    Clock clock(@Value("${constancia.zone:America/El_Salvador}") ZoneId zone) {
        var clock = Clock.system(zone);
        GenericEventMessage.clock = clock;
        return clock;
    }

    @Bean
    Ledger ledger(@Qualifier("workDb") JdbcClient workDb, @Qualifier("numbered") Wake numbered) {
        return new Ledger(workDb, numbered);
    }

    @Bean
    LedgerEventStore eventStore(DataSource commandPool, Ledger ledger, @Qualifier("committed") Wake committed) {
        return LedgerEventStore.of(new JournalEngine(commandPool), ledger, committed);
    }

    @Bean
    SpringTransactionManager axonTransactions(PlatformTransactionManager commandTransactions) {
        return new SpringTransactionManager(commandTransactions);
    }

    @Bean
    CommandBus commandBus(SpringTransactionManager axonTransactions, JdbcClient commandDb) {
        var bus = SimpleCommandBus.builder().transactionManager(axonTransactions).build();
        bus.registerHandlerInterceptor(new IdempotencyKeys(commandDb));
        return bus;
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    Configuration axon(LedgerEventStore eventStore, CommandBus commandBus, SpringTransactionManager axonTransactions, Institutions institutions) {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> Jackson3Serializer.builder().build())
                .configureEventStore(c -> eventStore)
                .configureCommandBus(c -> commandBus)
                .configureTransactionManager(c -> axonTransactions)
                .registerComponent(Institutions.class, c -> institutions);
        aggregate(configurer, InstitutionShell.class);
        return configurer.buildConfiguration();
    }

    private static void aggregate(org.axonframework.config.Configurer configurer, Class<?> shell) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(shell).configureCommandTargetResolver(c ->
                message -> new VersionedAggregateIdentifier(((Command) message.getPayload()).id().toString(), null)));
    }

    @Bean
    AxonCommands commands(CommandBus commandBus, SpringTransactionManager axonTransactions, Configuration axon) {
        return new AxonCommands(commandBus, axonTransactions);
    }

    @Bean
    Sequencer sequencer(@Qualifier("workDb") JdbcClient workDb, @Qualifier("workTransaction") TransactionTemplate workTransaction, Clock clock) {
        return new Sequencer(workDb, workTransaction, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    SequencerLoop sequencerLoop(Sequencer sequencer, @Qualifier("committed") Wake committed, @Qualifier("numbered") Wake numbered) {
        return new SequencerLoop(sequencer, committed, numbered);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LedgerListener ledgerListener(Storage.Database database, Storage.Migrated tables, @Qualifier("numbered") Wake numbered) {
        return new LedgerListener(() -> database.app().connect(database.url()), numbered);
    }
}
