package constancia.app.journal;

import com.zaxxer.hikari.HikariDataSource;
import constancia.app.Application;
import constancia.app.HttpRegister;
import constancia.command.Command;
import constancia.command.Shell;
import constancia.command.StaleVersion;
import constancia.command.actions.ActionCommand.AddDependency;
import constancia.command.actions.ActionCommand.ProposeAction;
import constancia.command.institutions.InstitutionCommand.AddAlias;
import constancia.command.institutions.InstitutionCommand.RegisterInstitution;
import constancia.command.institutions.Institutions;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionId;
import constancia.kernel.institutions.InstitutionEvent.InstitutionRegistered;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.institutions.InstitutionKind;
import constancia.postgres.TestPostgres;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.Registration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The register as it is put together, and what is asked of it over HTTP. */
@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WholeRegisterTest {

    private static final LocalDate DAY = LocalDate.of(2015, 6, 15);

    static JdbcClient superuser;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        var database = TestPostgres.newDurableDatabase();
        superuser = JdbcClient.create(new DriverManagerDataSource(database.url(), database.superuser().user(), database.superuser().password()));
        properties.add("spring.datasource.url", database::url);
        properties.add("spring.datasource.username", () -> database.app().user());
        properties.add("spring.datasource.password", () -> database.app().password());
        properties.add("spring.flyway.user", () -> database.owner().user());
        properties.add("spring.flyway.password", () -> database.owner().password());
        properties.add("constancia.second-factor-key", () -> HttpRegister.KEY);
        properties.add("constancia.admin-password", () -> Client.PASSWORD);
    }

    @Autowired
    ApplicationContext context;
    @Autowired
    Configuration axon;
    @Autowired
    CommandBus bus;
    @Autowired
    EventStore events;
    @Autowired
    AxonCommands commands;
    @Autowired
    HikariDataSource commandPool;
    @Autowired
    Openings commandConnections;
    @Autowired
    JdbcClient commandDb;
    @Autowired
    PlatformTransactionManager commandTransactions;
    @LocalServerPort
    int port;

    private final List<Registration> registered = new ArrayList<>();

    @AfterEach
    void undo() {
        registered.forEach(Registration::cancel);
    }

    @Test
    void the_parts_are_those_that_were_chosen() {
        assertThat(axon.eventStore()).isInstanceOf(LedgerEventStore.class).isSameAs(context.getBean(EventStore.class));
        assertThat(axon.commandBus()).isSameAs(bus);
        assertThat(bus.getClass()).isEqualTo(SimpleCommandBus.class);
        assertThat(List.of(axon.serializer(), axon.eventSerializer(), axon.messageSerializer())).hasOnlyElementsOfType(Jackson3Serializer.class);
    }

    @Test
    void transactions_are_those_of_the_command_pool_for_axon_and_its_bus() {
        var ofAxon = axon.getComponent(TransactionManager.class);
        assertThat(ofAxon).isInstanceOf(SpringTransactionManager.class);
        assertThat(ReflectionTestUtils.getField(bus, "transactionManager")).isSameAs(ofAxon);
        assertThat(ReflectionTestUtils.getField(ofAxon, "transactionManager")).isSameAs(commandTransactions);
        assertThat(((JdbcTransactionManager) commandTransactions).getDataSource()).isSameAs(commandPool);
    }

    @Test
    void a_command_runs_at_repeatable_read() {
        var seen = new ArrayList<String>();
        beforeLoad(AddAlias.class, command -> seen.add(commandDb.sql("show transaction_isolation").query(String.class).single()));
        var item = institution();
        addAlias(item, "alias");
        assertThat(seen).containsExactly("repeatable read");
    }

    @Test
    void nothing_rebuilds_objects_from_class_names_and_nothing_calls_out() {
        assertThatThrownBy(() -> Class.forName("com.thoughtworks.xstream.XStream")).isInstanceOf(ClassNotFoundException.class);
        assertThat(axon.getComponent(UpdateChecker.class)).isNull();
        assertThat(context.getBeanDefinitionNames()).noneMatch(name -> name.toLowerCase().contains("updatecheck"));
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).noneMatch(name -> name.contains("UpdateCheck"));
    }

    @Test
    void a_command_that_fails_after_its_first_append_leaves_nothing() {
        var first = UUID.randomUUID();
        registered.add(bus.subscribe("half", message -> {
            events.publish(TestJournal.record(first, 0, "first"));
            CurrentUnitOfWork.get().onPrepareCommit(unitOfWork -> {
                throw new IllegalStateException("half-way");
            });
            return null;
        }));
        assertThatThrownBy(() -> dispatch("half")).hasMessageContaining("half-way");
        assertThat(stored(first)).isZero();
    }

    @Test
    void of_two_appends_of_which_the_second_is_impossible_none_is_stored() {
        var first = UUID.randomUUID();
        var taken = institution().value();
        registered.add(bus.subscribe("clash", message -> {
            events.publish(TestJournal.record(first, 0, "first"));
            events.publish(TestJournal.record(taken, 0, "taken"));
            return null;
        }));
        assertThatThrownBy(() -> dispatch("clash")).matches(LostRace::is);
        assertThat(stored(first)).isZero();
    }

    @Test
    void of_commands_sent_together_all_are_recorded_or_none() {
        var item = institution();
        var other = institution();
        assertThatThrownBy(() -> commands.together(TestJournal.BY, send -> {
            send.accept(new AddAlias(item, "with the other", DAY));
            send.accept(new AddAlias(other, "twice", DAY));
            send.accept(new AddAlias(other, "twice", DAY));
        })).isInstanceOf(Refused.class);
        assertThat(List.of(stored(item.value()), stored(other.value()))).containsExactly(1, 1);
        commands.together(TestJournal.BY, send -> {
            send.accept(new AddAlias(item, "with the other", DAY));
            send.accept(new AddAlias(other, "once", DAY));
        });
        assertThat(List.of(addAlias(item, "after"), addAlias(other, "after"))).as("no state was kept that never was").containsExactly(3, 3);
    }

    @Test
    void commands_sent_together_that_lose_a_race_all_run_again() {
        var item = institution();
        var other = institution();
        var attempts = new AtomicInteger();
        commands.together(TestJournal.BY, send -> {
            send.accept(new AddAlias(other, "first of both", DAY));
            if (attempts.incrementAndGet() == 1) {
                CompletableFuture.runAsync(() -> addAlias(item, "quicker")).join();
            }
            send.accept(new AddAlias(item, "second of both", DAY));
        });
        assertThat(attempts).hasValue(2);
        assertThat(List.of(stored(item.value()), stored(other.value()))).containsExactly(3, 2);
    }

    @Test
    void what_is_gathered_of_commands_sent_together_is_seen_by_those_after_them() {
        var before = action();
        var after = action();
        commands.together(TestJournal.BY, send -> {
            send.accept(propose(before));
            send.accept(propose(after));
            send.accept(new AddDependency(after, before, DAY));
        });
        assertThat(List.of(stored(before.value()), stored(after.value()))).containsExactly(1, 2);
    }

    @Test
    void many_rows_in_one_message_that_lose_a_race_all_run_again() {
        var many = Stream.generate(WholeRegisterTest::action).limit(5).toList();
        var attempts = new AtomicInteger();
        assertThatThrownBy(() -> commands.together(TestJournal.BY, send -> {
            lookAhead(many);
            if (attempts.incrementAndGet() == 1) {
                CompletableFuture.runAsync(() -> commands.send(propose(many.get(3)), TestJournal.BY, null)).join();
            }
            many.forEach(one -> send.accept(propose(one)));
        })).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("already-exists"));
        assertThat(attempts).hasValue(2);
        assertThat(many).extracting(one -> stored(one.value())).containsExactly(0, 0, 0, 1, 0);
    }

    @Test
    void items_that_were_looked_ahead_for_are_not_read_unless_they_are_there() {
        var many = Stream.generate(WholeRegisterTest::action).limit(5).toList();
        commands.together(TestJournal.BY, send -> {
            lookAhead(many);
            long before = lookedUp("event");
            many.forEach(one -> send.accept(propose(one)));
            assertThat(lookedUp("event")).isEqualTo(before);
        });
        assertThat(many).allMatch(one -> stored(one.value()) == 1);
        assertThatThrownBy(() -> commands.together(TestJournal.BY, send -> {
            lookAhead(many);
            send.accept(propose(many.getFirst()));
        })).isInstanceOf(Refused.class);
    }

    @Test
    void what_a_transaction_was_told_it_does_not_ask_again_until_it_writes() {
        var institutions = context.getBean(Institutions.class);
        var item = institution();
        var fresh = new InstitutionId(UUID.randomUUID());
        new TransactionTemplate(commandTransactions).executeWithoutResult(status -> {
            assertThat(institutions.activeUntil(item, DAY)).isPresent();
            long before = lookedUp("institution");
            assertThat(institutions.activeUntil(item, DAY)).isPresent();
            assertThat(lookedUp("institution")).isEqualTo(before);
            assertThat(institutions.activeUntil(item, DAY.minusDays(1))).isEmpty();
            assertThat(institutions.activeUntil(fresh, DAY)).isEmpty();
            institutions.recorded(fresh, new InstitutionRegistered("Nueva " + fresh, null, InstitutionKind.STATE, null, List.of(), null, DAY));
            assertThat(institutions.activeUntil(fresh, DAY)).isPresent();
            status.setRollbackOnly();
        });
        new TransactionTemplate(commandTransactions).executeWithoutResult(status -> assertThat(institutions.activeUntil(fresh, DAY)).isEmpty());
    }

    @Test
    void a_kept_state_is_not_used_by_a_transaction_that_does_not_see_its_last_record() {
        var item = institution();
        addAlias(item, "seen by both");
        new TransactionTemplate(commandTransactions).executeWithoutResult(status -> {
            commandDb.sql("select 1").query(Integer.class).single();
            CompletableFuture.runAsync(() -> addAlias(item, "later")).join();
            var loaded = load(item);
            assertThat(loaded).as("from the journal, record by record").noneMatch(event -> event.getPayload() instanceof Shell);
            assertThat(loaded).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L);
        });
        new TransactionTemplate(commandTransactions).executeWithoutResult(status ->
                assertThat(load(item)).singleElement().matches(event -> event.getPayload() instanceof Shell<?, ?> shell && shell.version() == 3));
    }

    @Test
    void a_kept_state_is_completed_with_what_another_node_recorded() {
        var item = institution();
        var otherNode = new JournalEngine(commandPool);
        otherNode.appendEvents(List.of(TestJournal.record(item.value(), 1, "another node's")));
        new TransactionTemplate(commandTransactions).executeWithoutResult(status ->
                assertThat(load(item)).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L));
        assertThat(addAlias(item, "ours")).isEqualTo(3);
    }

    @Test
    void a_decision_on_a_kept_state_that_was_not_the_last_one_is_taken_anew() {
        var item = institution();
        addAlias(item, "kept here");
        var otherNode = new JournalEngine(commandPool);
        otherNode.appendEvents(List.of(TestJournal.record(item.value(), 2, "another node's")));
        assertThat(addAlias(item, "ours")).isEqualTo(4);
        assertThat(stored(item.value())).isEqualTo(4);
    }

    @Test
    void nobody_is_refused_on_a_kept_state_that_was_not_the_last_one() {
        var item = institution();
        addAlias(item, "kept here");
        var otherNode = new JournalEngine(commandPool);
        otherNode.appendEvents(List.of(TestJournal.record(item.value(), 2, "another node's")));
        assertThatThrownBy(() -> commands.send(new AddAlias(item, "for version 2", DAY), TestJournal.BY, 2)).isInstanceOf(StaleVersion.class);
        assertThat(commands.send(new AddAlias(item, "for version 3", DAY), TestJournal.BY, 3).version()).as("the kept state is of version 2").isEqualTo(4);
    }

    @Test
    void a_record_that_the_server_lost_in_a_failover_is_not_followed() throws Exception {
        var item = institution();
        addAlias(item, "lost");
        superuser.sql("delete from journal.event where aggregate_id = :item and sequence_number = 1").param("item", item.value()).update();
        commandConnections.getConnection().close();
        assertThat(addAlias(item, "after the failover")).isEqualTo(2);
    }

    @Test
    void over_http_a_pause_between_key_and_load_cannot_put_records_in_the_wrong_order() throws Exception {
        pausedBetweenKeyAndLoad(() -> { });
    }

    @Test
    void over_http_a_key_written_before_the_load_cannot_either() throws Exception {
        pausedBetweenKeyAndLoad(() -> commandDb.sql("""
                insert into journal.idempotency (account, key, method, path, body_hash, status, body, etag)
                values ('nobody', gen_random_uuid()::text, 'POST', '/', '', 200, '', '')""").update());
    }

    @Test
    void over_http_several_that_write_to_one_item_at_once_all_succeed_and_are_numbered_as_they_follow_each_other() throws Exception {
        var client = new Client(port);
        var item = client.institution();
        beforeLoad(AddAlias.class, command -> commandDb.sql("select pg_current_xact_id()").query().singleRow());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<?>>();
            for (int writer = 0; writer < 4; writer++) {
                int w = writer;
                writers.add(threads.submit(() -> {
                    for (int turn = 0; turn < 15; turn++) {
                        assertThat(client.addAlias(item, "alias " + w + "-" + turn, UUID.randomUUID().toString()).statusCode()).isEqualTo(200);
                    }
                    return null;
                }));
            }
            for (var writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
        }
        var positions = positions(client, item);
        assertThat(positions).hasSize(61).isSorted().doesNotHaveDuplicates();
    }

    private void pausedBetweenKeyAndLoad(Runnable write) throws Exception {
        var client = new Client(port);
        var item = client.institution();
        var pausedThere = new CompletableFuture<Void>();
        var goOn = new CompletableFuture<Void>();
        var attempts = new AtomicInteger();
        beforeLoad(AddAlias.class, command -> {
            if (command.alias().equals("paused")) {
                attempts.incrementAndGet();
                write.run();
                pausedThere.complete(null);
                goOn.join();
            }
        });
        var paused = CompletableFuture.supplyAsync(() -> client.addAlias(item, "paused", "key of the paused one " + item));
        pausedThere.get(20, TimeUnit.SECONDS);
        assertThat(client.addAlias(item, "quick", "key of the quick one " + item).headers().firstValue("ETag")).hasValue("\"2\"");
        goOn.complete(null);
        var answer = paused.get(20, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"3\"");
        assertThat(attempts).as("the first attempt did not see the quick one and had to lose").hasValue(2);
        assertThat(positions(client, item)).hasSize(3).isSorted().doesNotHaveDuplicates();
    }

    private List<Long> positions(Client client, String item) {
        var positions = new ArrayList<Long>();
        await().atMost(TestJournal.SOON).until(() -> {
            positions.clear();
            for (JsonNode record : client.history(item)) {
                if (record.get("position").isNull()) {
                    return false;
                }
                positions.add(record.get("position").asLong());
            }
            return true;
        });
        return positions;
    }

    /** Runs behind the look for the key, before the item is loaded, in the command's transaction. */
    private <C extends Command> void beforeLoad(Class<C> type, Consumer<C> work) {
        registered.add(bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            if (type.isInstance(unitOfWork.getMessage().getPayload())) {
                work.accept(type.cast(unitOfWork.getMessage().getPayload()));
            }
            return chain.proceed();
        }));
    }

    private static ActionId action() {
        return new ActionId(UUID.randomUUID());
    }

    private static ProposeAction propose(ActionId action) {
        return new ProposeAction(action, "Acción", null, null, null, null, null, null, null, null, null, null, null, DAY);
    }

    private void lookAhead(List<ActionId> actions) {
        ((LedgerEventStore) events).lookAhead(actions.stream().map(ActionId::value).toList());
    }

    /** How often the transaction under way looked something up in that table. */
    private long lookedUp(String table) {
        return commandDb.sql("select seq_scan + idx_scan from pg_stat_xact_user_tables where schemaname = 'journal' and relname = :table").param("table", table)
                .query(Long.class).single();
    }

    private InstitutionId institution() {
        var id = new InstitutionId(UUID.randomUUID());
        commands.send(new RegisterInstitution(id, "Institution " + id, null, InstitutionKind.STATE, null, null, null, DAY), TestJournal.BY, null);
        return id;
    }

    private int addAlias(InstitutionId item, String alias) {
        return commands.send(new AddAlias(item, alias, DAY), TestJournal.BY, null).version();
    }

    private List<? extends DomainEventMessage<?>> load(InstitutionId item) {
        return events.readEvents(item.toString()).asStream().toList();
    }

    private int stored(UUID item) {
        return commandDb.sql("select count(*) from journal.event where aggregate_id = :item").param("item", item).query(Integer.class).single();
    }

    private void dispatch(String name) {
        var result = new FutureCallback<Object, Object>();
        bus.dispatch(new GenericCommandMessage<>(GenericCommandMessage.asCommandMessage(name), name), result);
        var outcome = result.getResult();
        if (outcome.isExceptional()) {
            throw outcome.exceptionResult() instanceof RuntimeException e ? e : new IllegalStateException(outcome.exceptionResult());
        }
    }
}
