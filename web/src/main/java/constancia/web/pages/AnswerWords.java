package constancia.web.pages;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.Word;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fields of an answer hold words of which enumeration, by the fields' places: {@code commitments/status} holds a {@code CommitmentStatus}. */
final class AnswerWords {

    private static final ClassValue<AnswerWords> KNOWN = new ClassValue<>() {
        @Override
        protected AnswerWords computeValue(Class<?> answer) {
            return new AnswerWords(answer);
        }
    };

    private final Map<String, String> families = new HashMap<>();

    private AnswerWords(Class<?> answer) {
        look("", answer, new HashSet<>());
    }

    /** @param answer the record that is answered */
    static AnswerWords of(Class<?> answer) {
        return KNOWN.get(answer);
    }

    /** The enumeration at that place; null when it holds something else. */
    @Nullable String family(String place) {
        return families.get(place);
    }

    private void look(String before, Class<?> record, Set<Class<?>> within) {
        if (record.isRecord() && within.add(record)) {
            for (var component : record.getRecordComponents()) {
                note(before + name(component), component.getGenericType(), within);
            }
            within.remove(record);
        }
    }

    private void note(String place, Type type, Set<Class<?>> within) {
        if (type instanceof ParameterizedType list) {
            note(place, list.getActualTypeArguments()[list.getActualTypeArguments().length - 1], within);
        } else if (type instanceof Class<?> raw && Word.class.isAssignableFrom(raw)) {
            families.put(place, raw.getSimpleName());
        } else if (type instanceof Class<?> raw) {
            look(place + "/", raw, within);
        }
    }

    private static String name(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }
}
