package constancia.command.imports;

import constancia.command.imports.Encoding.Decoded;
import constancia.command.imports.Question.Choice;
import constancia.command.imports.Question.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A file's sheets and what must be asked of them before they are understood: in which characters a text is written, and
 * whether what a workbook hides belongs to it. What nobody has answered yet is read.
 *
 * @param grids as the answers leave them
 */
public record OpenedFile(List<Grid> grids, List<Question> questions, List<Notice> notices) {

    private static final String ENCODING = "encoding";
    private static final int NUMBERS_SHOWN = 12;

    public OpenedFile {
        grids = List.copyOf(grids);
        questions = List.copyOf(questions);
        notices = List.copyOf(notices);
    }

    /** @throws UnreadableFile if it is not a readable workbook or CSV, or passes a limit */
    public static OpenedFile open(byte[] content, String fileName, Map<String, String> answers) {
        var questions = new ArrayList<Question>();
        var notices = new ArrayList<Notice>();
        var encoding = GridReader.isText(content) ? encoding(content, answers, questions) : Optional.<Encoding>empty();
        encoding.filter(used -> used != Encoding.UTF_8).ifPresent(used -> notices.add(Notice.of(Notice.Kind.OLD_ENCODING, "", 0, used.word())));
        var grids = GridReader.read(content, fileName, encoding).stream().map(grid -> shown(grid, answers, questions)).flatMap(Optional::stream).toList();
        return new OpenedFile(grids, questions, notices);
    }

    /** The same file with all that the answers leave out of it. */
    public static OpenedFile whole(byte[] content, String fileName, Map<String, String> answers) {
        return open(content, fileName, answers.containsKey(ENCODING) ? Map.of(ENCODING, answers.get(ENCODING)) : Map.of());
    }

    private static Optional<Encoding> encoding(byte[] content, Map<String, String> answers, List<Question> questions) {
        Decoded decoded = Encoding.decode(content);
        if (decoded.sure()) {
            return decoded.encoding() == Encoding.UTF_8 ? Optional.empty() : Optional.of(decoded.encoding());
        }
        var choices = List.of(Encoding.WINDOWS_1252, Encoding.MAC_ROMAN).stream()
            .map(one -> Choice.of(one.word(), "encoding", Encoding.sample(one.read(content)))).toList();
        var question = Question.asked(ENCODING, Kind.ENCODING, List.of(), choices, answers);
        questions.add(question);
        return Optional.of(question.answer() == null ? decoded.encoding() : Encoding.valueOf(question.answer().toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static Optional<Grid> shown(Grid grid, Map<String, String> answers, List<Question> questions) {
        if (grid.lines().isEmpty()) {
            return Optional.of(grid);
        }
        if (grid.hidden() && left("hidden-sheet:" + grid.name(), Kind.HIDDEN_SHEET, List.of(grid.name(), String.valueOf(grid.lines().size())), answers, questions)) {
            return Optional.empty();
        }
        var lines = grid.lines();
        var hidden = lines.stream().filter(Grid.Line::hidden).toList();
        if (!hidden.isEmpty() && left("hidden-rows:" + grid.name(), Kind.HIDDEN_ROWS, List.of(grid.name(), numbers(hidden)), answers, questions)) {
            lines = lines.stream().filter(line -> !line.hidden()).toList();
        }
        var columns = grid.hiddenColumns().stream().filter(column -> grid.lines().stream().anyMatch(line -> !line.cell(column).isEmpty())).sorted().toList();
        var letters = columns.stream().map(column -> Grid.reference(1, column).replace("1", "")).collect(Collectors.joining(", "));
        if (!columns.isEmpty() && left("hidden-columns:" + grid.name(), Kind.HIDDEN_COLUMNS, List.of(grid.name(), letters), answers, questions)) {
            lines = lines.stream().map(line -> without(line, columns)).filter(line -> !line.written().isEmpty()).toList();
        }
        return Optional.of(new Grid(grid.name(), grid.hidden(), lines, grid.areas(), grid.hiddenColumns()));
    }

    private static boolean left(String name, Kind kind, List<String> args, Map<String, String> answers, List<Question> questions) {
        var question = Question.asked(name, kind, args, List.of(Choice.of("read", "read-hidden"), Choice.of("leave-out", "leave-hidden-out")), answers);
        questions.add(question);
        return "leave-out".equals(question.answer());
    }

    private static String numbers(List<Grid.Line> lines) {
        var first = lines.stream().limit(NUMBERS_SHOWN).map(line -> String.valueOf(line.number())).collect(Collectors.joining(", "));
        return lines.size() > NUMBERS_SHOWN ? first + "…" : first;
    }

    private static Grid.Line without(Grid.Line line, List<Integer> columns) {
        var cells = IntStream.range(0, line.cells().size()).mapToObj(column -> columns.contains(column) ? "" : line.cell(column)).toList();
        return new Grid.Line(line.number(), line.hidden(), cells);
    }
}
