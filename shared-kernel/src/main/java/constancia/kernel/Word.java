package constancia.kernel;

import com.fasterxml.jackson.annotation.JsonValue;

/** A word of an enumeration as people and programs write it: {@code CO_RESPONSIBLE} is {@code co-responsible}. */
public interface Word {

    String name();

    @JsonValue
    default String word() {
        return name().toLowerCase().replace('_', '-');
    }
}
