package constancia.kernel.rights;

import constancia.kernel.Word;
import constancia.kernel.rights.Right.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of rights: who may give which command and ask which question. It stands in {@code rights.csv}, once. */
public final class Rights {

    private static final Rights TABLE = read(text());
    private static final String SYSTEM = "system";

    private final List<Right> all;
    private final Map<String, Right> commands = new HashMap<>();
    private final Map<String, Right> questions = new HashMap<>();
    private final Map<String, Right> routes = new HashMap<>();

    private Rights(List<Right> all) {
        this.all = List.copyOf(all);
        for (var right : all) {
            once(right.kind() == Kind.COMMAND ? commands : questions, right.what(), right);
            if (right.route() != null) {
                once(routes, right.route(), right);
            }
        }
    }

    /** The register's own. */
    public static Rights table() {
        return TABLE;
    }

    /**
     * A table as it is written: comment lines, a line of headings, a row for each command, question and task.
     *
     * @throws IllegalArgumentException with the line that says something else
     */
    public static Rights read(String csv) {
        var lines = csv.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        var headings = cells(lines.getFirst());
        var expected = Stream.of(List.of("kind", "what", "route"), Stream.of(Role.values()).map(Word::word).toList(), List.of(SYSTEM)).flatMap(List::stream).toList();
        if (!headings.equals(expected)) {
            throw new IllegalArgumentException("The columns are " + headings + " and not " + expected);
        }
        var rows = new ArrayList<Right>();
        lines.stream().skip(1).forEach(line -> rows.add(row(line, headings.size())));
        return new Rights(rows);
    }

    /** In the order of the table. */
    public List<Right> all() {
        return all;
    }

    /** @throws IllegalArgumentException the table has no such command */
    public Right command(String what) {
        return known(commands.get(what), what);
    }

    /** @throws IllegalArgumentException the table has no such question or task */
    public Right question(String what) {
        return known(questions.get(what), what);
    }

    /** What is done at a route: method and pattern. */
    public Optional<Right> at(String route) {
        return Optional.ofNullable(routes.get(route));
    }

    private static Right known(Right right, String what) {
        if (right == null) {
            throw new IllegalArgumentException("The table of rights has no row for " + what);
        }
        return right;
    }

    private static Right row(String line, int columns) {
        var cells = cells(line);
        if (cells.size() != columns) {
            throw new IllegalArgumentException("A row has " + cells.size() + " cells and not " + columns + ": " + line);
        }
        var kind = word(Kind.values(), cells.get(0), line);
        var route = cells.get(2);
        if (cells.get(1).isEmpty() || (kind == Kind.COMMAND) != route.isEmpty()) {
            throw new IllegalArgumentException("A command has a name and no route, everything else has both: " + line);
        }
        var reach = new EnumMap<Role, Reach>(Role.class);
        for (var role : Role.values()) {
            var how = word(Reach.values(), cells.get(3 + role.ordinal()), line);
            if (how == Reach.OWN && role != Role.LIAISON || how == Reach.SCOPE && role == Role.LIAISON) {
                throw new IllegalArgumentException("The own part is the liaison's, the scope is the others': " + line);
            }
            if ((kind == Kind.OPEN || kind == Kind.SIGNED_IN) && how != Reach.ALL) {
                throw new IllegalArgumentException("What is for everybody is for every role: " + line);
            }
            reach.put(role, how);
        }
        var policies = cells.getLast().isEmpty() ? Set.<String>of() : Set.of(cells.getLast().split(" +"));
        return new Right(kind, cells.get(1), route.isEmpty() ? null : route, reach, policies);
    }

    private static <W extends Word> W word(W[] words, String written, String line) {
        return Arrays.stream(words).filter(word -> word.word().equals(written)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("«" + written + "» is none of " + Arrays.stream(words).map(Word::word).collect(Collectors.joining(", ")) + ": " + line));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }

    private static void once(Map<String, Right> rows, String key, Right right) {
        if (rows.put(key, right) != null) {
            throw new IllegalArgumentException("The table has two rows for " + key);
        }
    }

    private static String text() {
        try (var file = Objects.requireNonNull(Rights.class.getResourceAsStream("rights.csv"), "rights.csv is missing")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
