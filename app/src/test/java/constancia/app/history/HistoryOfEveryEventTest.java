package constancia.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import constancia.app.HttpRegister;
import constancia.command.policies.WhenPeriodsDatedScheduleActions;
import constancia.command.policies.WhenRiskMaterialisedProposeActions;
import constancia.kernel.EventTypes;
import constancia.web.Collections;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The history of items in which every event occurs. Who adds an event adds it to {@link EveryCommand}, or this fails. */
class HistoryOfEveryEventTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static EveryCommand scene;

    @BeforeAll
    static void every_command_is_given() {
        scene = EveryCommand.in(REGISTER);
    }

    @Test
    void every_command_and_every_event_occurs() {
        var commands = new TreeSet<String>();
        for (var collection : Collections.values()) {
            collection.commands().forEach(command -> commands.add(collection.path() + (Collections.creates(command) ? "" : "/" + Collections.kebab(command))));
        }
        assertThat(scene.given()).containsExactlyElementsOf(commands);
        var events = new TreeSet<String>();
        scene.items().forEach(item -> records(item, "es").forEach(record -> events.add(record.get("type").asString())));
        var ofItems = new TreeSet<>(EventTypes.all().keySet());
        ofItems.remove("ReadsSealed");
        assertThat(events).containsExactlyElementsOf(ofItems);
    }

    @Test
    void the_changes_of_a_record_are_the_difference_of_the_states_before_and_after_it() {
        for (var item : scene.items()) {
            var states = states(item);
            var records = records(item, "es");
            assertThat(records).hasSameSizeAs(states);
            for (int n = 1; n <= states.size(); n++) {
                var expected = Leaves.between(n == 1 ? null : states.get(n - 2), states.get(n - 1));
                var record = records.get(n - 1);
                assertThat(Leaves.told(record.get("changes"))).as("%s %d %s", item, n, record.get("type")).isEqualTo(expected)
                        .matches(changes -> changes.isEmpty() == leavesNoTrace(record), "only what the calendar records changes nothing");
            }
        }
    }

    @Test
    void the_difference_between_any_two_records_is_that_of_their_states() {
        for (var item : scene.items()) {
            var states = states(item);
            for (int from = 1; from <= states.size(); from += from < states.size() - 2 ? 2 : 1) {
                for (int to : new int[] {from, states.size(), Math.max(1, from - 1), Math.min(states.size(), from + 1)}) {
                    var diff = REGISTER.get(item + "/diff?from=" + from + "&to=" + to).is(200).body();
                    assertThat(Leaves.told(diff.get("changes"))).as("%s from %d to %d", item, from, to).isEqualTo(Leaves.between(states.get(from - 1), states.get(to - 1)));
                }
            }
        }
    }

    @Test
    void the_state_after_a_record_is_the_item_as_of_its_position() {
        for (var item : scene.items()) {
            var records = records(item, "es");
            for (var record : records) {
                var after = REGISTER.get(item + "/history/" + record.get("n").asInt()).is(200);
                var asOf = REGISTER.get(item + "?asOf=" + record.get("position").asLong()).is(200);
                assertThat(asOf.body()).isEqualTo(after.body());
                assertThat(after.body().get("version").asInt()).isEqualTo(record.get("n").asInt());
                assertThat(asOf.headers().get("constancia-position")).isEqualTo(record.get("position").asString()).isEqualTo(after.headers().get("constancia-position"));
            }
        }
    }

    @Test
    void the_last_state_is_the_item_as_it_is() {
        for (var item : scene.items()) {
            var now = REGISTER.get(item).is(200);
            var last = REGISTER.get(item + "/history/" + now.body().get("version").asInt()).is(200);
            assertThat(uncut(now.body())).isEqualTo(uncut(last.body()));
            assertThat(now.headers().get("etag")).isEqualTo("\"" + now.body().get("version").asInt() + "\"");
        }
    }

    @Test
    void every_record_says_who_when_what_and_how_in_both_languages() {
        for (var item : scene.items()) {
            var spanish = records(item, "es");
            var english = records(item, "en");
            for (int i = 0; i < spanish.size(); i++) {
                complete(spanish.get(i), i + 1);
                assertThat(sentence(spanish.get(i))).isNotEqualTo(sentence(english.get(i)));
            }
        }
    }

    @Test
    void positions_and_times_of_recording_rise_within_an_item() {
        for (var item : scene.items()) {
            var records = records(item, "es");
            assertThat(records.stream().map(record -> record.get("position").asLong()).toList()).isSorted().doesNotHaveDuplicates();
            assertThat(records.stream().map(record -> Instant.parse(record.get("recordedAt").asString())).toList()).isSorted();
            assertThat(records.stream().map(record -> record.get("n").asInt()).toList()).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void what_the_policy_records_is_recorded_under_its_own_name() {
        var dated = scene.items().stream().flatMap(item -> records(item, "es").stream()).filter(HistoryOfEveryEventTest::byPolicy).toList();
        assertThat(dated).hasSize(2).allSatisfy(record -> assertThat(record.get("actor").asString()).startsWith("system:"));
    }

    private static boolean byPolicy(JsonNode record) {
        return Set.of("ScheduleDated", "TargetsDated").contains(record.get("type").asString());
    }

    private static boolean proposedByPolicy(JsonNode record) {
        return record.get("type").asString().equals("ActionProposed") && record.get("summary").asString().contains(EveryCommand.REDUCTION);
    }

    private static boolean byCalendar(JsonNode record) {
        return Set.of("DueDatePassed", "AgreementExpired", "ReserveLapsed", "MeetingReserveLapsed", "CaseFileReserveLapsed").contains(record.get("type").asString());
    }

    /** What the calendar records, and a reserve that is over by the day on which the states are told. */
    private static boolean leavesNoTrace(JsonNode record) {
        return byCalendar(record) || record.get("summary").asString().endsWith("hasta el 2013-12-31.");
    }

    private static void complete(JsonNode record, int n) {
        assertThat(record.propertyNames()).containsExactly("n", "position", "recordedAt", "receivedAt", "effectiveOn", "type", "actor", "institution", "onBehalf", "through",
                "grounds", "summary", "changes", "rectifiedBy");
        assertThat(record.get("n").asInt()).isEqualTo(n);
        assertThat(record.get("actor").asString()).isEqualTo(byPolicy(record) ? WhenPeriodsDatedScheduleActions.ACTOR
                : byCalendar(record) ? "system:calendar" : proposedByPolicy(record) ? WhenRiskMaterialisedProposeActions.ACTOR : "admin");
        assertThat(Instant.parse(record.get("receivedAt").asString())).isCloseTo(Instant.parse(record.get("recordedAt").asString()), within(5, ChronoUnit.SECONDS));
        assertThat(LocalDate.parse(record.get("effectiveOn").asString())).isBetween(LocalDate.of(2010, 1, 1), LocalDate.of(2014, 12, 31));
        assertThat(record.get("through").asString()).isEqualTo(byCalendar(record) ? "calendar" : "api");
        assertThat(record.get("onBehalf").isBoolean()).isTrue();
        assertThat(record.get("rectifiedBy").isArray()).isTrue();
    }

    private static String sentence(JsonNode record) {
        var sentence = record.get("summary").asString();
        assertThat(sentence).isNotBlank().doesNotContain("null").doesNotContainPattern("\\{\\d").doesNotContain("{}");
        return sentence;
    }

    private static List<JsonNode> states(String item) {
        var states = new ArrayList<JsonNode>();
        int version = REGISTER.get(item).is(200).body().get("version").asInt();
        for (int n = 1; n <= version; n++) {
            states.add(REGISTER.get(item + "/history/" + n).is(200).body());
        }
        return states;
    }

    private static List<JsonNode> records(String item, String language) {
        var page = REGISTER.get(item + "/history", language).is(200).body();
        assertThat(page.get("total").asInt()).isEqualTo(page.get("items").size());
        return page.get("items").valueStream().toList();
    }

    private static JsonNode uncut(JsonNode item) {
        var content = ((ObjectNode) item).deepCopy();
        content.remove("cut");
        return content;
    }
}
