package constancia.app;

import com.fasterxml.uuid.Generators;
import constancia.app.journal.Ledger;
import constancia.app.journal.NumbersInLedger;
import constancia.app.journal.Sequencer;
import constancia.app.journal.Wake;
import constancia.app.projections.Projections;
import constancia.app.projections.Tables;
import constancia.app.roles.Role;
import constancia.kernel.rights.Sight;
import constancia.query.ReservedReads;
import constancia.query.access.AccessList;
import constancia.query.access.AccessLogView;
import constancia.query.actions.ActionView;
import constancia.query.actions.ActionsList;
import constancia.query.actions.ActionsTable;
import constancia.query.actions.CommitmentsList;
import constancia.query.actions.ExtensionsList;
import constancia.query.actions.FundingList;
import constancia.query.actions.ReportsList;
import constancia.query.actions.SchedulesList;
import constancia.query.actions.Timeline;
import constancia.query.agreements.AgreementsList;
import constancia.query.agreements.AgreementsTable;
import constancia.query.bodies.BodiesList;
import constancia.query.bodies.BodiesTable;
import constancia.query.bodies.SeatsList;
import constancia.query.casefiles.CaseFilesList;
import constancia.query.casefiles.CaseFilesTable;
import constancia.query.casefiles.CorrespondenceList;
import constancia.query.documents.KeptDocuments;
import constancia.query.evaluation.Punctuality;
import constancia.query.evaluation.TrafficLight;
import constancia.query.history.Cuts;
import constancia.query.history.Items;
import constancia.query.history.Journal;
import constancia.query.history.Records;
import constancia.query.history.Summaries;
import constancia.query.history.View;
import constancia.query.history.Views;
import constancia.query.indicators.IndicatorsList;
import constancia.query.indicators.IndicatorsTable;
import constancia.query.institutions.Handover;
import constancia.query.institutions.InstitutionsList;
import constancia.query.institutions.InstitutionsTable;
import constancia.query.ledger.LedgerRecords;
import constancia.query.meetings.AfterMeetings;
import constancia.query.meetings.BacklogList;
import constancia.query.meetings.MeetingsList;
import constancia.query.meetings.MeetingsTable;
import constancia.query.meetings.MinutesWriter;
import constancia.query.meetings.Outcomes;
import constancia.query.persons.PersonsList;
import constancia.query.plans.PlansList;
import constancia.query.plans.PlansTable;
import constancia.query.reserve.ClassesList;
import constancia.query.reserve.ReservesList;
import constancia.query.risks.RisksList;
import constancia.query.risks.RisksTable;
import constancia.query.tables.Table;
import constancia.query.territories.TerritoriesList;
import constancia.web.Messages;
import constancia.web.NameResolver;
import constancia.web.commands.CommandBinder;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What answers questions: folds, tables, lists. */
@Configuration
class ReadSide {

    /** Rung after each commit of this node that wrote tables. */
    @Bean
    Wake visible() {
        return new Wake();
    }

    @Bean
    List<Table<?>> allTables(@Value("${constancia.near-due:30}") int nearDue, Clock clock) {
        return List.of(new InstitutionsTable(), new BodiesTable(), new PlansTable(), new ActionsTable(new ActionView(nearDue, clock.getZone())), new AgreementsTable(),
                new MeetingsTable(), new CaseFilesTable(), new IndicatorsTable(), new RisksTable());
    }

    @Bean
    Views views(List<Table<?>> allTables) {
        return new Views(Stream.concat(allTables.stream().map(Table::view), Stream.of(new AccessLogView())).<View<?, ?>>map(view -> view).toList());
    }

    @Bean
    Journal journal(@Qualifier("readDb") JdbcClient readDb) {
        return new Journal(readDb);
    }

    @Bean
    Items items(Sight sight, Journal journal, Views views, @Qualifier("readDb") JdbcClient readDb, @Qualifier("numbered") Wake numbered, JsonMapper json, Clock clock,
                ReservedReads reads) {
        return new Items(sight, journal, views, new Cuts(readDb, clock, Sequencer.LOCK), new NumbersInLedger(readDb, numbered),
                new Summaries(), json, clock.getZone(), reads);
    }

    /** Every node waits for tables; those that have the role fill them. */
    @Bean(destroyMethod = "close")
    Tables tables(Storage.Database database, Storage.Migrated tables, List<Table<?>> allTables, Ledger ledger, @Qualifier("workPool") javax.sql.DataSource workPool,
                  @Qualifier("visible") Wake visible, Environment environment) {
        var filled = Projections.tables(database.url(), database.owner(), database.app().user(), allTables, ledger, workPool,
                schema -> Storage.workPoolOn(database, schema), visible);
        if (Role.of(environment).contains(Role.QUERY)) {
            filled.start();
        }
        return filled;
    }

    @Bean
    AccessList accessList(@Qualifier("readDb") JdbcClient readDb, Journal journal, ReservedReads reads, Clock clock) {
        return new AccessList(readDb, journal, reads, clock.getZone());
    }

    @Bean
    KeptDocuments keptDocuments(@Qualifier("readDb") JdbcClient readDb, Sight sight, ReservedReads reads, Clock clock) {
        return new KeptDocuments(readDb, sight, reads, clock);
    }

    @Bean
    PersonsList personsList(@Qualifier("readDb") JdbcClient readDb) {
        return new PersonsList(readDb);
    }

    @Bean
    InstitutionsList institutionsList(@Qualifier("readDb") JdbcClient readDb) {
        return new InstitutionsList(readDb);
    }

    @Bean
    Handover handover(@Qualifier("readDb") JdbcClient readDb) {
        return new Handover(readDb);
    }

    @Bean
    BodiesList bodiesList(@Qualifier("readDb") JdbcClient readDb) {
        return new BodiesList(readDb);
    }

    @Bean
    SeatsList seatsList(@Qualifier("readDb") JdbcClient readDb) {
        return new SeatsList(readDb);
    }

    @Bean
    ActionsList actionsList(@Qualifier("readDb") JdbcClient readDb, @Value("${constancia.near-due:30}") int nearDue) {
        return new ActionsList(readDb, nearDue);
    }

    @Bean
    CommitmentsList commitmentsList(@Qualifier("readDb") JdbcClient readDb, @Value("${constancia.near-due:30}") int nearDue) {
        return new CommitmentsList(readDb, nearDue);
    }

    @Bean
    SchedulesList schedulesList(@Qualifier("readDb") JdbcClient readDb, @Value("${constancia.near-due:30}") int nearDue) {
        return new SchedulesList(readDb, nearDue);
    }

    @Bean
    ExtensionsList extensionsList(@Qualifier("readDb") JdbcClient readDb) {
        return new ExtensionsList(readDb);
    }

    @Bean
    ReportsList reportsList(@Qualifier("readDb") JdbcClient readDb) {
        return new ReportsList(readDb);
    }

    @Bean
    FundingList fundingList(@Qualifier("readDb") JdbcClient readDb) {
        return new FundingList(readDb);
    }

    @Bean
    Timeline timeline(@Qualifier("readDb") JdbcClient readDb) {
        return new Timeline(readDb);
    }

    @Bean
    AgreementsList agreementsList(@Qualifier("readDb") JdbcClient readDb) {
        return new AgreementsList(readDb);
    }

    @Bean
    MeetingsList meetingsList(@Qualifier("readDb") JdbcClient readDb, Clock clock) {
        return new MeetingsList(readDb, clock.getZone());
    }

    @Bean
    BacklogList backlogList(@Qualifier("readDb") JdbcClient readDb) {
        return new BacklogList(readDb);
    }

    @Bean
    AfterMeetings afterMeetings(Items items, @Qualifier("readDb") JdbcClient readDb, Clock clock) {
        return new AfterMeetings(items, new Outcomes(readDb), clock.getZone());
    }

    /** Reads what the command under way sees. */
    @Bean
    MinutesWriter minutesWriter(@Qualifier("commandDb") JdbcClient commandDb, Views views, JsonMapper json, Clock clock,
                                @Value("${constancia.locale:es}") Locale locale) {
        return new MinutesWriter(commandDb, views, json, clock, Messages.supported(locale));
    }

    @Bean
    IndicatorsList indicatorsList(@Qualifier("readDb") JdbcClient readDb) {
        return new IndicatorsList(readDb);
    }

    @Bean
    RisksList risksList(@Qualifier("readDb") JdbcClient readDb) {
        return new RisksList(readDb);
    }

    @Bean
    CorrespondenceList correspondenceList(@Qualifier("readDb") JdbcClient readDb) {
        return new CorrespondenceList(readDb);
    }

    @Bean
    CaseFilesList caseFilesList(@Qualifier("readDb") JdbcClient readDb) {
        return new CaseFilesList(readDb);
    }

    @Bean
    Records records(@Qualifier("readDb") JdbcClient readDb, Journal journal, Views views, Clock clock, ReservedReads reads) {
        return new Records(readDb, journal, views, new Cuts(readDb, clock, Sequencer.LOCK), new Summaries(), reads);
    }

    @Bean
    TrafficLight trafficLight(@Qualifier("readDb") JdbcClient readDb, @Value("${constancia.near-due:30}") int nearDue) {
        return new TrafficLight(readDb, nearDue);
    }

    @Bean
    Punctuality punctuality(@Qualifier("readDb") JdbcClient readDb) {
        return new Punctuality(readDb);
    }

    @Bean
    LedgerRecords ledgerRecords(@Qualifier("readDb") JdbcClient readDb) {
        return new LedgerRecords(readDb);
    }

    @Bean
    TerritoriesList territoriesList(@Qualifier("readDb") JdbcClient readDb) {
        return new TerritoriesList(readDb);
    }

    @Bean
    ReservesList reservesList(@Qualifier("readDb") JdbcClient readDb) {
        return new ReservesList(readDb);
    }

    @Bean
    ClassesList classesList(@Qualifier("readDb") JdbcClient readDb) {
        return new ClassesList(readDb);
    }

    @Bean
    PlansList plansList(@Qualifier("readDb") JdbcClient readDb) {
        return new PlansList(readDb);
    }

    @Bean
    Supplier<UUID> newId() {
        return Generators.timeBasedEpochGenerator()::generate;
    }

    @Bean
    CommandBinder commandBinder(NameResolver names, Supplier<UUID> newId) {
        return new CommandBinder(names, newId);
    }

    @Bean
    Messages messages() {
        return new Messages();
    }
}
