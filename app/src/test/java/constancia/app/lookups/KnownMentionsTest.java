package constancia.app.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.Matching;
import constancia.command.Mention;
import constancia.web.Collections;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No field of a command holds a document or a person without being asked for it. */
class KnownMentionsTest {

    private static final String A_HASH = "[0-9a-f]{64}";

    @Test
    void every_field_that_takes_a_hash_is_called_as_mentions_are() {
        var hashes = components().stream().filter(field -> field.isAnnotationPresent(Matching.class) && field.getAnnotation(Matching.class).value().equals(A_HASH)).toList();
        assertThat(hashes).hasSizeGreaterThan(10).allSatisfy(field -> assertThat(Mention.of("", field.getName(), "a")).as(field::toString).isPresent());
    }

    @Test
    void every_field_that_takes_a_person_is_called_as_mentions_are() {
        var persons = components().stream().filter(field -> field.getType() == UUID.class && field.getName().toLowerCase().contains("person")).toList();
        assertThat(persons).hasSizeGreaterThan(8).allSatisfy(field -> assertThat(Mention.of("", field.getName(), UUID.randomUUID().toString())).as(field::toString).isPresent());
    }

    private static List<RecordComponent> components() {
        var found = new ArrayList<RecordComponent>();
        Arrays.stream(Collections.values()).flatMap(collection -> collection.commands().stream()).forEach(command -> collect(command, found));
        return found;
    }

    private static void collect(Type type, List<RecordComponent> found) {
        if (type instanceof ParameterizedType list) {
            collect(list.getActualTypeArguments()[0], found);
        } else if (type instanceof Class<?> part && part.isRecord() && part.getName().startsWith("constancia.")) {
            for (var component : part.getRecordComponents()) {
                found.add(component);
                collect(component.getGenericType(), found);
            }
        }
    }
}
