package constancia.command.imports;

import static constancia.command.imports.UnreadableFile.Problem.MAPPING_DOES_NOT_FIT;
import static constancia.command.imports.UnreadableFile.Problem.NO_TABLE_FOUND;
import static constancia.command.imports.UnreadableFile.Problem.TABLE_WITHOUT_ROWS;
import static constancia.command.imports.UnreadableFile.Problem.TOO_MANY_OTHER_ROWS;

import constancia.command.imports.Question.Choice;
import constancia.command.imports.Question.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds, sheet by sheet: actions, and tables of other things with the mapping of each. Known shapes are
 * recognised by their headings; where that is not sure, and where nothing is known of a sheet, it is asked. What others
 * need comes first.
 *
 * @param questions those about the file and its sheets, before any about rows
 */
public record Content(Matrix matrix, List<Mapped> tables, List<Question> questions, List<Notice> notices) {

    /** A table and what its columns are. */
    public record Mapped(Table table, Mapping mapping) {

        /** Its entries; what a heading means is found out once for all of them. */
        List<Item> items() {
            var meanings = table.headings().stream().map(mapping::meaning).toList();
            return table.entries().stream().map(entry -> new Item(table, mapping, meanings, entry)).toList();
        }
    }

    /** Where a mapping of the unit is found by its name. */
    public interface Mappings {
        Optional<Mapping> find(String name);
    }

    private static final Matrix NO_ACTIONS = new Matrix(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Content {
        tables = tables.stream().sorted(Comparator.comparing(mapped -> mapped.mapping().kind())).toList();
        questions = List.copyOf(questions);
        notices = List.copyOf(notices);
    }

    /** Whether some row belongs to a plan. */
    public boolean ofPlan() {
        return !matrix.rows().isEmpty() || tables.stream().anyMatch(mapped -> mapped.mapping().kind().ofPlan());
    }

    /** The title of the actions or, without any, of the first sheet that has one. */
    String title() {
        return matrix.title().or(() -> tables.stream().map(mapped -> String.join(" · ", mapped.table().titles())).filter(title -> !title.isEmpty()).findFirst()).orElse("");
    }

    /** Actions and nothing else. */
    public static Content of(Matrix matrix) {
        return new Content(matrix, List.of(), List.of(), matrix.notices());
    }

    /**
     * @param given the mapping that the request named, or null
     * @param known tells whether a text is the whole name of an institution, which is then never split
     * @throws UnreadableFile if nothing in the file can be imported
     */
    public static Content read(OpenedFile file, @Nullable Mapping given, Map<String, String> answers, Mappings mappings, Predicate<String> known) {
        var questions = new ArrayList<>(file.questions());
        var notices = new ArrayList<>(file.notices());
        var actions = new ArrayList<Grid>();
        var tables = new ArrayList<Mapped>();
        var others = new ArrayList<Grid>();
        boolean fitted = given == null;
        for (var grid : file.grids()) {
            var sheet = Sheet.of(grid, given);
            if (sheet.isEmpty() && grid.lines().size() > 1 && grid.lines().stream().anyMatch(line -> line.written().size() > 1)) {
                others.add(grid);
                continue;
            }
            fitted |= given != null && sheet.filter(one -> one.by() == given).isPresent();
            var decided = sheet.flatMap(one -> one.sure() ? sheet : asked(grid, one, answers, mappings, questions));
            decided.ifPresent(one -> one.into(actions, tables));
            if (sheet.isEmpty()) {
                actions.add(grid);
            }
        }
        if (!fitted) {
            throw new UnreadableFile(MAPPING_DOES_NOT_FIT, given.name());
        }
        boolean table = actions.stream().anyMatch(Sheet::ofActions) || !tables.isEmpty();
        if (!table && questions.stream().noneMatch(question -> question.kind() == Kind.SHEET || "leave-out".equals(question.answer()))) {
            throw new UnreadableFile(NO_TABLE_FOUND);
        }
        others.forEach(grid -> asked(grid, null, answers, mappings, questions).ifPresent(one -> one.into(actions, tables)));
        var matrix = actions.stream().anyMatch(Sheet::ofActions) ? MatrixReader.read(actions, known) : NO_ACTIONS;
        if (matrix.rows().isEmpty() && !tables.isEmpty() && tables.stream().allMatch(mapped -> mapped.table().entries().isEmpty())) {
            throw new UnreadableFile(TABLE_WITHOUT_ROWS);
        }
        if (tables.stream().mapToInt(mapped -> mapped.table().entries().size()).sum() > Limits.OTHER_ROWS) {
            throw new UnreadableFile(TOO_MANY_OTHER_ROWS, Limits.OTHER_ROWS);
        }
        notices.addAll(matrix.notices());
        tables.forEach(mapped -> notices.addAll(mapped.table().notices()));
        return new Content(matrix, tables, questions, notices);
    }

    /** What a person says of a sheet: that the guess is right, that a mapping of the unit fits it, or that it stays out. */
    private static Optional<Sheet> asked(Grid grid, @Nullable Sheet guess, Map<String, String> answers, Mappings mappings, List<Question> questions) {
        var choices = new ArrayList<Choice>();
        if (guess != null) {
            choices.add(Choice.of("as:" + guess.kind().word(), "sheet-as", guess.kind().word()));
        }
        choices.add(Choice.of("mapping:…", "sheet-mapping"));
        choices.add(Choice.of("leave-out", "leave-sheet-out"));
        var name = "sheet:" + grid.name();
        var said = Optional.ofNullable(answers.get(name)).filter(answer -> answer.startsWith("mapping:")).map(Previewer::value)
            .flatMap(mappings::find).flatMap(mapping -> Sheet.of(grid, mapping).filter(one -> one.by() == mapping));
        boolean stands = said.isPresent() || !answers.getOrDefault(name, "").startsWith("mapping:");
        var question = Question.asked(name, Kind.SHEET, List.of(grid.name(), guess == null ? "" : guess.kind().word()), choices, stands ? answers : Map.of());
        questions.add(question);
        return said.or(() -> Stream.ofNullable(question.answer()).filter(answer -> answer.startsWith("as:")).findFirst().map(answer -> guess));
    }
}
