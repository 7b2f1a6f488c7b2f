package constancia.command.imports;

import constancia.command.imports.Likeness.Form;
import constancia.command.imports.MatrixRow.Fault;
import constancia.command.imports.Question.Choice;
import constancia.command.imports.Question.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The unknown institutions of one file whose names look alike: of each it can be said that it is the same as another,
 * which then decides for both. Which of them it is follows from the questions that were asked without looking at this.
 */
final class Namesakes {

    /** While nobody knows yet which names are asked about. */
    static final Namesakes NONE = new Namesakes(List.of(), Map.of());
    /** As many names as a person could decide upon, and more; beyond them it is said that not all were compared. */
    static final int MOST_NAMES = 2_000;
    static final Notice NOT_COMPARED = Notice.of(Notice.Kind.NAMES_NOT_COMPARED, "", 0, MOST_NAMES);
    static final int MOST_OF_ONE = 5;
    private static final String ALIAS = "alias-as:";
    private static final String SAME = "same-as:";

    private record Namesake(String name, String written, Likeness likeness) {}

    private final Map<String, Question> asked = new LinkedHashMap<>();
    private final Map<String, List<Namesake>> alike = new HashMap<>();
    private final Map<String, String> answers;

    Namesakes(List<Question> questions, Map<String, String> answers) {
        this.answers = answers;
        questions.stream().filter(question -> question.kind() == Kind.INSTITUTION).forEach(question -> asked.put(question.name(), question));
        if (!tooMany()) {
            compare();
        }
    }

    boolean none() {
        return alike.isEmpty();
    }

    /** Whether there were so many names that none was compared with the others. */
    boolean tooMany() {
        return asked.size() > MOST_NAMES;
    }

    private void compare() {
        var names = List.copyOf(asked.values());
        var forms = names.stream().map(question -> Form.of(question.args().getFirst())).toList();
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < i; j++) {
                var one = names.get(i);
                var other = names.get(j);
                Likeness.of(forms.get(i), forms.get(j)).ifPresent(likeness -> {
                    add(one, other, likeness);
                    add(other, one, likeness);
                });
            }
        }
        alike.replaceAll((name, all) -> all.stream().sorted(Comparator.comparingDouble((Namesake one) -> -one.likeness.degree())).limit(MOST_OF_ONE).toList());
    }

    private void add(Question one, Question other, Likeness likeness) {
        alike.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(new Namesake(other.name(), other.args().getFirst(), likeness));
    }

    /** That the name is the same as one of those that look like it, and whether it is kept as an alias. */
    List<Choice> choices(String name, String written) {
        return alike.getOrDefault(name, List.of()).stream().flatMap(other -> Stream.of("alias-as", "same-as").map(kind ->
            Choice.of(word(kind + ":", other.name), kind, written, other.written, other.likeness.why().word(), other.likeness.letters()))).toList();
    }

    /** In quotation marks, so that no name ends it. */
    private static String word(String prefix, String name) {
        return prefix + "«" + name.substring(Asking.INSTITUTION.length()) + "»";
    }

    /** Why the answer to a question cannot be taken though it is one of the choices; empty where it can, or says nothing of another name. */
    Optional<Fault> fault(String name) {
        var path = path(name);
        var last = path.getLast();
        if (path.size() == 1 || decides(last)) {
            return Optional.empty();
        }
        return Optional.of(path.indexOf(last) < path.size() - 1 ? new Fault("same-in-a-circle", List.of(String.join("; ", path.stream().distinct().map(this::written).toList())))
            : new Fault("same-as-undecided", List.of(written(last))));
    }

    private String written(String name) {
        return asked.get(name).args().getFirst();
    }

    /** What decides for a name that was said to be the same as another. */
    Question root(String name) {
        return asked.get(path(name).getLast());
    }

    private boolean decides(String name) {
        return asked.get(name).answer() != null;
    }

    /** From the name to the one that decides, or is open, or was passed already. */
    private List<String> path(String name) {
        var path = new ArrayList<>(List.of(name));
        var next = next(name);
        while (next != null && !path.contains(next)) {
            path.add(next);
            next = next(next);
        }
        if (next != null) {
            path.add(next);
        }
        return path;
    }

    private @Nullable String next(String name) {
        var answer = answers.get(name);
        return alike.getOrDefault(name, List.of()).stream().map(Namesake::name).filter(other -> word(SAME, other).equals(answer) || word(ALIAS, other).equals(answer)).findFirst().orElse(null);
    }

    /** Whether a decision says that a name is the same as another of the file. */
    static boolean isSame(@Nullable String decision) {
        return decision != null && (decision.startsWith(SAME) || isAlias(decision));
    }

    /** Whether, besides, it is kept as an alias. */
    static boolean isAlias(String decision) {
        return decision.startsWith(ALIAS);
    }

    /** The decision that a name is the same as the one that decides, which the file registers. */
    static String same(String decision, Question root) {
        return word(isAlias(decision) ? ALIAS : SAME, root.name());
    }

    /** The name, as names are compared, that such a decision speaks of. */
    static String of(String decision) {
        return decision.substring(decision.indexOf('«') + 1, decision.length() - 1);
    }
}
