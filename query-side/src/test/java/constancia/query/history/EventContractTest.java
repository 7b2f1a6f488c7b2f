package constancia.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.EventTypes;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was stored once can be read for ever: a golden file for each event, {@code Name.json}. Files are only added,
 * never edited: an event that can look otherwise, or got a field, has another one beside it, {@code Name.person.json}.
 */
class EventContractTest {

    static final Path GOLDEN = Path.of("..", "shared-kernel", "src", "test", "resources", "events");
    static final JsonMapper JSON = new JsonMapper();

    static Stream<String> files() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @Test
    void every_event_has_a_golden_file_and_every_golden_file_an_event() throws IOException {
        assertThat(files().map(EventContractTest::eventOf).distinct()).containsExactlyInAnyOrderElementsOf(EventTypes.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_was_stored_is_read_and_would_be_stored_alike(String file) throws IOException {
        var event = EventJson.read(eventOf(file), bytes(file));
        assertThat(EventTypes.nameOf(event)).isEqualTo(eventOf(file));
        assertThat(JSON.readTree(EventJson.write(event))).isEqualTo(tree(file));
    }

    @Test
    void each_field_of_an_event_is_seen_in_one_of_its_files() throws IOException {
        var seen = new TreeMap<String, Set<String>>();
        for (var file : files().toList()) {
            seen.computeIfAbsent(eventOf(file), name -> new TreeSet<>()).addAll(tree(file).propertyNames());
        }
        assertThat(seen).allSatisfy((name, fields) -> assertThat(fields).as(name).containsExactlyInAnyOrderElementsOf(
                Stream.of(EventTypes.named(name).getRecordComponents()).map(RecordComponent::getName).toList()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_field_that_today_does_not_know_is_passed_over(String file) throws IOException {
        var wider = ((ObjectNode) tree(file)).put("fieldOfAnotherVersion", true);
        assertThat(EventJson.read(eventOf(file), JSON.writeValueAsBytes(wider))).isEqualTo(EventJson.read(eventOf(file), bytes(file)));
    }

    private static byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(GOLDEN.resolve(file));
    }

    private static JsonNode tree(String file) throws IOException {
        return JSON.readTree(bytes(file));
    }

    private static String eventOf(String file) {
        return file.substring(0, file.indexOf('.'));
    }
}
