package constancia.app;

import com.zaxxer.hikari.HikariDataSource;
import constancia.app.demo.DemoLedger;
import constancia.app.journal.AxonCommands;
import constancia.app.journal.IdempotencyKeys;
import constancia.app.journal.JournalEngine;
import constancia.app.journal.Ledger;
import constancia.app.journal.LedgerEventStore;
import constancia.app.journal.LedgerListener;
import constancia.app.journal.Openings;
import constancia.app.journal.Sequencer;
import constancia.app.journal.SequencerLoop;
import constancia.app.journal.Wake;
import constancia.app.lookups.KnownMentions;
import constancia.app.policies.InstitutionSucceeded;
import constancia.app.policies.PlansAndRisks;
import constancia.app.policies.PolicyLoop;
import constancia.app.rights.OnlyWhoMay;
import constancia.app.roles.OnRole;
import constancia.app.roles.Role;
import constancia.command.Command;
import constancia.command.access.AccessLogShell;
import constancia.command.access.Reads;
import constancia.command.accounts.Accounts;
import constancia.command.actions.ActionShell;
import constancia.command.actions.Actions;
import constancia.command.agreements.AgreementShell;
import constancia.command.agreements.Agreements;
import constancia.command.bodies.Bodies;
import constancia.command.bodies.BodyShell;
import constancia.command.casefiles.CaseFileShell;
import constancia.command.casefiles.CaseFiles;
import constancia.command.documents.Documents;
import constancia.command.indicators.IndicatorShell;
import constancia.command.indicators.Indicators;
import constancia.command.institutions.InstitutionShell;
import constancia.command.institutions.Institutions;
import constancia.command.meetings.MeetingShell;
import constancia.command.meetings.Meetings;
import constancia.command.persons.Persons;
import constancia.command.plans.PlanShell;
import constancia.command.plans.Plans;
import constancia.command.reserve.ClassRules;
import constancia.command.risks.RiskShell;
import constancia.command.risks.Risks;
import constancia.command.territories.Territories;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
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
import org.springframework.context.ApplicationContext;
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

    private static final List<Class<?>> SHELLS = List.of(InstitutionShell.class, BodyShell.class, PlanShell.class, ActionShell.class,
            AgreementShell.class, MeetingShell.class, CaseFileShell.class, IndicatorShell.class, RiskShell.class, AccessLogShell.class);
    /** What the shells' handlers ask for beside the command. */
    private static final List<Class<?>> NEEDED = List.of(Institutions.class, Bodies.class, Plans.class, Actions.class, Agreements.class, Meetings.class,
            CaseFiles.class, Indicators.class, Risks.class, Reads.class, constancia.command.actions.Neighbours.class, constancia.command.agreements.Neighbours.class,
            constancia.command.casefiles.Neighbours.class);

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

    /** Rung whenever any node changed an account, a role or a token. */
    @Bean
    Wake accountsChanged() {
        return new Wake();
    }

    /** The time of the server, whatever the register's own is: by it sessions end, codes change and links expire. */
    @Bean(defaultCandidate = false)
    Clock wallClock(@Value("${constancia.zone:America/El_Salvador}") ZoneId zone) {
        return Clock.system(zone);
    }

    /** The register's time: the server's, save in a demonstration. */
    @Bean
    Clock clock(@Qualifier("wallClock") Clock wallClock, DemoLedger demoLedger, @Value("${constancia.demo:false}") boolean demo) {
        var clock = demoLedger.clock(wallClock, demo);
        GenericEventMessage.clock = clock;
        return clock;
    }

    @Bean
    Ledger ledger(@Qualifier("workDb") JdbcClient workDb, @Qualifier("numbered") Wake numbered) {
        return new Ledger(workDb, numbered);
    }

    @Bean
    LedgerEventStore eventStore(DataSource commandPool, Openings commandConnections, Ledger ledger, @Qualifier("committed") Wake committed) {
        return LedgerEventStore.of(new JournalEngine(commandPool), commandConnections, ledger, committed);
    }

    @Bean
    SpringTransactionManager axonTransactions(PlatformTransactionManager commandTransactions) {
        return new SpringTransactionManager(commandTransactions);
    }

    @Bean
    CommandBus commandBus(SpringTransactionManager axonTransactions, OnlyWhoMay onlyWhoMay, Documents documents, Persons persons, JdbcClient commandDb) {
        var bus = SimpleCommandBus.builder().transactionManager(axonTransactions).build();
        bus.registerHandlerInterceptor(onlyWhoMay);
        bus.registerHandlerInterceptor(new IdempotencyKeys(commandDb));
        bus.registerHandlerInterceptor(new KnownMentions(documents, persons));
        return bus;
    }

    @Bean
    constancia.command.actions.Neighbours neighboursOfActions(Institutions institutions, Bodies bodies, Plans plans, Agreements agreements, Accounts accounts,
                                                                     Territories territories, Actions actions) {
        return new constancia.command.actions.Neighbours(institutions, bodies, plans, agreements, accounts, territories, actions);
    }

    @Bean
    constancia.command.agreements.Neighbours neighboursOfAgreements(Institutions institutions, Bodies bodies, Meetings meetings, Actions actions,
                                                                           ClassRules classes) {
        return new constancia.command.agreements.Neighbours(institutions, bodies, meetings, actions, classes);
    }

    @Bean
    constancia.command.casefiles.Neighbours neighboursOfCaseFiles(Institutions institutions, Bodies bodies, Meetings meetings, Actions actions, Agreements agreements,
                                                                         ClassRules classes) {
        return new constancia.command.casefiles.Neighbours(institutions, bodies, meetings, actions, agreements, classes);
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    Configuration axon(LedgerEventStore eventStore, CommandBus commandBus, SpringTransactionManager axonTransactions, ApplicationContext context) {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> Jackson3Serializer.builder().build())
                .configureEventStore(c -> eventStore)
                .configureCommandBus(c -> commandBus)
                .configureTransactionManager(c -> axonTransactions);
        NEEDED.forEach(type -> need(configurer, type, context));
        SHELLS.forEach(shell -> aggregate(configurer, shell));
        return configurer.buildConfiguration();
    }

    private static <T> void need(org.axonframework.config.Configurer configurer, Class<T> type, ApplicationContext context) {
        configurer.registerComponent(type, c -> context.getBean(type));
    }

    private static void aggregate(org.axonframework.config.Configurer configurer, Class<?> shell) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(shell).configureCommandTargetResolver(c ->
                message -> new VersionedAggregateIdentifier(((Command) message.getPayload()).id().toString(), null)));
    }

    @Bean
    AxonCommands commands(CommandBus commandBus, SpringTransactionManager axonTransactions, HikariDataSource commandPool, Configuration axon) {
        return new AxonCommands(commandBus, axonTransactions, commandPool.getMaximumPoolSize());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @OnRole(Role.COMMAND)
    PolicyLoop plansAndRisks(Ledger ledger, AxonCommands commands, Actions actions, Indicators indicators, Plans plans,
                             @Qualifier("workDb") JdbcClient workDb) {
        return new PolicyLoop(new PlansAndRisks(actions, indicators, plans), ledger, commands, workDb);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @OnRole(Role.COMMAND)
    PolicyLoop institutionSucceeded(Ledger ledger, AxonCommands commands, Actions actions, @Qualifier("workDb") JdbcClient workDb) {
        return new PolicyLoop(new InstitutionSucceeded(actions), ledger, commands, workDb);
    }

    @Bean
    Sequencer sequencer(@Qualifier("workDb") JdbcClient workDb, @Qualifier("workTransaction") TransactionTemplate workTransaction, Clock clock) {
        return new Sequencer(workDb, workTransaction, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @OnRole(Role.COMMAND)
    SequencerLoop sequencerLoop(Sequencer sequencer, @Qualifier("committed") Wake committed, @Qualifier("numbered") Wake numbered) {
        return new SequencerLoop(sequencer, committed, numbered);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LedgerListener ledgerListener(Storage.Database database, Storage.Migrated tables, @Qualifier("numbered") Wake numbered,
                                  @Qualifier("accountsChanged") Wake accountsChanged) {
        return new LedgerListener(() -> database.app().connect(database.url()), numbered, accountsChanged);
    }
}
