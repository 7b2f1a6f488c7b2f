package constancia.command;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Event;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/**
 * Rules told as sentences: {@code plans.given(planDefined()).when(closePlan()).records(planClosed())}, or
 * {@code .refuses("plan-closed")}. They run through the item's shell under Axon, each time on a fresh fixture.
 */
public final class Fixtures<A extends Shell<?, ?>> {

    /** The coordination unit, recording for nobody in particular. */
    public static final Provenance UNIT = new Provenance("coordinacion", null, false, Provenance.Through.API, null);

    private final Class<A> shell;
    private final Object[] ports;

    private Fixtures(Class<A> shell, Object[] ports) {
        this.shell = shell;
        this.ports = ports;
    }

    /** @param ports what the shell's handlers ask for besides the command and its metadata */
    public static <A extends Shell<?, ?>> Fixtures<A> of(Class<A> shell, Object... ports) {
        return new Fixtures<>(shell, ports);
    }

    /** What is on record already, by {@link #UNIT}; nothing for an item that is still to be created. */
    public Given given(Event... records) {
        return new Given(List.of()).and(records);
    }

    public final class Given {

        private final List<EventMessage<?>> records;

        private Given(List<EventMessage<?>> records) {
            this.records = records;
        }

        public Given and(Event... more) {
            return by(UNIT, more);
        }

        /** More records, put there by somebody else. */
        public Given by(Provenance by, Event... more) {
            var all = new ArrayList<>(records);
            for (var event : more) {
                all.add(new GenericEventMessage<>(event, MetaData.with(Shell.BY, by)));
            }
            return new Given(List.copyOf(all));
        }

        public Outcome when(Command command) {
            return when(command, UNIT);
        }

        public Outcome when(Command command, Provenance by) {
            return send(command, Map.of(Shell.BY, by));
        }

        /** With the version that the caller decided on. */
        public Outcome when(Command command, int ifMatch) {
            return send(command, Map.of(Shell.BY, UNIT, Shell.IF_MATCH, ifMatch));
        }

        private static Object message(Command command) {
            return command instanceof Rectify rectify ? new GenericCommandMessage<>(new GenericMessage<>(command), Rectify.nameOf(rectify.id())) : command;
        }

        private Outcome send(Command command, Map<String, ?> meta) {
            var fixture = new AggregateTestFixture<>(shell);
            fixture.registerCommandTargetResolver(
                    message -> new VersionedAggregateIdentifier(((Command) message.getPayload()).id().toString(), null));
            fixture.registerInjectableResources(ports);
            var executor = records.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(records);
            return new Outcome(executor.when(message(command), new HashMap<>(meta)), command, (Provenance) meta.get(Shell.BY), records.size());
        }
    }

    /** What came of a command. */
    public static final class Outcome {

        private final ResultValidator<?> result;
        private final Command command;
        private final Provenance by;
        private final int before;

        private Outcome(ResultValidator<?> result, Command command, Provenance by, int before) {
            this.result = result;
            this.command = command;
            this.by = by;
            this.before = before;
        }

        /** Exactly these events, under the name of whoever asked; the receipt counts them. */
        public Outcome records(Event... events) {
            result.expectSuccessfulHandlerExecution()
                    .expectEventsMatching(that("exactly these events under " + by, (List<? super EventMessage<?>> recorded) -> {
                        var messages = recorded.stream().map(message -> (EventMessage<?>) message).toList();
                        assertThat(messages.stream().<Object>map(EventMessage::getPayload)).containsExactly((Object[]) events);
                        assertThat(messages).allSatisfy(message -> assertThat(message.getMetaData().get(Shell.BY)).isEqualTo(by));
                    }));
            return answers(receipt -> {
                assertThat(receipt.id()).isEqualTo(command.id());
                assertThat(receipt.version()).isEqualTo(before + events.length);
            });
        }

        /** Nothing, and that is no refusal: a policy found its work done. */
        public Outcome recordsNothing() {
            return records();
        }

        public Outcome answers(Consumer<Receipt> receipt) {
            result.expectResultMessagePayloadMatching(that("a receipt", (Object answer) -> receipt.accept((Receipt) answer)));
            return this;
        }

        /** The rules refuse it in the present state (409), with what fills the gaps of the sentence, and nothing is recorded. */
        public void refuses(String code, Object... args) {
            fails(refusal -> {
                assertThat(refusal).isInstanceOf(Refused.class);
                assertThat(((Refused) refusal).code()).isEqualTo(code);
                assertThat(((Refused) refusal).args()).containsExactly(args);
            });
        }

        /** The rules refuse it (409) in the way that is told, and nothing is recorded. */
        public void refuses(Consumer<Refused> how) {
            fails(refusal -> {
                assertThat(refusal).isInstanceOf(Refused.class);
                how.accept((Refused) refusal);
            });
        }

        /** A value is out of range or names nothing (422), and nothing is recorded. */
        public void isInvalid(String field, String code, Object... args) {
            fails(refusal -> {
                assertThat(refusal).isInstanceOf(Invalid.class);
                assertThat(((Invalid) refusal).field()).isEqualTo(field);
                assertThat(((Invalid) refusal).code()).isEqualTo(code);
                assertThat(((Invalid) refusal).args()).containsExactly(args);
            });
        }

        /** It was decided on another version than the one that the item has. */
        public void isStale(int current) {
            fails(refusal -> {
                assertThat(refusal).isInstanceOf(StaleVersion.class);
                assertThat(((StaleVersion) refusal).current()).isEqualTo(current);
            });
        }

        private void fails(Consumer<Throwable> expected) {
            result.expectNoEvents().expectException(that("the refusal expected", expected::accept));
        }

        private static <T> Matcher<T> that(String description, Consumer<T> holds) {
            return new CustomTypeSafeMatcher<>(description) {
                @Override
                protected boolean matchesSafely(T item) {
                    holds.accept(item);
                    return true;
                }
            };
        }
    }
}
