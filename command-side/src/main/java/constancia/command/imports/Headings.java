package constancia.command.imports;

import constancia.command.imports.Matrix.Component;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of one text that say under what the next tables stand. */
final class Headings {

    private static final Pattern RECOMMENDATION = Pattern.compile(
        "(?is)\\s*(?:recomendaci[oó]n|recommendation)(?:\\s+\\w{1,6})?\\s*:\\s*(.+)");
    private static final Pattern DOTTED = Pattern.compile("(?s)(\\d{1,3}(?:\\.\\d{1,3})+)\\.?\\s+(\\p{L}.*)");
    private static final Pattern NAMED = Pattern.compile(
        "(?is)(\\d{1,3})[.)]?\\s+((?:componente|eje|resultado|component)\\b.*)|(?:componente|eje|resultado|component)\\s+(\\w{1,6})\\s*[.:–-]\\s*(\\p{L}.*)");

    private Headings() {
    }

    /** What follows "Recomendación:" or "Recomendación 3:". */
    static Optional<String> recommendation(String text) {
        Matcher written = RECOMMENDATION.matcher(text);
        return written.matches() ? Optional.of(written.group(1).strip()) : Optional.empty();
    }

    /** Those of a cell, one to a line. */
    static List<String> recommendations(String cell) {
        List<String> lines = cell.lines().limit(Limits.LINES_IN_A_CELL + 1).map(l -> recommendation(l).orElse(l.strip()))
            .filter(l -> !l.isEmpty()).toList();
        return lines.size() > Limits.LINES_IN_A_CELL ? List.of(cell) : lines;
    }

    /** "2.1 Componente del Nivel Local". */
    static Optional<Component> dotted(String text) {
        Matcher written = DOTTED.matcher(text);
        return written.matches() ? Optional.of(new Component(written.group(1), written.group(2).strip())) : Optional.empty();
    }

    /** "1. Eje de prevención" or "Componente 2: Gestión". */
    static Optional<Component> named(String text) {
        Matcher written = NAMED.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        boolean numberFirst = written.group(1) != null;
        return Optional.of(new Component(written.group(numberFirst ? 1 : 3), written.group(numberFirst ? 2 : 4).strip()));
    }
}
