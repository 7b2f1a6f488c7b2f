package constancia.command;

import constancia.kernel.institutions.InstitutionId;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** For which institution a command is given, where it says so: see {@link CallersByDefault}. */
public final class ForInstitution {

    private static final ClassValue<Optional<Method>> SAYS = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> command) {
            return Stream.of(command.getRecordComponents()).filter(component -> component.isAnnotationPresent(CallersByDefault.class))
                    .map(component -> component.getAccessor()).findFirst();
        }
    };

    private ForInstitution() {}

    /** Whether commands of that kind are given for an institution. */
    public static boolean isAsked(Class<? extends Command> command) {
        return SAYS.get(command).isPresent();
    }

    /** The institution, or null where the command names none. */
    public static @Nullable InstitutionId of(Command command) {
        try {
            var says = SAYS.get(command.getClass());
            return says.isEmpty() ? null : (InstitutionId) says.get().invoke(command);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
