package constancia.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/** A word of an enumeration as people and programs write it: {@code CO_RESPONSIBLE} is {@code co-responsible}. */
public interface Word {

    /** All words of an enumeration, in its order. */
    static <E extends Enum<E> & Word> List<String> all(Class<E> words) {
        return Stream.of(words.getEnumConstants()).map(Word::word).toList();
    }

    String name();

    @JsonValue
    default String word() {
        return name().toLowerCase().replace('_', '-');
    }
}
