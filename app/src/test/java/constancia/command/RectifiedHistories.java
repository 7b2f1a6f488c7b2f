package constancia.command;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Event;
import constancia.kernel.Invalid;
import constancia.kernel.ItemId;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.Recorded;
import constancia.kernel.Rectifications;
import constancia.kernel.Rectified;
import constancia.kernel.Refused;
import constancia.kernel.Word;
import constancia.query.history.Entry;
import constancia.query.history.Fold;
import constancia.query.history.View;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * What holds of every rectified history, tried on random ones: it is the history that would have been written at first,
 * it gives the same in both orders and on both sides, and making the rectification void brings back what was before.
 */
public final class RectifiedHistories<E extends Event, S, F> {

    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);
    private static final int ATTEMPTS = 25;

    private final ItemId id;
    private final S nothing;
    private final BiFunction<S, Recorded<E>, S> evolve;
    private final View<E, F> view;
    private final Map<String, Integer> corrected = new TreeMap<>();
    private final Set<Class<?>> seen = new HashSet<>();
    private int voided;
    private int again;
    private int broken;
    private Rectifying<E, S> rules;

    /** A history and how its records are rectified. */
    public record Told<E extends Event, S>(List<Recorded<E>> history, Rectifying<E, S> rules) {}

    /** What really was recorded of random commands, the first of which creates the item. */
    public static <E extends Event, S, C extends Command> List<Recorded<E>> decided(Random random, int attempts, S nothing, BiFunction<S, Recorded<E>, S> evolve,
                                                                                  BiFunction<C, S, List<E>> decide, IntFunction<C> command) {
        var by = new Provenance("coordinacion", null, false, Through.API, "Fundamento");
        var records = new ArrayList<Recorded<E>>();
        S now = nothing;
        for (int i = 0; i < attempts; i++) {
            try {
                for (var event : decide.apply(command.apply(i), now)) {
                    var record = new Recorded<>(records.size() + 1, event, by);
                    records.add(record);
                    now = evolve.apply(now, record);
                }
            } catch (Refused | Invalid refused) {
                assertThat(records).as("the first one is taken").isNotEmpty();
            }
        }
        return List.copyOf(records);
    }

    /** A port that knows everything it is asked for, or what is said of its method. */
    public static <T> T port(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, _) ->
                answers.containsKey(method.getName()) ? answers.get(method.getName())
                        : method.getReturnType() == boolean.class ? (Object) true
                        : method.getReturnType() == int.class ? (Object) 1
                        : method.getReturnType() == String.class ? "C"
                        : method.getReturnType() == List.class ? List.of() : Optional.empty()));
    }

    public RectifiedHistories(ItemId id, S nothing, BiFunction<S, Recorded<E>, S> evolve, View<E, F> view) {
        this.id = id;
        this.nothing = nothing;
        this.evolve = evolve;
        this.view = view;
    }

    /** Tries them all, and that enough was tried, every event among them. */
    public void hold(int histories, LongFunction<Told<E, S>> told) {
        for (long seed = 0; seed < histories; seed++) {
            var one = told.apply(seed);
            rules = one.rules;
            hold(seed, new Random(seed), one.history);
        }
        assertThat(seen).as("events drawn").containsExactlyInAnyOrder(view.events().getPermittedSubclasses());
        assertThat(corrected).as("events that were corrected").hasSizeGreaterThanOrEqualTo(seen.size() * 3 / 4);
        assertThat(voided).as("made void").isGreaterThan(histories / 4);
        assertThat(again).as("rectifications of rectifications").isGreaterThan(histories / 4);
        assertThat(broken).as("refused").isGreaterThan(histories / 4);
    }

    private void hold(long seed, Random random, List<Recorded<E>> history) {
        var records = new ArrayList<Recorded<Event>>();
        history.forEach(record -> seen.add(record.event().getClass()));
        history.forEach(record -> records.add(new Recorded<>(record.n(), record.event(), record.by())));
        for (int i = 0; i < ATTEMPTS; i++) {
            int n = 1 + random.nextInt(records.size());
            var rectified = decided(random, n, records);
            if (rectified.isEmpty()) {
                continue;
            }
            var before = List.copyOf(records);
            put(rectified.get(), records);
            mustHold("seed %d, attempt %d, record %d".formatted(seed, i, n), before, rectified.get(), records);
            if (random.nextInt(4) == 0) {
                put(rules.decide(new Rectify(id, records.size(), null, true, TODAY), records, history.getFirst().by()), records);
                assertThat(state(standing(records))).as("seed %d: record %d as it was", seed, n).isEqualTo(state(standing(before)));
                assertThat(facts(standing(records))).as("seed %d: record %d as it was", seed, n).isEqualTo(facts(standing(before)));
            }
        }
    }

    private Optional<Rectified> decided(Random random, int n, List<Recorded<Event>> records) {
        var command = random.nextInt(4) == 0 ? new Rectify(id, n, null, true, TODAY) : new Rectify(id, n, new Otherwise(random, records), null, TODAY);
        try {
            return Optional.of(rules.decide(command, records, records.getFirst().by()));
        } catch (Refused | Invalid refused) {
            broken += refused instanceof Refused r && r.code().equals("rectification-breaks-history") ? 1 : 0;
            return Optional.empty();
        }
    }

    private void mustHold(String which, List<Recorded<Event>> before, Rectified rectified, List<Recorded<Event>> records) {
        var original = records.get(rectified.record() - 1).event();
        var standing = standing(records);
        if (original instanceof Rectified) {
            again++;
        } else {
            assertThat(standing).as(which).isEqualTo(writtenAtFirst(standing(before), rectified, records.get(rectified.record() - 1)));
            if (rectified.replacement() == null) {
                voided++;
            } else {
                assertThat(rectified.replacement()).as(which).hasSameClassAs(original);
                corrected.merge(original.getClass().getSimpleName(), 1, Integer::sum);
            }
        }
        assertThat(state(effective(standing))).as("rules, %s", which).isEqualTo(state(standing));
        assertThat(facts(effective(standing))).as("view, %s", which).isEqualTo(facts(standing));
        assertThat(Fold.of(view, records.stream().map(record -> new Entry(null, null, Instant.EPOCH, record)).toList())).as("fold, %s", which).isEqualTo(facts(standing));
    }

    private List<Recorded<E>> writtenAtFirst(List<Recorded<E>> before, Rectified rectified, Recorded<Event> original) {
        var others = before.stream().filter(record -> record.n() != rectified.record());
        return Stream.concat(others, Stream.ofNullable(rectified.replacement())
                .map(event -> new Recorded<>(rectified.record(), view.events().cast(event), original.by()))).sorted((a, b) -> a.n() - b.n()).toList();
    }

    private static void put(Rectified rectified, List<Recorded<Event>> records) {
        records.add(new Recorded<>(records.size() + 1, rectified, records.getFirst().by()));
    }

    private List<Recorded<E>> standing(List<Recorded<Event>> records) {
        return Rectifications.among(records).standing().stream()
                .map(record -> new Recorded<>(record.n(), view.events().cast(record.event()), record.by())).toList();
    }

    private static <E extends Event> List<Recorded<E>> effective(List<Recorded<E>> records) {
        return records.stream().sorted(Recorded.EFFECTIVE_ORDER).toList();
    }

    private S state(List<Recorded<E>> records) {
        S state = nothing;
        for (var record : records) {
            state = evolve.apply(state, record);
        }
        return state;
    }

    private F facts(List<Recorded<E>> records) {
        F facts = view.nothing();
        for (var record : records) {
            facts = view.evolve(facts, record);
        }
        return facts;
    }

    /** Another day, other words, other texts: at random, in whatever command made the record. */
    private record Otherwise(Random random, LocalDate first, int days) implements Correction {

        Otherwise(Random random, List<Recorded<Event>> records) {
            this(random, first(records), (int) (last(records).toEpochDay() - first(records).toEpochDay()));
        }

        @Override
        @SuppressWarnings("unchecked")
        public <C extends Command> C over(C said) {
            if (said instanceof Rectify rectify) {
                boolean never = random.nextInt(4) == 0;
                return (C) new Rectify(rectify.id(), rectify.record(), never ? null : this, never ? true : null, rectify.effectiveOn());
            }
            var components = said.getClass().getRecordComponents();
            var values = Stream.of(components).map(component -> value(component, said)).toArray();
            try {
                return (C) said.getClass().getDeclaredConstructors()[0].newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }

        private Object value(RecordComponent component, Command said) {
            Object now;
            try {
                now = component.getAccessor().invoke(said);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
            if (component.getName().equals("effectiveOn")) {
                return random.nextInt(3) > 0 ? first.plusDays(random.nextInt(days + 6) - 3) : now;
            }
            if (now != null && component.isAnnotationPresent(Text.class) && now instanceof String && !component.getName().equals("period")) {
                return random.nextBoolean() ? "Corregido " + random.nextInt(9) : now;
            }
            if (now instanceof Word && random.nextInt(4) == 0) {
                var words = now.getClass().getEnumConstants();
                return words[random.nextInt(words.length)];
            }
            return now;
        }

        private static LocalDate first(List<Recorded<Event>> records) {
            return records.getFirst().effectiveOn();
        }

        private static LocalDate last(List<Recorded<Event>> records) {
            return records.stream().map(Recorded::event).filter(event -> !(event instanceof Rectified)).map(Event::effectiveOn).max(LocalDate::compareTo).orElseThrow();
        }
    }
}
