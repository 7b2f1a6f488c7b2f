package constancia.command.imports;

import constancia.command.imports.Matrix.Component;
import constancia.command.imports.Matrix.Period;
import constancia.command.imports.MatrixRow.Fault;
import constancia.command.imports.Notice.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row while it is read: a line below may still belong to it. */
final class RowDraft {

    private static final int EXCERPT = 80;

    final Map<String, Period> termPeriods = new LinkedHashMap<>();
    final List<String> marks = new ArrayList<>();
    String number = "";
    String text = "";
    String responsible = "";
    @Nullable LocalDate dueOn;
    String term = "";
    Component component = Component.NONE;
    int block;
    int lastLine;
    boolean numberExpected;

    private final String sheet;
    private final int firstLine;
    private final List<Notice> notices = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    RowDraft(Grid grid, Grid.Line line) {
        sheet = grid.name();
        firstLine = line.number();
        lastLine = firstLine;
        if (line.hidden()) {
            notice(Kind.HIDDEN_ROW);
        }
    }

    void mark(String period, String cell) {
        if (Words.isNoMark(cell)) {
            return;
        }
        marks.add(period);
        if (!Words.isMark(cell)) {
            notice(Kind.MARK_IS_TEXT, period, excerpt(cell));
        }
    }

    /** Puts its marks in the order of those; others come last. */
    void order(List<String> periods) {
        marks.sort(Comparator.comparingInt(mark -> periods.contains(mark) ? periods.indexOf(mark) : periods.size()));
    }

    /** A term written as text: "T1, T2" or a day. Anything else is for a person to read. */
    void term(String cell) {
        term = cell;
        switch (Dates.read(cell)) {
            case Moment.Day day -> dueOn = day.date();
            case Moment.Impossible impossible -> faults.add(new Fault("impossible-date", List.of(impossible.written())));
            case Moment.Stays _ -> periods(cell);
        }
    }

    List<String> when() {
        return dueOn == null ? marks : Stream.concat(marks.stream(), Stream.of(dueOn.toString())).toList();
    }

    private void periods(String cell) {
        for (String piece : Plain.singleSpaced(cell).split("\\s*(?:[,;/\\n]|\\by\\b)\\s*")) {
            var code = Words.period(piece);
            code.ifPresent(c -> termPeriods.put(c, new Period(c, piece)));
            if (code.isPresent() && !marks.contains(code.get())) {
                marks.add(code.get());
            } else if (code.isEmpty() && !piece.isBlank()) {
                notice(Kind.TERM_NOT_UNDERSTOOD, excerpt(cell));
                return;
            }
        }
    }

    void join(RowDraft rest) {
        text = joined(text, rest.text);
        responsible = joined(responsible, rest.responsible);
        lastLine = rest.lastLine;
        notices.removeIf(n -> n.kind() == Kind.JOINED_ROWS);
        notices.addFirst(Notice.of(Kind.JOINED_ROWS, sheet, firstLine, lastLine));
        rest.notices.stream().limit(Math.max(0, Limits.NOTICES_OF_A_ROW - notices.size())).forEach(notices::add);
    }

    void notice(Kind kind, Object... arguments) {
        if (notices.size() < Limits.NOTICES_OF_A_ROW) {
            notices.add(Notice.of(kind, sheet, firstLine, arguments));
        }
    }

    int firstLine() {
        return firstLine;
    }

    MatrixRow row(Predicate<String> known) {
        if (number.isEmpty() && numberExpected) {
            notice(Kind.NUMBER_MISSING);
        }
        if (text.isEmpty()) {
            notice(Kind.TEXT_MISSING);
        }
        var responsibles = Responsibles.parse(responsible, known);
        if (responsibles.isEmpty()) {
            notice(Kind.RESPONSIBLE_MISSING);
        }
        return new MatrixRow(sheet, firstLine, lastLine, component, block, number, text, marks, dueOn, responsible, responsibles, notices, faults);
    }

    static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    private static String joined(String above, String below) {
        return above.isEmpty() ? below : below.isEmpty() ? above : above + " " + below;
    }
}
