package constancia.web.commands;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a record as requests name them. Kept for each type: reflection works its answers out anew each time. */
record Schema(List<Field> fields, Set<String> names, Constructor<?> constructor) {

    private static final ClassValue<Schema> KNOWN = new ClassValue<>() {
        @Override
        protected Schema computeValue(Class<?> type) {
            var fields = Stream.of(type.getRecordComponents()).map(Field::of).toList();
            return new Schema(fields, fields.stream().map(Field::name).collect(Collectors.toUnmodifiableSet()), type.getDeclaredConstructors()[0]);
        }
    };

    /** @param optional whether it may be missing */
    record Field(String name, boolean optional, RecordComponent component) {
        private static Field of(RecordComponent component) {
            return new Field(ValueReader.field(component), ValueReader.optional(component.getAnnotatedType()), component);
        }

        /** Its value in a record. */
        @Nullable Object of(Object record) {
            try {
                return component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " cannot be read", e);
            }
        }
    }

    static Schema of(Class<?> type) {
        return KNOWN.get(type);
    }

    Field field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
    }

    Object instance(Object... arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " cannot be called", e);
        }
    }
}
