package constancia.kernel.rights;

import constancia.kernel.Word;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of rights.
 *
 * @param what     a command by its collection, {@code actions/mark-delivered}; a question or a task by its name
 * @param route    method and pattern of a question or a task; null for a command, whose route follows from its name
 * @param policies those of the register's own policies that give the command
 */
public record Right(Kind kind, String what, @Nullable String route, Map<Role, Reach> reach, Set<String> policies) {

    /** {@code OPEN} is for everybody, {@code SIGNED_IN} for whoever has an account, whatever its roles. */
    public enum Kind implements Word {
        COMMAND, QUESTION, TASK, SIGNED_IN, OPEN
    }

    public Right {
        reach = Map.copyOf(reach);
        policies = Set.copyOf(policies);
    }

    /** Whether it may be done anywhere in the register. */
    public boolean anywhere(Authority who) {
        return who.bindings().stream().anyMatch(binding -> switch (reach.get(binding.role())) {
            case ALL -> true;
            case SCOPE, REGISTER -> binding.to() == null;
            case OWN, NONE -> false;
        });
    }

    /** The holdings by which it may be done in a part of the register: the part that each is bound to. */
    public Stream<Binding> within(Authority who) {
        return who.bindings().stream().filter(binding -> binding.to() != null && switch (reach.get(binding.role())) {
            case SCOPE, OWN -> true;
            case ALL, REGISTER, NONE -> false;
        });
    }
}
