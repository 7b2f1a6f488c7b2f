package constancia.kernel.rights;

import constancia.kernel.institutions.InstitutionId;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account and the roles it holds today. Rights are always today's, whatever day is asked about.
 *
 * @param account name of the account, or {@code system:<policy>}
 */
public record Authority(String account, Set<Binding> bindings) {

    private static final String SYSTEM = "system:";

    public Authority {
        bindings = Set.copyOf(bindings);
    }

    /** Of somebody who may do everything. */
    public static Authority administrator(String account) {
        return new Authority(account, Set.of(new Binding(Role.ADMINISTRATOR, null)));
    }

    /** Whether it is the register itself that acts, by one of its policies. */
    public static boolean isSystem(String actor) {
        return actor.startsWith(SYSTEM);
    }

    /** Which of the register's policies acts. */
    public static String policy(String actor) {
        return actor.substring(SYSTEM.length());
    }

    /** Whether the role is held anywhere. */
    public boolean has(Role role) {
        return of(role).findAny().isPresent();
    }

    /** Every holding of that role. */
    public Stream<Binding> of(Role role) {
        return bindings.stream().filter(binding -> binding.role() == role);
    }

    public boolean isLiaisonOf(InstitutionId institution) {
        return bindings.contains(new Binding(Role.LIAISON, institution));
    }

    /** The institution for which it acts unless another is named: the only one whose liaison it is, or null. */
    public @Nullable InstitutionId institution() {
        var own = of(Role.LIAISON).map(binding -> (InstitutionId) binding.to()).limit(2).toList();
        return own.size() == 1 ? own.getFirst() : null;
    }
}
