package constancia.app.docs;

import constancia.kernel.rights.Reach;
import constancia.kernel.rights.Right;
import constancia.kernel.rights.Right.Kind;
import constancia.kernel.rights.Rights;
import constancia.kernel.rights.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of rights as people read it. */
class RightsPageTest {

    private static final Map<Kind, String> OTHERS = Map.of(Kind.QUESTION, "Questions", Kind.TASK, "Tasks", Kind.SIGNED_IN, "Whoever is signed in", Kind.OPEN, "Without signing in");

    @Test
    void the_page_says_what_the_table_says() {
        Generated.compare("docs/rights.md", """
                # Who may do what

                Made by `bin/docs` from the [one table](../shared-kernel/src/main/resources/constancia/kernel/rights/rights.csv) that the register
                enforces; the build compares the two, and tries every cell. Why it is so: [decision](decisions/0023-rights-are-one-table.md).

                - **everywhere**: anywhere in the register.
                - **in scope**: in the bodies and plans for which the role is held, in the bodies below them, and in what belongs to them; in the
                  whole register when the role is held for nothing in particular.
                - **own part**: where the liaison's institution has a part (a commitment, a signature or an answer, a seat on that day), and in its name alone.
                - **whole register**: only when the role is held for nothing in particular.

                A column that is missing from a table, and an empty cell: not at all. An account may hold several roles; what one of them
                allows is allowed. Of what is reserved nobody learns by a right alone.
                """ + sections().entrySet().stream().map(section -> "\n## " + section.getKey() + "\n\n" + table(section.getValue())).collect(Collectors.joining())
                + "\n## Policies\n\nWhat the register does by itself, as `system:` and the name of the policy; people give none that is a policy's alone.\n\n| policy | command |\n|---|---|\n"
                + policies());
    }

    private static Map<String, List<Right>> sections() {
        var sections = new LinkedHashMap<String, List<Right>>();
        for (var right : Rights.table().all()) {
            if (right.kind() != Kind.COMMAND || right.reach().values().stream().anyMatch(reach -> reach != Reach.NONE)) {
                var section = right.kind() == Kind.COMMAND ? right.what().substring(0, right.what().indexOf('/')) : OTHERS.get(right.kind());
                sections.computeIfAbsent(Character.toUpperCase(section.charAt(0)) + section.substring(1).replace('-', ' '), key -> new ArrayList<>()).add(right);
            }
        }
        return sections;
    }

    private static String table(List<Right> rows) {
        var roles = Stream.of(Role.values()).filter(role -> rows.stream().anyMatch(row -> row.reach().get(role) != Reach.NONE)).toList();
        if (rows.getFirst().kind() == Kind.OPEN || rows.getFirst().kind() == Kind.SIGNED_IN) {
            return rows.stream().map(row -> "- " + name(row) + "\n").collect(Collectors.joining());
        }
        return "| | " + roles.stream().map(role -> role.word().replace('-', ' ')).collect(Collectors.joining(" | ")) + " |\n|---|" + "---|".repeat(roles.size()) + "\n"
                + rows.stream().map(row -> "| " + name(row) + " | " + roles.stream().map(role -> cell(row.reach().get(role))).collect(Collectors.joining(" | ")) + " |\n").collect(Collectors.joining());
    }

    private static String name(Right row) {
        return row.kind() == Kind.COMMAND ? row.what().substring(row.what().indexOf('/') + 1) : row.what() + " `" + row.route() + "`";
    }

    private static String cell(Reach reach) {
        return switch (reach) {
            case ALL -> "everywhere";
            case SCOPE -> "in scope";
            case OWN -> "own part";
            case REGISTER -> "whole register";
            case NONE -> "";
        };
    }

    private static String policies() {
        return Rights.table().all().stream().flatMap(right -> right.policies().stream().map(policy -> "| " + policy + " | " + right.what() + " |\n")).sorted().collect(Collectors.joining());
    }
}
