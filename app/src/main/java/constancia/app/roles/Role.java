package constancia.app.roles;

import constancia.kernel.Word;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.core.env.Environment;

/** What a node does for the register ({@code constancia.roles}); one that is told nothing does everything. */
public enum Role implements Word {
    /** Takes commands, numbers records, runs policies, the calendar and imports. */
    COMMAND,
    /** Fills tables and answers questions. */
    QUERY,
    /** Answers at all, to people and programs; without it a node only tells its health. */
    WEB;

    /** @throws IllegalArgumentException a word is not a role, or there is none */
    public static Set<Role> of(Environment environment) {
        var roles = EnumSet.noneOf(Role.class);
        for (var word : environment.getProperty("constancia.roles", "command,query,web").split(",")) {
            roles.add(Arrays.stream(values()).filter(role -> role.word().equals(word.strip())).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("constancia.roles: «" + word.strip() + "» no es command, query ni web / is not command, query or web")));
        }
        return roles;
    }
}
