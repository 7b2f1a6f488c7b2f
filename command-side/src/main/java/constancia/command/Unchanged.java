package constancia.command;

import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what a correction changed from what merely comes out otherwise today. */
final class Unchanged {

    private Unchanged() {}

    /**
     * {@code corrected}, but with the fields of {@code said} wherever the correction makes no difference.
     *
     * @param today what would be recorded today without the correction; null when nothing would
     */
    static <R> R kept(R said, @Nullable R today, R corrected) {
        if (today == null) {
            return corrected;
        }
        var components = said.getClass().getRecordComponents();
        var types = Stream.of(components).map(component -> component.getType()).toArray(Class<?>[]::new);
        var values = new Object[components.length];
        try {
            for (int i = 0; i < values.length; i++) {
                var field = components[i].getAccessor();
                var right = field.invoke(corrected);
                values[i] = Objects.equals(field.invoke(today), right) ? field.invoke(said) : right;
            }
            @SuppressWarnings("unchecked") var record = (R) said.getClass().getDeclaredConstructor(types).newInstance(values);
            return record;
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
