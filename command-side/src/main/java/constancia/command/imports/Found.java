package constancia.command.imports;

import constancia.command.imports.Matrix.Block;
import constancia.command.imports.Matrix.Component;
import constancia.command.imports.Matrix.Label;
import constancia.command.imports.Matrix.Period;
import constancia.command.imports.Notice.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What has been recognised so far, over all sheets. */
final class Found {

    private static final int MOST_NOTICES = 1_000;

    private final Predicate<String> known;
    private final List<String> titles = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final Set<Component> components = new LinkedHashSet<>();
    private final Map<String, Period> periods = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<RowDraft> rows = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Set<String> ignored = new LinkedHashSet<>();
    private boolean tableSeen;

    Found(Predicate<String> known) {
        this.known = known;
    }

    void title(String text) {
        titles.add(text);
    }

    int titles() {
        return titles.size();
    }

    void label(Label label) {
        labels.add(label);
    }

    void component(Component component) {
        if (!component.isNone()) {
            components.add(component);
        }
    }

    void block(Component component, List<String> recommendations) {
        blocks.add(new Block(component, recommendations));
    }

    int currentBlock() {
        return blocks.size() - 1;
    }

    void heading(Columns columns, Grid grid, int line) {
        tableSeen = true;
        columns.periods().values().forEach(p -> periods.putIfAbsent(p.code(), p));
        for (String heading : columns.ignored()) {
            if (ignored.add(grid.name() + "\n" + Plain.of(heading))) {
                notice(Kind.COLUMN_IGNORED, grid, line, heading);
            }
        }
        for (int column : columns.used()) {
            if (grid.hiddenColumns().contains(column) && ignored.add(grid.name() + "\n" + column)) {
                notice(Kind.HIDDEN_COLUMN, grid, line, Grid.reference(line, column).replaceAll("\\d", ""));
            }
        }
    }

    void row(RowDraft row) {
        rows.add(row);
    }

    boolean tableSeen() {
        return tableSeen;
    }

    void notice(Kind kind, Grid grid, int line, Object... arguments) {
        if (notices.size() < MOST_NOTICES) {
            notices.add(Notice.of(kind, grid.name(), line, arguments));
        }
    }

    Matrix matrix() {
        rows.stream().flatMap(row -> row.termPeriods.values().stream()).sorted(Periods.NUMBERED).forEach(period -> periods.putIfAbsent(period.code(), period));
        var undated = periods.values().stream().filter(p -> !Periods.statesYear(p.label())).map(Period::code).toList();
        if (!undated.isEmpty()) {
            notices.add(Notice.of(Kind.PERIODS_WITHOUT_YEAR, "", 0, String.join(", ", undated)));
        }
        noteRepetitions();
        return new Matrix(titles, labels, List.copyOf(components), List.copyOf(periods.values()), blocks,
            rows.stream().map(r -> r.row(known)).toList(), notices);
    }

    private void noteRepetitions() {
        List<String> shared = blocks.stream().map(Block::fingerprint).toList();
        var numbers = new HashMap<String, RowDraft>();
        var whole = new HashMap<String, RowDraft>();
        for (RowDraft row : rows) {
            String fingerprint = Fingerprint.of(shared.get(row.block), row.number, row.text, row.when(), row.responsible);
            RowDraft twin = whole.putIfAbsent(fingerprint, row);
            RowDraft namesake = row.number.isEmpty() ? null : numbers.putIfAbsent(row.block + " " + row.number, row);
            if (twin != null) {
                row.notice(Kind.REPEATED_ROW, twin.firstLine());
            } else if (namesake != null) {
                row.notice(Kind.REPEATED_NUMBER, RowDraft.excerpt(row.number), namesake.firstLine());
            }
        }
    }
}
