package constancia.command;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a record is made of, numbers, dates and fixed words apart. How to read it is found out once per kind of record, not with every command. */
public final class Parts {

    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> record) {
            var accessors = Stream.of(record.getRecordComponents()).map(RecordComponent::getAccessor).filter(accessor -> canName(accessor.getReturnType())).toList();
            accessors.forEach(accessor -> accessor.setAccessible(true));
            return accessors;
        }
    };

    private Parts() {}

    private static boolean canName(Class<?> type) {
        return !(type.isPrimitive() || type.isEnum() || type == Boolean.class || Number.class.isAssignableFrom(type) || Temporal.class.isAssignableFrom(type));
    }

    /** Tells of every component that can name something its name and its value, in the order of the record. */
    public static void of(Record record, BiConsumer<String, @Nullable Object> told) {
        for (var accessor : ACCESSORS.get(record.getClass())) {
            try {
                told.accept(accessor.getName(), accessor.invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(accessor + " cannot be read", e);
            }
        }
    }
}
